// The tables of a workspace file, version by version: `PRAGMA user_version` counts them, `application_id` marks the file.
#pragma once

#include "models/store/database.h"

namespace store {

constexpr int applicationId = 0x43524553; ///< "CRES"
int schemaVersion();                      ///< the version this program writes

/// Refuses, unharmed, a file of another program or of a newer version of this one.
Result<> checkSchema(Database &database);
/// Brings an empty or older file to schemaVersion(): each step in one transaction with its version number.
Result<> migrate(Database &database);

} // namespace store
