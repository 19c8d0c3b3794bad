#include "app/cli/summary.h"

#include "app/report/figures.h"
#include "app/report/verdict.h"
#include <QCoreApplication>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("cli::Summary", text); }

using Row = QStringList;

QString ms(double value) { return QString::number(value, 'f', value < 10 ? 2 : 1); }

Row rowOf(const report::ItemFigures &item, const QString &name)
{
    return {name, QString::number(item.requests), QString::number(item.tps, 'f', 1), ms(item.times.average), ms(item.times.tp50),
            ms(item.times.tp95), ms(item.times.tp99), ms(item.times.max), QString::number(item.errorCount)};
}

/// Columns as wide as their widest cell; the first to the left, numbers to the right.
QString table(const QList<Row> &rows)
{
    QList<qsizetype> widths(rows.first().size());
    for (const Row &row : rows)
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    QString text;
    for (const Row &row : rows) {
        text += "  "_L1 + row.first().leftJustified(widths[0]);
        for (qsizetype i = 1; i < row.size(); ++i)
            text += "  "_L1 + row[i].rightJustified(widths[i]);
        text += u'\n';
    }
    return text;
}

QString statusText(domain::RunStatus status)
{
    switch (status) {
    case domain::RunStatus::Finished: return tr("finished");
    case domain::RunStatus::Aborted: return tr("stopped by a rule");
    case domain::RunStatus::Stopped: return tr("stopped");
    default: return tr("ended");
    }
}

QString ruleText(const domain::RuleResult &result)
{
    const auto &rule = result.rule;
    const QString where = rule.target.isEmpty() ? QString() : rule.target + ": "_L1;
    return u"  %1  %2%3 %4 %5   (%6)\n"_s.arg(result.passed ? tr("held ") : tr("BROKE"), where, rule.metric, rule.comparison,
                                             QString::number(rule.value, 'g', 10), result.judged ? QString::number(result.actual, 'g', 6) : u"–"_s);
}

} // namespace

QString summary(const domain::RunRecord &run)
{
    QString text = u"%1: %2, %3 s\n"_s.arg(run.taskName, statusText(run.status),
                                          QString::number(double(run.started.msecsTo(run.ended)) / 1e3, 'f', 1));
    for (const auto &figures : report::figuresOf(run)) {
        QList<Row> rows{{tr("Request"), tr("Count"), tr("Rate/s"), tr("Avg ms"), tr("p50"), tr("p95"), tr("p99"), tr("Max"), tr("Failed")}};
        for (const auto &request : figures.requests)
            rows << rowOf(request, request.setup ? tr("%1 (setup)").arg(request.name) : request.name);
        for (const auto &transaction : figures.transactions)
            rows << rowOf(transaction, tr("%1 (transaction)").arg(transaction.name));
        rows << rowOf(figures.performance, tr("All"));
        const auto &whole = figures.performance;
        text += u"\n%1\n"_s.arg(figures.name) + table(rows);
        text += u"  "_s + tr("%1 iterations, %2 a second").arg(whole.transactions).arg(whole.tranTps, 0, 'f', 2) + u'\n';
        if (figures.warmUp > 0)
            text += u"  "_s + tr("The first %1 s are a warm-up and not counted.").arg(figures.warmUp) + u'\n';
        if (whole.peak)
            text += u"  "_s + tr("Peak: %1 users, %2 requests a second, %3 ms, %4 % succeeded, at second %5")
                                 .arg(whole.peak->users).arg(whole.peak->rps).arg(ms(whole.peak->averageMs))
                                 .arg(whole.peak->successRate).arg(whole.peak->second) + u'\n';
        if (whole.cutOff || whole.retried || whole.redirectHops || whole.dropped || whole.droppedWhileFree)
            text += u"  "_s + tr("%1 cut off, %2 retried, %3 redirects followed, %4 starts dropped")
                                 .arg(whole.cutOff).arg(whole.retried).arg(whole.redirectHops).arg(whole.dropped + whole.droppedWhileFree) + u'\n';
    }
    for (const auto &record : run.cases)
        for (const auto &error : record.errors)
            text += u"  %1 × %2 (%3)\n"_s.arg(error.count).arg(error.message, error.request);
    if (!run.rules.isEmpty()) {
        text += u'\n' + tr("Rules and thresholds") + u'\n';
        for (const auto &result : run.rules)
            text += ruleText(result);
    }
    const auto verdict = report::verdictOf(run);
    text += u'\n' + (verdict.trustworthy ? tr("Verdict: trustworthy.") : tr("Verdict: not trustworthy.")) + u'\n';
    for (const QString &reason : verdict.reasons)
        text += u"  "_s + reason + u'\n';
    return text;
}

} // namespace cli
