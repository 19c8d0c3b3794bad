// Decides checkpoints and extractions over one answer (semantics.md 4). Compiled once a request before the run; then
// read by all workers.
#pragma once

#include "engine/check/extract.h"
#include "engine/check/jsonpath.h"
#include "engine/plan/plan.h"

namespace engine {

/// The answer as checks see it; views live as long as the reply they come from.
struct AnswerView
{
    int status = 0;
    std::string_view head; ///< raw header lines with CRLF
    std::string_view body, url;
};

/// One comparison with its result, for debug views: `what` names source and key, expected is as compared.
struct CheckResult
{
    std::string what, expected, actual;
    bool passed = false;
};

class Checker
{
public:
    /// Null checkpoint: 2xx is a success. A pattern that does not compile is reported in errors().
    Checker(const std::optional<Checkpoint> &checkpoint, const std::vector<Extraction> &extractions);

    bool needsBody() const { return m_needsBody; }
    const std::vector<std::string> &errors() const { return m_errors; }

    /// Checks, then extracts, over one parsed answer; both results in this order.
    std::pair<bool, bool> judge(const AnswerView &answer, ExpansionContext &context) const;
    /// True when the answer passes; appends each comparison to `results` when given.
    bool check(const AnswerView &answer, ExpansionContext &context, std::vector<CheckResult> *results = nullptr) const;
    /// Writes extracted values into the context's slots; false when an expected value differs.
    bool extract(const AnswerView &answer, ExpansionContext &context, std::vector<CheckResult> *results = nullptr) const;

private:
    bool check(const AnswerView &answer, ExpansionContext &context, JsonDocument &json, std::vector<CheckResult> *results) const;
    bool extract(const AnswerView &answer, ExpansionContext &context, JsonDocument &json, std::vector<CheckResult> *results) const;

    std::optional<Checkpoint> m_checkpoint;
    std::vector<Extraction> m_extractions;
    std::vector<std::optional<Pattern>> m_checkPatterns, m_extractPatterns;
    std::vector<std::optional<JsonPath>> m_checkPaths, m_extractPaths; ///< of keys that are JSONPaths
    std::vector<std::string> m_errors;
    bool m_needsBody = false;
};

/// One comparison: numbers when both sides read as numbers, else text. `regex` is for literal Regex values.
bool holds(CheckItem::Comparison comparison, std::optional<std::string_view> actual, std::string_view expected,
           const Pattern *regex = nullptr);
/// A status against "200", "2xx", "200-299" or "200,302".
bool statusMatches(int status, std::string_view expected);

} // namespace engine
