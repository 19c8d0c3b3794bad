// From a request of HTTP to the controller of its operation and back: sign-in, path, parameters, body, all checked before
// a controller sees them. Never throws; needs no socket.
#pragma once

#include "app/api/call.h"
#include "app/api/operations.h"

namespace api {

class Router
{
public:
    /// Who calls is known; nullopt: go on, else the answer.
    using Gate = std::function<std::optional<Response>(const http::Request &)>;

    Router(Operations operations, Gate gate) : m_operations(std::move(operations)), m_gate(std::move(gate)) {}

    void add(const QVector<Route> &routes);
    /// The one project_id that paths may name.
    void setTenant(std::function<QString()> tenant) { m_tenant = std::move(tenant); }
    http::Response handle(const http::Request &request) const;
    const Operations &operations() const { return m_operations; }
    bool serves(const QString &operation) const { return m_handlers.contains(operation); }

private:
    Response answer(const http::Request &request) const;
    Response call(const http::Request &request, const Operation &operation, const QHash<QString, QString> &path) const;

    Operations m_operations;
    Gate m_gate;
    std::function<QString()> m_tenant;
    QHash<QString, Handler> m_handlers; ///< by operationId
};

/// As bytes of HTTP, `later` included.
http::Response toHttp(Response response);

} // namespace api
