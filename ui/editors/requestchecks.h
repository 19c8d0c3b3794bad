// What a request's answer must be, and what is kept of it; both are tried on the last answer as they are typed. GUI thread.
#pragma once

#include "ui/editors/steptarget.h"

namespace items { class ChecksModel; class ExtractionsModel; }

namespace ui {

class EditTable;
class VariableHelp;

class RequestChecks : public StepPage
{
    Q_OBJECT

public:
    RequestChecks(StepTarget &target, VariableHelp *help);

    void enter(domain::StepId step) override;
    void read(const domain::Step &step) override;

private:
    void match(const domain::Step &step);

    items::ChecksModel *m_model;
    EditTable *m_table;
};

class RequestExtraction : public StepPage
{
    Q_OBJECT

public:
    RequestExtraction(StepTarget &target, VariableHelp *help);

    void enter(domain::StepId step) override;
    void read(const domain::Step &step) override;

private:
    void match(const domain::Step &step);

    items::ExtractionsModel *m_model;
    EditTable *m_table;
};

} // namespace ui
