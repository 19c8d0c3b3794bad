// The chart: what it gives Qt Charts, how it is looked at with mouse and keys, what linked charts share.
#include "ui/widgets/chartcard.h"
#include "ui/widgets/legendbutton.h"
#include "ui/widgets/plotview.h"
#include <QtTest>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

QVector<QPointF> line(int count, double y = 1)
{
    QVector<QPointF> points;
    for (int i = 0; i < count; ++i)
        points.append({i + 0.5, y});
    return points;
}

ChartContent content(const QVector<QPointF> &points, const QString &key = u"a"_s)
{
    ChartContent c;
    c.x1 = 100;
    c.series = {{key, key, theme::tk().series[0], points}};
    return c;
}

/// Two linked cards of one size on the screen.
struct Pair
{
    Pair() : first(u"first"_s), second(u"second"_s)
    {
        ChartCard::link({&first, &second});
        for (ChartCard *card : {&first, &second}) {
            card->setHeading(card->objectName());
            card->resize(400, 220);
            card->setContent(content(line(100, card == &first ? 5 : 0.16)));
            card->show();
        }
    }
    ChartCard first, second;
};

QPoint placeOf(const ChartCard &card, double share)
{
    const QRectF plot = card.plot()->chart()->plotArea();
    return {int(plot.left() + plot.width() * share), int(plot.center().y())};
}

QAbstractAxis *xAxis(const ChartCard &card) { return card.plot()->chart()->axes(Qt::Horizontal).first(); }

} // namespace

class TestPlotView : public QObject
{
    Q_OBJECT

private slots:
    void init() { theme::apply(false); }

    void aLineEndsWhereDataLacks()
    {
        ChartCard card(u"card"_s);
        QVector<QPointF> points = line(10);
        points[4].setY(qQNaN());
        card.setContent(content(points));
        const auto pieces = card.plot()->drawnPieces(u"a"_s);
        QCOMPARE(pieces.size(), 2);
        QCOMPARE(pieces[0].last().x(), 3.5);
        QCOMPARE(pieces[1].first().x(), 5.5);
    }

    void aSinglePointBetweenGapsIsStillSeen()
    {
        ChartCard card(u"card"_s);
        card.setContent(content({{0.5, qQNaN()}, {1.5, 3}, {2.5, qQNaN()}}));
        QCOMPARE(card.plot()->drawnPieces(u"a"_s), (QVector<QVector<QPointF>>{{{1.5, 3}}}));
    }

    void newPointsReplaceTheOldInTheSameSeries()
    {
        ChartCard card(u"card"_s);
        card.setContent(content(line(10)));
        const auto before = card.plot()->chart()->series();
        card.setContent(content(line(20, 7)));
        QCOMPARE(card.plot()->chart()->series(), before);
        QCOMPARE(card.plot()->drawnPieces(u"a"_s), (QVector<QVector<QPointF>>{line(20, 7)}));
    }

    void aDayIsThinnedTo600PointsAndKeepsItsPeakAndItsGaps()
    {
        QVector<double> day(86400, 2);
        day[40'000] = 99;
        for (int i = 0; i < 1000; ++i)
            day[i] = qQNaN();
        const auto largest = thinned(day, 600, true);
        QVERIFY(largest.size() <= 600);
        QVERIFY(std::isnan(largest.first().y()));
        QCOMPARE(std::max_element(largest.begin() + 10, largest.end(), [](auto &a, auto &b) { return a.y() < b.y(); })->y(), 99.0);
        QVERIFY(std::none_of(largest.begin() + 10, largest.end(), [](const QPointF &p) { return std::isnan(p.y()); }));
    }

    void theKeptPictureFollowsAllThatChanges()
    {
        ChartCard card(u"card"_s);
        card.resize(400, 220);
        card.setContent(content(line(100, 5)));
        card.show();
        QApplication::processEvents();
        const auto seen = [&] {
            QApplication::processEvents();
            return card.plot()->grab().toImage();
        };
        const QImage first = seen();
        QCOMPARE(seen(), first);
        card.setCrosshair(40);
        QVERIFY(seen() != first);
        card.setCrosshair({});
        QCOMPARE(seen(), first);
        card.setSeriesHidden(u"a"_s, true);
        QVERIFY(seen() != first);
        card.setSeriesHidden(u"a"_s, false);
        QCOMPARE(seen(), first);
        card.setZoom(ChartRange(10, 20));
        QVERIFY(seen() != first);
        card.setZoom({});
        card.setContent(content({{0.5, 1}, {99.5, 9}}));
        const QImage second = seen();
        QVERIFY(second != first);
        card.resize(400, 300);
        QVERIFY(seen().size() != second.size());
        card.resize(400, 220);
        theme::apply(true);
        QVERIFY(seen() != second);
    }

    void aCardHeldBackHasItsContentButNoPlotUntilItIsDrawn()
    {
        ChartCard card(u"card"_s);
        card.holdBack();
        card.setContent(content(line(5)));
        QVERIFY(!card.plot());
        QVERIFY(card.findChild<LegendButton *>(u"card-a"_s));
        card.setSeriesHidden(u"a"_s, true);
        card.draw();
        QVERIFY(!card.plot()->isDrawn(u"a"_s));
        card.setSeriesHidden(u"a"_s, false);
        QVERIFY(card.plot()->isDrawn(u"a"_s));
        const PlotView *plot = card.plot();
        card.draw();
        QCOMPARE(card.plot(), plot);
    }

    void aStackClosesUpOverAHiddenSeries()
    {
        ChartCard card(u"card"_s);
        ChartContent c = content(line(5, 2), u"low"_s);
        c.series.append({u"mid"_s, u"mid"_s, theme::tk().series[1], line(5, 3)});
        c.series.append({u"high"_s, u"high"_s, theme::tk().series[2], line(5, 4)});
        c.stacked = true;
        card.setContent(c);
        QCOMPARE(card.plot()->drawnPieces(u"high"_s).first().first().y(), 9.0);
        card.setSeriesHidden(u"mid"_s, true);
        QVERIFY(!card.plot()->isDrawn(u"mid"_s));
        QCOMPARE(card.plot()->drawnPieces(u"high"_s).first().first().y(), 6.0);
    }

    void aClickOnTheLegendTakesTheSeriesOffTheChart()
    {
        ChartCard card(u"card"_s);
        card.setContent(content(line(5)));
        auto *entry = card.findChild<LegendButton *>(u"card-a"_s);
        entry->click();
        QVERIFY(!card.plot()->isDrawn(u"a"_s));
        entry->click();
        QVERIFY(card.plot()->isDrawn(u"a"_s));
    }

    void percentilesStandOnALogarithmicAxis()
    {
        ChartCard card(u"card"_s);
        ChartContent c = content({{1, 5}, {10, 9}, {10'000, 400}});
        c.isTime = false;
        c.logX = true;
        c.x0 = 1;
        c.x1 = 10'000;
        card.setContent(c);
        auto *axis = qobject_cast<QLogValueAxis *>(xAxis(card));
        QVERIFY(axis);
        QCOMPARE(axis->max(), 10'000.0);
        card.setContent(content(line(5)));
        QVERIFY(qobject_cast<QValueAxis *>(xAxis(card)));
        QVERIFY(card.plot()->isDrawn(u"a"_s));
    }

    void barsAreABarSeries()
    {
        ChartCard card(u"card"_s);
        ChartContent c;
        c.isTime = false;
        c.bars = {{u"50"_s, u"80.0"_s, 80}, {u"200"_s, u"20.0"_s, 20}};
        card.setContent(c);
        const auto series = card.plot()->chart()->series();
        QCOMPARE(series.size(), 1);
        const auto *bars = qobject_cast<QBarSeries *>(series.first());
        QVERIFY(bars);
        QCOMPARE(bars->barSets().first()->at(0), 80.0);
    }

    void thePointerOverOneChartMovesTheCrosshairOfAll()
    {
        Pair pair;
        QTest::mouseMove(pair.first.plot()->viewport(), placeOf(pair.first, 0.5));
        QVERIFY(pair.first.crosshair());
        QCOMPARE(pair.second.crosshair(), pair.first.crosshair());
        QVERIFY(std::abs(*pair.second.crosshair() - 50) < 1);
        QCOMPARE(pair.second.findChild<LegendButton *>(u"second-a"_s)->value(), u"0.16"_s);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(pair.first.plot(), &leave);
        QVERIFY(!pair.second.crosshair());
    }

    void theLegendSaysTheValueUnderTheCrosshair()
    {
        Pair pair;
        QVector<QPointF> rising;
        for (int i = 0; i < 100; ++i)
            rising.append({double(i), double(i * 10)});
        pair.first.setContent(content(rising));
        pair.second.setCrosshair(30.2);
        QCOMPARE(pair.first.findChild<LegendButton *>(u"first-a"_s)->value(), u"300"_s);
        pair.second.setCrosshair({});
        QCOMPARE(pair.first.findChild<LegendButton *>(u"first-a"_s)->value(), u"990"_s);
    }

    void aDragZoomsAllLinkedChartsAndADoubleClickShowsEverythingAgain()
    {
        Pair pair;
        QWidget *area = pair.first.plot()->viewport();
        QTest::mousePress(area, Qt::LeftButton, {}, placeOf(pair.first, 0.2));
        QTest::mouseMove(area, placeOf(pair.first, 0.4));
        QMouseEvent move(QEvent::MouseMove, placeOf(pair.first, 0.6), area->mapToGlobal(placeOf(pair.first, 0.6)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(area, &move);
        QTest::mouseRelease(area, Qt::LeftButton, {}, placeOf(pair.first, 0.6));
        for (const ChartCard *card : {&pair.first, &pair.second}) {
            QVERIFY(card->zoom());
            auto *axis = qobject_cast<QValueAxis *>(xAxis(*card));
            QVERIFY(std::abs(axis->min() - 20) < 1.5);
            QVERIFY(std::abs(axis->max() - 60) < 1.5);
            QVERIFY(card->findChild<QToolButton *>(card->objectName() + u"-whole"_s)->isVisible());
        }
        QTest::mouseDClick(pair.second.plot()->viewport(), Qt::LeftButton, {}, placeOf(pair.second, 0.5));
        QVERIFY(!pair.first.zoom());
        QCOMPARE(qobject_cast<QValueAxis *>(xAxis(pair.first))->max(), 100.0);
    }

    void theWheelZoomsAroundThePointer()
    {
        Pair pair;
        const QPoint at = placeOf(pair.first, 0.5);
        QWheelEvent wheel(at, pair.first.plot()->viewport()->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(pair.first.plot()->viewport(), &wheel);
        QVERIFY(pair.second.zoom());
        const auto [from, to] = *pair.second.zoom();
        QVERIFY(std::abs((from + to) / 2 - 50) < 1);
        QVERIFY(to - from < 70 && to - from > 50);
    }

    void theWheelScrollsThePageWhereThatScrolls()
    {
        QScrollArea page;
        auto *inside = new QWidget;
        inside->setMinimumHeight(2000);
        auto *card = new ChartCard(u"card"_s);
        card->setParent(inside);
        card->setGeometry(0, 0, 300, 200);
        page.setWidget(inside);
        page.resize(320, 240);
        page.show();
        card->setContent(content(line(100)));
        card->show();
        const QPoint at = placeOf(*card, 0.5);
        const auto turn = [&](Qt::KeyboardModifiers keys) {
            QWheelEvent wheel(at, card->plot()->viewport()->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
            QWheelEvent in(at, card->plot()->viewport()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
            QApplication::sendEvent(card->plot()->viewport(), keys ? &in : &wheel);
        };
        turn({});
        QVERIFY(!card->zoom());
        turn(Qt::ControlModifier);
        QVERIFY(card->zoom());
    }

    void aZoomedChartLooksCloserAtItsHeightToo()
    {
        ChartCard card(u"card"_s);
        QVector<QPointF> points = line(100, 10);
        points[90].setY(1000);
        card.setContent(content(points));
        const double whole = card.top();
        card.setZoom(ChartRange(10, 50));
        QVERIFY(card.top() < whole / 10);
        card.setContent(content(points)); // new data leave the zoom
        QVERIFY(card.zoom());
        QVERIFY(card.top() < whole / 10);
    }

    void keysMoveTheCrosshairAndZoom()
    {
        Pair pair;
        pair.first.setCrosshair(50);
        QTest::keyClick(pair.first.plot(), Qt::Key_Right);
        QVERIFY(*pair.second.crosshair() > 50.5);
        QTest::keyClick(pair.first.plot(), Qt::Key_Plus);
        QVERIFY(pair.second.zoom());
        QTest::keyClick(pair.first.plot(), Qt::Key_0);
        QVERIFY(!pair.second.zoom());
    }

    void linkedChartsBeginAtTheSamePlace()
    {
        Pair pair;
        pair.first.setContent(content(line(100, 1'234'567)));
        QVERIFY(pair.first.plot()->chart()->plotArea().left() > PlotView::leastMargin);
        QCOMPARE(pair.second.plot()->chart()->plotArea().left(), pair.first.plot()->chart()->plotArea().left());
    }

    void noLabelTouchesTheEdge()
    {
        ChartCard card(u"card"_s);
        card.resize(300, 200);
        ChartContent c = content(line(10));
        c.x1 = 10;
        card.setContent(c);
        card.show();
        const QImage image = card.plot()->grab().toImage();
        const QColor ground = image.pixelColor(image.width() - 1, image.height() / 2);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = image.width() - 6; x < image.width(); ++x)
                QCOMPARE(image.pixelColor(x, y), ground);
        }
    }

    void seriesTakeTheColoursOfTheTheme()
    {
        ChartCard card(u"card"_s);
        card.setContent(content(line(10)));
        auto *series = qobject_cast<QLineSeries *>(card.plot()->chart()->series().first());
        const QColor light = theme::tk().series[0];
        QCOMPARE(series->pen().color(), light);
        theme::apply(true);
        QVERIFY(theme::tk().series[0] != light);
        QTRY_COMPARE(series->pen().color(), theme::tk().series[0]);
    }
};

QTEST_MAIN(TestPlotView)
#include "tst_plotview.moc"
