// Test suites, which are the projects of the window (reference 4.1), and how imports go.
#pragma once

#include "app/api/workshop.h"

namespace api {

class SuitesController
{
public:
    explicit SuitesController(Workshop &workshop) : m_workshop(workshop) {}

    QVector<Route> routes();
    Response list(const Request &request) const;
    Response create(const Request &request) const;
    Response show(const Request &request) const;
    Response change(const Request &request) const;
    Response remove(const Request &request) const;
    Response showImports(const Request &request) const;

private:
    Workshop &m_workshop;
};

} // namespace api
