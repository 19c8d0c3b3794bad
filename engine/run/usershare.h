// Divides users among weighted branches, so that any run of them is split as evenly as whole users allow: sixty users at
// 1:2:3 are exactly 10, 20 and 30. Read-only after construction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace engine {

class UserShare
{
public:
  explicit UserShare(const std::vector<int> &weights);

  /// Branch of a user by number, from 1 on.
  size_t branchOf(uint64_t user) const { return m_order.empty() ? 0 : m_order[(user - 1) % m_order.size()]; }
  /// Branch of a drawn value, any number.
  size_t drawn(uint64_t random) const;

private:
  std::vector<uint16_t> m_order; ///< of one period
  std::vector<uint64_t> m_upTo;  ///< weights added up
};

} // namespace engine
