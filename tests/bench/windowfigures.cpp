// How quick the window is. Each call prints one number:
//     bench_windowfigures make WORKSPACE CASES    a workspace with so many cases and one of 500 cards (none: an empty one); 0
//     bench_windowfigures start WORKSPACE         seconds from the start of the process to the first paint
//     bench_windowfigures filter WORKSPACE        ms of the slowest key typed into the filter of the tree, its paint included
//     bench_windowfigures open WORKSPACE          ms until the case of 500 cards is painted, median of 5
//     bench_windowfigures idle WORKSPACE          resident MB of the window at rest
#include "ui/editorarea.h"
#include "ui/mainwindow.h"
#include "ui/projectdock.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int manyCards = 500;

/// Seconds since this process was started, to a hundredth (field 22 of proc(5) stat, in clock ticks since boot).
double sinceProcessStart()
{
    std::ifstream file("/proc/self/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string field;
    for (int i = 3; i <= 22; ++i)
        fields >> field;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9 - std::stod(field) / double(sysconf(_SC_CLK_TCK));
}

double residentMegabytes()
{
    std::ifstream file("/proc/self/statm");
    double all = 0, resident = 0;
    file >> all >> resident;
    return resident * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

class FirstPaint : public QObject
{
public:
    bool seen = false;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        seen |= event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }
};

void settle()
{
    for (int i = 0; i < 4; ++i) { // posted layout, then its paint
        QApplication::sendPostedEvents();
        QApplication::processEvents();
    }
}

domain::Project projectOf(int cases)
{
    domain::Project project;
    project.name = u"Bench"_s;
    for (int i = 1; i <= cases; ++i) {
        domain::TestCase testCase;
        testCase.id = {i};
        testCase.name = i == 1 ? u"Long"_s : u"Case %1 %2"_s.arg(i).arg(i % 3 ? u"order"_s : u"payment"_s);
        for (int card = 0; card < (i == 1 ? manyCards : 1); ++card)
            testCase.steps << domain::newRequest(u"Request %1"_s.arg(card + 1), u"GET"_s, u"http://127.0.0.1/%1/%2"_s.arg(i).arg(card));
        testCase.stages = {domain::Stage{}};
        project.cases << testCase;
    }
    return project;
}

int make(services::WorkspaceService &workspace, int cases)
{
    if (cases > 0) {
        const auto added = workspace.addProject(projectOf(cases));
        const auto opened = added ? workspace.openProject(*added) : domain::Result<>(domain::fail(added.error().message));
        if (!opened) {
            std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
            return 1;
        }
    }
    std::puts("0");
    return 0;
}

double start(ui::MainWindow &window)
{
    FirstPaint paint;
    for (QWidget *part : window.findChildren<QWidget *>())
        part->installEventFilter(&paint);
    window.show();
    while (!paint.seen)
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    QApplication::processEvents(); // the rest of the same frame
    return sinceProcessStart();
}

double slowestFilterKey(ui::MainWindow &window)
{
    window.show();
    window.focusFilter();
    settle();
    double slowest = 0;
    QLineEdit *filter = window.projectDock()->filter();
    for (const QChar letter : u"payment"_s) {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(filter, letter.toLatin1());
        settle();
        slowest = std::max(slowest, double(timer.nsecsElapsed()) / 1e6);
    }
    return slowest;
}

double openLongCase(ui::MainWindow &window)
{
    window.show();
    window.showPage(ui::MainWindow::Design);
    settle();
    const auto &cases = window.document().project().cases;
    const auto longest = std::ranges::max_element(cases, {}, [](const domain::TestCase &c) { return c.steps.size(); });
    QVector<double> times;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        window.openCase(longest->id);
        settle();
        times << double(timer.nsecsElapsed()) / 1e6;
        window.editors()->closeCurrent();
        settle();
    }
    std::ranges::sort(times);
    return times[2];
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"crescendo-bench"_s);
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: bench_windowfigures make WORKSPACE CASES | start | filter | open | idle WORKSPACE\n");
        return 2;
    }
    QTemporaryDir home;
    services::Application services(home.filePath(u"settings.ini"_s));
    ui::theme::apply(ui::theme::Choice::Light);
    if (const auto opened = services.open(arguments[1]); !opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return 1;
    }
    const QString what = arguments[0];
    if (what == u"make"_s)
        return make(services.workspace(), arguments.value(2).toInt());
    ui::MainWindow window(services);
    window.resize(1440, 900);
    if (what == u"idle"_s) {
        window.show();
        settle();
    }
    std::printf("%.3f\n", what == u"start"_s    ? start(window)
                          : what == u"filter"_s ? slowestFilterKey(window)
                          : what == u"open"_s   ? openLongCase(window)
                                                : residentMegabytes());
    return 0;
}
