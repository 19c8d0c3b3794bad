#include "app/report/streamfigures.h"

#include <cmath>

namespace report {

using namespace Qt::StringLiterals;

namespace {

double thousandths(double value) { return std::round(value * 1000) / 1000; }

struct FailureName
{
    QString name, heading;
};

const FailureName &failureOf(size_t failure)
{
    static const FailureName names[] = {
        {}, {u"tcpConnectFailed"_s, u"Failed: connecting"_s}, {u"handShakeFailed"_s, u"Failed: handshake"_s},
        {u"rtmpConnectFailed"_s, u"Failed: RTMP connect"_s}, {u"createStreamFailed"_s, u"Failed: creating the stream"_s},
        {u"playFailed"_s, u"Failed: play"_s}, {u"publishFailed"_s, u"Failed: publish"_s}, {u"retryFailed"_s, u"Failed: no new data"_s},
        {u"parseFileFailed"_s, u"Failed: file"_s}, {u"illegalUrlFailed"_s, u"Failed: address"_s},
        {u"illegalFlvHeaderFailed"_s, u"Failed: FLV header"_s}, {u"httpTimeoutFailed"_s, u"Failed: time-out"_s},
        {u"parseFlvFileFailed"_s, u"Failed: FLV data"_s}, {u"unknownFailed"_s, u"Failed: other"_s}};
    static_assert(std::size(names) == engine::streamFailures);
    return names[failure];
}

} // namespace

QString streamFailureName(size_t failure) { return failureOf(failure).name; }

QVector<StreamFigure> streamFiguresOf(const ItemFigures &figures)
{
    if (!figures.streaming)
        return {};
    const engine::StreamFigures &stream = *figures.streaming;
    QVector<StreamFigure> all;
    const auto add = [&](const QString &name, const QString &heading, const QJsonValue &value) { all.append({name, heading, value}); };
    const auto count = [&](const QString &name, const QString &heading, quint64 value) { add(name, heading, qint64(value)); };
    const auto rate = [&](const QString &name, const QString &heading, quint64 packets) {
        add(name, heading, thousandths(figures.trafficSeconds ? double(packets) / figures.trafficSeconds : 0));
    };
    count(u"streamingPlayTimes"_s, u"Plays"_s, stream.plays);
    count(u"streamingErrorTimes"_s, u"Failed"_s, stream.errors());
    add(u"streamingSuccessRate"_s, u"Success %"_s, truncatedPercent(stream.plays, stream.plays - std::min(stream.plays, stream.errors())));
    count(u"stalls"_s, u"Stalls"_s, stream.stalls);
    add(u"stallTime"_s, u"Standing still ms"_s, thousandths(double(stream.stallTime) / 1e6));
    rate(u"sentPacketsPerSecond"_s, u"Packets sent/s"_s, stream.sentPackets);
    rate(u"receivedPacketsPerSecond"_s, u"Packets received/s"_s, stream.receivedPackets);
    count(u"sendPackets"_s, u"Packets sent"_s, stream.sentPackets);
    count(u"recvPackets"_s, u"Packets received"_s, stream.receivedPackets);
    count(u"audioSentBytes"_s, u"Audio bytes sent"_s, stream.audioSentBytes);
    count(u"audioRecBytes"_s, u"Audio bytes received"_s, stream.audioReceivedBytes);
    count(u"videoSentBytes"_s, u"Video bytes sent"_s, stream.videoSentBytes);
    count(u"videoRecBytes"_s, u"Video bytes received"_s, stream.videoReceivedBytes);
    count(u"keyFrameSendCnt"_s, u"Key frames sent"_s, stream.sentKeyFrames.count);
    count(u"keyFrameReceiveCnt"_s, u"Key frames received"_s, stream.receivedKeyFrames.count);
    const auto delay = [&](const QString &name, const QString &heading, const engine::StreamDelay &given) {
        const double sum = double(given.sum) / 1e6;
        add(u"sum"_s + name, heading + u" sum ms"_s, thousandths(sum));
        add(u"avg"_s + name, heading + u" mean ms"_s, thousandths(given.count ? sum / double(given.count) : 0));
        add(u"min"_s + name, heading + u" min ms"_s, thousandths(double(given.min) / 1e6));
        add(u"max"_s + name, heading + u" max ms"_s, thousandths(double(given.max) / 1e6));
    };
    delay(u"FirstFrameDelay"_s, u"First frame"_s, stream.firstFrame);
    delay(u"RecvKeyFrameDelay"_s, u"Key frames received late"_s, stream.receivedKeyFrames);
    delay(u"SendKeyFrameDelay"_s, u"Key frames sent late"_s, stream.sentKeyFrames);
    for (size_t i = 1; i < engine::streamFailures; ++i)
        count(failureOf(i).name, failureOf(i).heading, stream.failed[i]);
    return all;
}

} // namespace report
