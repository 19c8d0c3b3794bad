// What is written about a case: description, labels, precondition, level, status, the steps in prose; its log policy.
// GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/editors/fields.h"

namespace items { class CaseStepsModel; }

namespace ui {

class CasePage : public QWidget
{
    Q_OBJECT

public:
    CasePage(document::ProjectDocument &document, domain::CaseId testCase, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();

    document::ProjectDocument &m_document;
    domain::CaseId m_case;
    Texts m_texts;
    Fields<domain::TestCase> m_fields;
    items::CaseStepsModel *m_steps;
};

} // namespace ui
