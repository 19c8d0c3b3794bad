#include "app/cli/outputs.h"

#include "app/report/htmlreport.h"
#include "app/report/jsonreport.h"
#include "app/report/junitreport.h"
#include "app/report/pdfreport.h"
#include "app/report/reportwriter.h"
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryFile>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("cli::Outputs", text); }

domain::Result<> cannotWrite(const QString &path, const QString &why)
{
    return domain::fail(tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(path), why));
}

/// Devices such as /dev/stdout are written in place; there is nothing to replace.
bool isDevice(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

domain::Result<> tryFile(const QString &path)
{
    if (path.isEmpty() || isDevice(path))
        return {};
    if (QFileInfo(path).isDir())
        return cannotWrite(path, tr("it is a folder"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    file.cancelWriting();
    return {};
}

domain::Result<> put(const QString &path, const QByteArray &bytes)
{
    if (isDevice(path)) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
            return cannotWrite(path, file.errorString());
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return cannotWrite(path, file.errorString());
    return {};
}

} // namespace

void Outputs::addOptions(QCommandLineParser &parser, bool all)
{
    parser.addOption({u"json"_s, tr("Writes the run file."), u"OUT"_s});
    parser.addOption({u"html"_s, tr("Writes the report as one page."), u"OUT"_s});
    if (!all)
        return;
    parser.addOption({u"pdf"_s, tr("Writes the report as PDF."), u"OUT"_s});
    parser.addOption({u"junit"_s, tr("Writes rules and thresholds as JUnit XML."), u"OUT"_s});
    parser.addOption({u"csv"_s, tr("Writes the tables into a folder."), u"DIR"_s});
}

Outputs Outputs::from(const QCommandLineParser &parser, bool all)
{
    Outputs outputs;
    outputs.m_json = parser.value(u"json"_s);
    outputs.m_html = parser.value(u"html"_s);
    if (all) {
        outputs.m_pdf = parser.value(u"pdf"_s);
        outputs.m_junit = parser.value(u"junit"_s);
        outputs.m_csv = parser.value(u"csv"_s);
    }
    return outputs;
}

domain::Result<> Outputs::tryWriting() const
{
    for (const QString &path : {m_json, m_html, m_pdf, m_junit})
        if (auto tried = tryFile(path); !tried)
            return tried;
    if (m_csv.isEmpty())
        return {};
    if (!QDir().mkpath(m_csv))
        return cannotWrite(m_csv, tr("the folder cannot be made"));
    QTemporaryFile probe(m_csv + u"/.crescendo-XXXXXX"_s);
    return probe.open() ? domain::Result<>() : cannotWrite(m_csv, probe.errorString());
}

domain::Result<> Outputs::write(const domain::RunRecord &run) const
{
    domain::Result<> first;
    const auto note = [&](const domain::Result<> &result) {
        if (first && !result)
            first = result;
    };
    if (!m_json.isEmpty())
        note(put(m_json, report::toRunFile(run)));
    if (!m_html.isEmpty()) {
        const auto page = report::toHtml(run);
        note(page ? put(m_html, *page) : domain::Result<>(tl::unexpected(page.error())));
    }
    if (!m_junit.isEmpty())
        note(put(m_junit, report::toJunit(run)));
    if (!m_csv.isEmpty())
        note(report::writeCsvFolder(run, m_csv));
    if (!m_pdf.isEmpty()) {
        QSaveFile file(m_pdf);
        if (!file.open(QIODevice::WriteOnly))
            note(cannotWrite(m_pdf, file.errorString()));
        else if (auto written = report::writePdf(run, &file); !written)
            note(written);
        else if (!file.commit())
            note(cannotWrite(m_pdf, file.errorString()));
    }
    return first;
}

} // namespace cli
