#include "app/metrics/prometheus.h"

namespace metrics {

using namespace Qt::StringLiterals;
using domain::ItemRecord;

namespace {

/// A label's value: backslash, quote and line feed are escaped, as the format asks.
QByteArray escaped(const QString &text)
{
    return text.toUtf8().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

QByteArray number(double value) { return QByteArray::number(value, 'g', 17); }

class Family
{
public:
    Family(const char *name, const char *type, const char *help) : m_name(name)
    {
        m_text = QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
    }
    void add(const QByteArray &labels, const QByteArray &value, const char *suffix = "")
    {
        m_text += m_name + suffix + '{' + labels + "} " + value + '\n';
    }
    const QByteArray &text() const { return m_text; }

private:
    QByteArray m_name, m_text;
};

constexpr std::array failureNames = {"parsed", "assert", "timeout", "refused", "others"};
constexpr std::array sideNames = {"server", "network", "this_computer"};

struct Families
{
    Family requests{"crescendo_requests_total", "counter", "Requests that ended."};
    Family failures{"crescendo_failures_total", "counter", "Failed requests by failure class."};
    Family sides{"crescendo_failures_by_side_total", "counter", "Failed requests by whose failure it was."};
    Family answers{"crescendo_answers_total", "counter", "Answers by class of status."};
    Family sent{"crescendo_sent_bytes_total", "counter", "Bytes sent."};
    Family received{"crescendo_received_bytes_total", "counter", "Bytes received."};
    Family times{"crescendo_response_seconds", "summary", "Response time since the run began."};
    Family users{"crescendo_users", "gauge", "Running virtual users."};
    Family target{"crescendo_target", "gauge", "Target: users, or starts a second."};
    Family starts{"crescendo_iterations_started_total", "counter", "Iterations begun."};
    Family dropped{"crescendo_starts_dropped_total", "counter", "Starts dropped."};
    Family cpu{"crescendo_generator_cpu_percent", "gauge", "Processor use of the busiest worker."};
    Family lateness{"crescendo_generator_lateness_seconds", "gauge", "Starts were this late, 99th percentile of the last second."};

    void add(const ItemRecord &item, const QByteArray &labels)
    {
        const engine::Tally &total = item.total;
        requests.add(labels, QByteArray::number(quint64(total.requests)));
        for (size_t i = 0; i < failureNames.size(); ++i)
            failures.add(labels + ",class=\"" + failureNames[i] + '"', QByteArray::number(quint64(total.failed[i])));
        for (size_t i = 0; i < sideNames.size(); ++i)
            sides.add(labels + ",side=\"" + sideNames[i] + '"', QByteArray::number(quint64(total.sides[i])));
        for (size_t i = 0; i < total.status.size(); ++i)
            answers.add(labels + ",status=\"" + QByteArray::number(int(i) + 1) + "xx\"", QByteArray::number(quint64(total.status[i])));
        sent.add(labels, QByteArray::number(quint64(total.sentBytes)));
        received.add(labels, QByteArray::number(quint64(total.receivedBytes)));
        for (const double percent : {50.0, 90.0, 95.0, 99.0, 99.9})
            times.add(labels + ",quantile=\"" + QByteArray::number(percent / 100) + '"', number(double(total.times.percentile(percent)) / 1e9));
        times.add(labels, number(double(total.times.sum()) / 1e9), "_sum");
        times.add(labels, QByteArray::number(quint64(total.times.count())), "_count");
    }
};

} // namespace

QByteArray prometheusText(const domain::RunRecord &run)
{
    Families families;
    const QByteArray head = "run=\"" + QByteArray::number(run.started.toMSecsSinceEpoch()) + "\",task=\"" + escaped(run.taskName) + '"';
    for (const auto &record : run.cases) {
        const QByteArray labels = head + ",case=\"" + escaped(record.name) + '"';
        for (const auto &item : record.items) {
            const char *kind = item.kind == ItemRecord::Pass ? "iteration" : item.kind == ItemRecord::Transaction ? "transaction" : "request";
            families.add(item, labels + ",kind=\"" + kind + "\",name=\"" + escaped(item.name) + '"');
        }
        quint64 starts = 0, dropped = 0;
        for (const auto &second : record.seconds) {
            starts += second.starts;
            dropped += second.dropped + second.droppedWhileFree;
        }
        const domain::CasePoint now = record.seconds.isEmpty() ? domain::CasePoint() : record.seconds.last();
        families.users.add(labels, QByteArray::number(now.users));
        families.target.add(labels, number(now.target));
        families.starts.add(labels, QByteArray::number(starts));
        families.dropped.add(labels, QByteArray::number(dropped));
    }
    if (!run.health.isEmpty()) {
        families.cpu.add(head, number(run.health.last().cpuPercentMax));
        families.lateness.add(head, number(double(run.health.last().latenessP99) / 1e9));
    }
    QByteArray text;
    for (const Family *family : {&families.requests, &families.failures, &families.sides, &families.answers, &families.sent,
                                 &families.received, &families.times, &families.users, &families.target, &families.starts,
                                 &families.dropped, &families.cpu, &families.lateness})
        text += family->text();
    return text;
}

} // namespace metrics
