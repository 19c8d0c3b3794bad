#include "app/cli/liveoutputs.h"

#include "app/cli/runoptions.h"
#include "app/metrics/influx.h"
#include "app/metrics/prometheus.h"
#include "app/metrics/scrapeendpoint.h"
#include <QCommandLineParser>
#include <QCoreApplication>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::LiveOutputs)
};

} // namespace

LiveOutputs::LiveOutputs() : m_session(std::make_shared<services::RunSession *>(nullptr)) {}
LiveOutputs::~LiveOutputs() = default;
LiveOutputs::LiveOutputs(LiveOutputs &&) noexcept = default;
LiveOutputs &LiveOutputs::operator=(LiveOutputs &&) noexcept = default;

void LiveOutputs::addOptions(QCommandLineParser &parser)
{
    parser.addOption({u"prometheus"_s, Words::tr("Serves the figures of the run at http://127.0.0.1:PORT/metrics; 0 takes a free port."), u"PORT"_s});
    parser.addOption({u"influx"_s, Words::tr("Posts the figures of each second to this InfluxDB write address."), u"URL"_s});
    parser.addOption({u"influx-token-env"_s, Words::tr("The environment variable that holds the token of InfluxDB."), u"ENVVAR"_s});
}

domain::Result<LiveOutputs> LiveOutputs::from(const QCommandLineParser &parser)
{
    LiveOutputs outputs;
    const auto port = integer(parser, u"prometheus"_s, -1, 0, 65535);
    if (!port)
        return tl::unexpected(port.error());
    outputs.m_port = *port;
    if (parser.isSet(u"influx"_s)) {
        const auto url = metrics::InfluxWriter::checkUrl(parser.value(u"influx"_s));
        if (!url)
            return tl::unexpected(url.error());
        outputs.m_influx = *url;
    }
    if (parser.isSet(u"influx-token-env"_s)) {
        const QByteArray name = parser.value(u"influx-token-env"_s).toLocal8Bit();
        if (!qEnvironmentVariableIsSet(name.constData()))
            return domain::fail(Words::tr("--influx-token-env: the environment variable %1 is not set.").arg(parser.value(u"influx-token-env"_s)));
        outputs.m_token = qgetenv(name.constData());
    }
    return outputs;
}

domain::Result<> LiveOutputs::open(std::function<void(const QString &)> say)
{
    if (m_port >= 0) {
        m_endpoint = std::make_unique<metrics::ScrapeEndpoint>([session = m_session] {
            return *session ? metrics::prometheusText((*session)->record()) : QByteArray();
        });
        if (auto listening = m_endpoint->listen(quint16(m_port)); !listening)
            return listening;
        say(Words::tr("Prometheus: http://127.0.0.1:%1/metrics").arg(m_endpoint->port()));
    }
    if (m_influx.isValid()) {
        m_writer = std::make_unique<metrics::InfluxWriter>(m_influx, m_token);
        QObject::connect(m_writer.get(), &metrics::InfluxWriter::failed, m_writer.get(), say);
    }
    return {};
}

void LiveOutputs::follow(services::RunSession &session)
{
    *m_session = &session;
    if (m_writer)
        QObject::connect(&session, &services::RunSession::updated, m_writer.get(), [this, &session] { m_writer->take(session.record()); });
}

void LiveOutputs::finish()
{
    if (m_writer && *m_session)
        m_writer->finish((*m_session)->record());
    *m_session = nullptr;
}

} // namespace cli
