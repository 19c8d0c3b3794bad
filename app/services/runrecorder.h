// Builds the growing record of a run from what the engine delivers. Pure: no clock, no thread, no engine.
#pragma once

#include "app/services/requestlog.h"
#include "engine/plan/plan.h"
#include "engine/stats/statsmailbox.h"
#include "models/domain/runrecord.h"

namespace services {

class RunRecorder
{
public:
    /// `cases` are the cases of the plan in its order; head figures (names, start time) come in `record`.
    RunRecorder(domain::RunRecord record, const engine::Plan &plan, const QVector<domain::TestCase> &cases);

    /// Goes on with a record whose cases and items are laid out already.
    explicit RunRecorder(domain::RunRecord record) : m_record(std::move(record)) {}

    void take(const engine::Delivery &delivery);
    void setStatus(domain::RunStatus status) { m_record.status = status; }
    void setRules(QVector<domain::RuleResult> rules) { m_record.rules = std::move(rules); }
    void note(int caseIndex, double at, const QString &text); ///< an event, seconds from the case's start
    /// Closes open stages and pads all series of a case to one length.
    void finish(const QDateTime &when, domain::RunStatus status);

    const domain::RunRecord &record() const { return m_record; }

private:
    void takeSecond(const engine::CaseSecond &second);
    void takeError(const engine::ErrorGroup &error);
    void takeEvent(const engine::RunEvent &event);
    void closeStage(int caseIndex, double at);
    void measureStages(domain::CaseRecord &record);

    domain::RunRecord m_record;
    QHash<int, RequestLog> m_logs; ///< by case
};

} // namespace services
