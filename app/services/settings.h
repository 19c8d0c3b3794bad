// What the user chose once: kept in an INI file of the user's configuration folder, apart from any workspace.
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QSettings>
#include <QStringList>
#include <optional>

namespace services {

class Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(const QString &file = {}, QObject *parent = nullptr); ///< empty: the user's own

    QString file() const { return m_settings.fileName(); }
    QString language() const; ///< "en", "zh_CN" or "system"
    void setLanguage(const QString &language);
    QString theme() const; ///< "light", "dark" or "system"
    void setTheme(const QString &theme);
    bool openLastProject() const; ///< at start; else the welcome page
    void setOpenLastProject(bool open);
    bool askBeforeStop() const; ///< before the window closes on a running test
    void setAskBeforeStop(bool ask);
    int threads() const; ///< worker threads of a run; 0: the program chooses
    void setThreads(int threads);
    QString workspace() const; ///< opened at start; empty: the default place
    void setWorkspace(const QString &path);
    std::optional<QList<QKeySequence>> shortcuts(const QString &command) const; ///< nullopt: the standard ones
    void setShortcuts(const QString &command, const QList<QKeySequence> &keys);
    void clearShortcuts(const QString &command);
    QStringList recent() const; ///< workspaces, newest first, at most ten
    void addRecent(const QString &path);
    QByteArray layout(const QString &name) const; ///< saved geometry of a window part
    void setLayout(const QString &name, const QByteArray &state);

signals:
    void languageChanged(const QString &language);
    void themeChanged(const QString &theme);
    void recentChanged();

private:
    QSettings m_settings;
};

} // namespace services
