// Tasks: what they run (reference 4.2), but for starting and stopping, which taskruncontroller.h does.
#pragma once

#include "app/api/workshop.h"

namespace api {

class TasksController
{
public:
    explicit TasksController(Workshop &workshop) : m_workshop(workshop) {}

    QVector<Route> routes();
    Response list(const Request &request) const;
    Response show(const Request &request) const;
    Response create(const Request &request) const;        ///< both versions
    Response change(const Request &request) const;        ///< old version
    Response changeCases(const Request &request) const;
    Response remove(const Request &request) const;        ///< both versions
    Response listCases(const Request &request) const;

private:
    Response info(const document::ProjectDocument &document, domain::TaskId id) const;

    Workshop &m_workshop;
};

/// The ids of a `case_id_list`, each once; else the answer: all must be cases of the project.
std::optional<Response> readCaseIds(const domain::Project &project, const QJsonArray &list, QVector<domain::CaseId> &ids);

} // namespace api
