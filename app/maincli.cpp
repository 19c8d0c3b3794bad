// crescendo-cli. A PDF is drawn with fonts, so only then is there a GUI application, without a screen.
#include "app/cli/cli.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    bool draws = false;
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView argument(argv[i]);
        draws = draws || argument.startsWith("--pdf") || argument.endsWith(".pdf");
    }
    if (draws && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::unique_ptr<QCoreApplication> application(draws ? new QGuiApplication(argc, argv) : new QCoreApplication(argc, argv));
    QCoreApplication::setApplicationName(u"crescendo"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CRESCENDO_VERSION));
    QTextStream out(stdout), err(stderr);
    return cli::runCli(application->arguments().mid(1), {out, err});
}
