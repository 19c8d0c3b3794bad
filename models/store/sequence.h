// Counts ids: each kind for itself, never backwards.
#pragma once

#include "models/store/database.h"
#include "models/store/workspace.h"

namespace store {

/// The next id of a kind; call it in a transaction.
Result<int> takeId(Database &database, IdKind kind);
/// `id` is in use: later ones are greater.
Result<> noteId(Database &database, IdKind kind, int id);

} // namespace store
