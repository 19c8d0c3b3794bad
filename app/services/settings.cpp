#include "app/services/settings.h"

#include <QDir>
#include <QStandardPaths>

namespace services {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRecent = 10, mostThreads = 64;

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

bool Settings::openLastProject() const { return m_settings.value("open_last_project"_L1, true).toBool(); }

void Settings::setOpenLastProject(bool open) { m_settings.setValue("open_last_project"_L1, open); }

bool Settings::askBeforeStop() const { return m_settings.value("ask_before_stop"_L1, true).toBool(); }

void Settings::setAskBeforeStop(bool ask) { m_settings.setValue("ask_before_stop"_L1, ask); }

int Settings::threads() const { return std::clamp(m_settings.value("threads"_L1, 0).toInt(), 0, mostThreads); }

void Settings::setThreads(int threads) { m_settings.setValue("threads"_L1, std::clamp(threads, 0, mostThreads)); }

QString Settings::workspace() const { return m_settings.value("workspace"_L1).toString(); }

void Settings::setWorkspace(const QString &path) { m_settings.setValue("workspace"_L1, path); }

std::optional<QList<QKeySequence>> Settings::shortcuts(const QString &command) const
{
    const QVariant stored = m_settings.value(u"shortcuts/"_s + command);
    if (!stored.isValid())
        return {};
    return QKeySequence::listFromString(stored.toString(), QKeySequence::PortableText);
}

void Settings::setShortcuts(const QString &command, const QList<QKeySequence> &keys)
{
    m_settings.setValue(u"shortcuts/"_s + command, QKeySequence::listToString(keys, QKeySequence::PortableText));
}

void Settings::clearShortcuts(const QString &command) { m_settings.remove(u"shortcuts/"_s + command); }

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
