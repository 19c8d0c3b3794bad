// Roles shared by the models over the document.
#pragma once

#include <qnamespace.h>

namespace items {

enum NodeRole {
    NodeRefRole = Qt::UserRole + 1, ///< document::NodeRef
    KindRole,    ///< int, document::NodeRef::Kind
    StepKindRole, ///< int, domain::StepKind; steps only
    MethodRole,  ///< "GET"; requests only
    UrlRole,
    EnabledRole, ///< bool
    IconRole,    ///< name of an icon in resources/icons
    SetupRole,   ///< bool: a setup step
    BranchRole,  ///< QString: what list of its parent a step is in ("", "else", a branch's name)
    DetailRole,  ///< QString: what a step does in a few words ("2 times"); a request has UrlRole for it
    ChecksRole,  ///< int: comparisons of a request's checkpoint that is on
    ExtractsRole, ///< int
    ThinkRole,   ///< int, ms; not valid without think time
    GroupRole,   ///< bool: the row is a list of steps, not one
};

} // namespace items
