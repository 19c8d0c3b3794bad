// What the window costs. The same load is run through the core with the live page open and drawing, and without any
// window, in turns:
//     bench_windowload URL [SECONDS [ROUNDS [USERS]]]     a line a round: requests/s without, with; how often it was drawn
#include "ui/mainwindow.h"
#include "ui/run/livepage.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QTemporaryDir>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

domain::Project projectFor(const QString &url, int seconds, int users)
{
    domain::Stage stage;
    stage.seconds = seconds;
    stage.users = users;
    domain::TestCase testCase;
    testCase.id = {1};
    testCase.name = u"Load"_s;
    testCase.steps = {domain::newRequest(u"Request"_s, u"GET"_s, url)};
    testCase.stages = {stage};
    domain::Project project;
    project.name = u"Bench"_s;
    project.cases = {testCase};
    return project;
}

/// Runs it to its end; answers requests a second, below 0 when it failed.
double measure(services::RunService &runs, const services::RunRequest &request)
{
    const auto started = runs.start(request);
    if (!started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error().message));
        return -1;
    }
    while (!(*started)->isEnded())
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 100);
    const auto &totals = (*started)->stats().totals();
    if (totals.failed > 0 || totals.seconds == 0) {
        std::fprintf(stderr, "%llu requests failed\n", static_cast<unsigned long long>(totals.failed));
        return -1;
    }
    return double(totals.requests) / (*started)->elapsed();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"crescendo-bench"_s);
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.isEmpty()) {
        std::fprintf(stderr, "usage: bench_windowload URL [SECONDS [ROUNDS [USERS]]]\n");
        return 2;
    }
    QTemporaryDir home;
    services::Application services(home.filePath(u"settings.ini"_s));
    ui::theme::apply(ui::theme::Choice::Light);
    if (const auto opened = services.open(home.filePath(u"bench.crescendo"_s)); !opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return 1;
    }

    const int seconds = std::max(2, arguments.value(1, u"5"_s).toInt()), rounds = std::max(1, arguments.value(2, u"5"_s).toInt());
    services::RunRequest request;
    request.project = projectFor(arguments[0], seconds, std::max(1, arguments.value(3, u"50"_s).toInt()));
    request.cases = {{1}};
    request.threads = 1;
    const auto without = [&] {
        services::RunService runs; // as the command line does it: no window, no workspace
        return measure(runs, request);
    };
    int drawn = 0;
    const auto with = [&] {
        ui::MainWindow window(services);
        window.resize(1440, 900);
        window.show();
        window.showPage(ui::MainWindow::Live);
        auto *page = window.findChild<ui::LivePage *>(u"livePage"_s);
        const double rate = measure(services.runs(), request);
        drawn = page ? page->drawn() : 0;
        return rate;
    };
    for (int round = 0; round < rounds; ++round) {
        double plain = 0, seen = 0;
        if (round % 2) {
            seen = with();
            plain = without();
        } else {
            plain = without();
            seen = with();
        }
        if (plain < 0 || seen < 0)
            return 1;
        std::printf("%.1f %.1f %d\n", plain, seen, drawn);
        std::fflush(stdout);
    }
    return 0;
}
