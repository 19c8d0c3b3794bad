// Global variables of a suite (reference 4.4).
#pragma once

#include "app/api/workshop.h"

namespace api {

class VariablesController
{
public:
    explicit VariablesController(Workshop &workshop) : m_workshop(workshop) {}

    QVector<Route> routes();
    Response list(const Request &request) const;
    Response create(const Request &request) const; ///< all of the list, or none
    Response change(const Request &request) const; ///< all of the list, or none
    Response remove(const Request &request) const;

private:
    qint64 sizeOf(const domain::Variable &variable) const;

    Workshop &m_workshop;
};

} // namespace api
