// How a request reaches its server: authentication, client certificate, bound hosts and proxy of a card as the engine takes
// them. What several requests share is made once.
#pragma once

#include "app/services/slottable.h"

namespace services {

class ConnectionCompiler
{
public:
    /// `projectHosts` hold for every request; those of a card come first.
    ConnectionCompiler(const QVector<domain::KeyValue> &projectHosts, SlotTable &names);

    /// The sentence of a mistake begins with what is wrong, without a place.
    domain::Result<> apply(const domain::Message &message, engine::HttpRequest &request);

private:
    void addAuthentication(const domain::Authentication &auth, engine::HttpRequest &request);
    domain::Result<> addCertificate(const domain::ClientCertificate &certificate, engine::HttpRequest &request);
    domain::Result<> addHosts(const QVector<domain::KeyValue> &own, engine::HttpRequest &request);
    domain::Result<> addProxy(const QString &text, engine::HttpRequest &request);

    const QVector<domain::KeyValue> m_projectHosts;
    SlotTable &m_names;
    QHash<QString, std::shared_ptr<const engine::ClientCertificate>> m_certificates; ///< by files
    QHash<QString, std::shared_ptr<const engine::Proxy>> m_proxies;
    std::shared_ptr<const std::vector<engine::HostBinding>> m_shared; ///< of the project alone
};

} // namespace services
