// One run of a plan on its own threads. Controls are thread-safe; statistics are pulled from mailbox().
#pragma once

#include "engine/plan/plan.h"
#include "engine/stats/statsmailbox.h"

#include <memory>
#include <string>

namespace engine {

class Run
{
public:
    /// Raises the soft descriptor limit, starts the workers. On failure answers null and fills `why` with a sentence.
    static std::unique_ptr<Run> start(std::shared_ptr<const Plan> plan, std::string &why);
    ~Run(); ///< ends at once and joins

    StatsMailbox &mailbox();
    /// Thinking, waiting and paced users leave at once; requests under way get at most 2 s, then are cut off (not counted).
    void stop();
    void stopNow(); ///< as stop(), without the 2 s
    /// Manual regulation: from now on this many users / starts a second in the case (-1: every case); later stages no
    /// longer apply (semantics.md 1.1). Ignored by a case that is not running.
    void setUsers(int caseIndex, int users);
    void setRate(int caseIndex, double rate);
    /// Ends the stage of that number (from 0) before its time, if it is the one under way: the next one begins.
    void endStage(int caseIndex, int stage);
    bool ended() const; ///< all workers have left and everything was delivered
    bool stopped() const; ///< stop() or stopNow() was asked before the natural end

private:
    struct Parts;
    explicit Run(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace engine
