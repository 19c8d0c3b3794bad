#include "app/report/csvreport.h"

#include "app/report/streamfigures.h"

namespace report {

using namespace Qt::StringLiterals;

namespace {

/// Quoted where RFC 4180 asks for it. A text a spreadsheet would run as a formula gets an apostrophe before it.
QString cell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u'"', "\"\""_L1) + u'"';
    return text;
}

QString number(double value)
{
    QString text = QString::number(value, 'f', 3);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QByteArray finished(const QStringList &lines) { return "\xEF\xBB\xBF" + lines.join("\r\n"_L1).toUtf8() + "\r\n"; }

QString kindName(ItemFigures::Kind kind)
{
    return kind == ItemFigures::Case ? u"case"_s : kind == ItemFigures::Transaction ? u"transaction"_s : u"request"_s;
}

QString itemLine(const QString &caseName, const ItemFigures &figures)
{
    QStringList fields{cell(caseName), kindName(figures.kind), cell(figures.name), cell(figures.method), cell(figures.url)};
    for (const quint64 count : {figures.requests, figures.successCount, figures.errorCount, figures.failed[0], figures.failed[1],
                                figures.failed[2], figures.failed[3], figures.failed[4]})
        fields += QString::number(count);
    fields += number(figures.successRate);
    for (const quint64 count : figures.status)
        fields += QString::number(count);
    const auto &times = figures.times;
    for (const double value : {times.average, times.min, times.max, times.tp50, times.tp75, times.tp85, times.tp90, times.tp95,
                               times.tp99, times.tp999, times.tp9999, figures.tps, double(figures.maxRps), figures.tranTps,
                               figures.avgSentBytes, figures.avgRecBytes, figures.avgNetworkTraffic})
        fields += number(value);
    fields += QString::number(figures.duration);
    return fields.join(u',');
}

void appendSeconds(QStringList &lines, const QString &caseName, const ItemFigures &figures, const Curves &curves, qint64 second)
{
    const auto i = qsizetype(second);
    QStringList fields{cell(caseName), kindName(figures.kind), cell(figures.name), QString::number(second)};
    fields += figures.start.isValid()
        ? figures.start.addSecs(second - figures.firstSecond).toString(Qt::ISODate) : QString();
    for (const double value : {curves.users[i], curves.target[i], curves.rps[i], curves.transactions[i], curves.success[i],
                               curves.error[i], curves.average[i], curves.p50[i], curves.p95[i], curves.p99[i],
                               curves.status[0][i], curves.status[1][i], curves.status[2][i], curves.status[3][i],
                               curves.status[4][i], curves.noAnswer[i], curves.sentBytes[i], curves.receivedBytes[i]})
        fields += number(value);
    lines += fields.join(u',');
}

} // namespace

QByteArray secondsCsv(const domain::RunRecord &run)
{
    QStringList lines{u"case,kind,name,second,time,users,target,requests,transactions,success,error,average_ms,p50_ms,p95_ms,p99_ms,"
                      "1xx,2xx,3xx,4xx,5xx,no_answer,sent_bytes,received_bytes"_s};
    for (const auto &figures : figuresOf(run)) {
        const auto add = [&](const ItemFigures &item) {
            const Curves curves = item.kind == ItemFigures::Case ? figures.curves : curvesOf(run.cases[figures.index], item.item);
            for (qint64 second = 0; second < curves.rps.size(); ++second)
                appendSeconds(lines, figures.name, item, curves, second);
        };
        add(figures.performance);
        for (const auto *rows : {&figures.transactions, &figures.requests})
            for (const auto &row : *rows)
                add(row);
    }
    return finished(lines);
}

QByteArray itemsCsv(const domain::RunRecord &run)
{
    QStringList lines{u"case,kind,name,method,url,requests,success,errors,failed_parsed,failed_assert,failed_timeout,failed_refused,"
                      "failed_others,success_rate,1xx,2xx,3xx,4xx,5xx,average_ms,min_ms,max_ms,p50_ms,p75_ms,p85_ms,p90_ms,p95_ms,"
                      "p99_ms,p999_ms,p9999_ms,rps,max_rps,tps,sent_bytes_per_request,received_bytes_per_request,kB_per_second,"
                      "duration_s"_s};
    for (const auto &figures : figuresOf(run)) {
        lines += itemLine(figures.name, figures.performance);
        for (const auto *rows : {&figures.transactions, &figures.requests})
            for (const auto &row : *rows)
                lines += itemLine(figures.name, row);
    }
    return finished(lines);
}

QByteArray errorsCsv(const domain::RunRecord &run)
{
    QStringList lines{u"case,request,side,kind,message,count,first_s,last_s,sample"_s};
    for (const auto &record : run.cases)
        for (const auto &error : record.errors)
            lines += QStringList{cell(record.name), cell(error.request), cell(error.side), cell(error.kind), cell(error.message),
                                 QString::number(error.count), number(error.firstSeen), number(error.lastSeen), cell(error.sample)}
                         .join(u',');
    return finished(lines);
}

QByteArray streamsCsv(const domain::RunRecord &run)
{
    ItemFigures none;
    none.streaming.emplace();
    QStringList head{u"case"_s, u"name"_s, u"method"_s, u"url"_s};
    for (const StreamFigure &figure : streamFiguresOf(none))
        head += figure.name;
    QStringList lines{head.join(u',')};
    for (const auto &figures : figuresOf(run))
        for (const auto &row : figures.requests) {
            QStringList fields{cell(figures.name), cell(row.name), cell(row.method), cell(row.url)};
            for (const StreamFigure &figure : streamFiguresOf(row))
                fields += number(figure.value.toDouble());
            if (row.streaming)
                lines += fields.join(u',');
        }
    return finished(lines);
}

} // namespace report
