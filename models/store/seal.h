// Sensitive values in a workspace: sealed by AES-256-GCM under a key of their own, which lies in WORKSPACE.key beside the
// workspace file, readable by its owner only. Whoever gets the workspace file alone, such as a backup or a file sent to a
// colleague, gets none of the values. Thread-safe.
#pragma once

#include "models/domain/result.h"
#include <QByteArray>
#include <QString>
#include <optional>

namespace store {

QString keyFileOf(const QString &workspace);

/// Text for a column: "1:" and base64 of nonce (12 bytes), ciphertext and tag (16). Makes the key file when there is none.
domain::Result<QString> seal(const QString &workspace, const QString &text);
/// Nothing when the key is missing or another one, or the text was changed.
std::optional<QString> unseal(const QString &workspace, const QString &sealed);
bool isSealed(const QString &text);

} // namespace store
