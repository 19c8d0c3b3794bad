// Typed ids. 0 means "none yet"; the store hands out positive ones, never reused, below 2^31 (API decision 26).
#pragma once

#include <QHashFunctions>
#include <compare>

namespace domain {

template <class Tag> struct Id
{
    int value = 0;

    bool isValid() const { return value > 0; }
    auto operator<=>(const Id &) const = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using ProjectId = Id<struct ProjectTag>;
using DirectoryId = Id<struct DirectoryTag>;
using CaseId = Id<struct CaseTag>;
using StepId = Id<struct StepTag>; ///< of one step in a case; lives as long as the document, not in files
using VariableId = Id<struct VariableTag>;
using TransactionId = Id<struct TransactionTag>;
using TaskId = Id<struct TaskTag>;
using RunId = Id<struct RunTag>;

} // namespace domain
