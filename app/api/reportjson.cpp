#include "app/api/reportjson.h"

#include "app/api/workshop.h"
#include "app/report/figuresjson.h"
#include <QJsonArray>
#include <cmath>

namespace api {

using namespace Qt::StringLiterals;
using domain::ItemRecord;
using domain::RunRecord;
using report::CaseFigures;
using report::Times;

namespace {

constexpr int reportDone = 15; // status of an item in every report of the reference

QDateTime startOf(const RunRecord &run, const domain::CaseRecord &record)
{
    return run.started.addMSecs(qint64(record.startOffset * 1000));
}

QDateTime endOf(const RunRecord &run)
{
    return run.ended.isValid() ? run.ended : QDateTime::currentDateTime();
}

/// Members every row of a report carries beside its figures.
void addPlace(QJsonObject &row, const RunRecord &run, const domain::CaseRecord &record)
{
    row["id"_L1] = QString::number(record.caseRunId);
    row["caseUri"_L1] = QString::number(record.caseRunId);
    row["testCaseUri"_L1] = QString::number(record.testCase.value);
    row["taskId"_L1] = QString::number(run.id.value);
    row["taskProjectId"_L1] = QString::number(run.task.value);
    row["taskName"_L1] = run.taskName;
    row["projectId"_L1] = QString::number(run.project.value);
    row["serviceId"_L1] = QString::number(run.project.value);
    row["transactionId"_L1] = QString();
    row["createTime"_L1] = stamp(run.started);
    row["updateTime"_L1] = stamp(endOf(run));
    row["status"_L1] = reportDone;
    row["taskStatus"_L1] = taskStatusOf(run.status);
    row["result"_L1] = 0;
    row["errorEventsCount"_L1] = 0;
    if (run.ended.isValid())
        row["userConcur"_L1] = 0;
    else
        row["userConcur"_L1] = record.seconds.isEmpty() ? 0 : record.seconds.last().users;
}

QJsonArray withPlace(const QJsonArray &rows, const RunRecord &run, const domain::CaseRecord &record)
{
    QJsonArray all;
    for (const QJsonValue &value : rows) {
        QJsonObject row = value.toObject();
        addPlace(row, run, record);
        all.append(row);
    }
    return all;
}

/// Numbers the first version of the report has on every row; what a row has no figure for is 0.
QJsonObject firstVersion(QJsonObject row)
{
    for (const QLatin1StringView member : {"avgTranRespTime"_L1, "maxTranRespTime"_L1, "tranTPS"_L1, "transactionalSuccessRate"_L1,
                                           "transactionalTps"_L1, "transactionalTpsSuccess"_L1})
        if (!row[member].isDouble())
            row[member] = 0;
    for (const QLatin1StringView member : {"transactions"_L1, "transactionSuccess"_L1})
        if (!row.contains(member))
            row[member] = QJsonValue::Null;
    return row;
}

QJsonObject outlineOfCase(const RunRecord &run, const CaseFigures &figures)
{
    const auto &performance = figures.performance;
    const bool kept = std::ranges::all_of(run.rules, [](const auto &result) { return result.passed; });
    const int ended = run.ended.isValid() ? 1 : 0;
    return {{u"avgResponseTime"_s, performance.times.average}, {u"branchId"_s, QJsonValue::Null}, {u"branchName"_s, QJsonValue::Null},
            {u"caseRetry"_s, 0}, {u"completeNum"_s, ended}, {u"duration"_s, performance.duration}, {u"endTime"_s, stamp(performance.end)},
            {u"executedNum"_s, 1}, {u"iterationUri"_s, QJsonValue::Null}, {u"kpiCaseCount"_s, 1}, {u"kpiCaseExecuteCount"_s, ended},
            {u"kpiCasePassCount"_s, ended && kept ? 1 : 0}, {u"maxUsers"_s, performance.maxUsers}, {u"passNum"_s, ended && kept ? 1 : 0},
            {u"projectId"_s, QString::number(run.project.value)}, {u"serviceId"_s, QString::number(run.project.value)},
            {u"stage"_s, 1}, {u"stageName"_s, figures.name}, {u"startTime"_s, stamp(performance.start)},
            {u"successRate"_s, performance.successRate}, {u"taskStatus"_s, taskStatusOf(run.status)}, {u"totalNum"_s, 1},
            {u"tps"_s, performance.tps}, {u"versionUri"_s, QJsonValue::Null}};
}

QJsonObject awItem(const domain::CaseRecord &record, int item)
{
    return {{u"caseAwId"_s, report::detailId(record.caseRunId, item)}, {u"datumType"_s, record.items[item].kind == ItemRecord::Transaction ? 2 : 0},
            {u"name"_s, record.items[item].name}, {u"transactionId"_s, QJsonValue::Null}, {u"awList"_s, QJsonValue::Null}};
}

/// Requests a second of all cases on the run's own axis.
QVector<double> togetherASecond(const RunRecord &run, const QVector<CaseFigures> &figures)
{
    QVector<double> sum;
    for (const CaseFigures &one : figures) {
        const qsizetype from = qsizetype(run.cases[one.index].startOffset);
        for (qsizetype i = 0; i < one.curves.rps.size(); ++i) {
            if (sum.size() <= from + i)
                sum.resize(from + i + 1);
            sum[from + i] += one.curves.rps[i];
        }
    }
    return sum;
}

} // namespace

int taskStatusOf(domain::RunStatus status)
{
    switch (status) {
    case domain::RunStatus::Finished: return 6;
    case domain::RunStatus::Aborted: return 3;
    case domain::RunStatus::Stopped: return 4;
    default: return 0;
    }
}

QJsonObject reportJson(const RunRecord &run, int caseIndex, int mostPoints)
{
    const auto &record = run.cases[caseIndex];
    const CaseFigures figures = report::figuresOf(run, caseIndex);
    QJsonObject brokens = report::chartJson(figures.curves, startOf(run, record), mostPoints);
    for (const QLatin1StringView member : {"performance_load"_L1, "rtmp_brokens"_L1, "streaming_error_brokens"_L1})
        brokens.remove(member);
    const QJsonObject details = report::detailJson(figures, Times::Whole);
    QJsonArray rows, transactions;
    for (const QJsonValue &row : withPlace(details["detailDatas"_L1].toArray(), run, record))
        rows.append(firstVersion(row.toObject()));
    for (const QJsonValue &row : details["customTransactions"_L1].toArray())
        transactions.append(row["name"_L1]); // names alone, as this version has them
    QJsonObject performance = details["performance"_L1].toObject();
    addPlace(performance, run, record);
    const QJsonObject page{{u"customTransactions"_s, transactions}, {u"detailDatas"_s, rows}, {u"performance"_s, firstVersion(performance)}};
    return {{u"brokens"_s, brokens},
            {u"details"_s, QJsonObject{{u"data"_s, QJsonArray{page}}, {u"pageIndex"_s, 1}, {u"pageSize"_s, 5}, {u"total"_s, 1}}},
            {u"outline"_s, outlineOfCase(run, figures)},
            {u"respTimeRange"_s, report::rangesJson(figures.total.times)},
            {u"rtproportion"_s, QJsonValue::Null},
            {u"taskInfo"_s, QJsonObject{{u"vum"_s, qint64(figures.performance.vum)}}}};
}

QJsonObject detailJson(const RunRecord &run, int caseIndex)
{
    const auto &record = run.cases[caseIndex];
    QJsonObject details = report::detailJson(report::figuresOf(run, caseIndex), Times::Whole);
    const bool kept = std::ranges::all_of(run.rules, [](const auto &result) { return result.passed; });
    for (const QLatin1StringView list : {"detailDatas"_L1, "customTransactions"_L1})
        details[list] = withPlace(details[list].toArray(), run, record);
    QJsonObject performance = details["performance"_L1].toObject();
    addPlace(performance, run, record);
    performance["checkpointResult"_L1] = kept;
    details["performance"_L1] = performance;
    return details;
}

QJsonObject chartJson(const RunRecord &run, int caseIndex, int item)
{
    const auto &record = run.cases[caseIndex];
    const auto &times = item == 0 ? report::figuresOf(run, caseIndex).total.times : record.items[item].total.times;
    return {{u"broken_list"_s, report::chartJson(report::curvesOf(record, item), startOf(run, record))},
            {u"err_message"_s, QJsonValue::Null},
            {u"resp_time_range"_s, report::rangesJson(times)}};
}

QJsonObject caseAwJson(const RunRecord &run, int caseIndex)
{
    const auto &record = run.cases[caseIndex];
    const QString number = QString::number(record.caseRunId), own = report::detailId(record.caseRunId, 0);
    QJsonArray aw, awList, transactions;
    for (int item = 0; item < record.items.size(); ++item) {
        if (record.items[item].kind == ItemRecord::Pass)
            continue;
        if (record.items[item].kind == ItemRecord::Transaction) {
            transactions.append(awItem(record, item));
            continue;
        }
        aw.append(QJsonObject{{u"datumType"_s, 0}, {u"id"_s, report::detailId(record.caseRunId, item)}, {u"name"_s, record.items[item].name}});
        awList.append(awItem(record, item));
    }
    return {{u"aw"_s, aw}, {u"awList"_s, awList}, {u"caseAwId"_s, own}, {u"caseUri"_s, QJsonValue::Null}, {u"case_uri_i"_s, number},
            {u"datumType"_s, 1}, {u"id"_s, own}, {u"name"_s, record.name}, {u"taskExecId"_s, number},
            {u"taskId"_s, QString::number(run.task.value)}, {u"testcaseId"_s, number}, {u"transactionList"_s, transactions}};
}

QJsonObject outlineJson(const RunRecord &run)
{
    const QVector<CaseFigures> figures = report::figuresOf(run);
    const QVector<double> rps = togetherASecond(run, figures);
    engine::Histogram times;
    quint64 requests = 0, successes = 0, passes = 0, sent = 0, received = 0, maxUp = 0, maxDown = 0, vum = 0;
    std::array<quint64, engine::failureClasses> failed{};
    std::array<quint64, 5> status{};
    int users = 0, first = -1, last = -1;
    for (const CaseFigures &one : figures) {
        const auto &performance = one.performance;
        times.merge(one.total.times);
        requests += performance.requests;
        successes += performance.successCount;
        passes += performance.transactions;
        sent += performance.sentBytes;
        received += performance.receivedBytes;
        maxUp = std::max(maxUp, performance.maxSentBytes);
        maxDown = std::max(maxDown, performance.maxRecBytes);
        vum += performance.vum;
        users = run.parallel ? users + performance.maxUsers : std::max(users, performance.maxUsers);
        for (size_t i = 0; i < failed.size(); ++i)
            failed[i] += performance.failed[i];
        for (size_t i = 0; i < status.size(); ++i)
            status[i] += performance.status[i];
    }
    for (qsizetype second = 0; second < rps.size(); ++second) {
        if (rps[second] <= 0)
            continue;
        first = first < 0 ? int(second) : first;
        last = int(second);
    }
    const double seconds = first < 0 ? 1 : last - first + 1;
    const auto hundredths = [](double value) { return std::round(value * 100) / 100; };
    const report::TimeFigures all = report::timesOf(times);
    const int ended = run.ended.isValid() ? int(run.cases.size()) : 0;
    const bool kept = std::ranges::all_of(run.rules, [](const auto &result) { return result.passed; });
    const QJsonObject core{
        {u"error_request_count"_s, qint64(requests - successes)},
        {u"max_rps"_s, rps.isEmpty() ? 0 : qint64(*std::ranges::max_element(rps))},
        {u"max_users"_s, users}, {u"request_count"_s, qint64(requests)}, {u"rps"_s, hundredths(double(requests) / seconds)},
        {u"success_count"_s, qint64(successes)}, {u"success_rate"_s, requests ? qint64(successes * 100 / requests) : 0},
        {u"trans_tps"_s, hundredths(double(passes) / seconds)},
        {u"response_time"_s, QJsonObject{{u"avg_response_time"_s, hundredths(all.average)}, {u"avg_tp50"_s, qint64(std::llround(all.tp50))},
                                         {u"avg_tp90"_s, qint64(std::llround(all.tp90))},
                                         {u"max_response_time"_s, qint64(std::llround(all.max))},
                                         {u"min_response_time"_s, qint64(std::llround(all.min))}}}};
    QJsonObject codes;
    for (size_t i = 0; i < status.size(); ++i)
        codes[u"sum%1xx"_s.arg(i + 1)] = qint64(status[i]);
    return {{u"core_index"_s, core},
            {u"exception_response_sum"_s, QJsonObject{{u"failed_parsed"_s, qint64(failed[0])}, {u"failed_assert"_s, qint64(failed[1])},
                                                      {u"failed_timeout"_s, qint64(failed[2])}, {u"failed_refused"_s, qint64(failed[3])},
                                                      {u"failed_others"_s, qint64(failed[4])}}},
            {u"network_traffic"_s, QJsonObject{{u"avg_network_traffic"_s, hundredths(double(sent + received) / seconds / 1000)},
                                               {u"max_down_stream"_s, qint64(maxDown)}, {u"max_upstream"_s, qint64(maxUp)}}},
            {u"response_code_sum"_s, codes},
            {u"task_basic_attribute"_s, QJsonObject{{u"project_id"_s, QString::number(run.project.value)},
                                                    {u"service_id"_s, QString::number(run.project.value)},
                                                    {u"task_id"_s, QString::number(run.task.value)}, {u"stage"_s, 1}}},
            {u"task_basic_execution_data"_s,
             QJsonObject{{u"complete_num"_s, ended}, {u"executed_num"_s, int(run.cases.size())}, {u"total_num"_s, int(run.cases.size())},
                         {u"pass_num"_s, kept ? ended : 0}, {u"kpi_case_count"_s, int(run.cases.size())},
                         {u"kpi_case_execute_count"_s, ended}, {u"kpi_case_pass_count"_s, kept ? ended : 0},
                         {u"duration"_s, first < 0 ? 0 : last - first}, {u"start_time"_s, stamp(run.started)},
                         {u"end_time"_s, stamp(run.ended)}, {u"parallel"_s, run.parallel}, {u"task_status"_s, taskStatusOf(run.status)},
                         {u"vum"_s, qint64(vum)}}}};
}

QJsonObject historyJson(const RunRecord &run)
{
    QJsonArray names;
    for (const auto &record : run.cases)
        names.append(QJsonObject{{u"name"_s, record.name}});
    const QString started = stamp(run.started).toString();
    return {{u"name"_s, run.taskName + u'_' + started}, {u"run_id"_s, run.id.value}, {u"run_type"_s, 0}, {u"start_time"_s, started},
            {u"end_time"_s, stamp(run.ended)}, {u"continue_time"_s, run.started.secsTo(run.ended)}, {u"temp_names"_s, names},
            {u"parallel"_s, run.parallel}};
}

} // namespace api
