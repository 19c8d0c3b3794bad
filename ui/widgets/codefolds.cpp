#include "ui/widgets/codefolds.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextLayout>

namespace ui::folds {

namespace {

/// Brackets opened less closed in a line, texts in quotes left out; `least`: the lowest it comes to on the way.
int depthChange(const QString &text, int &least)
{
    int depth = 0;
    bool inText = false;
    least = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inText) {
            if (c == u'\\')
                ++i;
            else
                inText = c != u'"';
        } else if (c == u'"') {
            inText = true;
        } else if (c == u'{' || c == u'[') {
            ++depth;
        } else if (c == u'}' || c == u']') {
            least = std::min(least, --depth);
        }
    }
    return depth;
}

/// The contents do not change, so nothing is laid out or coloured anew: a large text folds at once.
void show(QTextDocument &document, int from, int to, bool visible)
{
    bool changed = false;
    QTextBlock block = document.findBlockByNumber(from);
    for (int line = from; block.isValid() && line <= to; ++line, block = block.next()) {
        if (block.isVisible() == visible)
            continue;
        block.setVisible(visible);
        block.setLineCount(visible ? std::max(1, block.layout()->lineCount()) : 0);
        changed = true;
    }
    if (!changed)
        return;
    QAbstractTextDocumentLayout *layout = document.documentLayout();
    emit layout->documentSizeChanged(layout->documentSize());
    emit layout->update();
}

} // namespace

bool opens(const QString &line)
{
    int least = 0;
    return depthChange(line, least) - least > 0;
}

int closing(const QTextDocument &document, int line)
{
    QTextBlock block = document.findBlockByNumber(line);
    int least = 0, depth = depthChange(block.text(), least);
    if (!block.isValid() || depth - least < 1)
        return -1;
    depth -= least; // what this line leaves open
    for (block = block.next(); block.isValid(); block = block.next()) {
        const int change = depthChange(block.text(), least);
        if (depth + least <= 0)
            return block.blockNumber() > line + 1 ? block.blockNumber() : -1;
        depth += change;
    }
    return -1;
}

bool isFolded(const QTextDocument &document, int line)
{
    const QTextBlock next = document.findBlockByNumber(line + 1);
    return document.findBlockByNumber(line).isVisible() && next.isValid() && !next.isVisible();
}

void setFolded(QTextDocument &document, int line, bool folded)
{
    const int end = closing(document, line);
    if (end > 0)
        show(document, line + 1, end - 1, !folded);
}

void setAllFolded(QTextDocument &document, bool folded)
{
    show(document, 0, document.blockCount() - 1, true);
    if (!folded)
        return;
    for (int line = 1; line < document.blockCount(); ++line) {
        const int end = closing(document, line);
        if (end > 0) {
            show(document, line + 1, end - 1, false);
            line = end;
        }
    }
}

void reveal(QTextDocument &document, int line)
{
    if (document.findBlockByNumber(line).isVisible())
        return;
    for (int above = line - 1; above >= 0; --above)
        if (document.findBlockByNumber(above).isVisible())
            return setFolded(document, above, false);
}

} // namespace ui::folds
