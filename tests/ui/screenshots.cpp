// PNG of every main screen, from real widgets showing a real run: FOLDER [WIDTHxHEIGHT]
#include "ui/mainwindow.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

static void settle(int ms)
{
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < ms)
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"crescendo-screenshots"_s);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    folder.mkpath(u"."_s);
    QTemporaryDir home;
    services::Application services(home.filePath(u"settings.ini"_s));
    ui::theme::apply(ui::theme::Choice::Light);
    if (const auto opened = services.open(home.filePath(u"shots.crescendo"_s), true); !opened) {
        qCritical("%s", qPrintable(opened.error().message));
        return 1;
    }
    ui::MainWindow window(services);
    window.resize(1440, 900);
    window.setLanguage(u"en"_s);
    window.show();
    const auto &cases = services.workspace().document().project().cases;
    if (cases.isEmpty()) {
        qCritical("The sample project has no case.");
        return 1;
    }
    window.openCase(cases.first().id);

    const auto shoot = [&](const QString &name) {
        for (const auto &[suffix, choice, language] :
             {std::tuple(u"light"_s, ui::theme::Choice::Light, u"en"_s), std::tuple(u"dark"_s, ui::theme::Choice::Dark, u"en"_s),
              std::tuple(u"zh"_s, ui::theme::Choice::Light, u"zh_CN"_s)}) {
            ui::theme::apply(choice);
            window.setLanguage(language);
            settle(200);
            window.grab().save(folder.filePath(name + u'-' + suffix + u".png"_s));
        }
        ui::theme::apply(ui::theme::Choice::Light);
        window.setLanguage(u"en"_s);
    };

    window.showPage(ui::MainWindow::Design);
    shoot(u"case"_s);
    window.run();
    settle(3500);
    window.showPage(ui::MainWindow::Live);
    shoot(u"live"_s);
    settle(12000); // the sample ends by itself
    window.showPage(ui::MainWindow::Report);
    shoot(u"report"_s);
    window.showPage(ui::MainWindow::History);
    shoot(u"history"_s);
    return 0;
}
