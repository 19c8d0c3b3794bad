#include "app/report/jsonreport.h"

#include "app/report/figuresjson.h"
#include "app/report/runcodec.h"
#include "app/report/verdictjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace report {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(report::JsonReport)
};

QString ruleText(const domain::SlaRule &rule)
{
    const QString condition = u"%1 %2 %3"_s.arg(rule.metric, rule.comparison).arg(rule.value);
    return rule.target.isEmpty() ? condition : rule.target + ": "_L1 + condition;
}

QJsonValue stamp(const QDateTime &time)
{
    if (!time.isValid())
        return QJsonValue::Null;
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QJsonArray stagesJson(const domain::CaseRecord &record)
{
    QJsonArray stages;
    for (const auto &stage : record.stageRecords)
        stages.append(QJsonObject{{u"name"_s, stage.name}, {u"start"_s, stage.start}, {u"end"_s, stage.end},
                                  {u"target"_s, stage.target}, {u"achieved"_s, stage.achieved}});
    return stages;
}

QJsonArray errorsJson(const domain::CaseRecord &record)
{
    QJsonArray errors;
    for (const auto &error : record.errors)
        errors.append(QJsonObject{{u"side"_s, error.side}, {u"kind"_s, error.kind}, {u"request"_s, error.request},
                                  {u"message"_s, error.message}, {u"count"_s, qint64(error.count)},
                                  {u"first_seen"_s, error.firstSeen}, {u"last_seen"_s, error.lastSeen},
                                  {u"sample"_s, error.sample}});
    return errors;
}

QJsonObject caseJson(const domain::RunRecord &run, int index)
{
    const auto &record = run.cases[index];
    const CaseFigures figures = figuresOf(run, index);
    const QDateTime start = run.started.addMSecs(qint64(record.startOffset * 1000));
    QJsonArray details;
    const auto add = [&](const QVector<ItemFigures> &items) {
        for (const auto &item : items)
            details.append(QJsonObject{{u"detail_id"_s, detailId(record.caseRunId, item.item)}, {u"name"_s, item.name},
                                       {u"chart"_s, chartJson(curvesOf(record, item.item), start)},
                                       {u"resp_time_range"_s, rangesJson(record.items[item.item].total.times)}});
    };
    add(figures.requests);
    add(figures.transactions);
    QJsonArray steps;
    for (const auto &step : figures.peakSteps)
        steps.append(peakJson(step));
    return {{u"name"_s, record.name}, {u"case_run_id"_s, QString::number(record.caseRunId)},
            {u"warm_up"_s, record.warmUp}, {u"peak_steps"_s, steps}, {u"detail"_s, detailJson(figures)}, {u"chart"_s, chartJson(figures.curves, start)},
            {u"sides"_s, sidesJson(figures.curves)},
            {u"resp_time_range"_s, rangesJson(figures.total.times)}, {u"details"_s, details},
            {u"stages"_s, stagesJson(record)}, {u"errors"_s, errorsJson(record)}};
}

} // namespace

QByteArray toRunFile(const domain::RunRecord &run)
{
    QJsonArray cases, thresholds;
    for (int index = 0; index < run.cases.size(); ++index)
        cases.append(caseJson(run, index));
    for (const auto &result : run.rules)
        thresholds.append(QJsonObject{{u"rule"_s, ruleText(result.rule)}, {u"actual"_s, result.judged ? QJsonValue(result.actual) : QJsonValue()},
                                      {u"passed"_s, result.passed}, {u"triggers"_s, qint64(result.triggers)}});
    const QJsonObject task{{u"name"_s, run.taskName}, {u"started"_s, stamp(run.started)}, {u"ended"_s, stamp(run.ended)},
                           {u"status"_s, int(run.status)}, {u"parallel"_s, run.parallel}};
    const QJsonObject file{{u"format"_s, u"crescendo-run"_s}, {u"version"_s, version}, {u"task"_s, task},
                           {u"cases"_s, cases}, {u"thresholds"_s, thresholds}, {u"verdict"_s, verdictJson(run)},
                           {u"data"_s, encodeRun(run)}};
    return QJsonDocument(file).toJson(QJsonDocument::Compact) + '\n';
}

domain::Result<domain::RunRecord> runFromFile(const QByteArray &bytes, const QString &where)
{
    const QString name = where.isEmpty() ? Words::tr("The file") : where;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return domain::fail(Words::tr("%1 is not a complete run file: %2 at byte %3.").arg(name, error.errorString()).arg(error.offset));
    const QJsonObject file = document.object();
    if (file["format"_L1].toString() != "crescendo-run"_L1)
        return domain::fail(Words::tr("%1 is not a run file of Crescendo.").arg(name));
    const int found = file["version"_L1].toInt(-1);
    if (found > version)
        return domain::fail(Words::tr("%1 was written by a newer Crescendo (run file version %2; this one reads version %3).")
                                .arg(name).arg(found).arg(version));
    if (found < 1)
        return domain::fail(Words::tr("%1 is damaged: its version is missing or wrong.").arg(name));
    auto run = decodeRun(file["data"_L1].toObject());
    if (!run)
        return domain::fail(Words::tr("%1 is damaged: %2.").arg(name, run.error().message));
    return run;
}

} // namespace report
