// compare RUN RUN [RUN]: the first is the baseline; --fail-if makes it a gate.
#include "app/cli/readrun.h"
#include "app/cli/verb.h"
#include "app/report/comparison.h"
#include "app/report/htmlreport.h"
#include "app/report/text.h"
#include <QCoreApplication>
#include <QSaveFile>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::CompareVerb)
};

QString valueText(const report::ComparisonRow &row, qsizetype run)
{
    const auto &value = row.values[run];
    return value ? report::metricText(row.metric, *value) : u"–"_s;
}

QString changeText(const report::ComparisonRow &row, qsizetype later)
{
    if (!row.values.first() || !row.values[later + 1])
        return u"–"_s;
    const QString percent = QString::number(row.changePercent[later], 'f', 1) + u" %"_s;
    const QString sign = row.changePercent[later] > 0 ? u"+"_s : QString();
    const bool better = row.directions[later] == report::Direction::Better;
    const QString word = !row.beyondNoise[later] ? Words::tr("noise") : better ? Words::tr("better") : Words::tr("worse");
    return u"%1%2  %3"_s.arg(sign, percent, word);
}

/// Every row of every metric, one a line, in columns.
QString table(const report::Comparison &comparison)
{
    QList<QStringList> lines;
    QStringList head{Words::tr("Item"), Words::tr("Figure")};
    head += comparison.runNames;
    for (qsizetype later = 1; later < comparison.runNames.size(); ++later)
        head += Words::tr("Change %1").arg(later);
    lines += head;
    for (const auto &row : comparison.rows) {
        QStringList line{row.name.isEmpty() ? row.caseName : row.name, row.metric};
        for (qsizetype run = 0; run < row.values.size(); ++run)
            line += valueText(row, run);
        for (qsizetype later = 0; later + 1 < row.values.size(); ++later)
            line += changeText(row, later);
        lines += line;
    }
    QList<qsizetype> widths(head.size());
    for (const auto &line : lines)
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line[i].size());
    QString text;
    for (const auto &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            text += (i < 2 ? line[i].leftJustified(widths[i]) : line[i].rightJustified(widths[i])) + (i + 1 < line.size() ? u"  "_s : u"\n"_s);
    }
    return text;
}

domain::Result<> writePage(const QString &path, const domain::RunRecord &run, const report::Comparison &comparison)
{
    const auto page = report::toHtml(run, &comparison);
    if (!page)
        return tl::unexpected(page.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*page) != page->size() || !file.commit())
        return domain::fail(Words::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

} // namespace

int compareVerb(const QStringList &arguments, Console console)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Compares runs with the first one."));
    parser.addPositionalArgument(u"RUN"_s, Words::tr("Two or three runs: run files, or WORKSPACE#RUN_ID."), u"RUN RUN [RUN]"_s);
    parser.addOption({u"fail-if"_s, Words::tr("Exits 99 when this is so, e.g. 'p95>+10%' or 'Pay: errors>+5'; may be repeated."), u"RULE"_s});
    parser.addOption({u"html"_s, Words::tr("Writes the last run's report with the comparison."), u"OUT"_s});
    if (const auto code = parse(parser, u"compare"_s, arguments, console))
        return *code;
    const QStringList names = parser.positionalArguments();
    if (names.size() < 2 || names.size() > 3)
        return complain(console, Words::tr("compare takes two or three runs."));
    QVector<report::FailRule> rules;
    for (const QString &text : parser.values(u"fail-if"_s)) {
        const auto rule = report::parseFailRule(text);
        if (!rule)
            return complain(console, rule.error().message);
        rules.append(*rule);
    }
    QVector<domain::RunRecord> runs;
    for (const QString &name : names) {
        auto run = readRun(name);
        if (!run)
            return complain(console, run.error().message);
        runs.append(std::move(*run));
    }
    const report::Comparison comparison = report::compare(runs);
    console.out << table(comparison) << u'\n' << report::noiseRule() << Qt::endl;
    if (parser.isSet(u"html"_s))
        if (const auto written = writePage(parser.value(u"html"_s), runs.last(), comparison); !written)
            return complain(console, written.error().message, CannotStart);
    const auto results = report::broken(comparison, rules);
    if (!results)
        return complain(console, results.error().message);
    for (const auto &result : *results)
        console.out << Words::tr("BROKE %1: %2, %3").arg(result.rule.text, result.name.isEmpty() ? result.caseName : result.name,
                                                         result.rule.percent ? QString::number(result.actual, 'f', 1) + u" %"_s
                                                                             : QString::number(result.actual, 'g', 6))
                    << Qt::endl;
    return results->isEmpty() ? Done : RuleBroken;
}

} // namespace cli
