#include "ui/shell/systemtheme.h"
#include "ui/widgets/followsystem.h"
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QString service = u"org.freedesktop.portal.Desktop"_s, path = u"/org/freedesktop/portal/desktop"_s,
              interface = u"org.freedesktop.portal.Settings"_s, appearance = u"org.freedesktop.appearance"_s, scheme = u"color-scheme"_s;

} // namespace

SystemTheme::SystemTheme(QObject *parent) : QObject(parent)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            [](Qt::ColorScheme now) { theme::followSystem(now == Qt::ColorScheme::Dark); });
#endif
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, u"SettingChanged"_s, this, SLOT(take(QString, QString, QDBusVariant)));
    QDBusMessage ask = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    ask << appearance << scheme;
    auto *call = new QDBusPendingCallWatcher(bus.asyncCall(ask), this); // the window need not wait for it
    connect(call, &QDBusPendingCallWatcher::finished, this, &SystemTheme::answered);
}

void SystemTheme::answered(QDBusPendingCallWatcher *call)
{
    const QDBusPendingReply<QDBusVariant> reply = *call;
    if (!reply.isError()) {
        QVariant value = reply.value().variant();
        if (value.canConvert<QDBusVariant>()) // Read wraps it twice
            value = value.value<QDBusVariant>().variant();
        take(appearance, scheme, QDBusVariant(value));
    }
    call->deleteLater();
}

void SystemTheme::take(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearance || key != scheme)
        return;
    const uint wanted = value.variant().toUInt(); // 0 no preference, 1 dark, 2 light
    if (wanted == 1 || wanted == 2)
        theme::followSystem(wanted == 1);
}

} // namespace ui
