// A command line of a POSIX shell cut into words, as far as a copied cURL command needs it. Nothing is run or expanded.
#pragma once

#include "models/domain/result.h"
#include <QStringList>

namespace exchange {

struct ShellWords
{
    QStringList words;
    QStringList variables; ///< names of $NAME outside single quotes; each stands in the words as ${NAME}
    bool more = false;     ///< a pipe, a redirection or a second command follows; it was left out
};

/// Quotes '…', "…", $'…'; a backslash, or a caret as in the Windows shell, before the end of a line joins the lines.
/// Fails on a quote that is not closed.
domain::Result<ShellWords> shellWords(const QString &text);

} // namespace exchange
