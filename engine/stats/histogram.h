// HDR-style log-linear histogram of durations: 1,024 buckets a power of two, so 3 significant digits; whole octaves are
// allocated when first hit. Merged, never averaged. Single-threaded.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace engine {

class Histogram
{
public:
    static constexpr int subBits = 10;                 ///< relative width of a bucket: 2^-10
    static constexpr int64_t highest = int64_t(1) << 42; ///< ns, about 73 min; longer ones count as this

    Histogram() = default;
    Histogram(const Histogram &other);
    Histogram &operator=(const Histogram &other);
    Histogram(Histogram &&) noexcept = default;
    Histogram &operator=(Histogram &&) noexcept = default;

    void record(int64_t ns) ///< negative counts as 0
    {
        ns = std::clamp<int64_t>(ns, 0, highest - 1);
        ++bucket(indexOf(ns));
        m_min = std::min(m_min, ns);
        m_max = std::max(m_max, ns);
        m_sum += ns;
        ++m_count;
    }
    void merge(const Histogram &other);
    void clear(); ///< keeps the memory

    uint64_t count() const { return m_count; }
    int64_t min() const { return m_count ? m_min : 0; }
    int64_t max() const { return m_max; }
    double mean() const { return m_count ? double(m_sum) / double(m_count) : 0.0; } ///< exact
    int64_t sum() const { return m_sum; }
    /// Smallest recorded bucket at or above which `percent` (0..100) of the values lie (nearest rank), clipped to max().
    int64_t percentile(double percent) const;

    /// Non-empty buckets as (index, count), ascending; with count, sum, min and max this restores it exactly.
    std::vector<std::pair<uint32_t, uint64_t>> buckets() const;
    static Histogram restore(std::span<const std::pair<uint32_t, uint64_t>> buckets, int64_t sum, int64_t min, int64_t max);
    static int64_t upperEnd(uint32_t index); ///< largest value of a bucket, ns

    bool operator==(const Histogram &other) const;

private:
    static constexpr uint32_t perOctave = 1u << subBits;
    static constexpr uint32_t octaves = 42 - subBits + 1;
    using Octave = std::array<uint64_t, perOctave>;

    static uint32_t indexOf(int64_t ns)
    {
        const auto value = uint64_t(ns);
        if (value < perOctave)
            return uint32_t(value);
        const int shift = 63 - std::countl_zero(value) - subBits;
        return uint32_t(shift + 1) * perOctave + uint32_t((value >> shift) & (perOctave - 1));
    }
    uint64_t &bucket(uint32_t index)
    {
        const auto &octave = m_octaves[index / perOctave];
        return (octave ? *octave : allocate(index / perOctave))[index % perOctave];
    }
    Octave &allocate(uint32_t octave); ///< out of the way of record()

    std::array<std::unique_ptr<Octave>, octaves> m_octaves;
    static constexpr int64_t nothing = INT64_MAX;

    uint64_t m_count = 0;
    int64_t m_sum = 0, m_min = nothing, m_max = 0;
};

} // namespace engine
