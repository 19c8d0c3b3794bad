// The evaluator: RFC 9535, sections 2.3 to 2.5.
#include "engine/check/jsonpath.h"

#include "engine/check/jsondocument.h"
#include "engine/check/jsonpathquery.h"

#include <re2/re2.h>

#include <algorithm>

namespace engine {

namespace {

using namespace jsonpath;
using simdjson::dom::element;
using Nodes = std::vector<element>;

constexpr int64_t mostWork = 5'000'000; ///< nodes looked at
constexpr size_t mostNodes = 1'000'000; ///< in a list

/// The value of an operand; `Nothing` of the RFC is the first.
struct Missing
{
};
using Value = std::variant<Missing, Null, bool, int64_t, double, std::string_view, element>;

Value valueOf(const element &node)
{
  switch (node.type()) {
  case simdjson::dom::element_type::NULL_VALUE: return Null();
  case simdjson::dom::element_type::BOOL: return bool(node.get_bool());
  case simdjson::dom::element_type::INT64: return int64_t(node.get_int64());
  case simdjson::dom::element_type::UINT64: return double(uint64_t(node.get_uint64()));
  case simdjson::dom::element_type::DOUBLE: return double(node.get_double());
  case simdjson::dom::element_type::STRING: return std::string_view(node.get_string());
  default: return node;
  }
}

std::optional<double> numberOf(const Value &value)
{
  if (const auto *whole = std::get_if<int64_t>(&value)) return double(*whole);
  if (const auto *real = std::get_if<double>(&value)) return *real;
  return std::nullopt;
}

class Evaluation
{
public:
  explicit Evaluation(const element &root) : m_root(root) {}

  Nodes run(const Query &query, const element &current)
  {
    Nodes nodes{query.relative ? current : m_root};
    for (const Segment &segment : query.segments) {
      Nodes found;
      for (const element &node : nodes) {
        if (segment.descendant) descend(segment, node, found);
        else select(segment, node, found);
        if (isOver()) return {};
      }
      nodes = std::move(found);
    }
    return nodes;
  }

  bool isOver() const { return m_work > mostWork; }

private:
  void take(const element &node, Nodes &found)
  {
    if (++m_work > mostWork || found.size() >= mostNodes) m_work = mostWork + 1;
    else found.push_back(node);
  }

  /// The node first, then its children in order; answers are at most 1,024 levels deep.
  void descend(const Segment &segment, const element &node, Nodes &found)
  {
    ++m_work;
    if (isOver()) return;
    select(segment, node, found);
    forChildren(node, [&](const element &child) { descend(segment, child, found); });
  }

  template<class Visit>
  void forChildren(const element &node, Visit visit)
  {
    if (simdjson::dom::array items; node.get(items) == simdjson::SUCCESS) {
      for (const element item : items)
        if (!isOver()) visit(item);
    } else if (simdjson::dom::object members; node.get(members) == simdjson::SUCCESS) {
      for (const auto member : members)
        if (!isOver()) visit(member.value);
    }
  }

  void select(const Segment &segment, const element &node, Nodes &found)
  {
    for (const Selector &selector : segment.selectors) {
      ++m_work;
      if (isOver()) return;
      switch (selector.kind) {
      case Selector::Name:
        if (element child; node.is_object() && node.at_key(selector.name).get(child) == simdjson::SUCCESS) take(child, found);
        break;
      case Selector::Wildcard:
        forChildren(node, [&](const element &child) { take(child, found); });
        break;
      case Selector::Index: byIndex(selector.index, node, found); break;
      case Selector::Slice: bySlice(selector, node, found); break;
      case Selector::Filter:
        forChildren(node, [&](const element &child) {
          ++m_work;
          if (holds(*selector.filter, child)) take(child, found);
        });
        break;
      }
    }
  }

  void byIndex(int64_t index, const element &node, Nodes &found)
  {
    simdjson::dom::array items;
    if (node.get(items) != simdjson::SUCCESS) return;
    if (index < 0) index += int64_t(countOf(items));
    if (index < 0) return;
    if (element item; items.at(size_t(index)).get(item) == simdjson::SUCCESS) take(item, found);
    m_work += std::min<int64_t>(index, int64_t(countOf(items))) / 16; // reaching it walks over those before
  }

  static size_t countOf(const simdjson::dom::array &items)
  {
    const size_t size = items.size();
    if (size < 0xFFFFFF) return size; // where the library's count is cut off
    size_t count = 0;
    for ([[maybe_unused]] const element item : items) ++count;
    return count;
  }

  /// Section 2.3.4.2.2.
  void bySlice(const Selector &selector, const element &node, Nodes &found)
  {
    simdjson::dom::array items;
    if (node.get(items) != simdjson::SUCCESS || selector.step == 0) return;
    const int64_t step = selector.step, size = int64_t(countOf(items));
    const auto normal = [size](int64_t i) { return i >= 0 ? i : size + i; };
    const int64_t start = normal(selector.start.value_or(step > 0 ? 0 : size - 1));
    const int64_t end = selector.end ? normal(*selector.end) : step > 0 ? size : -1;
    const int64_t lower = step > 0 ? std::clamp<int64_t>(start, 0, size) : std::clamp<int64_t>(end, -1, size - 1);
    const int64_t upper = step > 0 ? std::clamp<int64_t>(end, 0, size) : std::clamp<int64_t>(start, -1, size - 1);
    Nodes all; // the array can only be walked over from its begin
    for (const element item : items) {
      ++m_work;
      if (isOver()) return;
      all.push_back(item);
    }
    if (step > 0)
      for (int64_t i = lower; i < upper && !isOver(); i += step) take(all[size_t(i)], found);
    else
      for (int64_t i = upper; i > lower && !isOver(); i += step) take(all[size_t(i)], found);
  }

  bool holds(const Logical &test, const element &current)
  {
    switch (test.kind) {
    case Logical::Or: return std::ranges::any_of(test.parts, [&](const Logical &part) { return holds(part, current); });
    case Logical::And: return std::ranges::all_of(test.parts, [&](const Logical &part) { return holds(part, current); });
    case Logical::Not: return !holds(test.parts[0], current);
    case Logical::Exists: return !run(*std::get<std::shared_ptr<const Query>>(test.left), current).empty();
    case Logical::Test: return passes(*std::get<std::shared_ptr<const Call>>(test.left), current);
    case Logical::Compare: return compares(test.comparison, value(test.left, current), value(test.right, current));
    }
    return false;
  }

  Value value(const Operand &operand, const element &current)
  {
    if (const auto *literal = std::get_if<Literal>(&operand)) {
      return std::visit([](const auto &one) -> Value {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, std::string>) return std::string_view(one);
        else return one;
      }, *literal);
    }
    if (const auto *query = std::get_if<std::shared_ptr<const Query>>(&operand)) return only(run(**query, current));
    const Call &call = *std::get<std::shared_ptr<const Call>>(operand);
    if (call.function == Call::Count)
      return int64_t(run(*std::get<std::shared_ptr<const Query>>(call.arguments[0]), current).size());
    if (call.function == Call::Value) return only(run(*std::get<std::shared_ptr<const Query>>(call.arguments[0]), current));
    return length(value(call.arguments[0], current));
  }

  static Value only(const Nodes &nodes) { return nodes.size() == 1 ? valueOf(nodes[0]) : Value(); }

  /// Characters of a text, entries of an array, members of an object; else nothing.
  Value length(const Value &of)
  {
    if (const auto *text = std::get_if<std::string_view>(&of)) {
      m_work += int64_t(text->size()) / 64;
      return int64_t(std::ranges::count_if(*text, [](char c) { return (uint8_t(c) & 0xC0) != 0x80; }));
    }
    const auto *node = std::get_if<element>(&of);
    if (!node) return {};
    int64_t count = 0;
    forChildren(*node, [&](const element &) { ++count, ++m_work; });
    return count;
  }

  bool passes(const Call &call, const element &current)
  {
    const Value subject = value(call.arguments[0], current);
    const auto *text = std::get_if<std::string_view>(&subject);
    if (!text || call.hasBadPattern) return false;
    std::shared_ptr<const re2::RE2> pattern = call.pattern;
    if (!pattern) {
      const Value given = value(call.arguments[1], current);
      const auto *source = std::get_if<std::string_view>(&given);
      if (!source) return false;
      if (!m_pattern || m_source != *source) { // mostly the same for every node
        m_work += 1000;
        m_source = *source;
        m_pattern = compile(*source);
      }
      pattern = m_pattern;
    }
    if (!pattern) return false;
    m_work += 1 + int64_t(text->size()) / 64;
    const re2::StringPiece piece(text->data(), text->size());
    return call.function == Call::Match ? re2::RE2::FullMatch(piece, *pattern) : re2::RE2::PartialMatch(piece, *pattern);
  }

  bool compares(Logical::Comparison how, const Value &left, const Value &right)
  {
    switch (how) {
    case Logical::Equal: return equal(left, right);
    case Logical::NotEqual: return !equal(left, right);
    case Logical::Less: return less(left, right);
    case Logical::Greater: return less(right, left);
    case Logical::LessEqual: return less(left, right) || equal(left, right);
    case Logical::GreaterEqual: return less(right, left) || equal(left, right);
    }
    return false;
  }

  static bool less(const Value &left, const Value &right)
  {
    const auto *a = std::get_if<int64_t>(&left), *b = std::get_if<int64_t>(&right);
    if (a && b) return *a < *b;
    if (const auto x = numberOf(left), y = numberOf(right); x && y) return *x < *y;
    const auto *s = std::get_if<std::string_view>(&left), *t = std::get_if<std::string_view>(&right);
    return s && t && *s < *t; // UTF-8 sorts as its code points do
  }

  bool equal(const Value &left, const Value &right)
  {
    ++m_work;
    if (isOver()) return false;
    if (const auto x = numberOf(left), y = numberOf(right); x && y) {
      const auto *a = std::get_if<int64_t>(&left), *b = std::get_if<int64_t>(&right);
      return a && b ? *a == *b : *x == *y;
    }
    if (left.index() != right.index()) return false;
    if (const auto *a = std::get_if<bool>(&left)) return *a == std::get<bool>(right);
    if (const auto *a = std::get_if<std::string_view>(&left)) return *a == std::get<std::string_view>(right);
    if (const auto *a = std::get_if<element>(&left)) return equalNodes(*a, std::get<element>(right));
    return true; // nothing and nothing, null and null
  }

  bool equalNodes(const element &left, const element &right)
  {
    if (simdjson::dom::array a, b; left.get(a) == simdjson::SUCCESS) {
      if (right.get(b) != simdjson::SUCCESS) return false;
      auto i = a.begin(), j = b.begin();
      for (; i != a.end() && j != b.end(); ++i, ++j)
        if (!equal(valueOf(*i), valueOf(*j))) return false;
      return !(i != a.end()) && !(j != b.end());
    }
    simdjson::dom::object a, b;
    if (left.get(a) != simdjson::SUCCESS || right.get(b) != simdjson::SUCCESS) return false;
    size_t members = 0;
    for (const auto member : a) {
      ++members;
      element other;
      if (b.at_key(member.key).get(other) != simdjson::SUCCESS || !equal(valueOf(member.value), valueOf(other))) return false;
    }
    for ([[maybe_unused]] const auto member : b) --members;
    return members == 0;
  }

  const element &m_root;
  int64_t m_work = 0;
  std::string m_source; ///< of m_pattern
  std::shared_ptr<const re2::RE2> m_pattern;
};

std::optional<Nodes> nodesOf(const std::shared_ptr<const Query> &query, JsonDocument &document)
{
  const element *root = query ? document.root() : nullptr;
  if (!root) return std::nullopt;
  Evaluation evaluation(*root);
  Nodes nodes = evaluation.run(*query, *root);
  if (evaluation.isOver()) return std::nullopt;
  return nodes;
}

} // namespace

JsonPath::JsonPath(std::string_view text) : m_query(parse(text, m_error)) {}

std::optional<std::string> JsonPath::find(JsonDocument &document, int match) const
{
  const auto nodes = nodesOf(m_query, document);
  if (!nodes || match < 1 || size_t(match) > nodes->size()) return std::nullopt;
  return jsonText((*nodes)[size_t(match) - 1]);
}

std::optional<std::vector<std::string>> JsonPath::all(JsonDocument &document) const
{
  const auto nodes = nodesOf(m_query, document);
  if (!nodes) return std::nullopt;
  std::vector<std::string> texts;
  for (const element &node : *nodes) texts.push_back(simdjson::minify(node));
  return texts;
}

} // namespace engine
