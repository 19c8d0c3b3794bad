// The prose beside a case (CaseDoc of the reference). A case keeps it as JSON; these read it out and put it back.
#pragma once

#include "models/domain/project.h"

namespace domain {

struct CaseDocumentStep
{
    QString action, expected; ///< test_step, expect_result
    QJsonObject extra = {};

    bool operator==(const CaseDocumentStep &) const = default;
};

struct CaseDocument
{
    QString description;
    QStringList labels;       ///< label_names
    QString precondition;     ///< preparation
    int level = 2;            ///< rank: 0..4 are L0..L4
    int status = 0;           ///< status_code: 0 new, 5 in design, 6 in test, 7 done (the reference's numbers)
    QVector<CaseDocumentStep> steps;
    QJsonObject extra = {};

    bool operator==(const CaseDocument &) const = default;
};

Result<CaseDocument> caseDocumentOf(const TestCase &testCase);
void put(TestCase &testCase, const CaseDocument &document);

} // namespace domain
