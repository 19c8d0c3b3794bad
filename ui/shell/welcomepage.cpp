#include "ui/shell/welcomepage.h"
#include "app/services/application.h"
#include "ui/shell/recentrow.h"
#include "ui/shell/requestinput.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/codeedit.h"
#include "ui/widgets/forms.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostProjects = 5, mostWorkspaces = 3;

QString when(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    const QLocale locale;
    if (local.date() == QDate::currentDate())
        return WelcomePage::tr("today, %1").arg(locale.toString(local.time(), QLocale::ShortFormat));
    if (local.date() == QDate::currentDate().addDays(-1))
        return WelcomePage::tr("yesterday");
    return locale.toString(local.date(), QLocale::ShortFormat);
}

} // namespace

WelcomePage::WelcomePage(services::Application &application, QWidget *parent)
    : QWidget(parent), m_application(application), m_input(new RequestInput(application)), m_rows(vbox(0)),
      m_none(text({}, Type::Small, u"3"_s))
{
    setObjectName(u"welcomePage"_s);
    auto *title = text({}, Type::Display), *under = form::para({}, Type::Body);
    auto *words = vbox(2);
    words->addWidget(title);
    words->addWidget(under);
    auto *head = hbox(sp::m);
    head->addWidget(new Logo(40));
    head->addLayout(words, 1);
    auto *two = hbox(sp::l);
    two->addWidget(recent(), 3);
    two->addWidget(sample(), 2);
    auto *promise = text({}, Type::Small, u"3"_s);
    auto *foot = hbox(6);
    foot->addStretch(1);
    foot->addWidget(iconLabel(u"lock"_s, theme::tk().text3, 13));
    foot->addWidget(promise);
    foot->addStretch(1);
    auto *column = vbox(0);
    column->addStretch(2);
    column->addLayout(head);
    column->addSpacing(sp::l);
    column->addWidget(m_input);
    column->addSpacing(sp::xl);
    column->addLayout(two);
    column->addSpacing(sp::xl);
    column->addLayout(foot);
    column->addStretch(3);
    auto *columnWidget = wrap(column);
    columnWidget->setMaximumWidth(840);
    auto *all = hbox(0, {sp::xl, sp::s, sp::xl, sp::s});
    all->addStretch(1);
    all->addWidget(columnWidget, 20);
    all->addStretch(1);
    auto *scroll = form::scroll(wrap(all, u"pane"_s));
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *l = vbox(0);
    l->addWidget(scroll);
    setLayout(l);

    m_texts.add([=, this] {
        title->setText(tr("What should carry the load?"));
        under->setText(tr("Paste an address or a cURL command. Send it once, then test it under load."));
        promise->setText(tr("Everything stays on this computer: no account, no cloud, no telemetry."));
        refresh();
    });
    connect(m_input, &RequestInput::loadTestRequested, this, [this](const domain::Message &message) {
        emit loadTestRequested(message);
        noteAnswer(message);
    });
    connect(m_input, &RequestInput::editRequested, this, [this](const domain::Message &message) {
        emit editRequested(message);
        noteAnswer(message);
    });
    connect(&application.workspace(), &services::WorkspaceService::projectsChanged, this, &WelcomePage::refresh);
    connect(&application.settings(), &services::Settings::recentChanged, this, &WelcomePage::refresh);
    setFocusProxy(m_input->edit());
}

void WelcomePage::noteAnswer(const domain::Message &message)
{
    const services::Answer *answer = m_input->answerTo(message);
    document::ProjectDocument &document = m_application.workspace().document();
    if (!answer || document.project().cases.isEmpty())
        return;
    const auto &steps = document.project().cases.last().steps;
    if (steps.size() == 1 && steps[0].message == message)
        services::AnswerBook::of(document).note(steps[0].id, *answer);
}

QWidget *WelcomePage::recent()
{
    auto *title = text({}, Type::Heading);
    auto *fresh = button({}, u"ghost"_s, u"plus"_s), *import = button({}, u"ghost"_s, u"folder-open"_s);
    fresh->setObjectName(u"welcomeNewProject"_s);
    import->setObjectName(u"welcomeImport"_s);
    auto *head = hbox(sp::xs, {sp::s, 0, 0, 4});
    head->addWidget(title, 1);
    head->addWidget(fresh);
    head->addWidget(import);
    m_none->setWordWrap(true);
    m_none->setContentsMargins(sp::s, 0, 0, 0);
    auto *l = vbox(0);
    l->addLayout(head);
    l->addWidget(m_none);
    l->addLayout(m_rows);
    l->addStretch(1);
    m_texts.add([=, this] {
        title->setText(tr("Recent"));
        fresh->setText(u" "_s + tr("New project"));
        import->setText(u" "_s + tr("Import…"));
        m_none->setText(tr("No project yet. Paste a request above, or begin with an empty project."));
    });
    connect(fresh, &QPushButton::clicked, this, &WelcomePage::newProjectRequested);
    connect(import, &QPushButton::clicked, this, &WelcomePage::importRequested);
    return wrap(l);
}

QWidget *WelcomePage::sample()
{
    auto *card = new Card;
    card->body->setContentsMargins(sp::l, sp::m, sp::l, sp::m);
    auto *title = text({}, Type::Heading), *words = form::para({});
    auto *head = hbox(sp::s);
    head->addWidget(iconLabel(u"package-open"_s, theme::tk().accentText, 16));
    head->addWidget(title, 1);
    auto *open = button({}, {}, u"play"_s);
    open->setObjectName(u"welcomeSample"_s);
    card->body->addLayout(head);
    card->body->addWidget(words);
    card->body->addStretch(1);
    card->body->addWidget(open, 0, Qt::AlignLeft);
    m_texts.add([=] {
        title->setText(tr("Sample project"));
        words->setText(tr("A small shop that runs on this computer: browse, sign in, search. Ready to start, with load curves of several kinds."));
        open->setText(u" "_s + tr("Open the sample"));
    });
    connect(open, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    return card;
}

void WelcomePage::refresh()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setObjectName({});
        item->widget()->deleteLater(); // it may be the one that was just pressed
        delete item;
    }
    const auto add = [this](QWidget *entry) {
        m_rows->addWidget(entry);
        entry->show();
    };
    auto &workspace = m_application.workspace();
    auto projects = workspace.projects();
    std::ranges::sort(projects, std::greater(), &services::ProjectInfo::modified);
    for (const auto &project : projects.mid(0, mostProjects)) {
        auto *entry = new RecentRow(u"package"_s, project.name, project.description, when(project.modified));
        entry->setObjectName(u"recentProject%1"_s.arg(project.id.value));
        connect(entry, &QPushButton::clicked, this, [this, id = project.id] { emit projectChosen(id); });
        add(entry);
    }
    QStringList paths = m_application.settings().recent();
    paths.removeAll(QDir::cleanPath(QFileInfo(workspace.path()).absoluteFilePath()));
    for (const QString &path : paths.mid(0, mostWorkspaces)) {
        const QFileInfo file(path);
        if (!file.exists())
            continue;
        auto *entry = new RecentRow(u"folder"_s, file.completeBaseName(), QDir::toNativeSeparators(path), when(file.lastModified()));
        entry->setObjectName(u"recentWorkspace"_s);
        connect(entry, &QPushButton::clicked, this, [this, path] { emit workspaceChosen(path); });
        add(entry);
    }
    m_none->setVisible(m_rows->count() == 0);
}

void WelcomePage::showEvent(QShowEvent *event)
{
    refresh();
    m_input->edit()->setFocus();
    QWidget::showEvent(event);
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
