#include "ui/shell/shortcutmodel.h"
#include "ui/shell/commands.h"
#include "ui/widgets/theme.h"

namespace ui {

ShortcutModel::ShortcutModel(Commands &commands, QObject *parent) : QAbstractTableModel(parent), m_commands(commands)
{
    connect(&commands, &Commands::shortcutsChanged, this, &ShortcutModel::retranslate);
}

void ShortcutModel::retranslate()
{
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ShortcutModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_commands.all().size()); }

int ShortcutModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant ShortcutModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Commands::Command &command = m_commands.all()[index.row()];
    if (role == IdRole)
        return command.action->objectName();
    if (role == Qt::FontRole && !m_commands.isStandard(command))
        return theme::font(Type::Heading);
    if (role == Qt::ToolTipRole && !m_commands.isStandard(command))
        return tr("Standard: %1").arg(QKeySequence::listToString(command.standard, QKeySequence::NativeText));
    if (index.column() == Name && role == Qt::DisplayRole)
        return command.name().remove(QChar(u'…'));
    if (index.column() == Keys && role == Qt::DisplayRole)
        return QKeySequence::listToString(command.action->shortcuts(), QKeySequence::NativeText).replace(QStringLiteral("; "), QStringLiteral(u"  \u00b7  "));
    if (index.column() == Keys && role == Qt::EditRole)
        return QVariant::fromValue(command.action->shortcut());
    return {};
}

QVariant ShortcutModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(section == Name ? tr("Command") : tr("Shortcut")) : QVariant();
}

Qt::ItemFlags ShortcutModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Keys ? flags | Qt::ItemIsEditable : flags;
}

bool ShortcutModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() != Keys || role != Qt::EditRole)
        return false;
    const QString id = index.data(IdRole).toString();
    const auto keys = value.value<QKeySequence>();
    if (const auto *other = m_commands.takenBy(keys, id)) {
        emit refused(tr("%1 already belongs to “%2”; take it away there first.").arg(keys.toString(QKeySequence::NativeText), other->name()));
        return false;
    }
    emit refused({});
    m_commands.setShortcuts(id, keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
    return true;
}

} // namespace ui
