// Starting and stopping tasks on the engine (reference 4.2.6, 4.2.11).
#pragma once

#include "app/api/workshop.h"

namespace api {

class TaskRunController
{
public:
    explicit TaskRunController(Workshop &workshop) : m_workshop(workshop) {}

    QVector<Route> routes();
    Response setStatus(const Request &request) const;
    Response setAll(const Request &request) const; ///< nothing is started when one of them cannot be

private:
    /// nullopt: the task could be started.
    std::optional<Response> whyNot(const document::ProjectDocument &document, domain::TaskId id) const;

    Workshop &m_workshop;
};

} // namespace api
