// The embedded HTTP target for trying things out, started when first wanted. Lives in one thread; serves on its own.
#pragma once

#include "models/domain/result.h"
#include <QObject>
#include <memory>

namespace engine { class DemoTarget; }

namespace services {

class DemoService : public QObject
{
    Q_OBJECT

public:
    explicit DemoService(QObject *parent = nullptr);
    ~DemoService() override;

    /// Listens on 127.0.0.1:port (0: a free one); a second start answers the running one's URL.
    domain::Result<QString> start(quint16 port = 0);
    QString url() const; ///< "http://127.0.0.1:PORT", empty while not running
    void stop();

private:
    std::unique_ptr<engine::DemoTarget> m_target;
};

} // namespace services
