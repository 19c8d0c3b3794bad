#include "ui/shell/settingspage.h"
#include "app/services/application.h"
#include "app/services/backups.h"
#include "ui/shell/apicard.h"
#include "ui/shell/shortcuttable.h"
#include "ui/shell/themepicture.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/forms.h"
#include <thread>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QStringList themeNames{u"system"_s, u"light"_s, u"dark"_s}, languageCodes{u"system"_s, u"en"_s, u"zh_CN"_s};

QComboBox *choice(const QString &name, int width)
{
    auto *combo = form::combo({}, width);
    combo->setObjectName(name);
    return combo;
}

void setItems(QComboBox *combo, const QStringList &items)
{
    const int now = std::max(0, combo->currentIndex());
    combo->clear();
    combo->addItems(items);
    combo->setCurrentIndex(now);
}

} // namespace

SettingsPage::SettingsPage(services::Application &application, Commands &commands, QWidget *parent)
    : QWidget(parent), m_application(application), m_start(choice(u"settingStart"_s, 210)), m_language(choice(u"settingLanguage"_s, 210)),
      m_threads(choice(u"settingThreads"_s, 120)), m_ask(form::check({}, true)), m_sample(text({}, Type::Small, u"3"_s)),
      m_path(new ElideLabel)
{
    setObjectName(u"settingsPage"_s);
    auto *title = text({}, Type::Title);
    auto *caption = new ElideLabel;
    auto *head = hbox(sp::s);
    head->addWidget(title);
    head->addWidget(caption, 1);
    m_texts.add([=] {
        title->setText(tr("Settings"));
        caption->setText(tr("for this computer; each change holds at once"));
    });
    auto *left = vbox(10), *right = vbox(10);
    for (QWidget *each : {general(), appearance(), language(), engine(), workspace()})
        left->addWidget(each);
    left->addStretch(1);
    right->addWidget(new ApiCard(application.api()));
    right->addWidget(shortcuts(commands), 1);
    auto *columns = hbox(sp::m);
    columns->addLayout(left, 46);
    columns->addLayout(right, 54);
    auto *inside = vbox(sp::m, {sp::l, sp::m, sp::l, sp::m});
    inside->addLayout(head);
    inside->addLayout(columns, 1);
    auto *scroll = form::scroll(wrap(inside, u"page"_s));
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *l = vbox(0);
    l->addWidget(scroll);
    setLayout(l);
    read();
}

QWidget *SettingsPage::line(QWidget *control, std::function<QString()> label, std::function<QString()> hint)
{
    auto *name = text({});
    name->setBuddy(control);
    auto *words = vbox(0);
    words->addWidget(name);
    ElideLabel *under = nullptr;
    if (hint)
        words->addWidget(under = new ElideLabel({}, Type::Small));
    auto *l = hbox(sp::m);
    l->addLayout(words, 1);
    l->addWidget(control, 0, Qt::AlignVCenter);
    auto *w = wrap(l);
    w->setMinimumHeight(hint ? 38 : 32);
    m_texts.add([=] {
        name->setText(label());
        control->setAccessibleName(label());
        if (under)
            under->setText(hint());
    });
    return w;
}

QWidget *SettingsPage::card(std::function<QString()> title, std::function<QString()> caption, const QVector<QWidget *> &rows)
{
    auto *made = new Card(title(), caption ? caption() : u" "_s);
    made->body->setSpacing(4);
    for (QWidget *each : rows)
        made->body->addWidget(each);
    m_texts.add([=] {
        made->setTitle(title());
        made->setCaption(caption ? caption() : QString());
    });
    return made;
}

QWidget *SettingsPage::general()
{
    m_ask->setObjectName(u"settingAskBeforeStop"_s);
    m_texts.add([this] { setItems(m_start, {tr("open the last project"), tr("show the welcome page")}); });
    connect(m_start, &QComboBox::activated, this, [this](int index) { m_application.settings().setOpenLastProject(index == 0); });
    connect(m_ask, &QCheckBox::toggled, this, [this](bool on) { m_application.settings().setAskBeforeStop(on); });
    return card([] { return tr("General"); }, {},
                {line(m_start, [] { return tr("At start"); }),
                 line(m_ask, [] { return tr("Ask before a running test is stopped"); },
                      [] { return tr("when the window is closed meanwhile"); })});
}

QWidget *SettingsPage::appearance()
{
    auto *pictures = hbox(sp::m);
    for (auto kind : {ThemePicture::System, ThemePicture::Light, ThemePicture::Dark}) {
        auto *picture = new ThemePicture(kind);
        picture->setObjectName(u"theme_"_s + themeNames[kind]);
        m_themes << picture;
        pictures->addWidget(picture);
        connect(picture, &QAbstractButton::clicked, this, [this, kind] { emit themeChosen(themeNames[kind]); });
    }
    pictures->addStretch(1);
    m_texts.add([this] {
        const QStringList names{tr("As the system"), tr("Light"), tr("Dark")};
        for (int i = 0; i < names.size(); ++i) {
            m_themes[i]->setText(names[i]);
            m_themes[i]->setAccessibleName(tr("Theme: %1").arg(names[i]));
            m_themes[i]->update();
        }
    });
    return card([] { return tr("Appearance"); }, {}, {wrap(pictures)});
}

QWidget *SettingsPage::language()
{
    m_texts.add([this] {
        setItems(m_language, {tr("as the system"), u"English"_s, u"简体中文"_s});
        const QLocale locale;
        m_sample->setText(locale.toString(12345.6, 'f', 1) + u"  ·  "_s
                          + locale.toString(QDateTime(QDate(2026, 11, 24), QTime(21, 4)), QLocale::ShortFormat));
    });
    connect(m_language, &QComboBox::activated, this, [this](int index) { emit languageChosen(languageCodes[index]); });
    return card([] { return tr("Language"); }, [] { return tr("changes at once"); },
                {line(m_language, [] { return tr("Interface"); }), m_sample});
}

QWidget *SettingsPage::engine()
{
    const int cores = int(std::max(1u, std::thread::hardware_concurrency()));
    m_texts.add([=, this] {
        QStringList items{tr("automatic")};
        for (int i = 1; i <= cores; ++i)
            items << QString::number(i);
        setItems(m_threads, items);
    });
    connect(m_threads, &QComboBox::activated, this, [this](int index) { m_application.settings().setThreads(index); });
    return card([] { return tr("Engine"); }, {},
                {line(m_threads, [] { return tr("Worker threads of a run"); },
                      [cores] { return tr("automatic: all cores but one; this computer has %1").arg(cores); })});
}

QWidget *SettingsPage::workspace()
{
    auto *other = button({}, {}, u"folder-open"_s), *fresh = button({}, {}, u"plus"_s), *show = button({}, u"ghost"_s, u"folder"_s);
    other->setObjectName(u"settingOpenWorkspace"_s);
    fresh->setObjectName(u"settingNewWorkspace"_s);
    show->setObjectName(u"settingShowFolder"_s);
    m_path->setObjectName(u"settingWorkspacePath"_s);
    auto *back = button({}, {}, u"history"_s);
    back->setObjectName(u"settingRestore"_s);
    auto *backups = new QMenu(back);
    backups->setObjectName(u"settingBackups"_s);
    back->setMenu(backups);
    connect(backups, &QMenu::aboutToShow, this, [this, backups] { emit backupsWanted(backups); });
    auto *grid = new QGridLayout; // two and two: four in a row do not fit at 1280 pixels
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(sp::s);
    grid->addWidget(other, 0, 0);
    grid->addWidget(fresh, 0, 1);
    grid->addWidget(back, 1, 0);
    grid->addWidget(show, 1, 1);
    grid->setColumnStretch(2, 1);
    m_texts.add([=] {
        other->setText(u" "_s + tr("Open another…"));
        fresh->setText(u" "_s + tr("Make a new one…"));
        back->setText(u" "_s + tr("Restore a backup"));
        back->setToolTip(tr("Each day the workspace is open, a copy is put into the folder beside it; the last %1 are kept.")
                             .arg(services::Backups::mostKept));
        show->setText(u" "_s + tr("Show the folder"));
    });
    connect(other, &QPushButton::clicked, this, &SettingsPage::openWorkspaceRequested);
    connect(fresh, &QPushButton::clicked, this, &SettingsPage::newWorkspaceRequested);
    connect(show, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_application.workspace().path()).absolutePath()));
    });
    return card([] { return tr("Workspace"); }, [] { return tr("the file that holds projects and runs"); }, {m_path, wrap(grid)});
}

QWidget *SettingsPage::shortcuts(Commands &commands)
{
    return card([] { return tr("Shortcuts"); }, [] { return tr("select a command and press F2 to type its keys"); },
                {new ShortcutTable(commands)});
}

void SettingsPage::read()
{
    const services::Settings &settings = m_application.settings();
    m_start->setCurrentIndex(settings.openLastProject() ? 0 : 1);
    m_ask->setChecked(settings.askBeforeStop());
    m_threads->setCurrentIndex(std::min(settings.threads(), m_threads->count() - 1));
    m_language->setCurrentIndex(std::max<int>(0, int(languageCodes.indexOf(settings.language()))));
    m_themes[std::max<int>(0, int(themeNames.indexOf(settings.theme())))]->setChecked(true);
    m_path->setText(QDir::toNativeSeparators(m_application.workspace().path()));
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
