// Cases (reference 4.3) but for debugging them, which debugcontroller.h does.
#pragma once

#include "app/api/workshop.h"

namespace api {

class CasesController
{
public:
    explicit CasesController(Workshop &workshop) : m_workshop(workshop) {}

    QVector<Route> routes();
    Response createInTask(const Request &request) const; ///< old version: the case belongs to one task
    Response create(const Request &request) const;
    Response show(const Request &request) const;
    Response change(const Request &request) const;
    Response changePart(const Request &request) const; ///< old version: content, stage or name
    Response remove(const Request &request) const;

private:
    Response put(document::ProjectDocument &document, domain::CaseId id, const QJsonObject &body, int status) const;

    Workshop &m_workshop;
};

} // namespace api
