// The bar at the top: logo, menus, the way to search, the environment, the theme, run or stop.
#pragma once

#include "ui/widgets/texts.h"
#include <QFrame>

class QComboBox;
class QMenuBar;
class QPushButton;
class QToolButton;

namespace ui {

class Key;

class TopBar : public QFrame
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    QMenuBar *menus() const { return m_menus; }
    void setEnvironments(const QStringList &names); ///< keeps the chosen one where it still exists
    QString environment() const;                    ///< empty: none
    void setEnvironment(const QString &name);
    void setRunning(bool running);
    void setRunnable(bool runnable); ///< whether there is anything to run
    void showTheme();                ///< the button names the other theme
    void setSearchKeys(const QString &keys);

signals:
    void homeRequested();
    void searchRequested();
    void themeRequested(bool dark);
    void environmentChosen(const QString &name); ///< by the user
    void debugRequested();
    void runRequested();
    void stopRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QMenuBar *m_menus;
    QPushButton *m_search;
    Key *m_searchKeys;
    QComboBox *m_environment;
    QToolButton *m_theme;
    QPushButton *m_debug, *m_run, *m_stop;
    Texts m_texts;
};

} // namespace ui
