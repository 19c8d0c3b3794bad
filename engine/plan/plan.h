// What a run executes: std types only, compiled once by app/services/plancompiler and then const for all threads.
#pragma once

#include "engine/load/stage.h"
#include "engine/plan/template.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace engine {

/// Where values of a slot come from. Advanced once a user an iteration at first use; shared cursors are atomics.
struct VariableSource
{
    enum Kind { Fixed, Range, List, Rows } kind = Fixed;
    int64_t low = 0, high = 0;         ///< Range, both included
    std::vector<std::string> values;   ///< Fixed: one; List: all; Rows: row-major cells
    int columns = 1;                   ///< Rows
    bool random = false, perUser = false, stopAtEnd = false;
    std::vector<int> slotIndexes;            ///< the slots it fills: one, or one a column
};

struct CheckItem
{
    enum Source { Status, Header, Body, Json, JsonPath, XPath } source = Status;
    enum Comparison {
        Equal, NotEqual, Greater, GreaterEqual, Less, LessEqual, Contains, NotContains, Regex, Exists, NotExists, In, NotIn
    } comparison = Equal;
    std::string key;
    Template value;
};

struct Checkpoint
{
    bool all = true;
    int retryTimes = 0;
    int64_t retryInterval = 0; ///< ns
    std::vector<CheckItem> items;
};

struct Extraction
{
    enum Range { Body = 1, Header, Url, Status, JsonValue } range = Body;
    int slot = -1;
    std::string name, regexp, key, defaultValue;
    int matchIndex = 1, groupIndex = 1;
    std::optional<std::string> expect;
};

/// An HTTP/1.1 request. When url, headers and body are all literal the compiler leaves `wire` filled.
struct HttpRequest
{
    std::string method = "GET";
    Template url; ///< absolute
    std::vector<std::pair<std::string, Template>> headers; ///< as typed; Host and Content-Length are added when absent
    Template body;
    int64_t connectTimeout = 5'000'000'000, responseTimeout = 5'000'000'000; ///< ns
    bool verifyTls = false, followRedirects = true, newConnection = false, cookies = true;
};

struct Step;
using Steps = std::vector<Step>;

struct RequestStep
{
    int item = 0; ///< index in CasePlan::items
    HttpRequest request;
    std::optional<Checkpoint> checkpoint;
    std::vector<Extraction> extractions;
    int64_t thinkTime = -1; ///< ns, -1 none; pacing unless thinkFixed
    bool thinkFixed = false;
    bool endIterationOnFailure = false;
};

struct LoopStep
{
    Template count; ///< 0..100000
    std::shared_ptr<const Steps> steps;
};

struct TransactionStep
{
    int item = 0;
    std::shared_ptr<const Steps> steps;
};

struct Step
{
    std::variant<RequestStep, LoopStep, TransactionStep> what;
};

/// A row of the report: item 0 is always the whole pass of the case.
struct Item
{
    enum Kind { Pass, Request, Transaction } kind = Request;
    std::string name, method, address; ///< as typed
    bool setup = false;
};

struct CasePlan
{
    std::string name;
    std::vector<Stage> stages;
    Steps setup, steps;
    std::vector<Item> items;
    std::vector<VariableSource> variables;
    int slotCount = 0; ///< size of a user's slot table
};

struct Plan
{
    std::vector<CasePlan> cases;
    bool parallel = true;
    int threads = 1;
};

} // namespace engine
