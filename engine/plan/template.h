// Text with ${…} placeholders, split once before the run.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// One piece: literal text, or a reference that a context resolves.
struct Piece
{
    enum Kind { Literal, Variable, Function } kind = Literal;
    std::string text;  ///< literal text, or the name inside ${…}; for a function its name without "__"
    int slot = -1;     ///< Variable: index in Plan's variable table, -1 unknown (written as typed)
    std::vector<std::vector<Piece>> arguments; ///< Function
    bool encode = false; ///< what it expands to is percent-encoded, as a part of a query or form
};

class PluginTable;

class Template
{
public:
    Template() = default;
    explicit Template(std::string literal); ///< no placeholders
    explicit Template(std::vector<Piece> pieces) : m_pieces(std::move(pieces)) {}
    /// Splits `text`; `slotOf` answers the slot of a variable name, -1 when unknown. Unbalanced "${" stays literal.
    static Template parse(std::string_view text, const std::function<int(std::string_view)> &slotOf);

    /// The same with every character but A-Z a-z 0-9 - . _ ~ percent-encoded: literal text now, values when they are known.
    Template percentEncoded() const;
    void append(const Template &more);

    bool isLiteral() const;
    const std::vector<Piece> &pieces() const { return m_pieces; }

private:
    std::vector<Piece> m_pieces;
};

/// Values of the slots of one virtual user, and what the functions need.
struct ExpansionContext
{
    std::vector<std::string> *values = nullptr; ///< by slot
    uint64_t user = 1, iteration = 1, loop = 0; ///< from 1
    std::string_view caseName;
    uint64_t *random = nullptr; ///< state of the user's generator (splitmix64)
    const PluginTable *plugins = nullptr; ///< for ${__plugin(…)}
};

/// Appends `text` percent-encoded (RFC 3986 2.1; unreserved characters stay).
void appendPercentEncoded(std::string_view text, std::string &out);

/// Appends the expanded text to `out`. Functions are those of semantics.md 3.2 (engine/plan/functions.h).
void expand(const Template &text, ExpansionContext &context, std::string &out);

} // namespace engine
