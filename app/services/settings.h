// What the user chose once: kept in an INI file of the user's configuration folder, apart from any workspace.
#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>

namespace services {

class Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(const QString &file = {}, QObject *parent = nullptr); ///< empty: the user's own

    QString language() const; ///< "en", "zh_CN" or "system"
    void setLanguage(const QString &language);
    QString theme() const; ///< "light", "dark" or "system"
    void setTheme(const QString &theme);
    QStringList recent() const; ///< project files and workspaces, newest first, at most ten
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
