// A node cut out of the project, with what it held and where everything stood.
#pragma once

#include "models/document/noderef.h"
#include "models/domain/project.h"

namespace document {

/// `at` is the index in the project's list with all of `values` in it; -1: at the end.
template <class T> struct Cut
{
    int at = -1;
    T value;
};

/// A directory, case, task or transaction.
struct Subtree
{
    NodeRef root;
    QVector<Cut<domain::Directory>> directories{};
    QVector<Cut<domain::TestCase>> cases{};
    QVector<Cut<domain::Task>> tasks{};
    QVector<Cut<domain::Transaction>> transactions{};
    QVector<domain::Task> tasksBefore{}; ///< that listed one of the cases
};

} // namespace document
