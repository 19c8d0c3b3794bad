// The HTML report in headless Chromium (tests/support/headless.py): no error on its console, nothing asked of a network,
// and the numbers it shows are those of the run file.
#include "app/report/figures.h"
#include "app/report/htmlreport.h"
#include "app/report/jsonreport.h"
#include "tests/support/samplerun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class HtmlBrowserTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const domain::RunRecord m_run = samplerun::run(120);
    QString m_page;

    QJsonObject open(const QStringList &arguments)
    {
        QProcess browser;
        browser.start(u"/usr/bin/python3"_s, QStringList{QStringLiteral(SOURCE_ROOT "/tests/support/headless.py"), m_page} + arguments);
        if (!browser.waitForFinished(90'000) || browser.exitCode() != 0)
            return {{u"errors"_s, QJsonArray{QString::fromUtf8(browser.readAllStandardError())}}};
        return QJsonDocument::fromJson(browser.readAllStandardOutput()).object();
    }

private slots:
    void initTestCase()
    {
        const auto html = report::toHtml(m_run);
        QVERIFY(html);
        m_page = m_folder.filePath(u"report.html"_s);
        QFile file(m_page);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*html) == html->size());
    }

    void bothLanguagesAreQuietAskForNothingAndHideEachOther()
    {
        QHash<QString, QJsonArray> labels;
        for (const QString &hash : {u"#en,light"_s, u"#zh,dark"_s}) {
            const auto seen = open({hash, u"--click"_s, u"#theme"_s, u"--eval"_s, uR"([...document.querySelectorAll('.tile .label')].map(e => e.innerText.trim()))"_s});
            QCOMPARE(seen["errors"_L1].toArray(), QJsonArray());
            QCOMPARE(seen["requests"_L1].toArray().size(), 1); // the page itself
            labels[hash] = seen["value"_L1].toArray();
        }
        const QJsonArray english = labels[u"#en,light"_s], chinese = labels[u"#zh,dark"_s];
        QCOMPARE(english[0].toString(), u"Requests"_s);
        QCOMPARE(chinese[0].toString(), u"请求数"_s);
        QCOMPARE(english.size(), chinese.size());
        for (qsizetype i = 0; i < english.size(); ++i)
            QVERIFY(english[i] != chinese[i] || english[i].toString().isEmpty());
    }

    void itsNumbersAreThoseOfTheRunFile()
    {
        const auto seen = open({u"#en"_s, u"--eval"_s, uR"((() => {
            const run = JSON.parse(document.getElementById('crescendo-run').textContent);
            const heads = [...document.querySelectorAll('table.sortable thead th')].map(h => h.innerText.trim());
            const rows = [...document.querySelectorAll('table.sortable tbody tr')].map(r => [...r.cells].map(c => c.innerText.trim()));
            const points = [...document.querySelectorAll('[data-chart] svg')].length;
            return {detail: run.cases[0].detail, heads, rows, charts: points, lang: document.documentElement.lang};
        })())"_s});
        QCOMPARE(seen["errors"_L1].toArray(), QJsonArray());
        const QJsonObject value = seen["value"_L1].toObject();
        QVERIFY2(value["charts"_L1].toInt() >= 9, qPrintable(QString::number(value["charts"_L1].toInt())));
        const QJsonObject file = QJsonDocument::fromJson(report::toRunFile(m_run)).object();
        const QJsonObject detail = file["cases"_L1][0]["detail"_L1].toObject();
        QCOMPARE(value["detail"_L1].toObject(), detail);
        QJsonArray expected{detail["performance"_L1]};
        for (const QLatin1StringView list : {"customTransactions"_L1, "detailDatas"_L1})
            for (const QJsonValue &row : detail[list].toArray())
                expected.append(row);
        const QJsonArray rows = value["rows"_L1].toArray();
        QCOMPARE(rows.size(), expected.size());
        const auto number = [](const QJsonValue &cell) { return cell.toString().remove(u',').toDouble(); };
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonArray cells = rows[i].toArray();
            const QJsonObject row = expected[i].toObject();
            QVERIFY(cells[0].toString().contains(row["name"_L1].toString()));
            QCOMPARE(number(cells[1]), row["requests"_L1].toDouble());
            QCOMPARE(number(cells[2]), row["errorCount"_L1].toDouble());
            int column = 5;
            for (const QLatin1StringView member : {"averageRespTime"_L1, "tp50"_L1, "tp90"_L1, "tp95"_L1, "tp99"_L1, "tp999"_L1, "max"_L1}) {
                const double shown = number(cells[column++]), exact = row[member].toDouble();
                QVERIFY2(std::abs(shown - exact) <= (exact >= 100 ? 0.5 : exact >= 10 ? 0.05 : 0.0051), qPrintable(u"%1 %2 %3"_s.arg(member).arg(shown).arg(exact)));
            }
        }
    }

    void theLegendHidesASeriesAndAColumnSorts()
    {
        const auto seen = open({u"#en"_s, u"--eval"_s, uR"((() => {
            const chart = document.querySelector('[data-chart=time]'), before = chart.querySelectorAll('path').length;
            chart.querySelector('.legend button, .legend [role=button]').click();
            const after = chart.querySelectorAll('path').length;
            const table = document.querySelector('table.sortable');
            table.tHead.rows[0].cells[1].click();
            const counts = [...table.tBodies[0].rows].slice(1).map(r => Number(r.cells[1].innerText.replace(/,/g, '')));
            return {hidden: before - after, sorted: counts.every((n, i) => !i || counts[i - 1] >= n || counts[i - 1] <= n && counts[0] <= counts[counts.length - 1])};
        })())"_s});
        QCOMPARE(seen["errors"_L1].toArray(), QJsonArray());
        QVERIFY(seen["value"_L1]["hidden"_L1].toInt() >= 1);
        QVERIFY(seen["value"_L1]["sorted"_L1].toBool());
    }

    /// Input of a real mouse and keyboard; what is shown is read off the time axes of two charts and of the zoom bar.
    void aDragShowsTheSameStretchOfTimeInAllCharts()
    {
        const QString shown = uR"(eval (() => {
            const axis = name => [...document.querySelectorAll(`[data-chart=${name}] svg > text`)].map(t => t.textContent).filter(t => /^\d\d:\d\d$/.test(t));
            const bar = document.querySelector('.zoombar');
            return {tps: axis('tps'), time: axis('time'), range: bar.firstChild.textContent, reset: getComputedStyle(bar.lastChild).visibility,
                    dots: document.querySelectorAll('[data-chart=against] svg > circle').length,
                    curve: document.querySelector('[data-chart=curve] path').getAttribute('d').length};
        })())"_s;
        const QString click = uR"(eval document.querySelector('.zoombar button').click())"_s;
        for (const QString &hash : {u"#en,light"_s, u"#zh,dark"_s}) {
            const auto seen = open({hash, u"--do"_s, shown, u"--do"_s, u"drag [data-chart=tps] .drags 0.25 0.504"_s, u"--do"_s, shown,
                                    u"--do"_s, u"dblclick [data-chart=time] .drags"_s, u"--do"_s, shown,
                                    u"--do"_s, u"drag [data-chart=time] .drags 0.504 0.25"_s, u"--do"_s, shown, u"--do"_s, click, u"--do"_s, shown});
            QCOMPARE(seen["errors"_L1].toArray(), QJsonArray());
            QCOMPARE(seen["requests"_L1].toArray().size(), 1);
            const QJsonArray steps = seen["steps"_L1].toArray();
            QCOMPARE(steps.size(), 6); // one of the click
            const QJsonValue whole = steps[0], dragged = steps[1], back = steps[2], leftwards = steps[3], cleared = steps[5];
            QCOMPARE(whole["tps"_L1][0].toString(), u"00:00"_s);
            QCOMPARE(whole["reset"_L1].toString(), u"hidden"_s);
            QCOMPARE(dragged["range"_L1].toString(), u"00:30 – 01:00"_s); // of 119 seconds a quarter
            QCOMPARE(dragged["reset"_L1].toString(), u"visible"_s);
            QCOMPARE(dragged["tps"_L1].toArray().first().toString(), u"00:30"_s);
            QCOMPARE(dragged["time"_L1], dragged["tps"_L1]);
            QCOMPARE(dragged["curve"_L1], whole["curve"_L1]); // has no time
            QVERIFY(dragged["dots"_L1].toInt() <= 31 && whole["dots"_L1].toInt() > 100);
            QCOMPARE(leftwards["range"_L1], dragged["range"_L1]);
            for (const QJsonValue &state : {back, cleared})
                QCOMPARE(state, whole);
        }
    }

    void theKeyboardZoomsTooAndMovesTheCrosshair()
    {
        const QString shown = uR"(eval (() => ({range: document.querySelector('.zoombar span').textContent, cross: document.querySelectorAll('.cross').length,
            at: [...document.querySelectorAll('[data-chart=users] .cross text')].map(t => t.textContent)[0], focus: document.activeElement.tagName}))())"_s;
        const auto seen = open({u"#en"_s, u"--do"_s, uR"(eval document.querySelector('[data-chart=codes] svg').focus())"_s, u"--do"_s, u"key Home"_s,
                                u"--do"_s, u"key ArrowRight"_s, u"--do"_s, u"key ArrowRight"_s, u"--do"_s, shown, u"--do"_s, u"key +"_s, u"--do"_s, shown,
                                u"--do"_s, u"key +"_s, u"--do"_s, u"key End"_s, u"--do"_s, u"key ArrowRight"_s, u"--do"_s, shown,
                                u"--do"_s, u"key -"_s, u"--do"_s, u"key Escape"_s, u"--do"_s, shown});
        QCOMPARE(seen["errors"_L1].toArray(), QJsonArray());
        const QJsonArray steps = seen["steps"_L1].toArray();
        QCOMPARE(steps[1]["at"_L1].toString(), u"00:02"_s);
        QVERIFY(steps[1]["cross"_L1].toInt() >= 7); // on all charts over time
        QVERIFY(steps[1]["range"_L1].toString().startsWith(u"Drag across"));
        QCOMPARE(steps[2]["range"_L1].toString(), u"00:00 – 01:00"_s);
        QCOMPARE(steps[3]["range"_L1].toString(), u"00:01 – 00:31"_s); // moved by one
        QCOMPARE(steps[3]["at"_L1].toString(), u"00:31"_s);
        QCOMPARE(steps[3]["focus"_L1].toString(), u"svg"_s);
        QCOMPARE(steps[4]["range"_L1], steps[1]["range"_L1]);
        QCOMPARE(steps[4]["cross"_L1].toInt(), 0);
    }

    void errorsBySideAndDotsAreThoseOfTheRun()
    {
        const auto seen = open({u"#en"_s, u"--eval"_s, uR"((() => {
            const c = JSON.parse(document.getElementById('chart-data').textContent).cases[0];
            const sum = list => list.reduce((a, b) => a + b, 0);
            return {sides: c.sides.map(sum), failed: sum(c.failed.map(sum)), names: [...document.querySelectorAll('[data-chart=sides] .legend button')].map(b => b.innerText.trim()),
                    areas: document.querySelectorAll('[data-chart=sides] path').length, seconds: c.rps.filter(n => n > 0).length,
                    dots: document.querySelectorAll('[data-chart=against] svg > circle').length};
        })())"_s});
        QCOMPARE(seen["errors"_L1].toArray(), QJsonArray());
        const QJsonValue value = seen["value"_L1];
        const auto figures = report::figuresOf(m_run, 0);
        QCOMPARE(value["names"_L1].toArray(), (QJsonArray{u"Server"_s, u"Network"_s}));
        QCOMPARE(value["areas"_L1].toInt(), 2);
        for (int side = 0; side < 3; ++side)
            QCOMPARE(value["sides"_L1][side].toDouble(), double(figures.performance.sides[size_t(side)]));
        QCOMPARE(value["failed"_L1].toDouble(), double(figures.performance.errorCount));
        QCOMPARE(value["dots"_L1].toInt(), value["seconds"_L1].toInt());
    }

    void aShareHasNoAxisBeyondAHundred()
    {
        const auto html = report::toHtml(samplerun::whole()); // nearly all within 50 ms
        QFile file(m_folder.filePath(u"quick.html"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*html) == html->size() && file.flush());
        const QString page = std::exchange(m_page, file.fileName());
        const auto seen = open({u"#en"_s, u"--eval"_s, uR"([...document.querySelectorAll('[data-chart=ranges] svg text')].map(t => t.textContent))"_s});
        m_page = page;
        QCOMPARE(seen["errors"_L1].toArray(), QJsonArray());
        QVERIFY(seen["value"_L1].toArray().contains(u"100 %"_s));
        QVERIFY(!seen["value"_L1].toArray().contains(u"120"_s) && !seen["value"_L1].toArray().contains(u"120 %"_s));
    }

    void itPrintsOnPaper()
    {
        const QString pdf = m_folder.filePath(u"printed.pdf"_s);
        QCOMPARE(open({u"#en,dark"_s, u"--pdf"_s, pdf})["errors"_L1].toArray(), QJsonArray());
        QProcess reader;
        reader.start(u"pdftotext"_s, {pdf, u"-"_s});
        QVERIFY(reader.waitForFinished(30'000));
        const QByteArray words = reader.readAllStandardOutput();
        QVERIFY(words.contains("Checkout rate"));
        QVERIFY(words.contains("503 Service Unavailable")); // samples are unfolded for paper
    }
};

QTEST_GUILESS_MAIN(HtmlBrowserTest)
#include "tst_htmlbrowser.moc"
