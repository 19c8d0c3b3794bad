#include "engine/plan/template.h"

#include "engine/plan/functions.h"

#include <array>
#include <charconv>
#include <unordered_set>
#include <utility>

namespace engine {

namespace {

using SlotOf = std::function<int(std::string_view)>;

void addLiteral(std::vector<Piece> &pieces, std::string_view text)
{
  if (text.empty()) return;
  if (!pieces.empty() && pieces.back().kind == Piece::Literal) pieces.back().text += text;
  else pieces.push_back({Piece::Literal, std::string(text), -1, {}, false});
}

/// Splits text from left to right; foreign text, so nesting is bounded.
class Splitter
{
public:
  Splitter(std::string_view text, const SlotOf &slotOf) : m_text(text), m_slotOf(slotOf) {}

  std::vector<Piece> all()
  {
    std::vector<Piece> pieces;
    while (m_at < m_text.size()) step(pieces, 0);
    return pieces;
  }

private:
  static constexpr int deepest = 32;
  static constexpr size_t mostUnclosed = 64; ///< each costs a reading of the rest; after so many the rest is literal

  /// Takes a placeholder or the literal text before the next one.
  void step(std::vector<Piece> &pieces, int depth)
  {
    if (opens()) {
      const size_t begin = m_at;
      if (depth < deepest && m_unclosed.size() < mostUnclosed && !m_unclosed.contains(begin)) {
        if (placeholder(pieces, depth)) return;
        m_unclosed.insert(begin); // or each unclosed level would read all that follows twice
      }
      m_at = begin + 2;
      return addLiteral(pieces, "${");
    }
    const size_t next = std::min(m_text.find("${", m_at), m_text.size());
    addLiteral(pieces, m_text.substr(m_at, next - m_at));
    m_at = next;
  }

  bool opens() const { return m_text.substr(m_at).starts_with("${"); }

  bool placeholder(std::vector<Piece> &pieces, int depth)
  {
    const size_t begin = m_at + 2, end = m_text.find_first_of("{}(", begin);
    if (end == m_text.npos) return false;
    const std::string_view name = m_text.substr(begin, end - begin);
    const bool isFunction = name.starts_with("__");
    if (isFunction && m_text[end] == '(') return function(pieces, name.substr(2), end + 1, depth);

    const size_t close = m_text.find_first_of("{}", begin);
    if (close == m_text.npos || m_text[close] != '}' || close == begin) return false;
    const std::string_view whole = m_text.substr(begin, close - begin);
    m_at = close + 1;
    const int slot = m_slotOf ? m_slotOf(whole) : -1;
    if (slot < 0 && whole.starts_with("__"))
      pieces.push_back({Piece::Function, std::string(whole.substr(2)), functionIndex(whole.substr(2)), {}, false});
    else pieces.push_back({Piece::Variable, std::string(whole), slot, {}, false});
    return true;
  }

  bool function(std::vector<Piece> &pieces, std::string_view name, size_t begin, int depth)
  {
    if (m_lastClose == m_text.npos || begin > m_lastClose) return false;
    Piece piece{Piece::Function, std::string(name), functionIndex(name), {{}}, false};
    m_at = begin;
    while (m_at < m_text.size()) {
      auto &argument = piece.arguments.back();
      if (m_text.substr(m_at).starts_with(")}")) {
        m_at += 2;
        pieces.push_back(std::move(piece));
        return true;
      }
      if (opens()) step(argument, depth + 1);
      else if (m_text[m_at] == ',') piece.arguments.emplace_back(), ++m_at;
      else addLiteral(argument, m_text.substr(m_at++, 1));
    }
    return false;
  }

  std::string_view m_text;
  const SlotOf &m_slotOf;
  size_t m_at = 0;
  size_t m_lastClose = m_text.rfind(")}");
  std::unordered_set<size_t> m_unclosed; ///< where a "${" has no end
};

void expandPieces(const std::vector<Piece> &pieces, ExpansionContext &context, std::string &out);

/// Arguments are expanded at the end of `out` itself and then replaced by the result, so nothing is allocated here.
void callFunction(const Piece &piece, ExpansionContext &context, std::string &out)
{
  if (piece.slot < 0 || piece.arguments.size() > mostArguments) return writeAsTyped(piece, out);
  const size_t mark = out.size();
  std::array<size_t, mostArguments> begins{}, ends{};
  const size_t count = piece.arguments.size();
  for (size_t i = 0; i < count; ++i) {
    if (i) out += ',';
    begins[i] = out.size();
    expandPieces(piece.arguments[i], context, out);
    ends[i] = out.size();
  }
  FunctionCall call{{}, count, std::string_view(out).substr(mark)};
  for (size_t i = 0; i < count; ++i) call.arguments[i] = std::string_view(out).substr(begins[i], ends[i] - begins[i]);

  static thread_local std::string result; // its capacity is kept; inner calls are over before the outer one uses it
  result.clear();
  const bool done = evaluate(piece.slot, call, context, result);
  out.resize(mark);
  if (done) out += result;
  else writeAsTyped(piece, out);
}

void expandPiece(const Piece &piece, ExpansionContext &context, std::string &out)
{
  if (piece.kind == Piece::Literal) out += piece.text;
  else if (piece.kind == Piece::Function) callFunction(piece, context, out);
  else if (piece.slot >= 0 && context.values && size_t(piece.slot) < context.values->size())
    out += (*context.values)[size_t(piece.slot)];
  else writeAsTyped(piece, out);
}

void expandPieces(const std::vector<Piece> &pieces, ExpansionContext &context, std::string &out)
{
  for (const Piece &piece : pieces) {
    const size_t mark = out.size();
    expandPiece(piece, context, out);
    if (!piece.encode) continue;
    static thread_local std::string value; // its capacity is kept
    value.assign(out, mark);
    out.resize(mark);
    appendPercentEncoded(value, out);
  }
}

} // namespace

Template::Template(std::string literal) { addLiteral(m_pieces, literal); }

Template Template::parse(std::string_view text, const SlotOf &slotOf)
{
  Template split;
  split.m_pieces = Splitter(text, slotOf).all();
  return split;
}

Template Template::percentEncoded() const
{
  Template encoded(*this);
  for (Piece &piece : encoded.m_pieces) {
    if (piece.kind != Piece::Literal) piece.encode = true;
    else appendPercentEncoded(std::exchange(piece.text, {}), piece.text);
  }
  return encoded;
}

void Template::append(const Template &more)
{
  for (const Piece &piece : more.m_pieces) {
    if (piece.kind == Piece::Literal) addLiteral(m_pieces, piece.text);
    else m_pieces.push_back(piece);
  }
}

void appendPercentEncoded(std::string_view text, std::string &out)
{
  for (const char c : text) {
    const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || c == '-' || c == '.' || c == '_' || c == '~';
    if (isPlain) out += c;
    else out.append(1, '%').append(1, "0123456789ABCDEF"[uint8_t(c) >> 4]).append(1, "0123456789ABCDEF"[c & 15]);
  }
}

bool Template::isLiteral() const
{
  for (const Piece &piece : m_pieces)
    if (piece.kind != Piece::Literal) return false;
  return true;
}

void expand(const Template &text, ExpansionContext &context, std::string &out)
{
  expandPieces(text.pieces(), context, out);
}

void writeAsTyped(const Piece &piece, std::string &out)
{
  if (piece.kind == Piece::Literal) {
    out += piece.text;
    return;
  }
  out += piece.kind == Piece::Function ? "${__" : "${";
  out += piece.text;
  for (size_t i = 0; i < piece.arguments.size(); ++i) {
    out += i ? ',' : '(';
    for (const Piece &inner : piece.arguments[i]) writeAsTyped(inner, out);
  }
  out += piece.arguments.empty() ? "}" : ")}";
}

} // namespace engine
