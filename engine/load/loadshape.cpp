#include "engine/load/loadshape.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace engine {

namespace {

using Real = long double; // 64 bits of mantissa: a start's nanosecond stays exact over days
constexpr Real second = 1e9L;
__extension__ typedef __int128 Wide;

/// From `from` to `to` over `length` ns, then level.
struct Ramp
{
  Real from, to, length;

  Real at(Real t) const { return length <= 0 || t >= length ? to : from + (to - from) * t / length; }
  Real highest() const { return length > 0 ? std::max(from, to) : to; }
  Real integral(Real t) const
  {
    if (length <= 0) return to * t;
    const Real rising = std::min(t, length);
    return from * rising + (to - from) * rising * rising / (2 * length) + to * std::max<Real>(0, t - length);
  }
  /// When the integral reaches `area`; negative: never.
  Real when(Real area) const
  {
    const Real risen = length <= 0 ? 0 : integral(length);
    if (area >= risen) return to > 0 ? std::max<Real>(0, length) + (area - risen) / to : -1;
    const Real bend = 2 * (to - from) / length; // stable form of the quadratic's root
    return 2 * area / (from + std::sqrt(std::max<Real>(0, from * from + bend * area)));
  }
};

/// In each period first the minimum, then the maximum for `high` ns.
struct Surge
{
  Real minimum, maximum, period, high;
  int loops;

  explicit Surge(const Stage &stage)
      : minimum(stage.minimum), maximum(stage.maximum), period(Real(stage.duration) / std::max(1, stage.loops)),
        high(std::clamp<Real>(stage.maxDuration, 0, period)), loops(std::max(1, stage.loops))
  {}
  Real low() const { return period - high; }
  Real whole() const { return minimum * low() + maximum * high; }
  Real integral(Real t) const
  {
    const Real before = std::min<Real>(std::floor(t / period), loops - 1), x = t - before * period;
    return before * whole() + minimum * std::min(x, low()) + maximum * std::max<Real>(0, x - low());
  }
  Real when(Real area) const
  {
    if (whole() <= 0) return -1;
    const Real before = std::floor(area / whole()), rest = area - before * whole();
    const Real start = before * period;
    if (rest < minimum * low()) return start + rest / minimum;
    return maximum > 0 ? start + low() + (rest - minimum * low()) / maximum : -1;
  }
};

/// A cosine that begins and ends at the minimum.
struct Wave
{
  Real middle, swing, period;

  explicit Wave(const Stage &stage)
      : middle((Real(stage.minimum) + stage.maximum) / 2), swing((Real(stage.maximum) - stage.minimum) / 2),
        period(std::max<Real>(1, Real(stage.duration) / std::max(1, stage.loops)))
  {}
  Real turn() const { return 2 * std::numbers::pi_v<Real> / period; }
  Real at(Real t) const { return middle - swing * std::cos(turn() * t); }
  Real integral(Real t) const { return middle * t - swing * std::sin(turn() * t) / turn(); }
  /// Smallest whole ns whose integral reaches `area`: bisection on integers, so every machine finds the same one.
  int64_t when(Real area, int64_t end) const
  {
    int64_t low = 0, high = end;
    while (low < high) {
      const int64_t mid = low + (high - low) / 2;
      if (integral(mid) >= area) high = mid;
      else low = mid + 1;
    }
    return low;
  }
};

int lowestUsers(const Stage &stage)
{
  if (stage.mode == PressureMode::Peak) return stage.startUsers > 0 ? stage.startUsers : int(stage.minimum);
  return stage.minimum > 0 ? int(stage.minimum) : stage.startUsers;
}

int highestUsers(const Stage &stage)
{
  if (stage.mode == PressureMode::Peak) return stage.users > 0 ? stage.users : int(stage.maximum);
  return stage.maximum > 0 ? int(stage.maximum) : stage.users;
}

Ramp ramp(Real start, Real target, const Stage &stage)
{
  if (stage.manual) return {start > 0 ? start : target, start > 0 ? start : target, 0};
  const bool rises = !stage.byCount && start > 0 && start < target && stage.rampUp > 0;
  return {rises ? start : target, target, rises ? Real(stage.rampUp) : 0};
}

Ramp rateRamp(const Stage &stage) { return ramp(stage.startRate, stage.rate, stage); }

int64_t clipped(const Stage &stage, int64_t t)
{
  const int64_t length = lengthOf(stage);
  return std::clamp<int64_t>(t, 0, length < 0 ? INT64_MAX : length);
}

/// Compared in whole numbers, so that a period that is no whole number of ns does not blur its edges.
bool isHigh(const Stage &stage, int64_t t)
{
  const Wide loops = std::max(1, stage.loops);
  if (t >= stage.duration) return stage.maxDuration > 0;
  return (t * loops) % stage.duration >= stage.duration - stage.maxDuration * loops;
}

} // namespace

double targetAt(const Stage &stage, int64_t t)
{
  t = clipped(stage, t);
  switch (stage.mode) {
  case PressureMode::Concurrency: return double(ramp(stage.startUsers, stage.users, stage).at(t));
  case PressureMode::Tps: return double(rateRamp(stage).at(t));
  case PressureMode::Peak:
    return double(Ramp{Real(lowestUsers(stage)), Real(highestUsers(stage)), Real(stage.rampUp)}.at(t));
  case PressureMode::SurgeUsers:
  case PressureMode::SurgeTps: return isHigh(stage, t) ? stage.maximum : stage.minimum;
  case PressureMode::OscillationUsers:
  case PressureMode::OscillationTps: return double(Wave(stage).at(t));
  case PressureMode::SmartPeak: {
    const int64_t steps = stage.stepDuration > 0 ? t / stage.stepDuration : 0;
    return std::min<double>(highestUsers(stage), lowestUsers(stage) + double(steps) * stage.stepSize);
  }
  }
  return 0;
}

double highestTarget(const Stage &stage)
{
  switch (stage.mode) {
  case PressureMode::Concurrency: return double(ramp(stage.startUsers, stage.users, stage).highest());
  case PressureMode::Tps: return double(rateRamp(stage).highest());
  case PressureMode::Peak: return std::max(lowestUsers(stage), highestUsers(stage));
  case PressureMode::SmartPeak: return highestUsers(stage);
  case PressureMode::SurgeUsers:
  case PressureMode::SurgeTps:
  case PressureMode::OscillationUsers:
  case PressureMode::OscillationTps: return std::max(stage.minimum, stage.maximum);
  }
  return 0;
}

int usersAt(const Stage &stage, int64_t t)
{
  if (stage.isRate()) return std::max(0, stage.users);
  return int(std::max<long>(0, std::lround(targetAt(stage, t))));
}

int64_t lengthOf(const Stage &stage)
{
  if (stage.byCount) return -1;
  if (stage.mode != PressureMode::SmartPeak || stage.duration > 0) return stage.duration;
  const int64_t rise = std::max(0, highestUsers(stage) - lowestUsers(stage));
  const int64_t size = std::max(1, stage.stepSize);
  return ((rise + size - 1) / size + 1) * stage.stepDuration;
}

double startsUntil(const Stage &stage, int64_t t)
{
  if (!stage.isRate()) return 0;
  t = clipped(stage, t);
  switch (stage.mode) {
  case PressureMode::SurgeTps: return stage.duration > 0 ? double(Surge(stage).integral(t) / second) : 0;
  case PressureMode::OscillationTps: return double(Wave(stage).integral(t) / second);
  default: return double(rateRamp(stage).integral(t) / second);
  }
}

int64_t startTime(const Stage &stage, uint64_t index)
{
  const int64_t length = lengthOf(stage);
  if (!stage.isRate() || length == 0) return -1;
  Real due = -1;
  switch (stage.mode) {
  case PressureMode::SurgeTps: due = Surge(stage).when(index * second); break;
  case PressureMode::OscillationTps:
    if (stage.maximum > 0) due = Real(Wave(stage).when(index * second, length));
    break;
  default: due = rateRamp(stage).when(index * second);
  }
  if (due < 0 || due > 9e18L) return -1;
  const auto at = int64_t(std::llround(due));
  return length >= 0 && at >= length ? -1 : at;
}

} // namespace engine
