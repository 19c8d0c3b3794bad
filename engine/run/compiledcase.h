// A case made ready once before the run and then only read by all workers: literal requests as bytes, checks compiled,
// and for each step the variables it uses.
#pragma once

#include "engine/check/evaluate.h"
#include "engine/protocol/httpmessage.h"

namespace engine {

struct CompiledRequest
{
  explicit CompiledRequest(const RequestStep &step) : plan(step), checker(step.checkpoint, step.extractions) {}

  const RequestStep &plan;
  Checker checker;
  std::vector<int> sources; ///< variables that its texts use
  bool isLiteral = false;
  bool keepsHead = false;
  bool isJudged = false; ///< has checks or extractions; else the status alone decides
  std::string url, wire; ///< of a literal one; `outgoing` points into them
  OutgoingRequest outgoing; ///< complete when literal, else all but place, headers and body
  bool isValid = true;      ///< a literal address that is none is never sent
};

struct CompiledStep;
using CompiledSteps = std::vector<CompiledStep>;

struct CompiledLoop
{
  const Template &count;
  std::vector<int> sources;
  CompiledSteps steps;
};

struct CompiledTransaction
{
  int item;
  CompiledSteps steps;
};

struct CompiledStep
{
  std::variant<std::unique_ptr<const CompiledRequest>, CompiledLoop, CompiledTransaction> what;
};

/// `plan` must outlive it.
struct CompiledCase
{
  explicit CompiledCase(const CasePlan &plan);

  const CasePlan &plan;
  CompiledSteps setup, steps;
  int64_t longestRequest = 0; ///< ns, the most that connecting and waiting for an answer may take
};

/// Percent-encodes what may not stand in a request line, so that an address typed with blanks or letters of any script works.
void makeSendable(std::string &url);
/// The complete request as sent.
std::string renderWire(const OutgoingRequest &request);

} // namespace engine
