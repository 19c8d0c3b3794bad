#include "app/services/settings.h"

#include <QDir>
#include <QStandardPaths>

namespace services {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRecent = 10;

QString userFile() { return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/settings.ini"_s; }

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent), m_settings(file.isEmpty() ? userFile() : file, QSettings::IniFormat)
{
}

QString Settings::language() const { return m_settings.value("language"_L1, u"system"_s).toString(); }

void Settings::setLanguage(const QString &language)
{
    if (language == this->language())
        return;
    m_settings.setValue("language"_L1, language);
    emit languageChanged(language);
}

QString Settings::theme() const { return m_settings.value("theme"_L1, u"system"_s).toString(); }

void Settings::setTheme(const QString &theme)
{
    if (theme == this->theme())
        return;
    m_settings.setValue("theme"_L1, theme);
    emit themeChanged(theme);
}

QStringList Settings::recent() const { return m_settings.value("recent"_L1).toStringList(); }

void Settings::addRecent(const QString &path)
{
    QStringList paths = recent();
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    paths.removeAll(absolute);
    paths.prepend(absolute);
    m_settings.setValue("recent"_L1, paths.mid(0, mostRecent));
    emit recentChanged();
}

QByteArray Settings::layout(const QString &name) const { return m_settings.value(u"layout/"_s + name).toByteArray(); }

void Settings::setLayout(const QString &name, const QByteArray &state) { m_settings.setValue(u"layout/"_s + name, state); }

} // namespace services
