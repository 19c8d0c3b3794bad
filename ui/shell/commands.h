// Everything the window can do by name: menus, palette and the table of shortcuts all read it from here. Shortcuts that
// the user changed are kept in the settings. GUI thread.
#pragma once

#include "ui/widgets/texts.h"
#include <QAction>
#include <QKeySequence>

namespace services { class Settings; }

namespace ui {

class Commands : public QObject
{
    Q_OBJECT

public:
    struct Command
    {
        QAction *action;
        QList<QKeySequence> standard;
        std::function<QString()> name; ///< as in the menu, without what the action adds to it for the moment
    };

    Commands(services::Settings &settings, QObject *parent);

    /// A command of the window; `id` becomes the action's object name and the key of its shortcut.
    QAction *add(const QString &id, const QList<QKeySequence> &keys, std::function<QString()> name, std::function<void()> run);
    /// Takes in an action that another widget owns and names.
    void adopt(QAction *action);
    void retranslate(); ///< says every name again

    const QVector<Command> &all() const { return m_all; }
    QAction *action(const QString &id) const; ///< null: unknown
    bool isStandard(const Command &command) const { return command.action->shortcuts() == command.standard; }

    /// Empty keys: the command has no shortcut any more.
    void setShortcuts(const QString &id, const QList<QKeySequence> &keys);
    void resetShortcuts(const QString &id);
    /// The other command that answers to these keys; null: nobody.
    const Command *takenBy(const QKeySequence &keys, const QString &except) const;

signals:
    void shortcutsChanged();

private:
    void take(QAction *action, const QList<QKeySequence> &standard, std::function<QString()> name);
    const Command *find(const QString &id) const;

    services::Settings &m_settings;
    QVector<Command> m_all;
};

} // namespace ui
