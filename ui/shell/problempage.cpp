#include "ui/shell/problempage.h"
#include "app/services/backups.h"
#include "ui/widgets/labels.h"

using namespace Qt::StringLiterals;

namespace ui {

ProblemPage::ProblemPage(QWidget *parent)
    : QWidget(parent), m_problem(text({}, Type::Body)), m_advice(text({}, Type::Body, u"2"_s)), m_path(text({}, Type::Mono, u"3"_s))
{
    setObjectName(u"problemPage"_s);
    m_problem->setObjectName(u"problemText"_s);
    m_advice->setObjectName(u"problemAdvice"_s);
    for (QLabel *label : {m_problem, m_advice, m_path}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *title = text({}, Type::Title);
    auto *retry = button({}, u"primary"_s, u"rotate-cw"_s), *other = button({}, {}, u"folder-open"_s), *fresh = button({}, {}, u"plus"_s);
    retry->setObjectName(u"problemRetry"_s);
    other->setObjectName(u"problemOpen"_s);
    fresh->setObjectName(u"problemNew"_s);
    auto *buttons = hbox(sp::s);
    m_back = button({}, {}, u"history"_s);
    m_back->setObjectName(u"problemRestore"_s);
    auto *backups = new QMenu(m_back);
    m_back->setMenu(backups);
    connect(backups, &QMenu::aboutToShow, this, [this, backups] { emit backupsWanted(backups, m_workspace); });
    for (QPushButton *b : {retry, m_back, other, fresh})
        buttons->addWidget(b);
    buttons->addStretch(1);
    auto *head = hbox(sp::s);
    head->addWidget(iconLabel(u"triangle-alert"_s, theme::tk().warn, 20));
    head->addWidget(title, 1);
    auto *l = vbox(sp::m);
    l->addStretch(2);
    l->addLayout(head);
    for (QLabel *label : {m_problem, m_advice, m_path})
        l->addWidget(label);
    l->addSpacing(sp::s);
    l->addLayout(buttons);
    l->addStretch(3);
    auto *column = wrap(l);
    column->setMaximumWidth(640);
    auto *all = hbox(0, {sp::xl, 0, sp::xl, 0});
    all->addStretch(1);
    all->addWidget(column, 20);
    all->addStretch(1);
    setLayout(all);
    m_texts.add([=, this] {
        title->setText(tr("The workspace could not be opened"));
        retry->setText(u" "_s + tr("Try again"));
        m_back->setText(u" "_s + tr("Restore a backup"));
        other->setText(u" "_s + tr("Open another…"));
        fresh->setText(u" "_s + tr("Make a new one…"));
    });
    connect(retry, &QPushButton::clicked, this, &ProblemPage::retryRequested);
    connect(other, &QPushButton::clicked, this, &ProblemPage::openRequested);
    connect(fresh, &QPushButton::clicked, this, &ProblemPage::newRequested);
}

void ProblemPage::setProblem(const QString &path, const QString &problem, const QString &advice)
{
    m_problem->setText(problem);
    m_advice->setText(advice);
    m_path->setText(QDir::toNativeSeparators(path));
    m_workspace = path;
    m_back->setVisible(!services::Backups::of(path).isEmpty());
}

QString ProblemPage::problem() const { return m_problem->text(); }

void ProblemPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
