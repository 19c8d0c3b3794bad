#include "app/services/demoservice.h"

#include "engine/serve/demotarget.h"

namespace services {

using namespace Qt::StringLiterals;

DemoService::DemoService(QObject *parent) : QObject(parent) {}
DemoService::~DemoService() = default;

domain::Result<QString> DemoService::start(quint16 port)
{
    if (m_target)
        return url();
    std::string why;
    m_target = engine::DemoTarget::start(port, why);
    if (!m_target)
        return domain::fail(tr("The demo target could not start: %1").arg(QString::fromStdString(why)));
    return url();
}

QString DemoService::url() const { return m_target ? u"http://127.0.0.1:%1"_s.arg(m_target->port()) : QString(); }

void DemoService::stop() { m_target.reset(); }

} // namespace services
