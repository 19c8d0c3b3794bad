// Agents of full-link stress: they register, fetch their rules and say that they are alive (reference 4.7).
#pragma once

#include "app/api/workshop.h"

namespace api {

class AgentsController
{
public:
    explicit AgentsController(Workshop &workshop) : m_workshop(workshop) {}

    QVector<Route> routes();
    Response registerOrFetch(const Request &request) const;
    Response heartbeat(const Request &request) const;

private:
    QJsonObject configOf(domain::AgentId id) const;

    Workshop &m_workshop;
};

} // namespace api
