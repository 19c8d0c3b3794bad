#include "ui/widgets/codesearch.h"
#include "ui/widgets/codeedit.h"
#include "ui/widgets/codefolds.h"
#include "ui/widgets/labels.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int mostMarked = 1000;

} // namespace

bool CodeSearch::isReplaceKey(const QKeyEvent &key) { return key.modifiers() == Qt::ControlModifier && key.key() == Qt::Key_H; }

CodeSearch::CodeSearch(CodeEdit &edit)
    : QFrame(&edit), m_edit(edit), m_field(new QLineEdit), m_with(new QLineEdit), m_count(text({}, Type::Small, u"3"_s)),
      m_more(iconButton(u"chevron-right"_s, {}, 14)), m_one(button({}, u"ghost"_s)), m_all(button({}, u"ghost"_s))
{
    setObjectName(edit.objectName() + u"Search"_s);
    setProperty("look", u"pane"_s);
    setAutoFillBackground(true);
    m_field->setObjectName(edit.objectName() + u"Find"_s);
    m_field->setClearButtonEnabled(true);
    m_with->setObjectName(edit.objectName() + u"ReplaceWith"_s);
    m_more->setObjectName(edit.objectName() + u"ShowReplace"_s);
    m_more->setCheckable(true);
    m_more->setVisible(!edit.isReadOnly());
    m_one->setObjectName(edit.objectName() + u"ReplaceOne"_s);
    m_all->setObjectName(edit.objectName() + u"ReplaceAll"_s);
    for (QLineEdit *field : {m_field, m_with})
        field->installEventFilter(this);
    auto *first = hbox(6);
    first->addWidget(m_more);
    first->addWidget(m_field, 1);
    first->addWidget(m_count);
    auto *second = hbox(4, {34, 0, 0, 0}); // under the field above
    second->addWidget(m_with, 1);
    second->addWidget(m_one);
    second->addWidget(m_all);
    m_second = wrap(second);
    auto *lines = vbox(4, {6, 4, 8, 4});
    lines->addLayout(first);
    lines->addWidget(m_second);
    setLayout(lines);
    showReplace(false);
    name();
    hide();
    connect(m_field, &QLineEdit::textChanged, this, [this] { find(true, true); });
    connect(m_more, &QToolButton::toggled, this, &CodeSearch::showReplace);
    connect(m_one, &QPushButton::clicked, this, &CodeSearch::replaceOne);
    connect(m_all, &QPushButton::clicked, this, &CodeSearch::replaceAll);
    connect(&edit, &QPlainTextEdit::textChanged, this, [this] {
        if (isVisible())
            mark();
    });
}

void CodeSearch::name()
{
    m_field->setPlaceholderText(tr("Find"));
    m_field->setAccessibleName(tr("Find in the text"));
    m_with->setPlaceholderText(tr("Replace with"));
    m_with->setAccessibleName(m_with->placeholderText());
    m_more->setToolTip(tr("Replace"));
    m_more->setAccessibleName(tr("Replace"));
    m_one->setText(tr("Replace"));
    m_one->setAccessibleName(tr("Replace this one"));
    m_all->setText(tr("All"));
    m_all->setAccessibleName(tr("Replace all"));
}

void CodeSearch::place()
{
    const bool replaces = !m_second->isHidden();
    const int width = std::min(m_edit.width(), replaces ? 380 : 300);
    setGeometry(std::max(0, m_edit.width() - width - 8), 4, width, replaces ? 76 : 40);
}

void CodeSearch::showReplace(bool on)
{
    m_second->setVisible(on);
    m_more->setIcon(theme::icon(on ? u"chevron-down"_s : u"chevron-right"_s, theme::tk().text2));
    place();
}

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

void CodeSearch::openReplace()
{
    m_more->setChecked(true);
    open();
    if (!m_field->text().isEmpty())
        m_with->setFocus();
}

void CodeSearch::replaceOne()
{
    QTextCursor at = m_edit.textCursor();
    if (!m_field->text().isEmpty() && at.selectedText().compare(m_field->text(), Qt::CaseInsensitive) == 0) {
        at.insertText(m_with->text());
        m_edit.setTextCursor(at);
    }
    find(true, false);
}

void CodeSearch::replaceAll()
{
    const QString sought = m_field->text();
    if (sought.isEmpty())
        return;
    int count = 0;
    QTextCursor edit(m_edit.document());
    edit.beginEditBlock(); // one change, so that the document hears of it once
    for (QTextCursor at = m_edit.document()->find(sought, 0); !at.isNull(); at = m_edit.document()->find(sought, at)) {
        at.insertText(m_with->text());
        ++count;
    }
    edit.endEditBlock();
    mark();
    m_count->setText(tr("%1 replaced").arg(count));
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

int CodeSearch::mark()
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
    m_one->setEnabled(count > 0);
    m_all->setEnabled(count > 0);
    return count;
}

bool CodeSearch::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !m_edit.isReadOnly() && isReplaceKey(*static_cast<QKeyEvent *>(event)))
        event->accept(); // else it would be the window's command
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape) {
        hide();
        m_edit.setExtraSelections({});
        m_edit.setFocus();
        return true;
    }
    if (!m_edit.isReadOnly() && isReplaceKey(*key)) {
        openReplace();
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        if (object == m_with)
            key->modifiers() & Qt::ControlModifier ? replaceAll() : replaceOne();
        else
            find(!(key->modifiers() & Qt::ShiftModifier), false);
        return true;
    }
    return QFrame::eventFilter(object, event);
}

bool CodeSearch::focusNextPrevChild(bool next)
{
    QList<QWidget *> stops{m_more, m_field, m_with, m_one, m_all};
    stops.removeIf([](const QWidget *stop) { return !stop->isVisible() || !stop->isEnabled(); });
    if (stops.isEmpty())
        return false; // it hides
    const qsizetype here = stops.indexOf(focusWidget());
    stops[(here + (next ? 1 : -1) + stops.size()) % stops.size()]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void CodeSearch::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        name();
    QFrame::changeEvent(event);
}

} // namespace ui
