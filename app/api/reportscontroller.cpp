#include "app/api/reportscontroller.h"

#include "app/api/reportjson.h"
#include "app/report/figuresjson.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace api {

using namespace Qt::StringLiterals;
using domain::RunRecord;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::ReportsController)
};

int caseIndexOf(const RunRecord &run, int caseRunId)
{
    for (int i = 0; i < run.cases.size(); ++i)
        if (run.cases[i].caseRunId == caseRunId)
            return i;
    return -1;
}

Response result(const QJsonObject &json)
{
    return success(200, {{u"extend"_s, QJsonValue::Null}, {u"result"_s, json}});
}

} // namespace

QVector<Route> ReportsController::routes()
{
    return {{u"ShowReport"_s, [this](const Request &r) { return showReport(r); }},
            {u"ShowHistoryRunInfo"_s, [this](const Request &r) { return showHistory(r); }},
            {u"ShowTaskCaseAwChart"_s, [this](const Request &r) { return showChart(r); }},
            {u"ShowMergeCaseDetail"_s, [this](const Request &r) { return showDetail(r); }},
            {u"ShowMergeTaskCase"_s, [this](const Request &r) { return showCases(r); }},
            {u"ShowMergeReportLogsOutline"_s, [this](const Request &r) { return showOutline(r); }}};
}

bool ReportsController::exists(int id) const
{
    const auto runs = m_workshop.workspace().runs();
    const auto found = std::ranges::find_if(runs, [id](const auto &one) { return one.id.value == id; });
    if (found == runs.end())
        return false;
    const auto projects = m_workshop.workspace().projects();
    return std::ranges::any_of(projects, [&](const auto &one) { return one.id == found->project; });
}

const RunRecord *ReportsController::run(int id)
{
    if (const auto *session = m_workshop.services().tasks().session({id}))
        return &session->record();
    if (!exists(id))
        return nullptr;
    if (!m_last || m_last->id.value != id || !m_last->ended.isValid()) {
        m_last.reset();
        if (auto loaded = m_workshop.workspace().loadRun({id}))
            m_last = std::move(*loaded);
    }
    return m_last ? &*m_last : nullptr;
}

std::optional<RunRecord> ReportsController::head(int id) const
{
    if (const auto *session = m_workshop.services().tasks().session({id}))
        return session->record();
    if (!exists(id))
        return std::nullopt;
    auto loaded = m_workshop.workspace().loadRunHead({id});
    return loaded ? std::optional(std::move(*loaded)) : std::nullopt;
}

Response ReportsController::showReport(const Request &request)
{
    const int id = request.id(u"task_run_id"_s), caseRun = request.id(u"case_run_id"_s);
    const RunRecord *found = run(id);
    if (!found)
        return notFound(Words::tr("run"), id);
    const int index = caseIndexOf(*found, caseRun);
    if (index < 0)
        return notFound(Words::tr("case run"), caseRun);
    return result(reportJson(*found, index, request.number(u"brokens_limit_count"_s, 0)));
}

Response ReportsController::showHistory(const Request &request) const
{
    const domain::TaskId id{request.id(u"task_id"_s)};
    auto *document = m_workshop.ownerOf(id);
    QJsonArray list;
    bool known = document != nullptr;
    const auto projects = m_workshop.workspace().projects();
    for (const auto &entry : m_workshop.workspace().runs()) { // newest first; those of a deleted task stay readable
        if (entry.task != id || !id.isValid())
            continue;
        if (std::ranges::none_of(projects, [&](const auto &one) { return one.id == entry.project; }))
            continue;
        known = true;
        if (!entry.ended.isValid())
            continue;
        if (const auto loaded = m_workshop.workspace().loadRunHead(entry.id))
            list.append(historyJson(*loaded));
    }
    return known ? success(200, {{u"log_list"_s, list}}) : notFound(Words::tr("task"), id.value);
}

Response ReportsController::showChart(const Request &request)
{
    const int id = request.id(u"task_run_id"_s), caseRun = request.id(u"case_run_id"_s);
    const RunRecord *found = run(id);
    if (!found)
        return notFound(Words::tr("run"), id);
    const int index = caseIndexOf(*found, caseRun);
    if (index < 0)
        return notFound(Words::tr("case run"), caseRun);
    const QString wanted = request.path[u"detail_id"_s];
    for (int item = 0; item < found->cases[index].items.size(); ++item)
        if (report::detailId(caseRun, item) == wanted)
            return result(chartJson(*found, index, item));
    return problem(Fault::NotFound, Words::tr("There is no detail %1.").arg(wanted.left(64)));
}

Response ReportsController::showDetail(const Request &request)
{
    const int id = request.id(u"task_run_id"_s), caseRun = request.id(u"case_run_id"_s);
    const RunRecord *found = run(id);
    if (!found)
        return notFound(Words::tr("run"), id);
    const int index = caseIndexOf(*found, caseRun);
    if (index < 0)
        return notFound(Words::tr("case run"), caseRun);
    return result({{u"detail"_s, detailJson(*found, index)}, {u"err_message"_s, QJsonValue::Null}});
}

Response ReportsController::showCases(const Request &request) const
{
    const int id = request.id(u"task_run_id"_s);
    const auto found = head(id);
    if (!found)
        return notFound(Words::tr("run"), id);
    QJsonArray list;
    for (int i = 0; i < found->cases.size(); ++i)
        list.append(caseAwJson(*found, i));
    return result({{u"case_aw_info_list"_s, list}, {u"err_message"_s, QJsonValue::Null}});
}

Response ReportsController::showOutline(const Request &request)
{
    const int id = request.id(u"task_run_id"_s);
    const RunRecord *found = run(id);
    if (!found)
        return notFound(Words::tr("run"), id);
    return result({{u"outline"_s, outlineJson(*found)}, {u"err_message"_s, QJsonValue::Null}});
}

} // namespace api
