#include "app/report/reportwriter.h"

#include "app/report/csvreport.h"
#include "app/report/htmlreport.h"
#include "app/report/jsonreport.h"
#include "app/report/junitreport.h"
#include "app/report/pdfreport.h"
#include "app/report/xlsxreport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(report::ReportWriter)
};

domain::Result<> save(const QByteArray &bytes, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return domain::fail(Words::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

/// libxlsxwriter writes files by name only: into a scratch folder, then replaced as a whole.
domain::Result<> saveXlsx(const domain::RunRecord &run, const QString &path)
{
    QTemporaryDir scratch;
    if (!scratch.isValid())
        return domain::fail(Words::tr("%1 cannot be written: %2.").arg(path, scratch.errorString()));
    const QString made = scratch.filePath(u"run.xlsx"_s);
    if (auto written = writeXlsx(run, made); !written)
        return written;
    QFile file(made);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(Words::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return save(file.readAll(), path);
}

} // namespace

domain::Result<> writeCsvFolder(const domain::RunRecord &run, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return domain::fail(Words::tr("The folder %1 cannot be made.").arg(folder));
    const QDir dir(folder);
    const std::pair<QString, QByteArray> files[] = {
        {u"seconds.csv"_s, secondsCsv(run)}, {u"items.csv"_s, itemsCsv(run)}, {u"errors.csv"_s, errorsCsv(run)},
        {u"streams.csv"_s, streamsCsv(run)}};
    for (const auto &[name, bytes] : files)
        if (auto written = save(bytes, dir.filePath(name)); !written)
            return written;
    return {};
}

domain::Result<> writeReport(const domain::RunRecord &run, const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "json"_L1)
        return save(toRunFile(run), path);
    if (suffix == "xml"_L1)
        return save(toJunit(run), path);
    if (suffix == "csv"_L1)
        return writeCsvFolder(run, path);
    if (suffix == "xlsx"_L1)
        return saveXlsx(run, path);
    if (suffix == "html"_L1 || suffix == "htm"_L1) {
        const auto html = toHtml(run);
        return html ? save(*html, path) : domain::Result<>(tl::unexpected(html.error()));
    }
    if (suffix == "pdf"_L1) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        if (auto drawn = writePdf(run, &buffer); !drawn)
            return drawn;
        return save(buffer.data(), path);
    }
    return domain::fail(Words::tr("%1 names no form of report; choose .html, .pdf, .csv, .xlsx, .json or .xml.").arg(path));
}

} // namespace report
