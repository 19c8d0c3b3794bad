// How long a stored run takes to open as a report, offscreen:
//     bench_reportopen make WORKSPACE SECONDS REQUESTS    writes a run of so many seconds and requests; bytes on disk an item and second
//     bench_reportopen open WORKSPACE                     seconds from the click: read, figures, page laid out and painted
//     bench_reportopen scroll WORKSPACE                   ms of the slowest but 5 % of the frames of a scroll through the page
#include "app/services/workspaceservice.h"
#include "ui/report/reportpage.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>
#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;

namespace {

domain::RunRecord longRun(int seconds, int requests)
{
    std::mt19937 random(1);
    domain::RunRecord run;
    run.projectName = u"Shop"_s;
    run.taskName = u"Long run"_s;
    run.started = QDateTime::fromSecsSinceEpoch(1'790'000'000);
    run.ended = run.started.addSecs(seconds);
    run.status = domain::RunStatus::Finished;
    domain::CaseRecord record;
    record.name = u"Case"_s;
    domain::Stage stage;
    stage.seconds = seconds;
    record.stages = {stage};
    record.stageRecords = {{u"steady"_s, stage.mode, 0, double(seconds), 100, 100}};
    for (int i = 0; i <= requests; ++i) {
        domain::ItemRecord item;
        item.kind = i ? domain::ItemRecord::Request : domain::ItemRecord::Pass;
        item.name = u"Request %1"_s.arg(i);
        item.method = i ? u"GET"_s : QString();
        item.address = u"https://shop.example/api/%1"_s.arg(i);
        item.seconds.reserve(seconds);
        for (int second = 0; second < seconds; ++second) {
            const int64_t time = 5'000'000 + int64_t(random() % 3'000'000);
            domain::ItemPoint point;
            point.requests = 200 + random() % 50;
            point.successes = point.requests - (second % 60 == 0);
            point.failed[1] = point.sides[0] = point.requests - point.successes;
            point.status = {0, point.successes, 0, 0, point.failed[1]};
            point.sentBytes = point.requests * 240;
            point.receivedBytes = point.requests * 3820;
            point.sumTime = time * point.requests;
            point.minTime = time / 2;
            point.p50 = time;
            point.p90 = point.p95 = time * 2;
            point.p99 = point.maxTime = time * 3;
            item.seconds.append(point);
            engine::Sample sample;
            sample.status = 200;
            sample.responseTime = time;
            item.total.add(sample);
        }
        record.items.append(item);
    }
    for (int second = 0; second < seconds; ++second) {
        record.seconds.append({100, 100, 220});
        domain::HealthPoint health;
        health.cpuPercentMax = 40;
        run.health.append(health);
    }
    for (int i = 0; i < 2000; ++i)
        record.log.append({quint64(i + 1), 1 + i % requests, i * double(seconds) / 2000, 200, engine::Outcome::Ok, 5'000'000, 240, 3820, true, {},
                           QString(1000, u'x')});
    run.cases = {record};
    return run;
}

/// The page as it stands open, painted.
std::unique_ptr<ui::ReportPage> shown(domain::RunRecord run)
{
    auto page = std::make_unique<ui::ReportPage>();
    page->resize(1440, 860);
    page->setRun(std::move(run));
    page->show();
    QApplication::processEvents();
    page->grab();
    return page;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::theme::apply(false);
    const QStringList arguments = application.arguments();
    const QString what = arguments.value(1), path = arguments.value(2);
    services::WorkspaceService workspace;
    if (const auto opened = workspace.open(path); !opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return 1;
    }
    if (what == u"make"_s) {
        const int seconds = arguments.value(3).toInt(), requests = arguments.value(4).toInt();
        const qint64 before = QFileInfo(path).size();
        if (const auto added = workspace.addRun(longRun(seconds, requests)); !added) {
            std::fprintf(stderr, "%s\n", qPrintable(added.error().message));
            return 1;
        }
        workspace.close();
        std::printf("%.1f\n", double(QFileInfo(path).size() - before) / double(seconds) / (requests + 1));
        return 0;
    }
    { shown(longRun(10, 2)); } // fonts and styles are loaded when a user opens a report
    QElapsedTimer clock;
    clock.start();
    auto run = workspace.loadRun(workspace.runs().first().id);
    if (!run) {
        std::fprintf(stderr, "%s\n", qPrintable(run.error().message));
        return 1;
    }
    const auto page = shown(std::move(*run));
    if (what == u"open"_s) {
        std::printf("%.3f\n", double(clock.nsecsElapsed()) / 1e9);
        return 0;
    }
    QScrollBar *bar = page->findChild<QScrollArea *>(u"reportScroll"_s)->verticalScrollBar();
    QVector<double> frames;
    for (int y = 0; y <= bar->maximum(); y += 24) {
        clock.restart();
        bar->setValue(y);
        QEvent frame(QEvent::UpdateRequest); // what the window system asks for: all that changed is painted
        QApplication::sendEvent(page.get(), &frame);
        frames.append(double(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(frames.begin(), frames.end());
    std::printf("%.2f\n", frames.value(frames.size() * 95 / 100));
    return 0;
}
