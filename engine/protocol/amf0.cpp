#include "engine/protocol/amf0.h"

#include <bit>
#include <cstdint>

namespace engine {

namespace {

enum Marker : uint8_t {
  NumberMark, BooleanMark, StringMark, ObjectMark, MovieClipMark, NullMark, UndefinedMark, ReferenceMark, EcmaArrayMark,
  ObjectEndMark, StrictArrayMark, DateMark, LongStringMark, UnsupportedMark, RecordSetMark, XmlMark, TypedObjectMark
};

uint64_t whole(std::string_view bytes)
{
  uint64_t value = 0;
  for (const char c : bytes) value = value << 8 | uint8_t(c);
  return value;
}

void appendWhole(std::string &out, uint64_t value, int bytes)
{
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += char(value >> shift & 0xff);
}

} // namespace

std::string_view AmfValue::textOf(std::string_view member) const
{
  if (kind != Object) return {};
  for (const AmfValue &each : members)
    if (each.name == member && each.kind == Text) return each.text;
  return {};
}

bool AmfReader::broken(const char *why)
{
  if (!m_problem) m_problem = why;
  return false;
}

bool AmfReader::next(AmfValue &into)
{
  into = {};
  return !m_problem && value(into, 0);
}

bool AmfReader::bytes(std::string_view &into, size_t size)
{
  if (size > m_bytes.size()) return broken("a command is cut short");
  into = m_bytes.substr(0, size);
  m_bytes.remove_prefix(size);
  return true;
}

bool AmfReader::text(std::string &into, int sizeBytes)
{
  std::string_view size, content;
  if (!bytes(size, size_t(sizeBytes)) || !bytes(content, size_t(whole(size)))) return false;
  into = content;
  return true;
}

bool AmfReader::number(double &into)
{
  std::string_view eight;
  if (!bytes(eight, 8)) return false;
  into = std::bit_cast<double>(whole(eight));
  return true;
}

bool AmfReader::value(AmfValue &into, int depth)
{
  if (depth > mostDepth) return broken("a command is nested too deeply");
  if (++m_values > mostValues) return broken("a command has too many values");
  std::string_view mark, rest;
  if (!bytes(mark, 1)) return false;
  switch (uint8_t(mark[0])) {
  case NumberMark: into.kind = AmfValue::Number; return number(into.number);
  case BooleanMark:
    into.kind = AmfValue::Boolean;
    if (!bytes(rest, 1)) return false;
    into.boolean = rest[0] != 0;
    return true;
  case StringMark: into.kind = AmfValue::Text; return text(into.text, 2);
  case LongStringMark: case XmlMark: into.kind = AmfValue::Text; return text(into.text, 4);
  case NullMark: case UndefinedMark: case UnsupportedMark: return true;
  case ReferenceMark: return bytes(rest, 2); // to an object before: nothing that we look at is one
  case EcmaArrayMark: return bytes(rest, 4) && members(into, depth); // its count is a hint, and often wrong
  case ObjectMark: return members(into, depth);
  case TypedObjectMark: return text(into.text, 2) && members(into, depth);
  case StrictArrayMark: return items(into, depth);
  case DateMark: into.kind = AmfValue::Date; return number(into.number) && bytes(rest, 2);
  default: return broken("a command has a value of an unknown kind");
  }
}

bool AmfReader::members(AmfValue &into, int depth)
{
  into.kind = AmfValue::Object;
  for (;;) {
    std::string name;
    if (!text(name, 2)) return false;
    if (name.empty() && !m_bytes.empty() && uint8_t(m_bytes[0]) == ObjectEndMark) {
      m_bytes.remove_prefix(1);
      return true;
    }
    AmfValue &member = into.members.emplace_back();
    member.name = std::move(name);
    if (!value(member, depth + 1)) return false;
  }
}

bool AmfReader::items(AmfValue &into, int depth)
{
  into.kind = AmfValue::Array;
  std::string_view size;
  if (!bytes(size, 4)) return false;
  // Each takes a byte at least, so the size that is told reserves nothing.
  for (uint64_t left = whole(size); left > 0; --left)
    if (!value(into.members.emplace_back(), depth + 1)) return false;
  return true;
}

void appendAmf(std::string &out, double number)
{
  out += char(NumberMark);
  appendWhole(out, std::bit_cast<uint64_t>(number), 8);
}

void appendAmf(std::string &out, std::string_view text)
{
  const bool isLong = text.size() > 0xffff;
  out += char(isLong ? LongStringMark : StringMark);
  appendWhole(out, text.size(), isLong ? 4 : 2);
  out += text;
}

void appendAmf(std::string &out, const char *text) { appendAmf(out, std::string_view(text)); }

void appendAmf(std::string &out, bool boolean)
{
  out += char(BooleanMark);
  out += char(boolean);
}

void appendAmfNull(std::string &out) { out += char(NullMark); }
void appendAmfObjectBegin(std::string &out) { out += char(ObjectMark); }

void appendAmfName(std::string &out, std::string_view name)
{
  name = name.substr(0, 0xffff);
  appendWhole(out, name.size(), 2);
  out += name;
}

void appendAmfObjectEnd(std::string &out)
{
  appendWhole(out, 0, 2);
  out += char(ObjectEndMark);
}

} // namespace engine
