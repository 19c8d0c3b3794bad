// quick URL: one request without a project; -r makes it an open model.
#include "app/cli/follow.h"
#include "app/cli/runoptions.h"
#include "app/cli/verb.h"
#include "models/domain/httpversion.h"
#include <QFile>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("cli::QuickVerb", text); }

domain::Result<QString> bodyOf(const QString &text)
{
    if (!text.startsWith(u'@'))
        return text;
    QFile file(text.mid(1));
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(tr("The body %1 cannot be read: %2.").arg(text.mid(1), file.errorString()));
    return QString::fromUtf8(file.readAll());
}

domain::Result<domain::Step> requestOf(const QCommandLineParser &parser)
{
    domain::Step step = domain::newRequest(parser.positionalArguments().first(), {}, parser.positionalArguments().first());
    domain::Message &message = step.message;
    if (message.url.startsWith("https:"_L1, Qt::CaseInsensitive))
        message.protocol = domain::Protocol::Https;
    const auto body = bodyOf(parser.value(u"b"_s));
    if (!body)
        return tl::unexpected(body.error());
    message.body = *body;
    message.method = parser.isSet(u"m"_s) ? parser.value(u"m"_s).toUpper() : u"GET"_s;
    message.verifyTls = !parser.isSet(u"k"_s);
    message.followRedirects = true;
    domain::setHttp2(message, parser.isSet(u"http2"_s), 0);
    for (const QString &header : parser.values(u"H"_s)) {
        const qsizetype colon = header.indexOf(u':');
        if (colon < 1)
            return domain::fail(tr("-H %1: 'Name: value' is needed.").arg(header));
        message.headers.append({header.left(colon).trimmed(), header.mid(colon + 1).trimmed(), true});
    }
    const auto timeout = integer(parser, u"timeout"_s, 5000, 20, 300000);
    if (!timeout)
        return tl::unexpected(timeout.error());
    message.connectTimeoutMs = message.returnTimeoutMs = *timeout;
    return step;
}

domain::Result<domain::Stage> stageOf(const QCommandLineParser &parser)
{
    const auto users = integer(parser, u"c"_s, 10, 1, 1'000'000), seconds = integer(parser, u"d"_s, 10, 1, 1'000'000),
               count = integer(parser, u"n"_s, 0, 1, 2'000'000'000);
    const auto rate = number(parser, u"r"_s, 0, 0.001, 10'000'000);
    for (const auto &value : {users, seconds, count})
        if (!value)
            return tl::unexpected(value.error());
    if (!rate)
        return tl::unexpected(rate.error());
    if (parser.isSet(u"d"_s) && parser.isSet(u"n"_s))
        return domain::fail(tr("quick takes -d or -n, not both."));
    domain::Stage stage;
    stage.name = u"quick"_s;
    stage.users = *users;
    stage.seconds = *seconds;
    if (*count > 0) {
        stage.byCount = true;
        stage.count = *count;
        stage.users = std::min(stage.users, *count);
    }
    if (*rate > 0) {
        stage.mode = domain::PressureMode::Tps;
        stage.tps = *rate;
    }
    return stage;
}

} // namespace

int quickVerb(const QStringList &arguments, Console console)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Loads one URL without a project."));
    parser.addPositionalArgument(u"URL"_s, tr("What to request."));
    parser.addOption({u"c"_s, tr("Virtual users (10)."), u"VUS"_s});
    parser.addOption({u"d"_s, tr("Duration (10)."), u"SECONDS"_s});
    parser.addOption({u"n"_s, tr("Iterations in all."), u"ITERATIONS"_s});
    parser.addOption({u"r"_s, tr("Starts a second, with at most VUS at once."), u"RATE"_s});
    parser.addOption({u"m"_s, tr("Method (GET)."), u"METHOD"_s});
    parser.addOption({u"H"_s, tr("Header; may be repeated."), u"Name: value"_s});
    parser.addOption({u"b"_s, tr("Body, or @FILE."), u"BODY"_s});
    parser.addOption({u"k"_s, tr("Does not verify TLS.")});
    parser.addOption({u"http2"_s, tr("Speaks HTTP/2, and nothing else.")});
    parser.addOption({u"timeout"_s, tr("To connect, and to answer (5000)."), u"MS"_s});
    addRunOptions(parser);
    Outputs::addOptions(parser, false);
    LiveOutputs::addOptions(parser);
    if (const auto code = parse(parser, u"quick"_s, arguments, console))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return complain(console, tr("quick takes one URL."));

    const auto step = requestOf(parser);
    const auto stage = stageOf(parser);
    if (!step || !stage)
        return complain(console, (!step ? step.error() : stage.error()).message);

    domain::TestCase testCase;
    testCase.id = {1};
    testCase.name = u"quick"_s;
    testCase.steps = {*step};
    testCase.stages = {*stage};
    services::RunRequest request;
    request.project.name = u"quick"_s;
    request.project.cases = {testCase};
    request.cases = {testCase.id};
    if (const auto read = readRunOptions(parser, request); !read)
        return complain(console, read.error().message);
    auto live = LiveOutputs::from(parser);
    if (!live)
        return complain(console, live.error().message);
    FollowOptions options;
    options.live = std::move(*live);
    options.outputs = Outputs::from(parser, false);
    options.quiet = parser.isSet(u"quiet"_s);
    return follow(std::move(request), options, console);
}

} // namespace cli
