// monkey [SECONDS [SEED]]: presses at random in the whole window over the sample project, two minutes unless told
// otherwise. Prints its seed first; a sanitizer or a crash says what was found.
#include "tests/ui/monkey.h"
#include "tests/support/windowfixture.h"
#include <cstdio>

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const int seconds = std::max(1, arguments.value(1, QStringLiteral("120")).toInt());
    const quint32 seed = arguments.size() > 2 ? arguments[2].toUInt() : QRandomGenerator::system()->generate();
    std::printf("seed %u\n", seed);
    std::fflush(stdout);
    WindowFixture fixture;
    fixture.open();
    if (!fixture.isOpen() || !fixture.application().openSample()) {
        std::fprintf(stderr, "The sample project does not open.\n");
        return 1;
    }
    fixture.window().showPage(ui::MainWindow::Design);
    fixture.window().confirm = [](const QString &, const QString &) { return false; };
    Monkey monkey(fixture.window(), seed);
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < seconds * 1000) {
        if (!monkey.act()) {
            std::fprintf(stderr, "The window closed after %d acts.\n", monkey.acts());
            return 1;
        }
    }
    fixture.close();
    std::printf("%d acts, nothing broke\n", monkey.acts());
    return 0;
}
