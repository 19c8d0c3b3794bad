// Directories and the tree of a suite, which is a flat list with parents (reference 4.8).
#pragma once

#include "app/api/workshop.h"

namespace api {

class DirectoriesController
{
public:
    explicit DirectoriesController(Workshop &workshop) : m_workshop(workshop) {}

    QVector<Route> routes();
    Response create(const Request &request) const;
    Response list(const Request &request) const;
    Response rename(const Request &request) const;
    Response remove(const Request &request) const; ///< its cases come to the top (api decision 65)

private:
    Workshop &m_workshop;
};

/// A case as lists of the tree have it (TestCaseBriefInfo, ProjectDirectory).
QJsonObject briefJson(const domain::TestCase &testCase, const services::Stamps &stamps);

} // namespace api
