// Draws the main screens from real widgets over a real run: screenshots FOLDER [--only NAME,…]
// Each in light, dark and Chinese at 1440x900, and in light at 1280x720, English and Chinese. Screens that show no run look
// alike each time: with --accepted FOLDER they are compared with the pictures there, and exit code 1 says that one differs;
// with --accept as well they become the accepted ones.
#include "app/services/application.h"
#include "ui/debug/debugpage.h"
#include "ui/editorarea.h"
#include "ui/editors/caseeditor.h"
#include "ui/editors/newsteps.h"
#include "ui/editors/requesteditor.h"
#include "ui/mainwindow.h"
#include "ui/shell/requestinput.h"
#include "ui/widgets/codeedit.h"
#include "ui/widgets/theme.h"
#include <QtWidgets>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// Lets the window live until `done`, at most `ms`.
void settle(int ms, const std::function<bool()> &done = {})
{
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < ms && !(done && done()))
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
}

struct Look
{
    QString suffix;
    bool dark;
    QString language;
    QSize size;
};

const QVector<Look> looks{{u"light"_s, false, u"en"_s, {1440, 900}},
                          {u"dark"_s, true, u"en"_s, {1440, 900}},
                          {u"zh"_s, false, u"zh_CN"_s, {1440, 900}},
                          {u"1280x720"_s, false, u"en"_s, {1280, 720}},
                          {u"1280x720-zh"_s, false, u"zh_CN"_s, {1280, 720}}};

/// Share of the pixels that differ visibly, seen from a little away; 1 when the sizes do.
double difference(const QImage &one, const QImage &other)
{
    if (one.size() != other.size())
        return 1;
    const auto far = [](const QImage &image) { return image.scaled(image.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32); };
    const QImage a = far(one), b = far(other);
    int differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            differing += std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))}) > 40;
        }
    }
    return double(differing) / (a.width() * a.height());
}

class Studio
{
public:
    Studio(ui::MainWindow &window, QDir folder, QStringList only) : m_window(window), m_folder(std::move(folder)), m_only(std::move(only)) {}

    void shoot(const QString &name) { shootAs(name, name); }
    /// One of several pictures that are wanted or not together.
    void shootAs(const QString &wanted, const QString &name)
    {
        if (!wants(wanted))
            return;
        for (const Look &look : looks) {
            m_window.setTheme(look.dark ? u"dark"_s : u"light"_s);
            m_window.setLanguage(look.language);
            m_window.resize(look.size);
            settle(600); // a new language or theme is laid out anew
            QPixmap picture = m_window.grab();
            if (QWidget *popup = QApplication::activePopupWidget()) { // a window of its own: laid over
                QPainter over(&picture);
                over.fillRect(picture.rect(), ui::theme::tk().scrim);
                over.drawPixmap(m_window.mapFromGlobal(popup->pos()), popup->grab());
            }
            picture.save(m_folder.filePath(name + u'-' + look.suffix + u".png"_s));
            if (look.size.width() == 1280 && stable.contains(name))
                compare(name + u'-' + look.suffix + u".png"_s, picture.toImage());
        }
        m_window.setTheme(u"light"_s);
        m_window.setLanguage(u"en"_s);
        m_window.resize(looks.first().size);
    }
    /// Where the accepted pictures lie; `accept` puts those of now there.
    void compareWith(const QString &folder, bool accept)
    {
        m_accepted = folder;
        m_accept = accept;
    }
    bool differs() const { return m_differs; }
    bool wants(const QString &name) const { return m_only.isEmpty() || m_only.contains(name); }

private:
    static constexpr double tolerance = 0.01; // a port number, the time of day, another version of a font
    static inline const QStringList stable{u"welcome"_s, u"case"_s, u"load"_s, u"settings"_s, u"manual"_s, u"full-link"_s, u"live-empty"_s};

    void compare(const QString &file, const QImage &now)
    {
        if (m_accepted.isEmpty())
            return;
        const QString path = QDir(m_accepted).filePath(file);
        if (m_accept) {
            QDir().mkpath(m_accepted);
            now.convertToFormat(QImage::Format_Indexed8, Qt::ThresholdDither).save(path, "PNG", 0); // small: flat colours
            return;
        }
        const QImage before(path);
        const double share = before.isNull() ? 1 : difference(before, now);
        if (share <= tolerance)
            return;
        m_differs |= !before.isNull(); // a new screen is told, and accepted with the next --accept
        if (before.isNull())
            std::fprintf(stderr, "%s: no accepted picture\n", qPrintable(file));
        else
            std::fprintf(stderr, "%s: %.1f %% of the picture differ\n", qPrintable(file), share * 100);
    }

    ui::MainWindow &m_window;
    QDir m_folder;
    QStringList m_only;
    QString m_accepted;
    bool m_accept = false, m_differs = false;
};

/// A case with one step of every kind, for their editors.
domain::CaseId caseOfEveryKind(document::ProjectDocument &document)
{
    const domain::CaseId id = document.addCase(u"Every kind of step"_s);
    for (const ui::NewStep &kind : ui::newSteps())
        document.addStep(id, kind.step);
    domain::Step request = domain::newRequest(u"Place an order"_s, u"POST"_s, u"${base}/orders"_s);
    request.message.body = u"{\n  \"sku\": \"${sku}\",\n  \"nobody\": \"${nobody}\"\n}"_s;
    request.checkpoint = domain::Checkpoint();
    request.checkpoint->items = {{u"status"_s, {}, u"=="_s, u"2xx"_s}, {u"jsonpath"_s, u"$.id"_s, u"!="_s, {}}};
    request.extractions = {{u"order"_s, 5, {}, u"$.id"_s}};
    request.message.proxy = u"proxy:80"_s; // a mistake, so that its sentence is seen
    document.addStep(id, request);
    return id;
}

void runOnce(ui::MainWindow &window, services::Application &services, int ms)
{
    window.run();
    settle(ms, [&] { return services.runs().current() && services.runs().current()->isEnded(); });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"crescendo-screenshots"_s);
    QCommandLineParser options;
    const QCommandLineOption only(u"only"_s, u"Only these screens."_s, u"names"_s);
    const QCommandLineOption accepted(u"accepted"_s, u"Compare with the pictures in this folder."_s, u"folder"_s);
    const QCommandLineOption accept(u"accept"_s, u"Make the pictures of now the accepted ones."_s);
    options.addOptions({only, accepted, accept});
    options.addPositionalArgument(u"folder"_s, u"Where to put them."_s);
    options.process(app);
    const QDir folder(options.positionalArguments().value(0, u"."_s));
    folder.mkpath(u"."_s);
    QTemporaryDir home;
    services::Application services(home.filePath(u"settings.ini"_s));
    ui::theme::apply(false);
    if (const auto opened = services.open(home.filePath(u"shots.crescendo"_s), true); !opened) {
        qCritical("%s", qPrintable(opened.error().message));
        return 1;
    }
    ui::MainWindow window(services);
    window.setLanguage(u"en"_s);
    window.resize(1440, 900);
    window.show();
    const auto &cases = services.workspace().document().project().cases;
    if (cases.isEmpty()) {
        qCritical("The sample project has no case.");
        return 1;
    }
    Studio studio(window, folder, options.value(only).split(u',', Qt::SkipEmptyParts));
    studio.compareWith(options.value(accepted), options.isSet(accept));

    window.showPage(ui::MainWindow::Welcome);
    auto *input = window.findChild<ui::CodeEdit *>(u"welcomeInput"_s);
    input->setPlainText(u"curl -X POST '%1/echo' \\\n  -H 'Content-Type: application/json' \\\n  -d '{\"sku\": \"SKU-0417\", \"qty\": 2}'"_s.arg(services.demo().url()));
    studio.shoot(u"welcome"_s);
    if (studio.wants(u"welcome-sent"_s)) {
        window.findChild<QPushButton *>(u"welcomeSend"_s)->click();
        settle(8000, [&] { return window.findChild<QWidget *>(u"welcomeAnswer"_s)->isVisible(); });
        studio.shoot(u"welcome-sent"_s);
    }
    for (const auto &testCase : {cases.value(1), cases.first()})
        window.openCase(testCase.id);
    studio.shoot(u"case"_s);
    if (studio.wants(u"load"_s)) {
        auto *editor = window.openCase(cases.first().id);
        editor->showPart(ui::CaseEditor::Load);
        settle(3000, [&] { return editor->findChild<QLabel *>(u"expectedComputer"_s)->isVisible(); });
        studio.shoot(u"load"_s);
        editor->showPart(ui::CaseEditor::Steps);
    }
    if (studio.wants(u"palette"_s)) {
        window.openPalette();
        window.findChild<QLineEdit *>(u"paletteEdit"_s)->setText(u"pro"_s);
        studio.shoot(u"palette"_s);
        window.findChild<QDialog *>(u"commandPalette"_s)->reject();
    }
    if (studio.wants(u"menu"_s)) {
        auto *menu = window.findChild<QMenuBar *>(u"menuBar"_s)->actions().value(1)->menu();
        menu->popup(window.mapToGlobal(QPoint(110, 44)));
        studio.shoot(u"menu"_s);
        menu->close();
    }
    auto &document = services.workspace().document();
    if (studio.wants(u"project"_s)) {
        window.openNode(document.root());
        studio.shoot(u"project"_s);
    }
    if (studio.wants(u"directory"_s)) {
        const auto directory = document.addDirectory(u"An empty directory"_s);
        window.openNode(directory);
        studio.shoot(u"directory"_s);
        window.editors()->closeCurrent();
        document.remove(document::NodeRef(directory));
    }
    for (const auto &[page, name] : {std::pair(ui::MainWindow::Data, u"data"_s), {ui::MainWindow::Library, u"library"_s}, {ui::MainWindow::Tasks, u"tasks"_s}}) {
        window.showPage(page);
        studio.shoot(name);
    }
    if (studio.wants(u"cards"_s)) {
        const auto id = caseOfEveryKind(document);
        auto *editor = window.openCase(id);
        for (const domain::Step &step : QVector(document.testCase(id)->steps)) {
            editor->showStep(step.id);
            studio.shootAs(u"cards"_s, u"card-%1"_s.arg(step.id.value));
        }
        for (int tab = ui::RequestEditor::Params; tab < ui::RequestEditor::TabCount; ++tab) {
            editor->requestEditor()->showTab(tab);
            studio.shootAs(u"cards"_s, u"request-%1"_s.arg(tab));
        }
        for (const auto part : {ui::CaseEditor::Rules, ui::CaseEditor::About}) {
            editor->showPart(part);
            studio.shootAs(u"cards"_s, u"case-part-%1"_s.arg(part));
        }
        window.editors()->closeCurrent();
        document.remove(document::NodeRef(id));
    }
    if (studio.wants(u"debug"_s)) {
        window.openCase(cases.first().id);
        window.debug();
        settle(5000, [&] { return !window.findChild<ui::DebugPage *>(u"debugPage"_s)->isRunning(); });
        studio.shoot(u"debug"_s);
    }
    window.showPage(ui::MainWindow::Settings);
    studio.shoot(u"settings"_s);
    if (studio.wants(u"problem"_s)) {
        services::WorkspaceService holder, refused; // a real lock, a real sentence
        const QString locked = home.filePath(u"other.crescendo"_s);
        if (const auto held = holder.open(locked); held) {
            const auto opened = refused.open(locked);
            window.showProblem(locked, opened ? QString() : opened.error().message);
            window.findChild<QStackedWidget *>(u"pages"_s)->setCurrentIndex(ui::MainWindow::Problem);
            studio.shoot(u"problem"_s);
        }
    }
    window.showManual(u"load"_s);
    studio.shoot(u"manual"_s);
    window.showPage(ui::MainWindow::FullLink);
    studio.shoot(u"full-link"_s);
    window.showPage(ui::MainWindow::Live);
    studio.shoot(u"live-empty"_s);
    if (studio.wants(u"live"_s) || studio.wants(u"report"_s) || studio.wants(u"history"_s) || studio.wants(u"compare"_s)) {
        runOnce(window, services, 30'000);
        window.run();
        settle(3500);
        studio.shoot(u"live"_s);
        settle(30'000, [&] { return services.runs().current()->isEnded(); });
    }
    window.showPage(ui::MainWindow::Report);
    studio.shoot(u"report"_s);
    window.showPage(ui::MainWindow::History);
    studio.shoot(u"history"_s);
    if (studio.wants(u"compare"_s)) {
        window.findChild<QTreeView *>(u"historyTable"_s)->selectAll();
        if (auto *compare = window.findChild<QPushButton *>(u"historyCompare"_s))
            compare->click();
        window.showPage(ui::MainWindow::Compare);
        studio.shoot(u"compare"_s);
    }
    return studio.differs() ? 1 : 0;
}
