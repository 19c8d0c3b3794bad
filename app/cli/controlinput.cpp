#include "app/cli/controlinput.h"

#include <QSocketNotifier>
#include <unistd.h>

namespace cli {

std::optional<ControlLine> parseControl(const QString &line)
{
    const QString text = line.simplified();
    const QString verb = text.section(u' ', 0, 0), number = text.section(u' ', 1, 1);
    bool isNumber = false;
    ControlLine control{verb == QLatin1StringView("rate"), number.toDouble(&isNumber), text.section(u' ', 2)};
    const bool known = control.rate || verb == QLatin1StringView("users");
    if (!known || !isNumber || !(control.value >= 0 && control.value <= 1e7))
        return std::nullopt;
    if (!control.rate && control.value != int(control.value))
        return std::nullopt;
    return control;
}

ControlInput::ControlInput(int descriptor, QObject *parent) : QObject(parent)
{
    auto *notifier = new QSocketNotifier(descriptor, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier, descriptor] {
        char bytes[4096];
        const ssize_t got = read(descriptor, bytes, sizeof bytes);
        if (got <= 0) {
            notifier->setEnabled(false);
            return;
        }
        m_rest.append(bytes, qsizetype(got));
        for (qsizetype end; (end = m_rest.indexOf('\n')) >= 0; m_rest.remove(0, end + 1))
            emit line(QString::fromUtf8(m_rest.left(end)));
        if (m_rest.size() > 65536) // no such line
            m_rest.clear();
    });
}

} // namespace cli
