// Each form of report, byte by byte as it is kept in tests/data/golden.
#include "app/report/csvreport.h"
#include "app/report/htmlreport.h"
#include "app/report/jsonreport.h"
#include "app/report/junitreport.h"
#include "app/report/pdfreport.h"
#include "app/report/reportwriter.h"
#include "app/report/svgchart.h"
#include "tests/support/golden.h"
#include "tests/support/samplerun.h"

#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Standard output of a program, or what it said to standard error.
QByteArray outputOf(const QString &program, const QStringList &arguments, int *code = nullptr)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return (program + u": "_s + process.errorString()).toUtf8();
    if (code)
        *code = process.exitCode();
    return process.readAllStandardOutput() + process.readAllStandardError();
}

/// The text of a PDF. Where a font has one glyph for a character and for its radical form, Qt names the radical: what
/// reads the same is taken as the same.
QString wordsOf(const QString &pdf)
{
    return QString::fromUtf8(outputOf(u"pdftotext"_s, {u"-raw"_s, pdf, u"-"_s})).normalized(QString::NormalizationForm_KC);
}

} // namespace

class GoldensTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const domain::RunRecord m_run = samplerun::wholeAndStream();

    /// Writes the run in the form of the suffix; the path.
    QString written(const QString &suffix)
    {
        const QString path = m_folder.filePath(u"run"_s + suffix);
        const auto done = report::writeReport(m_run, path);
        return done ? path : done.error().message;
    }

private slots:
    void json() { COMPARE_GOLDEN(u"run.json"_s, QJsonDocument::fromJson(report::toRunFile(m_run)).toJson()); }
    void junit() { COMPARE_GOLDEN(u"junit.xml"_s, report::toJunit(m_run)); }
    void csvOfItems() { COMPARE_GOLDEN(u"items.csv"_s, report::itemsCsv(m_run)); }
    void csvOfSeconds() { COMPARE_GOLDEN(u"seconds.csv"_s, report::secondsCsv(m_run)); }
    void csvOfStreams() { COMPARE_GOLDEN(u"streams.csv"_s, report::streamsCsv(m_run)); }
    void csvOfErrors() { COMPARE_GOLDEN(u"errors.csv"_s, report::errorsCsv(m_run)); }

    /// What a reader sees: style, script and the data inside have tests of their own.
    void html()
    {
        QString page = QString::fromUtf8(report::toHtml(m_run).value());
        page.remove(QRegularExpression(u"<style>.*?</style>|<script.*?</script>"_s, QRegularExpression::DotMatchesEverythingOption));
        page.replace(QRegularExpression(u"\\n\\s*\\n"_s), u"\n"_s); // left by parts that are not there
        COMPARE_GOLDEN(u"report.html"_s, page.toUtf8());
    }

    void svgChart()
    {
        report::ChartSpec spec;
        spec.title = u"Time <ms>"_s;
        spec.unit = u"ms"_s;
        spec.series = {{u"p95"_s, u"var(--p95)"_s, {0, 5, 20, 80, 40}, false, true}, {u"p50"_s, u"var(--p50)"_s, {0, 2, 10, 30, 20}, true, false}};
        spec.limit = 60;
        COMPARE_GOLDEN(u"chart.svg"_s, report::svgChart(spec).toUtf8());
    }

    void xlsx()
    {
        const QString path = written(u".xlsx"_s);
        QVERIFY2(QFile::exists(path), qPrintable(path));
        // Every cell, as another program reads it.
        const QString script = u"import sys,openpyxl\n"
                               "for s in openpyxl.load_workbook(sys.argv[1]):\n"
                               "  print('#',s.title)\n"
                               "  for r in s.iter_rows(values_only=True): print('|'.join('' if c is None else str(c) for c in r))\n"_s;
        COMPARE_GOLDEN(u"xlsx.txt"_s, outputOf(u"/usr/bin/python3"_s, {u"-c"_s, script, path}));
    }

    /// The words of the PDF in their order; where lines break is the fonts' affair.
    void pdf()
    {
        const QString path = written(u".pdf"_s);
        QVERIFY2(QFile::exists(path), qPrintable(path));
        const QStringList words = wordsOf(path).split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
        COMPARE_GOLDEN(u"pdf.txt"_s, (words.join(u'\n') + u'\n').toUtf8());
    }

    void junitFitsItsSchema()
    {
        auto aborted = m_run;
        aborted.rules.clear();
        aborted.status = domain::RunStatus::Aborted;
        for (const QByteArray &xml : {report::toJunit(m_run), report::toJunit(aborted), report::toJunit(samplerun::run(5))}) {
            QFile file(m_folder.filePath(u"junit.xml"_s));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(xml) == xml.size());
            file.close();
            int code = -1;
            const QByteArray said = outputOf(u"xmllint"_s, {u"--noout"_s, u"--schema"_s, QStringLiteral(TEST_DATA "/junit.xsd"), file.fileName()}, &code);
            QVERIFY2(code == 0, said.constData());
        }
        // and the schema refuses what is no result of tests
        QFile wrong(m_folder.filePath(u"wrong.xml"_s));
        QVERIFY(wrong.open(QIODevice::WriteOnly) && wrong.write("<testsuites><testsuite name='a' tests='x' failures='0' errors='0'/></testsuites>") > 0);
        wrong.close();
        int code = 0;
        outputOf(u"xmllint"_s, {u"--noout"_s, u"--schema"_s, QStringLiteral(TEST_DATA "/junit.xsd"), wrong.fileName()}, &code);
        QVERIFY(code != 0);
    }

    void anotherProgramReadsTheSameNumbers_data()
    {
        QTest::addColumn<QString>("form");
        QTest::newRow("csv") << u"csv"_s;
        QTest::newRow("xlsx") << u"xlsx"_s;
    }

    void anotherProgramReadsTheSameNumbers()
    {
        QFETCH(QString, form);
        auto run = samplerun::run(60);
        run.cases[0].items.append(samplerun::watched(u"Film, live"_s, {0, 1, 3, 2, 0, 1}));
        run.cases[0].items.last().seconds.resize(60);
        run.cases[0].items.last().streams.resize(60);
        const QString json = m_folder.filePath(u"full.json"_s), table = m_folder.filePath(u"full."_s + form);
        QVERIFY(report::writeReport(run, json));
        QVERIFY(report::writeReport(run, table));
        int code = -1;
        const QByteArray said = outputOf(u"/usr/bin/python3"_s, {QStringLiteral(SOURCE_ROOT "/tests/support/readback.py"), form, json, table}, &code);
        QVERIFY2(code == 0, said.constData());
        QVERIFY2(said.trimmed().toInt() > 170, said.constData());
    }

    /// CJK text comes back as text, charts are lines and not pictures, fonts are inside.
    void thePdfIsTextAndVectors()
    {
        const QString path = m_folder.filePath(u"long.pdf"_s);
        QVERIFY(report::writeReport(samplerun::run(120), path));
        const QString words = wordsOf(path);
        for (const QString &expected : {u"支付订单 Pay"_s, u"Checkout rate"_s, u"Browse and checkout"_s, u"Status 503, expected 200"_s, u"p95 < 250 ms"_s, u"01:00"_s,
                                        u"2026-11-24 21:04:05"_s})
            QVERIFY2(words.contains(expected), qPrintable(expected));
        QVERIFY(!words.contains(QChar(QChar::ReplacementCharacter))); // no character was lost
        QCOMPARE(outputOf(u"pdfimages"_s, {u"-list"_s, path}).count('\n'), 2); // its two head lines
        for (const QByteArray &font : outputOf(u"pdffonts"_s, {path}).split('\n').mid(2))
            QVERIFY2(font.isEmpty() || font.contains(" yes "), font.constData()); // embedded
    }

    /// Drawn as an image, every page has ink on white, and nothing in its outer margin.
    void thePdfIsDrawnInsideItsMargins()
    {
        const QString path = m_folder.filePath(u"drawn.pdf"_s);
        QVERIFY(report::writeReport(samplerun::run(60), path));
        int code = -1;
        const QByteArray said = outputOf(u"pdftoppm"_s, {u"-r"_s, u"50"_s, u"-png"_s, path, m_folder.filePath(u"page"_s)}, &code);
        QVERIFY2(code == 0, said.constData());
        const QStringList pages = QDir(m_folder.path()).entryList({u"page*.png"_s});
        QVERIFY(!pages.isEmpty());
        for (const QString &name : pages) {
            const QImage page(m_folder.filePath(name));
            int ink = 0, outside = 0;
            for (int y = 0; y < page.height(); ++y)
                for (int x = 0; x < page.width(); ++x) {
                    if (qGray(page.pixel(x, y)) > 200)
                        continue;
                    ++ink;
                    outside += x < 10 || y < 10 || x >= page.width() - 10 || y >= page.height() - 10;
                }
            QVERIFY2(ink > 300, qPrintable(name));
            QCOMPARE(outside, 0);
        }
    }
};

QTEST_MAIN(GoldensTest)
#include "tst_goldens.moc"
