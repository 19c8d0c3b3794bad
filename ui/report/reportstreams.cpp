#include "ui/report/reportstreams.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString mean(const engine::StreamDelay &delay)
{
    return delay.count ? format::ms(double(delay.sum) / double(delay.count) / 1e6) : u"—"_s;
}

/// In words, the most frequent first.
QString failuresOf(const engine::StreamFigures &figures)
{
    const QString names[] = {{}, ReportStreams::tr("connecting"), ReportStreams::tr("handshake"), ReportStreams::tr("RTMP connect"),
                             ReportStreams::tr("creating the stream"), ReportStreams::tr("play"), ReportStreams::tr("publish"),
                             ReportStreams::tr("no new data"), ReportStreams::tr("file"), ReportStreams::tr("address"),
                             ReportStreams::tr("FLV header"), ReportStreams::tr("time-out"), ReportStreams::tr("FLV data"), ReportStreams::tr("other")};
    static_assert(std::size(names) == engine::streamFailures);
    QVector<QPair<quint64, QString>> found;
    for (size_t i = 1; i < engine::streamFailures; ++i)
        if (figures.failed[i])
            found.append({figures.failed[i], names[i]});
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList words;
    for (const auto &[count, name] : found)
        words.append(ReportStreams::tr("%1 %2").arg(format::number(count), name));
    return words.join(u", "_s);
}

} // namespace

ReportStreams::ReportStreams() : Card(u" "_s)
{
    setObjectName(u"reportStreams"_s);
    body->setContentsMargins(0, 4, 0, 2);
    header->setContentsMargins(sp::m, 0, sp::s, 0);
}

void ReportStreams::show(const QVector<report::CaseFigures> &cases)
{
    setTitle(tr("Streams"));
    delete m_tree; // takes its model along: makeTable gives it away
    m_model = new QStandardItemModel;
    for (const report::CaseFigures &figures : cases)
        for (const report::ItemFigures &row : figures.requests) {
            if (!row.streaming)
                continue;
            const engine::StreamFigures &stream = *row.streaming;
            const quint64 errors = stream.errors(), packets = stream.receivedPackets + stream.sentPackets;
            const engine::StreamDelay &keys = stream.receivedKeyFrames.count ? stream.receivedKeyFrames : stream.sentKeyFrames;
            const double seconds = std::max(1, row.trafficSeconds);
            const auto cell = [](const QString &text) { return Cell::number(text); };
            auto items = cells({Cell(row.name), cell(format::number(quint64(stream.plays))),
                                Cell::number(format::percent(report::successPercent(stream.plays, stream.plays - std::min<quint64>(stream.plays, errors))),
                                             errors ? theme::tk().bad : QColor()),
                                cell(mean(stream.firstFrame)), cell(format::number(quint64(stream.stalls))),
                                cell(format::clock(double(stream.stallTime) / 1e9)), cell(mean(keys)),
                                cell(keys.count ? format::ms(double(keys.max) / 1e6) : u"—"_s), cell(format::rate(double(packets) / seconds)),
                                cell(format::bytes(double(stream.audioReceivedBytes + stream.audioSentBytes))),
                                cell(format::bytes(double(stream.videoReceivedBytes + stream.videoSentBytes)))});
            const QString why = failuresOf(stream);
            items[2]->setToolTip(why);
            items[0]->setToolTip(why.isEmpty() ? row.name : tr("%1: failed by %2").arg(row.name, why));
            m_model->appendRow(items);
        }
    m_tree = makeTable(m_model, {{tr("Request"), 160, false, true}, {tr("Plays"), 70, true}, {tr("Success %"), 80, true},
                                 {tr("First frame ms"), 100, true}, {tr("Stalls"), 60, true}, {tr("Standing still"), 90, true},
                                 {tr("Key frames late ms"), 120, true}, {tr("at most"), 70, true}, {tr("Packets/s"), 80, true},
                                 {tr("Audio"), 80, true}, {tr("Video"), 80, true}}, row::dense);
    m_tree->setObjectName(u"streamTree"_s);
    m_tree->setAccessibleName(tr("Streams"));
    body->addWidget(m_tree);
    setFixedHeight(40 + 28 + row::dense * m_model->rowCount() + 4);
    setVisible(m_model->rowCount() > 0);
}

} // namespace ui
