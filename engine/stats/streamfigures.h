// What plays and publications of media streams come to: StreamingMediaReport of the reference, and beyond it time to first
// frame and stalls. Added up by the workers, merged by addition.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace engine {

/// Where a play or a publication failed; names of StreamingMediaReport.
enum class StreamFailure : uint8_t {
    None, TcpConnect, HandShake, RtmpConnect, CreateStream, Play, Publish, Retry, ParseFile, IllegalUrl, IllegalFlvHeader,
    HttpTimeout, ParseFlvFile, Unknown
};
constexpr size_t streamFailures = 14; ///< None included

/// ns.
struct StreamDelay
{
    uint64_t count = 0;
    int64_t sum = 0, min = 0, max = 0;

    void add(int64_t delay)
    {
        min = count ? std::min(min, delay) : delay;
        max = count ? std::max(max, delay) : delay;
        sum += delay;
        ++count;
    }
    StreamDelay &operator+=(const StreamDelay &other)
    {
        if (!other.count) return *this;
        min = count ? std::min(min, other.min) : other.min;
        max = count ? std::max(max, other.max) : other.max;
        sum += other.sum;
        count += other.count;
        return *this;
    }
    bool operator==(const StreamDelay &) const = default;
};

struct StreamFigures
{
    uint64_t plays = 0;                               ///< plays and publications that ended, failed ones too
    std::array<uint64_t, streamFailures> failed{};    ///< by StreamFailure; [None] stays 0
    uint64_t sentPackets = 0, receivedPackets = 0;    ///< audio, video and data packets; of HLS segments
    uint64_t audioSentBytes = 0, audioReceivedBytes = 0, videoSentBytes = 0, videoReceivedBytes = 0; ///< payloads
    StreamDelay receivedKeyFrames; ///< how much later than its timestamp says a key frame came, from the first frame on
    StreamDelay sentKeyFrames;     ///< how much later than its timestamp says a key frame could be sent
    StreamDelay firstFrame;        ///< from the begin of a play to its first audio or video frame
    uint64_t stalls = 0;           ///< times that a player with one second of buffer had to stop
    int64_t stallTime = 0;         ///< ns that it stood still in all

    uint64_t errors() const
    {
        uint64_t sum = 0;
        for (const uint64_t each : failed) sum += each;
        return sum;
    }
    StreamFigures &operator+=(const StreamFigures &other)
    {
        plays += other.plays;
        for (size_t i = 0; i < failed.size(); ++i) failed[i] += other.failed[i];
        sentPackets += other.sentPackets;
        receivedPackets += other.receivedPackets;
        audioSentBytes += other.audioSentBytes;
        audioReceivedBytes += other.audioReceivedBytes;
        videoSentBytes += other.videoSentBytes;
        videoReceivedBytes += other.videoReceivedBytes;
        receivedKeyFrames += other.receivedKeyFrames;
        sentKeyFrames += other.sentKeyFrames;
        firstFrame += other.firstFrame;
        stalls += other.stalls;
        stallTime += other.stallTime;
        return *this;
    }
    bool operator==(const StreamFigures &) const = default;
};

/// Figures where there are any: most items are no streams, and a run keeps a tally of each item for each second.
class StreamTally
{
public:
    StreamTally() = default;
    StreamTally(const StreamTally &other) { *this = other; }
    StreamTally(StreamTally &&) noexcept = default;
    StreamTally &operator=(StreamTally &&) noexcept = default;
    StreamTally &operator=(const StreamTally &other)
    {
        m_figures = other.m_figures ? std::make_unique<StreamFigures>(*other.m_figures) : nullptr;
        return *this;
    }
    bool operator==(const StreamTally &other) const
    {
        return m_figures && other.m_figures ? *m_figures == *other.m_figures : !m_figures && !other.m_figures;
    }

    const StreamFigures *figures() const { return m_figures.get(); } ///< null: none
    void add(const StreamFigures &figures)
    {
        if (!m_figures) m_figures = std::make_unique<StreamFigures>();
        *m_figures += figures;
    }
    void add(const StreamTally &other)
    {
        if (other.m_figures) add(*other.m_figures);
    }
    void clear() { m_figures.reset(); }

private:
    std::unique_ptr<StreamFigures> m_figures;
};

} // namespace engine
