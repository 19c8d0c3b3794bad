// Folding in a text of code: what stands between a line that opens a bracket and the line that closes it is hidden. GUI thread.
#pragma once

#include <QTextDocument>

namespace ui::folds {

bool opens(const QString &line); ///< a bracket that stays open at its end
/// Number of the line that closes what `line` opens; -1: it opens nothing that ends further down.
int closing(const QTextDocument &document, int line);
bool isFolded(const QTextDocument &document, int line);
void setFolded(QTextDocument &document, int line, bool folded);
void setAllFolded(QTextDocument &document, bool folded); ///< all but the outermost; unfolding: all
/// Makes a line visible that is hidden.
void reveal(QTextDocument &document, int line);

} // namespace ui::folds
