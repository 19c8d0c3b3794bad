// What a run executes: std types only, compiled once by app/services/plancompiler and then const for all threads.
#pragma once

#include "engine/load/stage.h"
#include "engine/plan/decimal.h"
#include "engine/plan/observer.h"
#include "engine/plan/plugin.h"
#include "engine/plan/protocolrequest.h"
#include "engine/plan/rowtable.h"
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
    std::shared_ptr<const RowTable> rows; ///< Rows
    bool random = false, perUser = false, stopAtEnd = false;
    std::vector<int> slotIndexes;            ///< the slots it fills: one, or one a column
};

struct CheckItem
{
    enum Source { Status, Header, Body, Json, JsonPath, XPath, Plugin } source = Status;
    enum Comparison {
        Equal, NotEqual, Greater, GreaterEqual, Less, LessEqual, Contains, NotContains, Regex, Exists, NotExists, In, NotIn
    } comparison = Equal;
    std::string key;
    Template value;
    PluginFunction plugin = {}; ///< Plugin: a function of the check kind; `value` is its first parameter
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
    enum Range { Body = 1, Header, Url, Status, JsonValue, XmlValue } range = Body;
    int slot = -1;
    std::string name, regexp, key, defaultValue;
    int matchIndex = 1, groupIndex = 1;
    std::optional<std::string> expect;
};

/// PEM texts.
struct ClientCertificate
{
    std::string certificate, key, password;
};

/// Used instead of DNS; addresses are tried in order, beginning with another one at each connection.
struct HostBinding
{
    std::string host;
    std::vector<std::string> addresses;
};

/// An HTTP proxy; https goes through CONNECT.
struct Proxy
{
    std::string host;
    int port = 0;
    std::string authorization; ///< value of Proxy-Authorization, or empty
};

/// An HTTP request. When url, headers and body are all literal the compiler leaves `wire` filled.
struct HttpRequest
{
    std::string method = "GET";
    Template url; ///< absolute
    std::vector<std::pair<std::string, Template>> headers; ///< as typed; Host and Content-Length are added when absent
    Template body;
    int64_t connectTimeout = 5'000'000'000, responseTimeout = 5'000'000'000; ///< ns
    bool verifyTls = false, followRedirects = true, newConnection = false, cookies = true;
    bool decode = true; ///< compressed bodies are unpacked for checks
    bool http2 = false; ///< HTTP/2 and nothing else: with TLS by ALPN, without it by prior knowledge
    int sharedStreams = 0; ///< http2: users of a worker share connections, so many requests on each at a time; 0: each has its own
    std::shared_ptr<const ClientCertificate> certificate;
    std::shared_ptr<const std::vector<HostBinding>> hosts;
    std::shared_ptr<const Proxy> proxy;
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
    ProtocolRequest protocol = {}; ///< of another protocol than HTTP; then `request` is not looked at
};

/// One comparison of a condition: numbers where both sides are, else text.
struct Comparison
{
    Template left;
    CheckItem::Comparison comparison = CheckItem::Equal;
    Template right;
};

struct Condition
{
    bool all = true;
    std::vector<Comparison> items; ///< none: it always holds
};

struct DataStep
{
    struct Assignment
    {
        int slot = -1;
        Template value;
        bool isNumber = false; ///< + - * / and parentheses are calculated
        std::optional<int> scale;
        Rounding rounding = Rounding::HalfUp;
    };
    std::vector<Assignment> assignments;
};

struct LoopStep
{
    Template count; ///< 0..100000
    std::shared_ptr<const Steps> steps;
    std::optional<Condition> breakCondition = {}; ///< asked after each turn
};

struct ConditionStep
{
    Condition condition;
    std::shared_ptr<const Steps> steps, otherwise;
};

struct ShareStep
{
    struct Branch
    {
        int weight = 1;
        std::shared_ptr<const Steps> steps;
    };
    bool fixed = true; ///< by the number of the user, for the whole run; else drawn at each pass
    std::vector<Branch> branches;
};

/// Requests inside start at most at this rate, all users of the case together.
struct ThroughputStep
{
    int controller = 0;   ///< from 0, in CasePlan::controllers
    double rate = 100;    ///< a second
    std::shared_ptr<const Steps> steps;
};

struct RendezvousStep
{
    int meeting = 0;       ///< from 0, in CasePlan::meetings
    int count = 0;         ///< 0: all users active now
    int64_t timeout = 0;   ///< ns since the first arrival; 0: without end
};

struct PluginStep
{
    int item = 0;
    PluginFunction function;
    std::vector<std::pair<std::string, Template>> parameters;
    int64_t timeout = 60'000'000'000; ///< ns, of each request the plugin sends
    bool endIterationOnFailure = false;
};

struct TransactionStep
{
    int item = 0;
    std::shared_ptr<const Steps> steps;
};

struct Step
{
    std::variant<RequestStep, LoopStep, TransactionStep, DataStep, ConditionStep, ShareStep, ThroughputStep, RendezvousStep,
                 PluginStep> what;
};

/// A row of the report: item 0 is always the whole pass of the case.
struct Item
{
    enum Kind { Pass, Request, Transaction } kind = Request;
    std::string name, method, address; ///< as typed
    bool setup = false;
    int step = 0; ///< of the document that was compiled; 0: none
};

struct CasePlan
{
    std::string name;
    std::vector<Stage> stages;
    Steps setup, steps;
    std::vector<Item> items;
    std::vector<VariableSource> variables;
    int slotCount = 0; ///< size of a user's slot table
    std::vector<std::string> slotNames; ///< by slot, for showing values
    std::shared_ptr<const PluginTable> plugins; ///< what ${__plugin(…)} may call
    std::vector<std::string> secrets; ///< values of sensitive variables: never shown
    bool logsPasses = false;          ///< the request log has a pass with all its requests as one entry
    int controllers = 0, meetings = 0;  ///< how many throughput controllers and rendezvous its steps hold
};

struct Plan
{
    std::vector<CasePlan> cases;
    bool parallel = true;
    int threads = 1;
    std::shared_ptr<ExchangeObserver> observer; ///< mostly none
};

} // namespace engine
