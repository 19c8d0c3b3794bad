#include "ui/shell/manualpage.h"
#include "ui/shell/commands.h"
#include "ui/shell/manualview.h"
#include "ui/widgets/basics.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int targetRole = Qt::UserRole;

} // namespace

ManualPage::ManualPage(const Commands &commands, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_search(new QLineEdit), m_contents(new QTreeWidget), m_view(new ManualView),
      m_back(iconButton(u"chevron-left"_s, {})), m_forward(iconButton(u"chevron-right"_s, {}))
{
    setObjectName(u"manualPage"_s);
    m_search->setObjectName(u"manualSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_contents->setObjectName(u"manualContents"_s);
    m_contents->setHeaderHidden(true);
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setIndentation(14);
    m_back->setObjectName(u"manualBack"_s);
    m_forward->setObjectName(u"manualForward"_s);
    auto *close = button({}, u"ghost"_s, u"x"_s);
    close->setObjectName(u"manualClose"_s);
    auto *title = text({}, Type::Heading);

    auto *tools = hbox(sp::xs, {sp::m, 0, sp::s, 0});
    tools->addWidget(title, 1);
    tools->addWidget(m_back);
    tools->addWidget(m_forward);
    auto *head = wrap(tools, u"paneHeader"_s);
    head->setFixedHeight(38);
    auto *find = vbox(0, {sp::s, sp::s, sp::s, sp::s});
    find->addWidget(m_search);
    auto *left = vbox(0);
    left->addWidget(head);
    left->addLayout(find);
    left->addWidget(m_contents, 1);
    auto *leftPane = wrap(left, u"pane"_s);
    leftPane->setMinimumWidth(200);
    auto *rightTools = hbox(0, {0, 0, sp::s, 0});
    rightTools->addStretch(1);
    rightTools->addWidget(close);
    auto *rightHead = wrap(rightTools, u"paneHeader"_s);
    rightHead->setFixedHeight(38);
    auto *right = vbox(0);
    right->addWidget(rightHead);
    right->addWidget(m_view, 1);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setObjectName(u"manualSplitter"_s);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(leftPane);
    split->addWidget(wrap(right, u"pane"_s));
    split->setStretchFactor(1, 1);
    split->setSizes({270, 900});
    auto *all = vbox(0);
    all->addWidget(split);
    setLayout(all);

    m_view->fill = [this](const QString &name) { return name == u"shortcuts"_s ? shortcutTable() : QString(); };
    connect(m_view, &QTextBrowser::sourceChanged, this, &ManualPage::follow);
    connect(m_view, &QTextBrowser::backwardAvailable, m_back, &QWidget::setEnabled);
    connect(m_view, &QTextBrowser::forwardAvailable, m_forward, &QWidget::setEnabled);
    connect(m_back, &QToolButton::clicked, m_view, &QTextBrowser::backward);
    connect(m_forward, &QToolButton::clicked, m_view, &QTextBrowser::forward);
    connect(close, &QPushButton::clicked, this, &ManualPage::closed);
    connect(m_search, &QLineEdit::textChanged, this, &ManualPage::list);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_contents->topLevelItemCount() > 0)
            m_contents->setCurrentItem(m_contents->topLevelItem(0));
    });
    connect(m_contents, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item) {
            m_view->open(item->data(0, targetRole).toString());
            m_view->mark(m_search->text());
        }
    });
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
    m_texts.add([=, this] {
        title->setText(tr("Manual"));
        close->setText(u" "_s + tr("Back to work"));
        m_search->setPlaceholderText(tr("Search the manual"));
        m_search->setAccessibleName(tr("Search the manual"));
        m_contents->setAccessibleName(tr("Contents of the manual"));
        m_view->setAccessibleName(tr("Page of the manual"));
        for (auto &[b, tip] : {std::pair{m_back, tr("Back")}, std::pair{m_forward, tr("Forward")}}) {
            b->setToolTip(tip);
            b->setAccessibleName(tip);
        }
        list();
    });
}

void ManualPage::open(const QString &target)
{
    m_search->clear();
    m_view->open(target);
}

QString ManualPage::page() const { return m_view->page(); }

/// Every page with its sections; while something is searched, those that hold the words.
void ManualPage::list()
{
    const QSignalBlocker quiet(m_contents);
    const QString words = m_search->text().trimmed();
    m_contents->clear();
    const QStringList names = manual::pages();
    for (const QString &name : names) {
        const ManualText page = manual::read(ManualView::language(), name);
        const QVector<int> found = manual::find(page, words);
        if (!words.isEmpty() && found.isEmpty())
            continue;
        auto *item = new QTreeWidgetItem(m_contents, {page.title});
        item->setData(0, targetRole, name);
        for (int i = 1; i < page.sections.size(); ++i) {
            if (!words.isEmpty() && !found.contains(i))
                continue;
            auto *section = new QTreeWidgetItem(item, {page.sections[i].title});
            section->setData(0, targetRole, QString(name + u'#' + page.sections[i].id));
        }
        item->setExpanded(!words.isEmpty());
    }
    if (m_contents->topLevelItemCount() == 0) {
        auto *none = new QTreeWidgetItem(m_contents, {tr("Nothing has these words.")});
        none->setFlags(Qt::NoItemFlags);
    }
    if (words.isEmpty())
        follow();
    m_view->mark(words);
}

/// Turns the contents to the page that is shown.
void ManualPage::follow()
{
    const QSignalBlocker quiet(m_contents);
    const QString section = m_view->page() + u'#' + m_view->source().fragment();
    for (QTreeWidgetItemIterator it(m_contents); *it; ++it) {
        const QString target = (*it)->data(0, targetRole).toString();
        if (target != m_view->page() && target != section)
            continue;
        m_contents->setCurrentItem(*it);
        if (!(*it)->parent())
            (*it)->setExpanded(true);
    }
}

QString ManualPage::shortcutTable() const
{
    QString table = u"| %1 | %2 |\n| --- | --- |\n"_s.arg(tr("Command"), tr("Shortcut"));
    for (const Commands::Command &command : m_commands.all()) {
        QStringList keys;
        const auto shortcuts = command.action->shortcuts();
        for (const QKeySequence &key : shortcuts)
            keys << u'`' + key.toString(QKeySequence::NativeText) + u'`';
        if (!keys.isEmpty())
            table += u"| %1 | %2 |\n"_s.arg(command.name(), keys.join(u" "_s));
    }
    return table;
}

void ManualPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
