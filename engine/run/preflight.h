// Whether this computer can make the load that a plan asks for, judged before the start: descriptors, local ports, memory,
// rate. What it says is a warning: a run starts all the same. Pure but for thisMachine(); any thread.
#pragma once

#include "engine/plan/plan.h"

namespace engine {

/// The most a plan may ask of the computer it runs on; cases that run together are added up.
struct LoadWish
{
  double users = 0;
  double connections = 0;        ///< open at once: one for each host a user talks to
  double connectionsToOne = 0;   ///< of these, to one host: one a user
  double connectionsASecond = 0; ///< opened anew by requests of rate stages that keep none
  double requestsASecond = 0;    ///< of rate stages
  double bytes = 0;              ///< of memory, estimated
  int threads = 1;
};

/// What the computer has; 0: not known, and not judged.
struct Machine
{
  double descriptors = 0;
  double ports = 0;
  double bytes = 0;           ///< of memory that is free or can be freed
  double requestsASecond = 0; ///< that one worker was measured to send
  int cores = 0;
};

struct Shortage
{
  enum Kind { Descriptors, Ports, PortsOverTime, Memory, Rate } kind = Descriptors;
  double wished = 0, available = 0; ///< connections, connections, connections a second, bytes, requests a second

  bool operator==(const Shortage &) const = default;
};

LoadWish wishOf(const Plan &plan);
/// All but requestsASecond. Lifts this process's soft limit of descriptors first.
Machine thisMachine();
std::vector<Shortage> shortages(const LoadWish &wish, const Machine &machine);

} // namespace engine
