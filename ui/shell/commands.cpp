#include "ui/shell/commands.h"
#include "app/services/settings.h"

using namespace Qt::StringLiterals;

namespace ui {

Commands::Commands(services::Settings &settings, QObject *parent) : QObject(parent), m_settings(settings) {}

QAction *Commands::add(const QString &id, const QList<QKeySequence> &keys, std::function<QString()> name, std::function<void()> run)
{
    auto *action = new QAction(this);
    action->setObjectName(id);
    action->setText(name());
    connect(action, &QAction::triggered, this, run);
    take(action, keys, std::move(name));
    return action;
}

void Commands::adopt(QAction *action)
{
    take(action, action->shortcuts(), [action] { return action->text(); });
}

void Commands::take(QAction *action, const QList<QKeySequence> &standard, std::function<QString()> name)
{
    m_all << Command{action, standard, std::move(name)};
    const auto chosen = m_settings.shortcuts(action->objectName());
    action->setShortcuts(chosen ? *chosen : standard);
}

void Commands::retranslate()
{
    for (const Command &command : m_all)
        command.action->setText(command.name());
}

const Commands::Command *Commands::find(const QString &id) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&id](const Command &c) { return c.action->objectName() == id; });
    return found == m_all.end() ? nullptr : &*found;
}

QAction *Commands::action(const QString &id) const
{
    const Command *command = find(id);
    return command ? command->action : nullptr;
}

void Commands::setShortcuts(const QString &id, const QList<QKeySequence> &keys)
{
    const Command *command = find(id);
    if (!command || command->action->shortcuts() == keys)
        return;
    command->action->setShortcuts(keys);
    if (keys == command->standard)
        m_settings.clearShortcuts(id);
    else
        m_settings.setShortcuts(id, keys);
    emit shortcutsChanged();
}

void Commands::resetShortcuts(const QString &id)
{
    if (const Command *command = find(id))
        setShortcuts(id, command->standard);
}

const Commands::Command *Commands::takenBy(const QKeySequence &keys, const QString &except) const
{
    if (keys.isEmpty())
        return nullptr;
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const Command &c) {
        return c.action->objectName() != except && c.action->shortcuts().contains(keys);
    });
    return found == m_all.end() ? nullptr : &*found;
}

} // namespace ui
