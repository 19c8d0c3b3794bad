// What a row of the tree, a command, a drag or a store write is about: a kind and the id of that kind.
#pragma once

#include "models/domain/ids.h"
#include <QMetaType>

namespace document {

/// Step ids are unique in the whole document, so a step needs no case beside it. A project's value is its id, 0 when the
/// project has not been stored yet; `Variable` and `Environment` with value 0 mean all variables, all environments.
struct NodeRef
{
    enum Kind { None = -1, Project, Directory, Case, Step, Task, Variable, Transaction, Environment };

    Kind kind = None;
    int value = 0;

    NodeRef() = default;
    NodeRef(Kind k, int v) : kind(k), value(v) {}
    NodeRef(domain::ProjectId id) : kind(Project), value(id.value) {}
    NodeRef(domain::DirectoryId id) : kind(Directory), value(id.value) {}
    NodeRef(domain::CaseId id) : kind(Case), value(id.value) {}
    NodeRef(domain::StepId id) : kind(Step), value(id.value) {}
    NodeRef(domain::TaskId id) : kind(Task), value(id.value) {}
    NodeRef(domain::VariableId id) : kind(Variable), value(id.value) {}
    NodeRef(domain::TransactionId id) : kind(Transaction), value(id.value) {}

    bool isValid() const { return kind == Project || value > 0; }
    domain::DirectoryId directory() const { return {kind == Directory ? value : 0}; }
    domain::CaseId testCase() const { return {kind == Case ? value : 0}; }
    domain::StepId step() const { return {kind == Step ? value : 0}; }
    domain::TaskId task() const { return {kind == Task ? value : 0}; }
    domain::TransactionId transaction() const { return {kind == Transaction ? value : 0}; }

    bool operator==(const NodeRef &) const = default;
    friend size_t qHash(NodeRef ref, size_t seed = 0) { return qHashMulti(seed, int(ref.kind), ref.value); }
};

} // namespace document

Q_DECLARE_METATYPE(document::NodeRef)
