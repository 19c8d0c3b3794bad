// The settings of control instructions (semantics.md 2.6) as values. A Step keeps them as JSON, so that members this program
// does not know survive; these read them out of a step and put them back. Children stay in the step.
#pragma once

#include "models/domain/step.h"

namespace domain {

/// One line of a data instruction: `name` becomes a local variable.
struct DataParameter
{
    QString name;
    QString logic;       ///< text with ${…}; a number parameter may hold + - * / and parentheses
    bool number = false; ///< `mode` 1
    std::optional<int> scale; ///< `scale` (ours), 0..30 places; only of numbers
    QString rounding = QStringLiteral("HALF_UP"); ///< `rounding` (ours): see roundingNames()
    QJsonObject extra = {};

    bool operator==(const DataParameter &) const = default;
};

struct DataInstruction
{
    QVector<DataParameter> params;
    QJsonObject extra = {};

    bool operator==(const DataInstruction &) const = default;
};

/// left and right may hold ${…}; compared as numbers where both are, else as text.
struct Comparison
{
    QString left, comparison = QStringLiteral("=="), right;
    QJsonObject extra = {};

    bool operator==(const Comparison &) const = default;
};

/// Without items it always holds.
struct Condition
{
    bool all = true; ///< relation AND, else OR
    QVector<Comparison> items;
    QJsonObject extra = {};

    bool operator==(const Condition &) const = default;
};

struct Loop
{
    QString count = QStringLiteral("1"); ///< 0..100000, or ${…}
    std::optional<Condition> breakCondition; ///< looked at before each turn but the first; true: the loop is left
    QJsonObject extra = {};

    bool operator==(const Loop &) const = default;
};

struct Branch
{
    QString name;
    int weight = 1; ///< 1..10000
    QJsonObject extra = {};

    bool operator==(const Branch &) const = default;
};

struct UserShare
{
    bool fixed = true; ///< a user keeps its branch for the run; else it is drawn at each pass
    QVector<Branch> branches; ///< as many as the step has
    QJsonObject extra = {};

    bool operator==(const UserShare &) const = default;
};

struct Throughput
{
    double rps = 100; ///< requests a second of all users of the case together; above 0, up to 10,000,000, two decimals
    QJsonObject extra = {};

    bool operator==(const Throughput &) const = default;
};

struct Rendezvous
{
    QString name;
    int count = 0;          ///< users to wait for; 0: all that are active now
    int timeoutMs = 10'000; ///< since the first arrival; 0: without end
    QJsonObject extra = {};

    bool operator==(const Rendezvous &) const = default;
};

struct PluginRequest
{
    QString plugin;   ///< name, or path of its descriptor relative to the project file
    QString function; ///< `func`
    QVector<KeyValue> params; ///< written as an object
    QJsonObject extra = {};

    bool operator==(const PluginRequest &) const = default;
};

/// UP DOWN CEILING FLOOR HALF_UP HALF_DOWN HALF_EVEN
const QStringList &roundingNames();

Result<DataInstruction> dataInstructionOf(const Step &step);
Result<Loop> loopOf(const Step &step);
Result<Condition> conditionOf(const Step &step);
Result<UserShare> userShareOf(const Step &step);
Result<Throughput> throughputOf(const Step &step);
Result<Rendezvous> rendezvousOf(const Step &step);
Result<PluginRequest> pluginRequestOf(const Step &step);

/// Each makes the step one of its kind and leaves its children alone.
void put(Step &step, const DataInstruction &data);
void put(Step &step, const Loop &loop);
void put(Step &step, const Condition &condition);
void put(Step &step, const UserShare &share); ///< the step gets as many branches
void put(Step &step, const Throughput &throughput);
void put(Step &step, const Rendezvous &rendezvous);
void put(Step &step, const PluginRequest &request);

} // namespace domain
