// Follows the desktop's choice of light or dark while the program runs: through the settings portal (XDG), and through Qt's
// own notice where it has one (Qt 6.5). Without either the theme stays as it was at the start. GUI thread.
#pragma once

#include <QDBusVariant>
#include <QObject>

class QDBusPendingCallWatcher;

namespace ui {

class SystemTheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemTheme(QObject *parent = nullptr);

public slots:
    /// SettingChanged of org.freedesktop.portal.Settings.
    void take(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void answered(QDBusPendingCallWatcher *call);
};

} // namespace ui
