#include "ui/shell/statusline.h"
#include "ui/widgets/labels.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent), m_engineIcon(iconLabel(u"cpu"_s, tk().ok, 13)), m_engine(text({}, Type::Small, u"2"_s)),
      m_savedIcon(iconLabel(u"check"_s, tk().text3, 13)), m_saved(text({}, Type::Small, u"2"_s)),
      m_complaint(text({}, Type::Small, u"bad"_s)), m_language(new QToolButton)
{
    setProperty("look", u"statusBar"_s);
    setFixedHeight(26);
    m_engine->setObjectName(u"engineState"_s);
    m_saved->setObjectName(u"savedState"_s);
    m_complaint->setObjectName(u"complaint"_s);
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // long sentences are cut, the tool tip has all
    m_language->setObjectName(u"languageButton"_s);
    m_language->setFont(theme::font(Type::Small));
    m_language->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_language->setPopupMode(QToolButton::InstantPopup);
    theme::setIcon(m_language, u"languages"_s, tk().text3, 13);
    auto *languages = new QMenu(this);
    for (const auto &[code, name] : {std::pair(u"en"_s, u"English"_s), std::pair(u"zh_CN"_s, u"简体中文"_s)}) {
        auto *action = languages->addAction(name);
        action->setObjectName(u"statusLanguage_"_s + code);
        connect(action, &QAction::triggered, this, [this, code = code] { emit languageChosen(code); });
    }
    m_language->setMenu(languages);

    auto *dismiss = iconButton(u"x"_s, {}, 13);
    dismiss->setObjectName(u"dismissComplaint"_s);
    dismiss->setFixedSize(20, 20);
    auto *problem = hbox(6);
    problem->addWidget(vline());
    problem->addWidget(iconLabel(u"triangle-alert"_s, tk().bad, 13));
    problem->addWidget(m_complaint, 1);
    problem->addWidget(dismiss);
    m_complaintPlace = wrap(problem);
    m_complaintPlace->hide();

    const auto pair = [](QLabel *icon, QLabel *words) {
        auto *l = hbox(6);
        l->addWidget(icon);
        l->addWidget(words);
        return l;
    };
    auto *l = hbox(sp::m, {sp::m, 0, sp::s, 0});
    l->addLayout(pair(m_engineIcon, m_engine));
    l->addWidget(vline());
    l->addLayout(pair(m_savedIcon, m_saved));
    l->addWidget(m_complaintPlace, 1);
    l->addStretch(0);
    l->addWidget(vline());
    l->addWidget(m_language);
    setLayout(l);
    l->setStretch(l->indexOf(m_complaintPlace) + 1, 1);

    m_texts.add([=, this] {
        dismiss->setToolTip(tr("Dismiss"));
        dismiss->setAccessibleName(tr("Dismiss the message"));
        m_language->setText(QLocale().language() == QLocale::Chinese ? u"简体中文"_s : u"English"_s);
        m_language->setToolTip(tr("Language"));
        m_language->setAccessibleName(tr("Language"));
        setRunning(m_running);
        setSaved(m_savedState);
    });
    connect(dismiss, &QToolButton::clicked, this, [this] { complain({}); });
}

void StatusLine::setRunning(bool running)
{
    m_running = running;
    theme::setIcon(m_engineIcon, u"cpu"_s, running ? tk().accentText : tk().ok, 13);
    m_engine->setText(running ? tr("Engine: running") : tr("Engine: ready"));
}

void StatusLine::setSaved(Saved saved)
{
    m_savedState = saved;
    theme::setIcon(m_savedIcon, saved == AllSaved ? u"check"_s : u"triangle-alert"_s, saved == AllSaved ? tk().text3 : tk().warn, 13);
    m_saved->setText(saved == AllSaved ? tr("All changes saved") : saved == NotSaved ? tr("Not saved yet") : tr("No workspace is open"));
}

void StatusLine::complain(const QString &text)
{
    m_complaint->setText(text);
    m_complaint->setToolTip(text);
    m_complaintPlace->setVisible(!text.isEmpty());
}

QString StatusLine::complaint() const { return m_complaint->text(); }

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QFrame::changeEvent(event);
}

} // namespace ui
