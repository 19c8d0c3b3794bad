// A case made ready once before the run and then only read by all workers: literal requests as bytes, checks compiled,
// and for each step the variables it uses.
#pragma once

#include "engine/check/evaluate.h"
#include "engine/protocol/http2fields.h"
#include "engine/protocol/httpmessage.h"
#include "engine/run/usershare.h"

#include <cstdint>

namespace engine {

struct CompiledRequest
{
  explicit CompiledRequest(const RequestStep &step) : plan(step), checker(step.checkpoint, step.extractions) {}

  const RequestStep &plan;
  Checker checker;
  std::vector<int> sources; ///< variables that its texts use
  bool isLiteral = false;
  bool keepsHead = false;
  bool hasCookieHeader = false; ///< written by hand: then the jar is left out
  bool isJudged = false; ///< has checks or extractions; else the status alone decides
  std::string url, wire; ///< of a literal one; `outgoing` points into them
  Http2Fields fields;    ///< of a literal one of HTTP/2
  OutgoingRequest outgoing; ///< complete when literal, else all but place, headers and body
};

struct CompiledStep;
using CompiledSteps = std::vector<CompiledStep>;

struct CompiledLoop
{
  const Template &count;
  std::vector<int> sources;
  CompiledSteps steps;
  const std::optional<Condition> &breakCondition;
};

struct CompiledData
{
  const DataStep &plan;
  std::vector<int> sources;
};

struct CompiledCondition
{
  const Condition &condition;
  std::vector<int> sources;
  CompiledSteps steps, otherwise;
};

struct CompiledShare
{
  bool fixed;
  UserShare share;
  std::vector<CompiledSteps> branches;
};

struct CompiledThroughput
{
  int controller;
  CompiledSteps steps;
};

struct CompiledMeeting
{
  int meeting;
};

struct CompiledPlugin
{
  const PluginStep &plan;
  std::vector<int> sources;
};

struct CompiledTransaction
{
  int item;
  CompiledSteps steps;
};

struct CompiledStep
{
  std::variant<std::unique_ptr<const CompiledRequest>, CompiledLoop, CompiledTransaction, CompiledData, CompiledCondition,
               CompiledShare, CompiledThroughput, CompiledMeeting, CompiledPlugin> what;
};

/// `plan` must outlive it.
struct CompiledCase
{
  explicit CompiledCase(const CasePlan &plan);

  const CasePlan &plan;
  CompiledSteps setup, steps;
  std::vector<double> rates;                          ///< requests a second, by throughput controller
  std::vector<const RendezvousStep *> meetings;       ///< by number
  int64_t longestRequest = 0; ///< ns, the most that connecting and waiting for an answer may take
};

/// Percent-encodes what may not stand in a request line, so that an address typed with blanks or letters of any script works.
void makeSendable(std::string &url);
/// The complete request as sent.
std::string renderWire(const OutgoingRequest &request);

} // namespace engine
