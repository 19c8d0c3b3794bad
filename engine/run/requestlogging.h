// How a virtual user hands an exchange to the request log; apart, because requests of all protocols do it.
#pragma once

#include "engine/run/caseworker.h"
#include "engine/run/masked.h"

namespace engine {

template<class MakeText>
void VirtualUser::log(const CompiledRequest &request, const Sample &sample, std::string_view error, LogTicket ticket, MakeText makeText)
{
  ExchangeLog &log = m_owner.log();
  const CasePlan &plan = m_owner.compiled().plan;
  if (!plan.logsPasses) [[likely]] {
    if (!log.isDue(request.plan.item, sample, ticket)) [[likely]] return;
    log.add(request.plan.item, m_owner.msOf(m_owner.reactor().now()), sample, ticket, masked(std::string(error), plan.secrets),
            masked(makeText(), plan.secrets));
    return;
  }
  const bool failed = sample.outcome != Outcome::Ok;
  if ((ticket == ExchangeLog::none && !failed) || m_passText.size() > ExchangeLog::mostText) return;
  if (failed && m_passError.empty()) m_passError = masked(std::string(error), plan.secrets);
  m_passText.append("# ").append(plan.items[size_t(request.plan.item)].name).append("\n");
  m_passText.append(masked(makeText(), plan.secrets)).append("\n\n");
}

} // namespace engine
