// How a request is sent: time limits, pacing, connection, redirects, cookies, authentication, certificates, proxy. GUI thread.
#pragma once

#include "ui/editors/steptarget.h"

namespace items { class KeyValueModel; }

namespace ui {

class VariableHelp;

class RequestOptions : public StepPage
{
    Q_OBJECT

public:
    RequestOptions(StepTarget &target, VariableHelp *help);

    void enter(domain::StepId step) override;

private:
    QWidget *timing();
    QWidget *behaviour();
    QWidget *network(VariableHelp *help);
    void showForHttp(const QVector<QWidget *> &widgets);

    items::KeyValueModel *m_hosts;
};

/// Who the request is sent as.
class RequestAuth : public StepPage
{
    Q_OBJECT

public:
    RequestAuth(StepTarget &target, VariableHelp *help);
};

} // namespace ui
