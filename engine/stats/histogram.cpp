#include "engine/stats/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace engine {

Histogram::Histogram(const Histogram &other) { *this = other; }

Histogram &Histogram::operator=(const Histogram &other)
{
    if (this == &other)
        return *this;
    for (uint32_t i = 0; i < octaves; ++i)
        m_octaves[i] = other.m_octaves[i] ? std::make_unique<Octave>(*other.m_octaves[i]) : nullptr;
    m_count = other.m_count;
    m_sum = other.m_sum;
    m_min = other.m_min;
    m_max = other.m_max;
    return *this;
}

int64_t Histogram::upperEnd(uint32_t index)
{
    if (index < perOctave)
        return index;
    const uint32_t shift = index / perOctave - 1;
    const int64_t low = int64_t(perOctave + index % perOctave) << shift;
    return low + (int64_t(1) << shift) - 1;
}

Histogram::Octave &Histogram::allocate(uint32_t octave)
{
    m_octaves[octave] = std::make_unique<Octave>();
    return *m_octaves[octave];
}

void Histogram::merge(const Histogram &other)
{
    if (!other.m_count)
        return;
    for (uint32_t i = 0; i < octaves; ++i) {
        if (!other.m_octaves[i])
            continue;
        if (!m_octaves[i])
            m_octaves[i] = std::make_unique<Octave>();
        for (uint32_t k = 0; k < perOctave; ++k)
            (*m_octaves[i])[k] += (*other.m_octaves[i])[k];
    }
    m_min = std::min(m_min, other.m_min);
    m_max = std::max(m_max, other.m_max);
    m_sum += other.m_sum;
    m_count += other.m_count;
}

void Histogram::clear()
{
    if (!m_count)
        return;
    for (auto &octave : m_octaves)
        if (octave)
            octave->fill(0);
    m_count = 0;
    m_sum = m_max = 0;
    m_min = nothing;
}

int64_t Histogram::percentile(double percent) const
{
    if (!m_count)
        return 0;
    const auto rank = std::max<uint64_t>(1, uint64_t(std::ceil(percent / 100.0 * double(m_count) - 1e-9)));
    uint64_t seen = 0;
    for (uint32_t i = 0; i < octaves; ++i) {
        if (!m_octaves[i])
            continue;
        for (uint32_t k = 0; k < perOctave; ++k) {
            seen += (*m_octaves[i])[k];
            if (seen >= rank)
                return std::clamp(upperEnd(i * perOctave + k), m_min, m_max);
        }
    }
    return m_max;
}

std::vector<std::pair<uint32_t, uint64_t>> Histogram::buckets() const
{
    std::vector<std::pair<uint32_t, uint64_t>> found;
    for (uint32_t i = 0; i < octaves; ++i)
        for (uint32_t k = 0; m_octaves[i] && k < perOctave; ++k)
            if ((*m_octaves[i])[k])
                found.emplace_back(i * perOctave + k, (*m_octaves[i])[k]);
    return found;
}

Histogram Histogram::restore(std::span<const std::pair<uint32_t, uint64_t>> buckets, int64_t sum, int64_t min, int64_t max)
{
    Histogram histogram;
    for (const auto &[index, count] : buckets) {
        if (index >= octaves * perOctave)
            continue;
        histogram.bucket(index) += count;
        histogram.m_count += count;
    }
    histogram.m_sum = sum;
    histogram.m_min = histogram.m_count ? min : nothing;
    histogram.m_max = max;
    return histogram;
}

bool Histogram::operator==(const Histogram &other) const
{
    return m_count == other.m_count && m_sum == other.m_sum && min() == other.min() && max() == other.max()
        && buckets() == other.buckets();
}

} // namespace engine
