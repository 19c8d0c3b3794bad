// The desktop program: crescendo [FILE|WORKSPACE] [--sample] [--workspace PATH]
#include "app/api/api.h"
#include "app/services/application.h"
#include "ui/mainwindow.h"
#include "ui/widgets/theme.h"
#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"crescendo"_s);
    QApplication::setOrganizationName(u"crescendo"_s);
    QApplication::setApplicationVersion(QStringLiteral(CRESCENDO_VERSION));
    QApplication::setDesktopFileName(u"crescendo"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/crescendo.svg"_s));
    QCommandLineParser options;
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption sample(u"sample"_s, u"Open the sample project, with its own small server."_s);
    const QCommandLineOption workspacePath(u"workspace"_s, u"Use this workspace file."_s, u"path"_s);
    options.addOptions({sample, workspacePath});
    options.addPositionalArgument(u"file"_s, u"A project file or folder, a run file, or a workspace file."_s, u"[file]"_s);
    options.process(app);

    services::Application services;
    const QString theme = services.settings().theme();
    ui::theme::apply(theme == u"dark" ? ui::theme::Choice::Dark
                                      : theme == u"light" ? ui::theme::Choice::Light : ui::theme::Choice::System);
    const QString file = options.positionalArguments().value(0);
    const bool isDocument = !file.isEmpty() && (QFileInfo(file).isDir() || file.endsWith(u".json", Qt::CaseInsensitive));
    const QString workspace = options.isSet(workspacePath) ? options.value(workspacePath) : isDocument ? QString() : file;
    const auto opened = services.open(workspace, options.isSet(sample));
    api::Api api(services, services.api());
    api.follow();

    ui::MainWindow window(services);
    window.setLanguage(services.settings().language());
    window.show();
    if (!opened)
        window.showProblem(workspace.isEmpty() ? services.workspacePath() : workspace, opened.error().message);
    else if (isDocument)
        window.openPath(file);
    return QApplication::exec();
}
