// AMF0 (Action Message Format 0), the values that RTMP commands are made of. Sans-io; every byte is foreign.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace engine {

struct AmfValue
{
  enum Kind { Null, Number, Boolean, Text, Object, Array, Date };

  Kind kind = Null; ///< undefined and unsupported are Null too; ECMA arrays and typed objects are Object
  double number = 0; ///< Date: ms since 1970
  bool boolean = false;
  std::string text;
  std::string name;              ///< as a member of an object
  std::vector<AmfValue> members; ///< Object, Array

  /// The member of that name when it is a text, else empty.
  std::string_view textOf(std::string_view member) const;
};

/// Reads one value after the other from a whole message.
class AmfReader
{
public:
  static constexpr int mostDepth = 16;      ///< of objects in objects
  static constexpr size_t mostValues = 1024; ///< of a message

  explicit AmfReader(std::string_view bytes) : m_bytes(bytes) {}

  bool isAtEnd() const { return m_bytes.empty(); }
  bool next(AmfValue &value); ///< false: isBroken()
  bool isBroken() const { return m_problem != nullptr; }
  const char *problem() const { return m_problem ? m_problem : ""; } ///< end of a sentence

private:
  bool value(AmfValue &into, int depth);
  bool members(AmfValue &into, int depth);
  bool items(AmfValue &into, int depth);
  bool text(std::string &into, int sizeBytes);
  bool number(double &into);
  bool bytes(std::string_view &into, size_t size);
  bool broken(const char *why);

  std::string_view m_bytes;
  const char *m_problem = nullptr;
  size_t m_values = 0;
};

void appendAmf(std::string &out, double number);
void appendAmf(std::string &out, std::string_view text);
void appendAmf(std::string &out, const char *text);
void appendAmf(std::string &out, bool boolean);
void appendAmfNull(std::string &out);
/// An object: begin, then a name before each value, then end.
void appendAmfObjectBegin(std::string &out);
void appendAmfName(std::string &out, std::string_view name);
void appendAmfObjectEnd(std::string &out);

} // namespace engine
