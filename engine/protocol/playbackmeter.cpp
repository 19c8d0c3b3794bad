#include "engine/protocol/playbackmeter.h"

namespace engine {

namespace {

/// Timestamps that jump further are a new beginning of the stream: counting them as lateness would be nonsense.
constexpr int64_t mostJump = 10'000'000'000;

} // namespace

void PlaybackMeter::begin(int64_t now)
{
  *this = PlaybackMeter();
  m_begin = now;
}

/// How much later than its timestamp says a frame is there, measured from the first one; negative when it is early.
int64_t PlaybackMeter::lateness(int64_t now, uint32_t timestamp)
{
  if (!m_firstAt) {
    m_firstAt = now;
    m_lastTimestamp = timestamp;
  }
  const int64_t step = int64_t(int32_t(timestamp - m_lastTimestamp)) * 1'000'000; // timestamps go around
  m_lastTimestamp = timestamp;
  if (step <= mostJump && step >= -mostJump) m_media += step;
  else m_media = now - m_firstAt - m_lateness; // as late as the frame before
  return m_lateness = now - m_firstAt - m_media;
}

void PlaybackMeter::stall(int64_t now, int64_t due)
{
  if (now <= due) return;
  ++m_figures.stalls;
  m_figures.stallTime += now - due;
  m_shift += now - due;
}

void PlaybackMeter::received(int64_t now, const FlvTag &tag)
{
  ++m_figures.receivedPackets;
  if (tag.kind == FlvKind::Audio) m_figures.audioReceivedBytes += tag.size;
  if (tag.kind == FlvKind::Video) m_figures.videoReceivedBytes += tag.size;
  if (tag.kind == FlvKind::Script || tag.frame.isHeader) return;
  if (!m_firstAt) m_figures.firstFrame.add(now - m_begin);
  const int64_t late = lateness(now, tag.timestamp);
  if (tag.frame.isKeyFrame) m_figures.receivedKeyFrames.add(std::max<int64_t>(late, 0));
  stall(now, m_firstAt + m_media + buffer + m_shift);
}

void PlaybackMeter::sent(int64_t now, const FlvTag &tag)
{
  ++m_figures.sentPackets;
  if (tag.kind == FlvKind::Audio) m_figures.audioSentBytes += tag.size;
  if (tag.kind == FlvKind::Video) m_figures.videoSentBytes += tag.size;
  if (tag.kind == FlvKind::Script || tag.frame.isHeader) return;
  const int64_t late = lateness(now, tag.timestamp);
  if (tag.frame.isKeyFrame) m_figures.sentKeyFrames.add(std::max<int64_t>(late, 0));
}

void PlaybackMeter::receivedMedia(int64_t now, int64_t duration)
{
  ++m_figures.receivedPackets;
  if (!m_firstAt) {
    m_firstAt = now;
    m_figures.firstFrame.add(now - m_begin);
  } else {
    stall(now, m_firstAt + m_media + m_shift); // what came before has been played by then
  }
  m_media += duration;
}

void PlaybackMeter::stopped(int64_t now)
{
  if (m_firstAt) stall(now, m_firstAt + m_media + m_shift);
}

} // namespace engine
