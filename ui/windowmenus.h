// The menus of the window and the commands behind them. GUI thread.
#pragma once

#include "ui/widgets/texts.h"
#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;
class QMenu;
class QMenuBar;

namespace ui {

class Commands;
class MainWindow;

class WindowMenus
{
public:
    WindowMenus(MainWindow &window, Commands &commands, QMenuBar &bar);

    void retranslate(); ///< titles of menus, names of commands

private:
    QMenu *menu(std::function<QString()> title);
    QMenu *submenu(QMenu *in, std::function<QString()> title, std::function<void(QMenu *)> fill);
    QAction *add(QMenu *to, const QString &id, const QList<QKeySequence> &keys, std::function<QString()> name, std::function<void()> run);
    void addFile();
    void addEdit();
    void addTest();
    void addView();
    void addHelp();

    MainWindow &m_window;
    Commands &m_commands;
    QMenuBar &m_bar;
    Texts m_texts;
};

} // namespace ui
