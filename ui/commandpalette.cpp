#include "ui/commandpalette.h"
#include "ui/widgets/basics.h"

using namespace Qt::StringLiterals;

namespace ui {

using document::NodeRef;

CommandPalette::CommandPalette(const document::ProjectDocument &document, QList<QAction *> commands, QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint), m_document(document), m_commands(std::move(commands)),
      m_edit(new QLineEdit), m_list(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"commandPalette"_s);
    m_edit->setObjectName(u"paletteEdit"_s);
    m_edit->setPlaceholderText(tr("A command, a case, a request, part of a URL"));
    m_edit->setAccessibleName(tr("Search everything"));
    m_edit->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What was found"));
    auto *l = vbox(sp::s, {sp::s, sp::s, sp::s, sp::s});
    l->addWidget(m_edit);
    l->addWidget(m_list, 1);
    setLayout(l);
    resize(560, 400);
    move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 80)));
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_edit, &QLineEdit::returnPressed, this, &CommandPalette::choose);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
    fill({});
}

void CommandPalette::fill(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const auto matches = [&words](const QString &in) {
        return std::all_of(words.begin(), words.end(), [&in](const QString &w) { return in.contains(w, Qt::CaseInsensitive); });
    };
    m_list->clear();
    for (int i = 0; i < m_commands.size(); ++i) {
        if (!m_commands[i]->isEnabled() || !matches(m_commands[i]->text()))
            continue;
        auto *item = new QListWidgetItem(m_commands[i]->text(), m_list);
        item->setData(Qt::UserRole, i);
    }
    QVector<NodeRef> open{m_document.root()};
    while (!open.isEmpty() && m_list->count() < 200) {
        const NodeRef node = open.takeFirst();
        for (int row = 0; row < m_document.childCount(node); ++row) {
            const NodeRef child = m_document.childAt(node, row);
            open << child;
            const domain::Step *step = m_document.step(child.step());
            const QString name = m_document.nameOf(child) + (step ? u"   "_s + step->message.url : QString());
            if (child.kind == NodeRef::Directory || !matches(name))
                continue;
            auto *item = new QListWidgetItem(theme::icon(step ? u"send"_s : u"file-code"_s), name, m_list);
            item->setData(Qt::UserRole + 1, QVariant::fromValue(child));
        }
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QVariant node = item->data(Qt::UserRole + 1);
    QAction *command = node.isValid() ? nullptr : m_commands.value(item->data(Qt::UserRole).toInt());
    accept();
    if (command)
        command->trigger();
    else
        emit nodeChosen(node.value<NodeRef>());
}

bool CommandPalette::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + (key == Qt::Key_Up ? -1 : 1), 0, std::max(0, m_list->count() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(object, event);
}

} // namespace ui
