#include "ui/widgets/codesearch.h"
#include "ui/widgets/codeedit.h"
#include "ui/widgets/codefolds.h"
#include "ui/widgets/labels.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostMarked = 1000;

} // namespace

CodeSearch::CodeSearch(CodeEdit &edit) : QFrame(&edit), m_edit(edit), m_field(new QLineEdit), m_count(text({}, Type::Small, u"3"_s))
{
    setObjectName(edit.objectName() + u"Search"_s);
    setProperty("look", u"pane"_s);
    setAutoFillBackground(true);
    m_field->setObjectName(edit.objectName() + u"Find"_s);
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    auto *line = hbox(6, {6, 4, 8, 4});
    line->addWidget(m_field, 1);
    line->addWidget(m_count);
    setLayout(line);
    name();
    hide();
    connect(m_field, &QLineEdit::textChanged, this, [this] { find(true, true); });
    connect(&edit, &QPlainTextEdit::textChanged, this, [this] {
        if (isVisible())
            mark();
    });
}

void CodeSearch::name()
{
    m_field->setPlaceholderText(tr("Find"));
    m_field->setAccessibleName(tr("Find in the text"));
}

void CodeSearch::place() { setGeometry(std::max(0, m_edit.width() - 276), 4, std::min(m_edit.width(), 268), 40); }

void CodeSearch::open()
{
    const QString selected = m_edit.textCursor().selectedText();
    place();
    show();
    raise();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_field->setText(selected);
    m_field->setFocus();
    m_field->selectAll();
    mark();
}

void CodeSearch::find(bool forward, bool fromStart)
{
    mark();
    const QString sought = m_field->text();
    if (sought.isEmpty())
        return;
    QTextCursor at = m_edit.textCursor();
    if (fromStart)
        at.setPosition(at.selectionStart()); // what is found already stays while more of it is typed
    const auto flags = forward ? QTextDocument::FindFlags() : QTextDocument::FindBackward;
    QTextCursor found = m_edit.document()->find(sought, at, flags);
    if (found.isNull()) { // round the end
        at.movePosition(forward ? QTextCursor::Start : QTextCursor::End);
        found = m_edit.document()->find(sought, at, flags);
    }
    if (found.isNull())
        return;
    folds::reveal(*m_edit.document(), found.blockNumber());
    m_edit.setTextCursor(found);
}

void CodeSearch::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    int count = 0;
    const QString sought = m_field->text();
    QTextEdit::ExtraSelection one;
    one.format.setBackground(theme::tk().warnSoft);
    for (QTextBlock block = m_edit.document()->begin(); !sought.isEmpty() && block.isValid() && count < mostMarked; block = block.next()) {
        const QString line = block.text();
        for (qsizetype at = line.indexOf(sought, 0, Qt::CaseInsensitive); at >= 0 && count < mostMarked;
             at = line.indexOf(sought, at + sought.size(), Qt::CaseInsensitive)) {
            one.cursor = QTextCursor(block);
            one.cursor.setPosition(block.position() + int(at));
            one.cursor.setPosition(block.position() + int(at + sought.size()), QTextCursor::KeepAnchor);
            marks << one;
            ++count;
        }
    }
    m_edit.setExtraSelections(marks);
    m_count->setText(sought.isEmpty() ? QString() : count == mostMarked ? tr("%1 or more").arg(count) : QString::number(count));
}

bool CodeSearch::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            hide();
            m_edit.setExtraSelections({});
            m_edit.setFocus();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            find(!(key->modifiers() & Qt::ShiftModifier), false);
            return true;
        }
    }
    return QFrame::eventFilter(object, event);
}

void CodeSearch::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        name();
    QFrame::changeEvent(event);
}

} // namespace ui
