// Reports of runs (reference 4.6), of one under way too.
#pragma once

#include "app/api/workshop.h"
#include "models/domain/runrecord.h"

namespace api {

class ReportsController
{
public:
    explicit ReportsController(Workshop &workshop) : m_workshop(workshop) {}

    QVector<Route> routes();
    Response showReport(const Request &request);
    Response showHistory(const Request &request) const;
    Response showChart(const Request &request);
    Response showDetail(const Request &request);
    Response showCases(const Request &request) const;
    Response showOutline(const Request &request);

private:
    /// As it is now, of a project that is still there; null: no such run.
    const domain::RunRecord *run(int id);
    std::optional<domain::RunRecord> head(int id) const; ///< names alone
    bool exists(int id) const;

    Workshop &m_workshop;
    std::optional<domain::RunRecord> m_last; ///< a report is asked for in several calls
};

} // namespace api
