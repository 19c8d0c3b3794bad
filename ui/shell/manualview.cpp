#include "ui/shell/manualview.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

constexpr int textWidth = 760, widestPicture = 700;

void dressTable(QTextTable *table)
{
    QTextTableFormat format = table->format();
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(tk().border);
    format.setCellPadding(6);
    format.setCellSpacing(0);
    format.setTopMargin(4);
    format.setBottomMargin(12);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    table->setFormat(format);
    for (int column = 0; column < table->columns(); ++column) {
        QTextTableCellFormat head = table->cellAt(0, column).format().toTableCellFormat();
        head.setBackground(tk().sunken);
        table->cellAt(0, column).setFormat(head);
    }
}

void dressBlock(QTextCursor &cursor, const QTextBlock &block)
{
    QTextBlockFormat format = block.blockFormat();
    const int level = format.headingLevel();
    const bool isCode = format.hasProperty(QTextFormat::BlockCodeLanguage);
    if (level > 0) {
        format.setTopMargin(level == 1 ? 0 : level == 2 ? 22 : 14);
        format.setBottomMargin(6);
    } else if (isCode) {
        format.setBackground(tk().sunken);
        format.setLeftMargin(0);
        format.setIndent(0);
        const QTextBlock next = block.next();
        format.setBottomMargin(next.isValid() && next.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage) ? 0 : 12);
    } else if (!cursor.currentTable()) {
        format.setBottomMargin(block.textList() ? 3 : 9);
        format.setLineHeight(128, QTextBlockFormat::ProportionalHeight);
    }
    cursor.setBlockFormat(format);
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        QTextCursor part(block);
        part.setPosition(fragment.position());
        part.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
        QTextCharFormat text = fragment.charFormat();
        if (text.isImageFormat()) {
            QTextImageFormat image = text.toImageFormat();
            image.setWidth(widestPicture);
            part.setCharFormat(image);
            continue;
        }
        QFont font = theme::font(level == 1 ? Type::Display : level == 2 ? Type::Title : level > 2 ? Type::Heading : Type::Body);
        if (isCode || text.fontFixedPitch()) {
            font = theme::font(Type::Mono);
            if (!isCode)
                text.setBackground(tk().sunken);
        }
        if (text.fontWeight() > QFont::Normal && level == 0)
            font.setWeight(QFont::DemiBold);
        font.setItalic(text.fontItalic());
        text.setFont(font);
        text.setForeground(text.isAnchor() ? tk().accentText : tk().text);
        part.setCharFormat(text);
    }
}

} // namespace

ManualView::ManualView(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(u"manualText"_s);
    setOpenExternalLinks(true);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(28);
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    setLineWrapColumnOrWidth(textWidth);
    connect(this, &QTextBrowser::sourceChanged, this, &ManualView::arrive);
}

QString ManualView::language() { return QLocale().language() == QLocale::Chinese ? u"zh"_s : u"en"_s; }

void ManualView::open(const QString &target)
{
    QUrl url(u"qrc:/manual/%1/%2.md"_s.arg(language(), target.section(u'#', 0, 0)));
    url.setFragment(target.section(u'#', 1));
    setSource(url);
}

QString ManualView::page() const { return m_text.name; }

QVariant ManualView::loadResource(int type, const QUrl &name)
{
    const QUrl url = source().isEmpty() ? name : source().resolved(name);
    if (!url.path().endsWith(".md"_L1))
        return QTextBrowser::loadResource(type, name);
    m_text = manual::read(url.path().section(u'/', -2, -2), QFileInfo(url.path()).completeBaseName());
    static const QRegularExpression place(u"\\{\\{([a-z]+)\\}\\}"_s);
    QString markdown = m_text.markdown;
    for (auto match = place.match(markdown); match.hasMatch(); match = place.match(markdown))
        markdown.replace(match.capturedStart(), match.capturedLength(), fill ? fill(match.captured(1)) : QString());
    return markdown;
}

void ManualView::arrive(const QUrl &url)
{
    dress();
    if (url.hasFragment())
        scrollTo(url.fragment());
}

void ManualView::dress()
{
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame))
            dressTable(table);
    }
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        dressBlock(cursor, block);
    }
    cursor.endEditBlock();
}

void ManualView::scrollTo(const QString &id)
{
    qsizetype left = m_text.headings.indexOf(id);
    for (QTextBlock block = document()->begin(); left >= 0 && block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || left-- > 0)
            continue;
        const QRectF place = document()->documentLayout()->blockBoundingRect(block);
        verticalScrollBar()->setValue(int(place.top()) - 16);
    }
}

void ManualView::mark(const QString &words)
{
    QList<QTextEdit::ExtraSelection> marks;
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : wanted) {
        for (QTextCursor at = document()->find(word); !at.isNull(); at = document()->find(word, at)) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = at;
            mark.format.setBackground(tk().warnSoft);
            marks << mark;
        }
    }
    setExtraSelections(marks);
}

void ManualView::again()
{
    if (m_text.name.isEmpty())
        return;
    const int place = verticalScrollBar()->value();
    if (source().path().section(u'/', -2, -2) == language())
        reload(); // the same address: the theme changed
    else
        open(m_text.name);
    verticalScrollBar()->setValue(place);
}

void ManualView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        QMetaObject::invokeMethod(this, &ManualView::again, Qt::QueuedConnection); // once the theme or language stands
    QTextBrowser::changeEvent(event);
}

} // namespace ui
