// Library transactions of a suite (reference 4.5).
#pragma once

#include "app/api/workshop.h"

namespace api {

class TemplatesController
{
public:
    explicit TemplatesController(Workshop &workshop) : m_workshop(workshop) {}

    QVector<Route> routes();
    Response list(const Request &request) const;
    Response create(const Request &request) const;
    Response show(const Request &request) const;
    Response change(const Request &request) const;
    Response remove(const Request &request) const; ///< 409 while a case uses it

private:
    Workshop &m_workshop;
};

} // namespace api
