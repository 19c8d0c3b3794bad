// debug FILE --case NAME: one virtual user, one pass, every exchange shown.
#include "app/cli/interrupts.h"
#include "app/cli/runoptions.h"
#include "app/cli/verb.h"
#include "app/exchange/projectfolder.h"
#include "app/services/debugservice.h"
#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::DebugVerb)
};

constexpr qsizetype mostShown = 2000; ///< characters of a body

void show(const services::DebugExchange &exchange, int number, QTextStream &out)
{
    const QJsonObject json = toJson(exchange);
    const auto time = [&](QLatin1StringView name) { return QString::number(json["timing"_L1][name].toDouble(), 'f', 2); };
    out << number << ". "_L1 << exchange.name << "  "_L1 << json["url"_L1].toString() << '\n';
    const QString status = json["statusCode"_L1].toString();
    out << "   "_L1 << (!status.isEmpty() ? status : exchange.seen.succeeded ? Words::tr("done") : Words::tr("no answer")) << "  "_L1
        << QString::number(json["responseTime"_L1].toDouble(), 'f', 2) << " ms  ("_L1
        << Words::tr("DNS %1, connect %2, TLS %3, first byte %4, download %5").arg(time("dns"_L1), time("connect"_L1), time("tls"_L1), time("first_byte"_L1), time("download"_L1))
        << ")\n"_L1;
    const auto lines = [&](const QString &title, const QJsonObject &headers, const QString &body) {
        out << "   "_L1 << title << '\n';
        for (auto it = headers.begin(); it != headers.end(); ++it)
            out << "     "_L1 << it.key() << ": "_L1 << it->toString() << '\n';
        if (!body.isEmpty())
            out << "     "_L1 << body.left(mostShown).replace(u'\n', "\n     "_L1) << (body.size() > mostShown ? " …\n"_L1 : "\n"_L1);
    };
    lines(Words::tr("sent"), json["header"_L1].toObject(), json["body"_L1].toString());
    lines(Words::tr("received"), json["returnHeader"_L1].toObject(), json["returnBody"_L1].toString());
    const QJsonObject extracted = json["extracted"_L1].toObject();
    for (auto it = extracted.begin(); it != extracted.end(); ++it)
        out << "   "_L1 << Words::tr("extracted") << ' ' << it.key() << " = "_L1 << it->toString() << '\n';
    for (const QJsonValue &check : json["checks"_L1].toArray())
        out << "   "_L1 << (check["passed"_L1].toBool() ? Words::tr("held") : Words::tr("FAILED")) << "  "_L1 << check["what"_L1].toString() << ' '
            << check["expected"_L1].toString() << "  ("_L1 << check["actual"_L1].toString().left(200) << ")\n"_L1;
    if (!exchange.seen.succeeded)
        out << "   "_L1 << Words::tr("failed: %1").arg(json["errorReason"_L1].toString()) << '\n';
    out << Qt::flush;
}

domain::Result<> writeJson(const QVector<services::DebugExchange> &exchanges, const QString &path)
{
    QJsonArray result;
    for (const auto &exchange : exchanges)
        result.append(toJson(exchange));
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.write(QJsonDocument(QJsonObject{{u"result"_s, result}}).toJson()) >= 0 && file.commit();
    if (!written)
        return domain::fail(Words::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

} // namespace

int debugVerb(const QStringList &arguments, Console console)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Runs a case once with one virtual user and shows every exchange."));
    parser.addPositionalArgument(u"FILE"_s, Words::tr("Project file or folder."));
    parser.addOption({u"case"_s, Words::tr("The case; may be left out when there is only one."), u"NAME"_s});
    parser.addOption({u"env"_s, Words::tr("Lays this environment over the variables."), u"NAME"_s});
    parser.addOption({u"var"_s, Words::tr("Sets a variable; may be repeated."), u"NAME=VALUE"_s});
    parser.addOption({u"var-env"_s, Words::tr("Sets a variable from the process environment; may be repeated."), u"NAME=ENVVAR"_s});
    parser.addOption({u"json"_s, Words::tr("Writes all exchanges there."), u"OUT"_s});
    if (const auto code = parse(parser, u"debug"_s, arguments, console))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return complain(console, Words::tr("debug takes one project file or folder."));
    const QString path = parser.positionalArguments().first(), out = parser.value(u"json"_s);
    auto project = exchange::readProject(path);
    if (!project)
        return complain(console, project.error().message);
    const auto values = variables(parser);
    if (!values)
        return complain(console, values.error().message);

    services::DebugRequest request;
    const QString name = parser.value(u"case"_s);
    const auto found = parser.isSet(u"case"_s) ? std::ranges::find(project->cases, name, &domain::TestCase::name)
        : project->cases.size() == 1           ? project->cases.begin()
                                               : project->cases.end();
    if (found == project->cases.end()) {
        QStringList names;
        for (const auto &testCase : project->cases)
            names << u"\n  --case \"%1\""_s.arg(testCase.name);
        return complain(console, parser.isSet(u"case"_s) ? Words::tr("There is no case “%1”; there are:%2").arg(name, names.join(QString()))
                                                         : Words::tr("Say which case to debug:%1").arg(names.join(QString())));
    }
    request.testCase = found->id;
    request.environment = parser.value(u"env"_s);
    request.values = *values;
    request.folder = QFileInfo(path).isDir() ? path : QFileInfo(path).absolutePath();
    request.project = std::move(*project);
    if (!out.isEmpty()) {
        QFile probe(out);
        const bool wasThere = probe.exists();
        if (!probe.open(QIODevice::Append))
            return complain(console, Words::tr("%1 cannot be written: %2.").arg(out, probe.errorString()), CannotStart);
        probe.close();
        if (!wasThere)
            probe.remove();
    }

    services::DebugService service;
    if (const auto started = service.start(request); !started)
        return complain(console, started.error().message);
    for (const QString &warning : service.warnings())
        console.err << warning << Qt::endl;
    QEventLoop loop;
    bool interrupted = false;
    Interrupts interrupts;
    QObject::connect(&interrupts, &Interrupts::interrupted, &service, [&] {
        interrupted = true;
        service.stop();
    });
    QObject::connect(&service, &services::DebugService::exchanged, &loop, [&](int index) { show(service.exchanges()[index], index + 1, console.out); });
    QObject::connect(&service, &services::DebugService::finished, &loop, &QEventLoop::quit);
    loop.exec();
    if (service.wasCut())
        console.err << Words::tr("The pass was stopped after %1 exchanges.").arg(services::DebugService::mostExchanges) << Qt::endl;
    if (!out.isEmpty())
        if (const auto written = writeJson(service.exchanges(), out); !written)
            return complain(console, written.error().message, CannotStart);
    return interrupted ? StoppedByUser : Done;
}

} // namespace cli
