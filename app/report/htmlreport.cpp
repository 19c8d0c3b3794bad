#include "app/report/htmlreport.h"

#include "app/report/chartdata.h"
#include "app/report/comparison.h"
#include "app/report/jsonreport.h"
#include "app/report/svgchart.h"
#include "app/report/text.h"
#include "app/report/verdict.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <kainjow/mustache.hpp>

namespace report {

using namespace Qt::StringLiterals;
using Data = kainjow::mustache::data;

namespace {

std::string utf8(const QString &text) { return text.toStdString(); }

domain::Result<QByteArray> resource(const QString &name)
{
    QFile file(u":/report/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(QCoreApplication::translate("report::ReportFile", "This program lacks its report page (%1).").arg(name));
    return file.readAll();
}

/// Inside a script element only "<" can end it: JSON may write it as an escape.
std::string scriptJson(QByteArray json) { return json.trimmed().replace('<', "\\u003c").toStdString(); }

/// Each word in both languages; the page's language hides one.
Data wordsOf(const QJsonObject &words)
{
    Data data;
    for (auto word = words.begin(); word != words.end(); ++word) {
        const QJsonArray both = word.value().toArray();
        data[word.key().toStdString()] = utf8(u"<span class=\"en\">%1</span><span class=\"zh\">%2</span>"_s.arg(
            both.at(0).toString().toHtmlEscaped(), both.at(1).toString().toHtmlEscaped()));
    }
    return data;
}

Data flag(bool value) { return value ? Data(Data::type::bool_true) : Data(Data::type::bool_false); }

/// An empty text opens no section of the template.
Data unlessEmpty(const QString &text) { return text.isEmpty() ? flag(false) : Data(utf8(text)); }

Data slaData(const domain::RunRecord &run)
{
    Data data;
    Data worst(Data::type::list);
    int missed = 0;
    for (const auto &result : run.rules) {
        if (result.passed || ++missed > 3)
            continue;
        Data row;
        row["actual"] = utf8(actualText(result));
        row["unit"] = utf8(unitOf(result.rule.metric));
        row["rule"] = utf8((result.rule.target.isEmpty() ? QString() : result.rule.target + ": "_L1) + ruleText(result.rule));
        worst << row;
    }
    data["tone"] = run.rules.isEmpty() ? "none" : missed ? "bad" : "ok";
    data["missed"] = flag(missed > 0);
    data["kept"] = flag(!missed && !run.rules.isEmpty());
    data["none"] = flag(run.rules.isEmpty());
    data["missedCount"] = std::to_string(missed);
    data["count"] = std::to_string(run.rules.size());
    data["worst"] = std::move(worst);
    return data;
}

Data trustData(const domain::RunRecord &run)
{
    const Verdict verdict = verdictOf(run);
    Data data;
    Data reasons(Data::type::list);
    for (const auto &reason : verdict.reasons)
        reasons << Data(utf8(reason));
    data["ok"] = flag(verdict.trustworthy);
    data["tone"] = verdict.trustworthy ? "ok" : "warn";
    data["hasReasons"] = flag(!verdict.reasons.isEmpty());
    data["reasons"] = std::move(reasons);
    data["cpu"] = utf8(QString::number(verdict.cpuPercentMax, 'f', 0));
    data["lateness"] = utf8(timeText(verdict.latenessP99us / 1000));
    data["dropped"] = utf8(countText(verdict.startsDropped));
    return data;
}

Data rulesData(const domain::RunRecord &run)
{
    Data rows(Data::type::list);
    for (const auto &result : run.rules) {
        Data row;
        row["rule"] = utf8(result.rule.name.isEmpty() ? ruleText(result.rule) : u"%1 · %2"_s.arg(result.rule.name, ruleText(result.rule)));
        row["target"] = utf8(result.rule.target);
        row["actual"] = utf8(actualText(result));
        row["unit"] = utf8(unitOf(result.rule.metric));
        row["passed"] = flag(result.passed);
        rows << row;
    }
    return rows;
}

Data statisticsRow(const ItemFigures &figures, const std::string &kind)
{
    Data row;
    row["name"] = utf8(figures.name);
    row["method"] = unlessEmpty(figures.method);
    row["kind"] = kind.empty() ? flag(false) : Data(kind);
    row["rowClass"] = figures.kind == ItemFigures::Case ? "case-row" : "";
    row["indent"] = figures.kind == ItemFigures::Case ? "" : "indent";
    row["count"] = utf8(countText(figures.requests));
    row["failed"] = utf8(countText(figures.errorCount));
    row["failedPercent"] = utf8(QString::number(figures.requests ? 100.0 * double(figures.errorCount) / double(figures.requests) : 0, 'f', 2));
    row["failedTone"] = figures.errorCount ? "bad-text" : "";
    row["perSecond"] = utf8(rateText(figures.tps));
    row["mean"] = utf8(timeText(figures.times.average));
    row["p50"] = utf8(timeText(figures.times.tp50));
    row["p90"] = utf8(timeText(figures.times.tp90));
    row["p95"] = utf8(timeText(figures.times.tp95));
    row["p99"] = utf8(timeText(figures.times.tp99));
    row["p999"] = utf8(timeText(figures.times.tp999));
    row["max"] = utf8(timeText(figures.times.max));
    row["kbs"] = utf8(rateText(figures.avgNetworkTraffic));
    return row;
}

Data statisticsData(const CaseFigures &figures, const QJsonObject &words)
{
    const auto both = [&](const QString &key) {
        const QJsonArray word = words[key].toArray();
        return utf8(u"<span class=\"en\">%1</span><span class=\"zh\">%2</span>"_s.arg(word.at(0).toString(), word.at(1).toString()));
    };
    Data rows(Data::type::list);
    rows << statisticsRow(figures.performance, {});
    for (const auto &row : figures.transactions)
        rows << statisticsRow(row, both(u"transactions"_s));
    for (const auto &row : figures.requests)
        rows << statisticsRow(row, row.setup ? both(u"setup"_s) : std::string());
    return rows;
}

Data errorsData(const domain::CaseRecord &record, const Data &words)
{
    QVector<domain::ErrorRecord> errors = record.errors;
    std::stable_sort(errors.begin(), errors.end(), [](const auto &a, const auto &b) { return a.count > b.count; });
    Data rows(Data::type::list);
    for (const auto &error : errors) {
        Data row;
        row["message"] = utf8(error.message);
        row["request"] = utf8(error.request);
        const Data *side = words.get("side_" + utf8(error.side));
        row["side"] = side && side->is_string() ? side->string_value() : utf8(error.side.toHtmlEscaped());
        row["tone"] = error.side == "server"_L1 ? "bad" : "warn";
        row["count"] = utf8(countText(error.count));
        row["first"] = utf8(clockText(error.firstSeen));
        row["last"] = utf8(clockText(error.lastSeen));
        row["sample"] = unlessEmpty(error.sample);
        rows << row;
    }
    return rows;
}

/// Requests that play or publish media.
Data streamsData(const CaseFigures &figures)
{
    const auto mean = [](const engine::StreamDelay &delay) {
        return utf8(delay.count ? timeText(double(delay.sum) / double(delay.count) / 1e6) : u"–"_s);
    };
    Data rows(Data::type::list);
    for (const ItemFigures &item : figures.requests) {
        if (!item.streaming)
            continue;
        const engine::StreamFigures &stream = *item.streaming;
        Data row;
        row["name"] = utf8(item.name);
        row["plays"] = utf8(countText(stream.plays));
        row["failed"] = utf8(countText(stream.errors()));
        row["failedTone"] = stream.errors() ? "bad-text" : "";
        row["firstFrame"] = mean(stream.firstFrame);
        row["stalls"] = utf8(countText(stream.stalls));
        row["keyFrames"] = mean(stream.receivedKeyFrames.count ? stream.receivedKeyFrames : stream.sentKeyFrames);
        row["kbs"] = utf8(rateText(item.avgNetworkTraffic));
        rows << row;
    }
    return rows;
}

Data stagesData(const domain::CaseRecord &record)
{
    Data rows(Data::type::list);
    for (const auto &stage : record.stageRecords) {
        Data row;
        row["name"] = utf8(stage.name);
        row["from"] = utf8(clockText(stage.start));
        row["to"] = utf8(clockText(stage.end));
        row["target"] = utf8(rateText(stage.target));
        row["achieved"] = utf8(rateText(stage.achieved));
        rows << row;
    }
    return rows;
}

/// The steps of a smart peak, or the one moment of a plain one.
Data peaksData(const CaseFigures &figures)
{
    Data rows(Data::type::list);
    const auto &peak = figures.performance.peak;
    for (const PeakFigures &step : figures.peakSteps.isEmpty() && peak ? QVector<PeakFigures>{*peak} : figures.peakSteps) {
        Data row;
        row["at"] = utf8(clockText(step.second));
        row["users"] = utf8(countText(quint64(step.users)));
        row["rps"] = utf8(rateText(step.rps));
        row["mean"] = utf8(timeText(step.averageMs));
        row["success"] = utf8(QString::number(step.successRate, 'f', 2));
        row["isPeak"] = flag(peak && step.second == peak->second);
        rows << row;
    }
    return rows;
}

/// Mean target over the seconds with traffic, of a rate case.
double meanTarget(const CaseFigures &figures)
{
    double sum = 0;
    const auto &performance = figures.performance;
    const qsizetype end = std::min<qsizetype>(performance.firstSecond + performance.trafficSeconds, figures.curves.target.size());
    for (qsizetype second = performance.firstSecond; second < end; ++second)
        sum += figures.curves.target[second];
    return performance.trafficSeconds ? sum / performance.trafficSeconds : 0;
}

void fillTiles(Data &data, const CaseFigures &figures)
{
    const ItemFigures &all = figures.performance;
    data["requests"] = utf8(countText(all.requests));
    data["rps"] = utf8(rateText(all.tps));
    data["tps"] = utf8(rateText(all.tranTps));
    data["passes"] = utf8(countText(all.transactions));
    data["p50"] = utf8(timeText(all.times.tp50));
    data["p90"] = utf8(timeText(all.times.tp90));
    data["p95"] = utf8(timeText(all.times.tp95));
    data["p99"] = utf8(timeText(all.times.tp99));
    data["mean"] = utf8(timeText(all.times.average));
    data["max"] = utf8(timeText(all.times.max));
    data["success"] = utf8(QString::number(all.successRate, 'f', 2));
    data["failed"] = utf8(countText(all.errorCount));
    data["failedTone"] = all.errorCount ? "bad-text" : "";
    data["users"] = utf8(countText(quint64(all.maxUsers)));
    data["vum"] = utf8(countText(all.vum));
    data["schedule"] = all.fromSchedule ? Data(utf8(timeText(all.fromSchedule->tp95))) : flag(false);
    const double target = figures.rate ? meanTarget(figures) : 0;
    data["targetShare"] = target > 0 ? Data(utf8(QString::number(100 * all.tranTps / target, 'f', 1))) : flag(false);
    data["target"] = utf8(rateText(target));
    data["targetTone"] = target > 0 && all.tranTps < 0.99 * target ? "warn-text" : "";
}

void fillPictures(Data &data, const CaseFigures &figures)
{
    const Curves &curves = figures.curves;
    const auto svg = [](const QString &title, const QString &unit, QVector<ChartSeries> series, bool stacked = false) {
        ChartSpec spec;
        spec.title = title;
        spec.unit = unit;
        spec.series = std::move(series);
        spec.stacked = stacked;
        return utf8(svgChart(spec));
    };
    data["svgTps"] = svg(u"TPS"_s, u"/s"_s, {{u"TPS"_s, u"var(--s1)"_s, curves.transactions, false, true}});
    data["svgTime"] = svg(u"ms"_s, u"ms"_s, {{u"p50"_s, u"var(--p50)"_s, curves.p50}, {u"p95"_s, u"var(--p95)"_s, curves.p95},
                                             {u"p99"_s, u"var(--p99)"_s, curves.p99}});
    data["svgCodes"] = svg(u"2xx 3xx 4xx 5xx"_s, u"/s"_s,
                           {{u"5xx"_s, u"var(--c5)"_s, curves.status[4]}, {u"4xx"_s, u"var(--c4)"_s, curves.status[3]},
                            {u"3xx"_s, u"var(--c3)"_s, curves.status[2]}, {u"2xx"_s, u"var(--c2)"_s, curves.status[1]}}, true);
}

Data caseData(const domain::RunRecord &run, const CaseFigures &figures, const Data &words, const QJsonObject &wordsJson)
{
    const auto &record = run.cases[figures.index];
    Data data;
    data["name"] = utf8(record.name);
    data["index"] = std::to_string(figures.index);
    data["many"] = flag(run.cases.size() > 1);
    fillTiles(data, figures);
    if (figures.curves.rps.size() <= 1200) // what a page shows without script; a long run would double its size
        fillPictures(data, figures);
    data["failuresOrRps"] = figures.performance.errorCount ? "failures" : "rps";
    data["hasSides"] = flag(figures.performance.errorCount > 0);
    data["hasRequests"] = flag(figures.performance.requests > 0);
    data["hasCpu"] = flag(!run.health.isEmpty());
    data["hasStages"] = flag(!record.stageRecords.isEmpty());
    data["stages"] = stagesData(record);
    data["hasPeak"] = flag(figures.performance.peak.has_value());
    data["peaks"] = peaksData(figures);
    data["hasStreams"] = flag(figures.performance.streaming.has_value());
    data["streams"] = streamsData(figures);
    data["rows"] = statisticsData(figures, wordsJson);
    const auto &all = figures.performance;
    data["hasExtra"] = flag(all.retried || all.redirectHops || all.cutOff);
    data["retried"] = utf8(countText(all.retried));
    data["hops"] = utf8(countText(all.redirectHops));
    data["cutOff"] = utf8(countText(all.cutOff));
    data["hasErrors"] = flag(!record.errors.isEmpty());
    data["errorCount"] = utf8(countText(all.errorCount));
    data["causeCount"] = std::to_string(record.errors.size());
    data["errors"] = errorsData(record, words);
    return data;
}

Data comparisonData(const Comparison &comparison, const Data &words)
{
    Data data;
    Data runs(Data::type::list), differences(Data::type::list);
    for (const auto &name : comparison.runNames)
        runs << Data(utf8(name));
    for (const auto &row : comparison.rows) {
        Data values(Data::type::list);
        for (const auto &value : row.values)
            values << Data(value ? utf8(metricText(row.metric, *value)) : std::string("–"));
        const qsizetype last = row.changePercent.size() - 1;
        if (last < 0)
            continue;
        const bool better = row.directions[last] == Direction::Better, beyond = row.beyondNoise[last];
        Data line;
        line["name"] = utf8(row.name.isEmpty() ? row.caseName : row.name);
        line["metric"] = utf8(row.metric);
        line["values"] = std::move(values);
        line["change"] = utf8(u"%1%2 %"_s.arg(row.changePercent[last] > 0 ? u"+"_s : row.changePercent[last] < 0 ? u"−"_s : QString())
                                  .arg(std::abs(row.changePercent[last]), 0, 'f', 1));
        line["tone"] = !beyond ? "muted" : better ? "ok-text" : "bad-text";
        const char *word = !beyond ? "noise" : better ? "better" : "worse";
        line["verdict"] = words.get(word) ? words.get(word)->string_value() : std::string(word);
        differences << line;
    }
    data["noiseRule"] = utf8(noiseRule());
    data["runs"] = std::move(runs);
    data["differences"] = std::move(differences);
    return data;
}

} // namespace

domain::Result<QByteArray> toHtml(const domain::RunRecord &run, const Comparison *comparison)
{
    QHash<QString, QByteArray> parts;
    for (const auto &name : {u"report.html"_s, u"report.css"_s, u"dark.css"_s, u"chart.js"_s, u"report.js"_s, u"words.json"_s}) {
        auto bytes = resource(name);
        if (!bytes)
            return tl::unexpected(bytes.error());
        parts[name] = *bytes;
    }
    const QJsonObject wordsJson = QJsonDocument::fromJson(parts[u"words.json"_s]).object();
    const Data words = wordsOf(wordsJson);
    Data page;
    page["w"] = Data(words);
    page["css"] = parts[u"report.css"_s].replace("/*DARK*/", parts[u"dark.css"_s]).toStdString();
    page["js"] = "'use strict';\n{\n" + parts[u"chart.js"_s].toStdString() + parts[u"report.js"_s].toStdString() + "}\n";
    page["title"] = utf8(run.taskName.isEmpty() ? run.projectName : run.taskName);
    const QString from = run.started.toString(u"yyyy-MM-dd HH:mm:ss"_s);
    page["when"] = utf8(run.ended.isValid() ? u"%1 – %2"_s.arg(from, run.ended.toString(u"HH:mm:ss"_s)) : from);
    page["project"] = unlessEmpty(run.projectName);
    page["environment"] = unlessEmpty(run.environment);
    page["threads"] = std::to_string(run.threads);
    page["aborted"] = flag(run.status == domain::RunStatus::Aborted);
    page["stopped"] = flag(run.status == domain::RunStatus::Stopped);
    page["sla"] = slaData(run);
    page["trust"] = trustData(run);
    page["hasRules"] = flag(!run.rules.isEmpty());
    page["rules"] = rulesData(run);
    page["version"] = CRESCENDO_VERSION;
    Data cases(Data::type::list);
    QJsonArray charts;
    for (const auto &figures : figuresOf(run)) {
        cases << caseData(run, figures, words, wordsJson);
        charts.append(chartData(run, figures));
    }
    page["cases"] = std::move(cases);
    page["comparison"] = comparison ? comparisonData(*comparison, words) : flag(false);
    page["wordsJson"] = scriptJson(QJsonDocument(wordsJson).toJson(QJsonDocument::Compact));
    page["chartJson"] = scriptJson(QJsonDocument(QJsonObject{{u"cases"_s, charts}}).toJson(QJsonDocument::Compact));
    domain::RunRecord carried = run;
    for (auto &record : carried.cases)
        record.log.clear(); // no figure needs it, and its exchanges would make a page of megabytes
    page["runJson"] = scriptJson(toRunFile(carried));
    kainjow::mustache::mustache html(parts[u"report.html"_s].toStdString());
    if (!html.is_valid())
        return domain::fail(QCoreApplication::translate("report::ReportFile", "This program's report page is broken: %1.")
                                .arg(QString::fromStdString(html.error_message())));
    return QByteArray::fromStdString(html.render(page));
}

std::optional<QByteArray> runFileInHtml(const QByteArray &html)
{
    static const QByteArray begin = "<script type=\"application/json\" id=\"crescendo-run\">", end = "</script>";
    const qsizetype from = html.indexOf(begin);
    if (from < 0)
        return std::nullopt;
    const qsizetype to = html.indexOf(end, from);
    if (to < 0)
        return std::nullopt;
    return html.mid(from + begin.size(), to - from - begin.size());
}

} // namespace report
