// The body of a request: text or JSON, form, multipart, a file. GUI thread.
#pragma once

#include "ui/editors/steptarget.h"

namespace items { class KeyValueModel; }

namespace ui {

class VariableHelp;

class RequestBody : public StepPage
{
    Q_OBJECT

public:
    RequestBody(StepTarget &target, VariableHelp *help);

    void read(const domain::Step &step) override;
    void enter(domain::StepId step) override;

private:
    void format();
    void showProblem();

    items::KeyValueModel *m_form, *m_parts;
    CodeEdit *m_body;
    QStackedWidget *m_pages;
    QPushButton *m_format;
    QLineEdit *m_file;
    QLabel *m_note;
    bool m_readingBody = false;
};

} // namespace ui
