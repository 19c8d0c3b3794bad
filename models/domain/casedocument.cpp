#include "models/domain/casedocument.h"
#include "models/domain/jsonreader.h"

namespace domain {

using namespace Qt::StringLiterals;

namespace {

Result<CaseDocumentStep> stepFromDocument(const QJsonObject &json)
{
    JsonReader reader(json);
    CaseDocumentStep step{reader.text("test_step"_L1), reader.text("expect_result"_L1)};
    step.extra = reader.rest();
    if (reader.failed())
        return reader.error();
    return step;
}

} // namespace

Result<CaseDocument> caseDocumentOf(const TestCase &testCase)
{
    JsonReader reader(testCase.caseInfo);
    CaseDocument document;
    document.description = reader.text("description"_L1);
    const QJsonArray labels = reader.list("label_names"_L1);
    for (const QJsonValue &label : labels)
        document.labels << JsonReader::asText(label);
    document.precondition = reader.text("preparation"_L1);
    document.level = reader.integer("rank"_L1, 2, 0, 4);
    document.status = reader.integer("status_code"_L1, 0, 0, 7);
    document.steps = reader.objects<CaseDocumentStep>("steps"_L1, stepFromDocument);
    document.extra = reader.rest();
    if (reader.failed())
        return reader.error();
    return document;
}

void put(TestCase &testCase, const CaseDocument &document)
{
    testCase.caseInfo = {};
    if (document == CaseDocument())
        return;
    QJsonArray steps;
    for (const CaseDocumentStep &one : document.steps) {
        QJsonObject step = one.extra;
        step["test_step"_L1] = one.action;
        step["expect_result"_L1] = one.expected;
        steps.append(step);
    }
    testCase.caseInfo = document.extra;
    testCase.caseInfo["description"_L1] = document.description;
    testCase.caseInfo["label_names"_L1] = QJsonArray::fromStringList(document.labels);
    testCase.caseInfo["preparation"_L1] = document.precondition;
    testCase.caseInfo["rank"_L1] = document.level;
    testCase.caseInfo["status_code"_L1] = document.status;
    testCase.caseInfo["steps"_L1] = steps;
}

} // namespace domain
