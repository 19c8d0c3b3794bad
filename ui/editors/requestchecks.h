// What a request's answer must be, and what is kept of it. GUI thread.
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

private:
    items::ChecksModel *m_model;
};

class RequestExtraction : public StepPage
{
    Q_OBJECT

public:
    RequestExtraction(StepTarget &target, VariableHelp *help);

    void enter(domain::StepId step) override;

private:
    items::ExtractionsModel *m_model;
};

} // namespace ui
