// What a JSONPath is made of, for its parser and its evaluator.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace re2 { class RE2; }

namespace engine::jsonpath {

struct Logical;
struct Query;

struct Selector
{
  enum Kind { Name, Wildcard, Index, Slice, Filter } kind = Wildcard;
  std::string name;
  int64_t index = 0;
  std::optional<int64_t> start, end;
  int64_t step = 1;
  std::shared_ptr<const Logical> filter;
};

struct Segment
{
  bool descendant = false;
  std::vector<Selector> selectors;
};

struct Query
{
  bool relative = false; ///< begins with @
  std::vector<Segment> segments;

  bool isSingular() const;
};

struct Null
{
};
using Literal = std::variant<Null, bool, int64_t, double, std::string>;

struct Call;
/// What has a value: a literal, a query, or a function.
using Operand = std::variant<Literal, std::shared_ptr<const Query>, std::shared_ptr<const Call>>;

struct Call
{
  enum Function { Length, Count, Match, Search, Value } function = Length;
  std::vector<Operand> arguments;
  std::shared_ptr<const re2::RE2> pattern; ///< Match and Search with a literal pattern
  bool hasBadPattern = false;              ///< a literal one that is no I-Regexp: never true

  bool isLogical() const { return function == Match || function == Search; }
};

struct Logical
{
  enum Kind { Or, And, Not, Compare, Exists, Test } kind = Or;
  enum Comparison { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual } comparison = Equal;
  std::vector<Logical> parts; ///< Or, And, Not
  Operand left, right;        ///< Compare: both; Exists: a query, Test: a call, on the left
};

/// A sentence in `error` when the text is no path.
std::shared_ptr<const Query> parse(std::string_view text, std::string &error);
/// For match() and search(); null when it is no I-Regexp.
std::shared_ptr<const re2::RE2> compile(std::string_view iregexp);

} // namespace engine::jsonpath
