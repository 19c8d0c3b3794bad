// Figures that leave while a run lasts: a scrape endpoint for Prometheus, lines for InfluxDB. Both off unless asked for.
#pragma once

#include "app/cli/cli.h"
#include "app/services/runservice.h"

class QCommandLineParser;

namespace metrics {
class InfluxWriter;
class ScrapeEndpoint;
}

namespace cli {

class LiveOutputs
{
public:
    LiveOutputs();
    ~LiveOutputs();
    LiveOutputs(LiveOutputs &&) noexcept;
    LiveOutputs &operator=(LiveOutputs &&) noexcept;

    static void addOptions(QCommandLineParser &parser); ///< --prometheus, --influx, --influx-token-env
    static domain::Result<LiveOutputs> from(const QCommandLineParser &parser);

    /// Takes the port; `say` tells where the figures are, and once that a database does not take them.
    domain::Result<> open(std::function<void(const QString &)> say);
    void follow(services::RunSession &session); ///< from now on these are the run's figures
    void finish();                              ///< the rest goes out; at most 5 s

private:
    int m_port = -1; ///< -1: no endpoint; 0: a free one
    QUrl m_influx;
    QByteArray m_token;
    std::unique_ptr<metrics::ScrapeEndpoint> m_endpoint;
    std::unique_ptr<metrics::InfluxWriter> m_writer;
    std::shared_ptr<services::RunSession *> m_session; ///< what the endpoint reads
};

} // namespace cli
