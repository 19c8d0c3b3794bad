#include "ui/commandpalette.h"
#include "ui/shell/commands.h"
#include "ui/shell/findingdelegate.h"
#include "ui/widgets/basics.h"

using namespace Qt::StringLiterals;

namespace ui {

using document::NodeRef;

CommandPalette::CommandPalette(const document::ProjectDocument &document, const Commands &commands, QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint), m_finder(document, commands), m_commands(commands), m_edit(new QLineEdit),
      m_list(new QListWidget), m_count(text({}, Type::Small, u"3"_s))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground);
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Search everything"));
    m_edit->setObjectName(u"paletteEdit"_s);
    m_edit->setProperty("bare", true);
    m_edit->setPlaceholderText(tr("A command, a case, a request, anything inside one"));
    m_edit->setAccessibleName(tr("Search everything"));
    m_edit->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setItemDelegate(new FindingDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus); // arrows in the field move in it

    auto *top = hbox(sp::m, {18, 0, 14, 0});
    top->addWidget(iconLabel(u"search"_s, theme::tk().text3, 18));
    top->addWidget(m_edit, 1);
    top->addWidget(m_count);
    top->addWidget(new Key(u"Esc"_s));
    auto *topWidget = wrap(top);
    topWidget->setFixedHeight(50);
    auto *foot = hbox(6, {18, 0, 18, 0});
    const auto hint = [foot](std::initializer_list<QString> keys, const QString &what) {
        for (const QString &key : keys)
            foot->addWidget(new Key(key));
        foot->addWidget(text(what, Type::Small, u"3"_s));
        foot->addSpacing(8);
    };
    hint({u"↑"_s, u"↓"_s}, tr("choose"));
    hint({u"Enter"_s}, tr("open"));
    foot->addStretch(1);
    foot->addWidget(text(tr("> commands   @ requests"), Type::Small, u"3"_s));
    auto *footWidget = wrap(foot);
    footWidget->setFixedHeight(38);
    auto *l = vbox(0, {1, 1, 1, 1});
    l->addWidget(topWidget);
    l->addWidget(hline());
    l->addWidget(m_list, 1);
    l->addWidget(hline());
    l->addWidget(footWidget);
    setLayout(l);
    resize(std::min(680, parent->width() - 80), std::min(480, parent->height() - 120));
    move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 80)));
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_edit, &QLineEdit::returnPressed, this, &CommandPalette::choose);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
    fill({});
    m_edit->setFocus();
}

void CommandPalette::addHead(const QString &text)
{
    auto *head = new QListWidgetItem(text, m_list);
    head->setFlags(Qt::NoItemFlags);
}

void CommandPalette::fill(const QString &text)
{
    QString plain = text.trimmed();
    if (plain.startsWith(u'>') || plain.startsWith(u'@'))
        plain.remove(0, 1);
    static_cast<FindingDelegate *>(m_list->itemDelegate())->setWords(plain.split(u' ', Qt::SkipEmptyParts));
    m_found = m_finder.find(text);
    m_list->clear();
    int section = -1;
    for (const Finding &f : m_found) {
        const int its = f.kind == Finding::Command ? 1 : 0;
        if (its != std::exchange(section, its))
            addHead(its == 1 ? tr("Commands") : tr("Cases and requests"));
        auto *item = new QListWidgetItem(f.name + u' ' + f.detail, m_list);
        item->setData(Qt::UserRole, QVariant::fromValue(f));
    }
    if (m_found.isEmpty())
        addHead(tr("Nothing has these words. Fewer letters find more."));
    m_count->setText(m_found.size() == Finder::most ? tr("the first %1").arg(Finder::most) : tr("%1 found").arg(m_found.size()));
    m_list->setCurrentRow(m_found.isEmpty() ? -1 : 1);
}

void CommandPalette::step(int by)
{
    for (int row = m_list->currentRow() + by; row >= 0 && row < m_list->count(); row += by) {
        if (m_list->item(row)->flags() & Qt::ItemIsSelectable)
            return m_list->setCurrentRow(row);
    }
}

void CommandPalette::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !item->data(Qt::UserRole).canConvert<Finding>())
        return;
    const auto finding = item->data(Qt::UserRole).value<Finding>();
    accept();
    if (finding.kind != Finding::Command)
        return emit nodeChosen(finding.node);
    if (QAction *command = m_commands.action(finding.id))
        command->trigger();
}

bool CommandPalette::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up: step(-1); return true;
        case Qt::Key_Down: step(1); return true;
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            for (int i = 0; i < 8; ++i)
                step(static_cast<QKeyEvent *>(event)->key() == Qt::Key_PageUp ? -1 : 1);
            return true;
        default: break;
        }
    }
    return QDialog::eventFilter(object, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(theme::tk().borderStrong);
    p.setBrush(theme::tk().raised);
    p.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 10, 10);
}

} // namespace ui
