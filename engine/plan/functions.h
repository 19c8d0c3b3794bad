// The system functions of ${__name(…)} (semantics.md 3.2). Thread-safe: all state is in the context.
#pragma once

#include "engine/plan/template.h"

#include <array>
#include <cstdint>
#include <span>

namespace engine {

constexpr size_t mostArguments = 16;

struct FunctionCall
{
  std::array<std::string_view, mostArguments> arguments; ///< expanded
  size_t count = 0;      ///< 0 without parentheses; () is one empty argument
  std::string_view whole; ///< all arguments with the commas between them, for functions of one text
};

/// Place of a function in the table, which Piece::slot holds for functions; -1: no such function.
int functionIndex(std::string_view name);
std::span<const std::string_view> functionNames(); ///< without "__"

/// Appends the result. False when the arguments make no sense; the placeholder is then written as typed.
bool evaluate(int function, const FunctionCall &call, ExpansionContext &context, std::string &out);

/// Appends the placeholder as it stands in the text.
void writeAsTyped(const Piece &piece, std::string &out);

/// splitmix64: the next value of a user's generator.
uint64_t nextRandom(uint64_t &state);

} // namespace engine
