#include "app/cli/runoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cmath>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("cli::RunOptions", text); }

} // namespace

void addRunOptions(QCommandLineParser &parser)
{
    parser.addOption({u"threshold"_s, tr("What must hold, e.g. 'p95<300' or 'Pay: p95<300'; may be repeated."), u"RULE"_s});
    parser.addOption({u"warm-up"_s, tr("First seconds of each case that count in no figure."), u"SECONDS"_s});
    parser.addOption({u"threads"_s, tr("Threads that send (default: cores less one)."), u"N"_s});
    parser.addOption({{u"q"_s, u"quiet"_s}, tr("No progress and no summary.")});
}

domain::Result<> readRunOptions(const QCommandLineParser &parser, services::RunRequest &request)
{
    const auto rules = thresholds(parser);
    if (!rules)
        return tl::unexpected(rules.error());
    const auto threads = integer(parser, u"threads"_s, 0, 1, 1024);
    if (!threads)
        return tl::unexpected(threads.error());
    const auto warmUp = integer(parser, u"warm-up"_s, 0, 0, 30 * 86400);
    if (!warmUp)
        return tl::unexpected(warmUp.error());
    request.thresholds = *rules;
    request.threads = *threads;
    if (parser.isSet(u"warm-up"_s))
        request.warmUp = *warmUp;
    return {};
}

domain::Result<QVector<domain::SlaRule>> thresholds(const QCommandLineParser &parser)
{
    QVector<domain::SlaRule> rules;
    for (const QString &text : parser.values(u"threshold"_s)) {
        const auto rule = domain::parseThreshold(text);
        if (!rule)
            return tl::unexpected(rule.error());
        rules.append(*rule);
    }
    return rules;
}

domain::Result<double> number(const QCommandLineParser &parser, const QString &option, double fallback, double low, double high)
{
    if (!parser.isSet(option))
        return fallback;
    bool isNumber = false;
    const double value = parser.value(option).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value) || value < low || value > high)
        return domain::fail(tr("%1 %2: a number from %3 to %4 is needed.")
                                .arg(option.size() == 1 ? u"-"_s + option : u"--"_s + option, parser.value(option))
                                .arg(low, 0, 'g', 10).arg(high, 0, 'g', 10));
    return value;
}

domain::Result<int> integer(const QCommandLineParser &parser, const QString &option, int fallback, int low, int high)
{
    const auto value = number(parser, option, fallback, low, high);
    if (!value)
        return tl::unexpected(value.error());
    if (*value != std::floor(*value))
        return domain::fail(tr("%1: %2 is not a whole number.").arg(option, parser.value(option)));
    return int(*value);
}

domain::Result<QHash<QString, QString>> variables(const QCommandLineParser &parser)
{
    QHash<QString, QString> values;
    const auto split = [](const QString &text, QString &name, QString &value) {
        const qsizetype equals = text.indexOf(u'=');
        name = text.left(equals);
        value = text.mid(equals + 1);
        return equals > 0;
    };
    QString name, value;
    for (const QString &text : parser.values(u"var"_s)) {
        if (!split(text, name, value))
            return domain::fail(tr("--var %1: NAME=VALUE is needed.").arg(text));
        values.insert(name, value);
    }
    for (const QString &text : parser.values(u"var-env"_s)) {
        if (!split(text, name, value))
            return domain::fail(tr("--var-env %1: NAME=ENVVAR is needed.").arg(text));
        const QByteArray key = value.toLocal8Bit();
        if (!qEnvironmentVariableIsSet(key.constData()))
            return domain::fail(tr("--var-env %1: the environment variable %2 is not set.").arg(name, value));
        values.insert(name, qEnvironmentVariable(key.constData()));
    }
    return values;
}

} // namespace cli
