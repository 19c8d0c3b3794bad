#include "app/report/xlsxreport.h"

#include "app/report/streamfigures.h"
#include "app/report/text.h"
#include "app/report/verdict.h"

#include <QCoreApplication>
#include <QFile>
#include <cmath>
#include <xlsxwriter.h>

namespace report {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostText = 32767; ///< characters in a cell

QByteArray text(const QString &value) { return value.left(mostText).toUtf8(); }

struct Book
{
    lxw_workbook *workbook;
    lxw_format *head, *count, *decimal, *bad;

    explicit Book(const QByteArray &path) : workbook(workbook_new(path.constData()))
    {
        head = format(nullptr);
        format_set_bold(head);
        format_set_bottom(head, LXW_BORDER_THIN);
        count = format("#,##0");
        decimal = format("#,##0.00");
        bad = format(nullptr);
        format_set_font_color(bad, 0xBF2A2E);
    }
    lxw_format *format(const char *number)
    {
        lxw_format *made = workbook_add_format(workbook);
        if (number)
            format_set_num_format(made, number);
        return made;
    }
    lxw_worksheet *sheet(const QString &name) { return workbook_add_worksheet(workbook, name.toUtf8().constData()); }
};

void heads(const Book &book, lxw_worksheet *sheet, const QStringList &names)
{
    for (qsizetype column = 0; column < names.size(); ++column)
        worksheet_write_string(sheet, 0, lxw_col_t(column), text(names[column]).constData(), book.head);
    worksheet_freeze_panes(sheet, 1, 0);
}

void writeSummary(Book &book, const domain::RunRecord &run, const QVector<CaseFigures> &cases)
{
    lxw_worksheet *sheet = book.sheet(u"Summary"_s);
    worksheet_set_column(sheet, 0, 0, 30, nullptr);
    worksheet_set_column(sheet, 1, 2, 24, nullptr);
    lxw_row_t row = 0;
    const auto pair = [&](const QString &name, const QString &value) {
        worksheet_write_string(sheet, row, 0, text(name).constData(), book.head);
        worksheet_write_string(sheet, row++, 1, text(value).constData(), nullptr);
    };
    const Verdict verdict = verdictOf(run);
    pair(u"Task"_s, run.taskName);
    pair(u"Project"_s, run.projectName);
    pair(u"Environment"_s, run.environment);
    pair(u"Started"_s, run.started.toString(Qt::ISODate));
    pair(u"Ended"_s, run.ended.toString(Qt::ISODate));
    pair(u"Trustworthy"_s, verdict.trustworthy ? u"yes"_s : u"no"_s);
    for (const auto &reason : verdict.reasons)
        pair(u"Reason"_s, reason);
    for (const auto &figures : cases) {
        ++row;
        pair(u"Case"_s, figures.name);
        const auto &all = figures.performance;
        const auto number = [&](const QString &name, double value, lxw_format *format) {
            worksheet_write_string(sheet, row, 0, text(name).constData(), nullptr);
            worksheet_write_number(sheet, row++, 1, value, format);
        };
        number(u"Requests"_s, double(all.requests), book.count);
        number(u"Success %"_s, all.successRate, book.decimal);
        number(u"Requests a second"_s, all.tps, book.decimal);
        number(u"Transactions a second"_s, all.tranTps, book.decimal);
        number(u"Mean ms"_s, all.times.average, book.decimal);
        number(u"p95 ms"_s, all.times.tp95, book.decimal);
        number(u"p99 ms"_s, all.times.tp99, book.decimal);
    }
    ++row;
    for (const auto &result : run.rules) {
        worksheet_write_string(sheet, row, 0, text(ruleText(result.rule)).constData(), nullptr);
        worksheet_write_string(sheet, row, 1, text(result.rule.target).constData(), nullptr);
        if (result.judged)
            worksheet_write_number(sheet, row, 2, result.actual, book.decimal);
        worksheet_write_string(sheet, row++, 3, result.passed ? "kept" : "missed", result.passed ? nullptr : book.bad);
    }
}

void writeStatistics(Book &book, const QVector<CaseFigures> &cases)
{
    lxw_worksheet *sheet = book.sheet(u"Statistics"_s);
    heads(book, sheet, {u"Case"_s, u"Kind"_s, u"Name"_s, u"Method"_s, u"Address"_s, u"Count"_s, u"Failed"_s, u"Success %"_s, u"/s"_s,
                        u"Mean ms"_s, u"Min ms"_s, u"p50"_s, u"p75"_s, u"p85"_s, u"p90"_s, u"p95"_s, u"p99"_s, u"p99.9"_s, u"p99.99"_s,
                        u"Max ms"_s, u"Bytes sent/request"_s, u"Bytes received/request"_s, u"kB/s"_s, u"1xx"_s, u"2xx"_s, u"3xx"_s,
                        u"4xx"_s, u"5xx"_s});
    worksheet_set_column(sheet, 0, 4, 20, nullptr);
    lxw_row_t line = 1;
    const auto add = [&](const QString &caseName, const ItemFigures &item) {
        lxw_col_t column = 0;
        const char *kind = item.kind == ItemFigures::Case ? "case" : item.kind == ItemFigures::Transaction ? "transaction" : "request";
        for (const QByteArray &value : {text(caseName), QByteArray(kind), text(item.name), text(item.method), text(item.url)})
            worksheet_write_string(sheet, line, column++, value.constData(), nullptr);
        worksheet_write_number(sheet, line, column++, double(item.requests), book.count);
        worksheet_write_number(sheet, line, column++, double(item.errorCount), book.count);
        const auto &t = item.times;
        for (const double value : {item.successRate, item.tps, t.average, t.min, t.tp50, t.tp75, t.tp85, t.tp90, t.tp95, t.tp99, t.tp999,
                                   t.tp9999, t.max, item.avgSentBytes, item.avgRecBytes, item.avgNetworkTraffic})
            worksheet_write_number(sheet, line, column++, value, book.decimal);
        for (const quint64 value : item.status)
            worksheet_write_number(sheet, line, column++, double(value), book.count);
        ++line;
    };
    for (const auto &figures : cases) {
        add(figures.name, figures.performance);
        for (const auto *rows : {&figures.transactions, &figures.requests})
            for (const auto &row : *rows)
                add(figures.name, row);
    }
}

void addChart(Book &book, lxw_worksheet *sheet, const QString &name, const char *title, std::initializer_list<lxw_col_t> columns,
              lxw_row_t rows, lxw_row_t place)
{
    lxw_chart *chart = workbook_add_chart(book.workbook, LXW_CHART_LINE);
    for (const lxw_col_t column : columns) {
        lxw_chart_series *series = chart_add_series(chart, nullptr, nullptr);
        const QByteArray quoted = name.toUtf8();
        chart_series_set_categories(series, quoted.constData(), 1, 0, rows, 0);
        chart_series_set_values(series, quoted.constData(), 1, column, rows, column);
        chart_series_set_name_range(series, quoted.constData(), 0, column);
    }
    chart_title_set_name(chart, title);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    worksheet_insert_chart(sheet, place, 13, chart);
}

void writeSeconds(Book &book, const CaseFigures &figures)
{
    const QString name = u"Seconds %1"_s.arg(figures.index + 1);
    lxw_worksheet *sheet = book.sheet(name);
    heads(book, sheet, {u"Second"_s, u"Users"_s, u"Target"_s, u"Requests"_s, u"Transactions"_s, u"Failed"_s, u"Mean ms"_s, u"Pass p50 ms"_s,
                        u"Pass p95 ms"_s, u"Pass p99 ms"_s, u"Bytes sent"_s, u"Bytes received"_s});
    const Curves &c = figures.curves;
    const qsizetype rows = std::min<qsizetype>(c.rps.size(), LXW_ROW_MAX - 1);
    for (qsizetype i = 0; i < rows; ++i) {
        lxw_col_t column = 0;
        for (const double value : {double(i), c.users[i], c.target[i], c.rps[i], c.transactions[i], c.error[i], c.average[i], c.p50[i],
                                   c.p95[i], c.p99[i], c.sentBytes[i], c.receivedBytes[i]})
            worksheet_write_number(sheet, lxw_row_t(i + 1), column++, value, nullptr);
    }
    if (rows) {
        addChart(book, sheet, name, "Transactions per second", {2, 4}, lxw_row_t(rows), 1);
        addChart(book, sheet, name, "Response time, ms", {7, 8, 9}, lxw_row_t(rows), 18);
    }
}

/// Where media was played or published.
void writeStreams(Book &book, const QVector<CaseFigures> &cases)
{
    lxw_worksheet *sheet = nullptr;
    lxw_row_t line = 1;
    for (const auto &figures : cases)
        for (const auto &row : figures.requests) {
            const auto all = streamFiguresOf(row);
            if (all.isEmpty())
                continue;
            if (!sheet) {
                sheet = book.sheet(u"Streams"_s);
                QStringList names{u"Case"_s, u"Name"_s, u"Method"_s, u"Address"_s};
                for (const StreamFigure &figure : all)
                    names += figure.heading;
                heads(book, sheet, names);
                worksheet_set_column(sheet, 0, 3, 20, nullptr);
            }
            lxw_col_t column = 0;
            for (const QString &value : {figures.name, row.name, row.method, row.url})
                worksheet_write_string(sheet, line, column++, text(value).constData(), nullptr);
            for (const StreamFigure &figure : all)
                worksheet_write_number(sheet, line, column++, figure.value.toDouble(),
                                       std::floor(figure.value.toDouble()) == figure.value.toDouble() ? book.count : book.decimal);
            ++line;
        }
}

void writeErrors(Book &book, const domain::RunRecord &run)
{
    lxw_worksheet *sheet = book.sheet(u"Errors"_s);
    heads(book, sheet, {u"Case"_s, u"Request"_s, u"Side"_s, u"Kind"_s, u"Message"_s, u"Count"_s, u"First s"_s, u"Last s"_s, u"Sample"_s});
    worksheet_set_column(sheet, 4, 4, 50, nullptr);
    lxw_row_t line = 1;
    for (const auto &record : run.cases)
        for (const auto &error : record.errors) {
            lxw_col_t column = 0;
            for (const QString &value : {record.name, error.request, error.side, error.kind, error.message})
                worksheet_write_string(sheet, line, column++, text(value).constData(), nullptr);
            worksheet_write_number(sheet, line, column++, double(error.count), book.count);
            worksheet_write_number(sheet, line, column++, error.firstSeen, book.decimal);
            worksheet_write_number(sheet, line, column++, error.lastSeen, book.decimal);
            worksheet_write_string(sheet, line++, column, text(error.sample).constData(), nullptr);
        }
}

} // namespace

domain::Result<> writeXlsx(const domain::RunRecord &run, const QString &path)
{
    const auto cases = figuresOf(run);
    Book book(QFile::encodeName(path));
    writeSummary(book, run, cases);
    writeStatistics(book, cases);
    for (const auto &figures : cases)
        writeSeconds(book, figures);
    writeStreams(book, cases);
    writeErrors(book, run);
    const lxw_error error = workbook_close(book.workbook);
    if (error != LXW_NO_ERROR)
        return domain::fail(QCoreApplication::translate("report::ReportFile", "%1 cannot be written: %2.").arg(path, QString::fromUtf8(lxw_strerror(error))));
    return {};
}

} // namespace report
