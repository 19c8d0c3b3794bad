#include "engine/run/usershare.h"

#include <algorithm>
#include <numeric>

namespace engine {

UserShare::UserShare(const std::vector<int> &weights)
{
  uint64_t divisor = 0, sum = 0;
  for (const int weight : weights) {
    divisor = std::gcd(divisor, uint64_t(std::max(weight, 0)));
    m_upTo.push_back(sum += uint64_t(std::max(weight, 0)));
  }
  if (!divisor) return;
  // Place j of a branch of weight w stands at (j + 1/2) / w of the period (Webster's method); equals by branch.
  struct Place
  {
    uint64_t odd, weight;
    uint16_t branch;
  };
  std::vector<Place> places;
  for (size_t branch = 0; branch < weights.size(); ++branch) {
    const uint64_t weight = uint64_t(std::max(weights[branch], 0)) / divisor;
    for (uint64_t j = 0; j < weight; ++j) places.push_back({2 * j + 1, weight, uint16_t(branch)});
  }
  std::ranges::sort(places, [](const Place &a, const Place &b) {
    const uint64_t left = a.odd * b.weight, right = b.odd * a.weight;
    return left != right ? left < right : a.branch < b.branch;
  });
  m_order.reserve(places.size());
  for (const Place &place : places) m_order.push_back(place.branch);
}

size_t UserShare::drawn(uint64_t random) const
{
  if (m_upTo.empty() || !m_upTo.back()) return 0;
  return size_t(std::ranges::upper_bound(m_upTo, random % m_upTo.back()) - m_upTo.begin());
}

} // namespace engine
