#include "ui/shell/topbar.h"
#include "ui/widgets/basics.h"

using namespace Qt::StringLiterals;

namespace ui {

TopBar::TopBar(QWidget *parent)
    : QFrame(parent), m_menus(new QMenuBar), m_search(button({}, u"search"_s, u"search"_s, theme::tk().text3)),
      m_searchKeys(new Key(u"Ctrl K"_s)), m_environment(new QComboBox), m_theme(iconButton(u"moon"_s, {})),
      m_debug(button(u" "_s, {}, u"bug"_s)), m_run(button(u" "_s, u"primary"_s, u"play"_s)), m_stop(button(u" "_s, u"danger"_s, u"square"_s))
{
    setProperty("look", u"topBar"_s);
    setFixedHeight(48);
    m_menus->setObjectName(u"menuBar"_s);
    m_menus->setNativeMenuBar(false);
    m_menus->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_search->setObjectName(u"searchButton"_s);
    m_search->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_search->setMinimumWidth(230);
    m_search->setMaximumWidth(320);
    auto *keys = hbox(0, {0, 0, 8, 0});
    keys->addStretch(1);
    keys->addWidget(m_searchKeys);
    m_search->setLayout(keys);
    m_environment->setObjectName(u"environment"_s);
    m_environment->setProperty("quiet", true);
    m_environment->setFixedSize(160, 30);
    m_theme->setObjectName(u"themeButton"_s);
    m_debug->setObjectName(u"debugButton"_s);
    m_run->setObjectName(u"runButton"_s);
    m_stop->setObjectName(u"stopButton"_s);
    m_stop->hide();
    auto *home = new QToolButton;
    home->setObjectName(u"homeButton"_s);
    home->setFixedSize(32, 32);
    auto *inHome = hbox(0);
    inHome->addWidget(new Logo(22), 0, Qt::AlignCenter);
    home->setLayout(inHome);

    auto *l = hbox(sp::s, {sp::s, 0, sp::m, 0});
    l->addWidget(home);
    l->addWidget(m_menus);
    l->addStretch(1);
    l->addWidget(m_search, 3);
    l->addStretch(1);
    l->addWidget(m_environment);
    l->addWidget(m_theme);
    l->addWidget(m_debug);
    l->addWidget(m_run);
    l->addWidget(m_stop);
    setLayout(l);

    m_texts.add([=, this] {
        home->setToolTip(tr("Welcome page"));
        home->setAccessibleName(tr("Welcome page"));
        m_menus->setAccessibleName(tr("Menus"));
        m_search->setText(u" "_s + tr("Search or run a command"));
        m_search->setAccessibleName(tr("Search or run a command"));
        m_environment->setAccessibleName(tr("Environment"));
        m_environment->setToolTip(tr("Environment: the values that variables take"));
        if (m_environment->count() > 0)
            m_environment->setItemText(0, tr("No environment"));
        m_debug->setText(u" "_s + tr("Debug"));
        m_debug->setAccessibleName(tr("Debug the case"));
        m_debug->setToolTip(tr("Sends the case once with one user and shows every exchange"));
        m_run->setText(u" "_s + tr("Run test"));
        m_run->setAccessibleName(tr("Run test"));
        m_stop->setText(u" "_s + tr("Stop"));
        m_stop->setAccessibleName(tr("Stop the test"));
        showTheme();
    });
    setEnvironments({});
    connect(home, &QToolButton::clicked, this, &TopBar::homeRequested);
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchRequested);
    connect(m_theme, &QToolButton::clicked, this, [this] { emit themeRequested(!theme::tk().dark); });
    connect(m_environment, &QComboBox::activated, this, [this] { emit environmentChosen(environment()); });
    connect(m_debug, &QPushButton::clicked, this, &TopBar::debugRequested);
    connect(m_run, &QPushButton::clicked, this, &TopBar::runRequested);
    connect(m_stop, &QPushButton::clicked, this, &TopBar::stopRequested);
}

void TopBar::setEnvironments(const QStringList &names)
{
    const QString now = environment();
    m_environment->clear();
    m_environment->addItem(theme::icon(u"globe"_s, theme::tk().text3), tr("No environment"), QString());
    for (const QString &name : names)
        m_environment->addItem(theme::icon(u"globe"_s), name, name);
    setEnvironment(now);
}

QString TopBar::environment() const { return m_environment->currentData().toString(); }

void TopBar::setEnvironment(const QString &name) { m_environment->setCurrentIndex(std::max(0, m_environment->findData(name))); }

void TopBar::setRunning(bool running)
{
    m_run->setVisible(!running);
    m_stop->setVisible(running);
}

void TopBar::setRunnable(bool runnable)
{
    m_run->setEnabled(runnable);
    m_debug->setEnabled(runnable);
}

void TopBar::showTheme()
{
    const QString name = theme::tk().dark ? tr("Light theme") : tr("Dark theme");
    theme::setIcon(m_theme, theme::tk().dark ? u"sun"_s : u"moon"_s);
    m_theme->setToolTip(name);
    m_theme->setAccessibleName(name);
}

void TopBar::setSearchKeys(const QString &keys)
{
    m_searchKeys->setText(keys);
    m_searchKeys->setVisible(!keys.isEmpty());
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    else if (event->type() == QEvent::PaletteChange)
        showTheme();
    QFrame::changeEvent(event);
}

} // namespace ui
