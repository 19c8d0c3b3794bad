// What is chosen once for this computer: start, look, language, engine, workspace, shortcuts. Every change holds at once.
// GUI thread.
#pragma once

#include "ui/widgets/texts.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QMenu;

namespace services { class Application; }

namespace ui {

class Commands;
class ElideLabel;
class ThemePicture;

class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    SettingsPage(services::Application &application, Commands &commands, QWidget *parent = nullptr);

    void read(); ///< shows what holds now

signals:
    void themeChosen(const QString &theme);
    void languageChosen(const QString &language);
    void openWorkspaceRequested();
    void newWorkspaceRequested();
    void backupsWanted(QMenu *menu); ///< the menu is about to show and wants its entries

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Label left, hint under it, control right; the texts are said again with the language.
    QWidget *line(QWidget *control, std::function<QString()> label, std::function<QString()> hint = {});
    QWidget *general();
    QWidget *appearance();
    QWidget *language();
    QWidget *engine();
    QWidget *workspace();
    QWidget *shortcuts(Commands &commands);
    QWidget *card(std::function<QString()> title, std::function<QString()> caption, const QVector<QWidget *> &rows);

    services::Application &m_application;
    QComboBox *m_start, *m_language, *m_threads;
    QCheckBox *m_ask;
    QVector<ThemePicture *> m_themes;
    QLabel *m_sample;
    ElideLabel *m_path;
    Texts m_texts;
};

} // namespace ui
