// demo-target: serves until it is interrupted.
#include "app/cli/interrupts.h"
#include "app/cli/runoptions.h"
#include "app/cli/verb.h"
#include "app/services/demoservice.h"
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>

namespace cli {

using namespace Qt::StringLiterals;

int demoTargetVerb(const QStringList &arguments, Console console)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("cli::DemoTargetVerb", "Starts the embedded target on 127.0.0.1: HTTP, WebSocket, MQTT, RTMP, HLS, HTTP-FLV and echoes of TCP and UDP, all on one port."));
    parser.addOption({u"port"_s, QCoreApplication::translate("cli::DemoTargetVerb", "Port (0: a free one)."), u"P"_s});
    if (const auto code = parse(parser, u"demo-target"_s, arguments, console))
        return *code;
    if (!parser.positionalArguments().isEmpty())
        return complain(console, QCoreApplication::translate("cli::DemoTargetVerb", "demo-target takes no argument but --port."));
    const auto port = integer(parser, u"port"_s, 0, 0, 65535);
    if (!port)
        return complain(console, port.error().message);
    Interrupts interrupts;
    services::DemoService demo;
    const auto url = demo.start(quint16(*port));
    if (!url)
        return complain(console, url.error().message, CannotStart);
    console.out << QJsonDocument(QJsonObject{{u"url"_s, *url}}).toJson(QJsonDocument::Compact) << Qt::endl;
    QEventLoop loop;
    QObject::connect(&interrupts, &Interrupts::interrupted, &loop, &QEventLoop::quit);
    loop.exec();
    return Done;
}

} // namespace cli
