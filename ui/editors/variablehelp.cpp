#include "ui/editors/variablehelp.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/codeedit.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

constexpr int FunctionRole = Qt::UserRole + 1, NameRole = Qt::UserRole + 2;

/// The text before the cursor, in its own line.
QString beforeCursor(QWidget *edit)
{
    if (auto *line = qobject_cast<QLineEdit *>(edit))
        return line->text().left(line->cursorPosition());
    const QTextCursor cursor = static_cast<QPlainTextEdit *>(edit)->textCursor();
    return cursor.block().text().left(cursor.positionInBlock());
}

/// The name being typed after "${"; null when the cursor is not in one.
QString nameBeingTyped(const QString &before)
{
    const qsizetype open = before.lastIndexOf("${"_L1);
    if (open < 0)
        return {};
    const QString typed = before.mid(open + 2);
    static const QRegularExpression partOfName(u"^[\\w.]*$"_s, QRegularExpression::UseUnicodePropertiesOption);
    return partOfName.match(typed).hasMatch() ? (typed.isNull() ? u""_s : typed) : QString();
}

/// Name at the left, what it is at the right.
class NameDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {300, row::dense}; }
    void paint(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &i) const override
    {
        if (o.state & QStyle::State_Selected)
            p->fillRect(o.rect, tk().selected);
        const QRect r = o.rect.adjusted(8, 0, -8, 0);
        p->setFont(theme::font(Type::Mono));
        p->setPen(tk().text);
        const QString name = i.data(NameRole).toString();
        p->drawText(r, Qt::AlignVCenter | Qt::AlignLeft, name);
        const int used = QFontMetrics(p->font()).horizontalAdvance(name) + 12;
        p->setFont(theme::font(Type::Small));
        p->setPen(tk().text3);
        p->drawText(r, Qt::AlignVCenter | Qt::AlignRight,
                    QFontMetrics(p->font()).elidedText(i.data(Qt::ToolTipRole).toString(), Qt::ElideRight, r.width() - used));
    }
};

} // namespace

VariableHelp::VariableHelp(QObject *parent)
    : QObject(parent), m_model(new QStandardItemModel(this)), m_completer(new QCompleter(m_model, this))
{
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setCompletionRole(NameRole);
    m_completer->setMaxVisibleItems(10);
    auto *list = new QListView;
    list->setObjectName(u"variableCompletion"_s);
    m_completer->setPopup(list);
    list->setItemDelegate(new NameDelegate(list));
    list->installEventFilter(this); // before the completer's own, which would give the keys to the text first
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        insert(index.data(NameRole).toString(), index.data(FunctionRole).toBool());
    });
}

void VariableHelp::setNames(const services::KnownNames &names)
{
    if (names.names == m_names.names && names.open == m_names.open)
        return;
    m_names = names;
    m_model->clear();
    for (const auto &known : names.names) {
        auto *item = new QStandardItem(known.name);
        item->setData(known.name, NameRole);
        item->setData(known.kind == services::KnownName::Function, FunctionRole);
        item->setToolTip(known.detail);
        m_model->appendRow(item);
    }
    emit namesChanged();
}

QStringList VariableHelp::unknownIn(const QString &text) const
{
    QStringList unknown;
    for (const QString &name : services::referencesIn(text)) {
        if (!m_names.contains(name))
            unknown << name;
    }
    return unknown;
}

QString VariableHelp::problem(const QString &text) const
{
    const QStringList unknown = unknownIn(text);
    return unknown.isEmpty() ? QString() : tr("${%1} is not known; it is sent as written.").arg(unknown.join(u"}, ${"_s));
}

QVector<VariableHelp::Span> VariableHelp::spansIn(const QString &text) const
{
    QVector<Span> spans;
    for (int at = int(text.indexOf("${"_L1)); at >= 0; at = int(text.indexOf("${"_L1, at))) {
        int depth = 0, end = at;
        for (; end < text.size(); ++end) {
            if (text[end] == u'{' && end > 0 && text[end - 1] == u'$')
                ++depth;
            else if (text[end] == u'}' && --depth == 0)
                break;
        }
        if (end >= text.size())
            break;
        spans << Span{at, end + 1 - at, unknownIn(text.mid(at, end + 1 - at)).isEmpty()};
        at = end + 1;
    }
    return spans;
}

void VariableHelp::watch(CodeEdit *edit)
{
    connect(edit, &QPlainTextEdit::textChanged, this, [this, edit] { mark(edit); });
    connect(edit, &CodeEdit::textEdited, this, [this, edit] { offer(edit); });
    connect(this, &VariableHelp::namesChanged, edit, [this, edit] { mark(edit); });
    mark(edit);
}

void VariableHelp::watch(QLineEdit *edit)
{
    connect(edit, &QLineEdit::textChanged, this, [this, edit] { mark(edit); });
    connect(edit, &QLineEdit::textEdited, this, [this, edit] { offer(edit); });
    connect(this, &VariableHelp::namesChanged, edit, [this, edit] { mark(edit); });
    mark(edit);
}

void VariableHelp::mark(CodeEdit *edit) const
{
    QStringList known;
    for (const auto &name : m_names.names)
        known << name.name;
    if (!m_names.open && !known.isEmpty())
        edit->setKnownVariables(known);
    QList<QTextEdit::ExtraSelection> marks;
    for (QTextBlock block = edit->document()->begin(); block.isValid() && block.blockNumber() < 5000; block = block.next()) {
        for (const Span &span : spansIn(block.text())) {
            if (span.known)
                continue;
            QTextEdit::ExtraSelection mark;
            mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            mark.format.setUnderlineColor(tk().badMark);
            mark.cursor = edit->textCursor();
            mark.cursor.setPosition(block.position() + span.start);
            mark.cursor.setPosition(block.position() + span.start + span.length, QTextCursor::KeepAnchor);
            marks << mark;
        }
    }
    edit->setExtraSelections(marks);
    edit->setToolTip(problem(edit->toPlainText()));
}

void VariableHelp::mark(QLineEdit *edit) const
{
    // A line edit shows formats only as those of an input method; one without text to commit changes nothing else.
    QList<QInputMethodEvent::Attribute> formats;
    for (const Span &span : spansIn(edit->text())) {
        QTextCharFormat format;
        format.setForeground(tk().chipText);
        if (!span.known) {
            format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            format.setUnderlineColor(tk().badMark);
        }
        formats << QInputMethodEvent::Attribute(QInputMethodEvent::TextFormat, span.start - edit->cursorPosition(), span.length, format);
    }
    QInputMethodEvent event(QString(), formats);
    QCoreApplication::sendEvent(edit, &event);
    edit->setToolTip(problem(edit->text()));
}

void VariableHelp::offer(QWidget *edit)
{
    const QString typed = nameBeingTyped(beforeCursor(edit));
    if (typed.isNull() || !edit->isVisible()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setWidget(edit);
    m_completer->setCompletionPrefix(typed);
    if (m_completer->completionCount() == 0 || (m_completer->completionCount() == 1 && m_completer->currentCompletion() == typed)) {
        m_completer->popup()->hide();
        return;
    }
    QRect at = edit->rect();
    if (auto *code = qobject_cast<QPlainTextEdit *>(edit))
        at = code->cursorRect().translated(code->viewport()->pos());
    at.setWidth(380);
    m_completer->complete(at);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void VariableHelp::insert(const QString &name, bool function)
{
    QWidget *edit = m_completer->widget();
    if (!edit)
        return;
    const QString typed = nameBeingTyped(beforeCursor(edit));
    const bool takesArguments = function && name != u"__vu"_s && name != u"__iter"_s && name != u"__case"_s && name != u"__loop"_s;
    const QString rest = takesArguments ? u"()}"_s : u"}"_s;
    const int back = takesArguments ? 2 : 0; // between the parentheses
    if (auto *line = qobject_cast<QLineEdit *>(edit)) {
        int at = line->cursorPosition();
        const bool closed = at < line->text().size() && line->text()[at] == u'}';
        line->setSelection(at - int(typed.size()), int(typed.size()) + (closed ? 1 : 0));
        line->insert(name + rest);
        line->setCursorPosition(line->cursorPosition() - back);
        emit line->textEdited(line->text());
        return;
    }
    auto *code = static_cast<QPlainTextEdit *>(edit);
    QTextCursor cursor = code->textCursor();
    const QString line = cursor.block().text();
    const bool closed = cursor.positionInBlock() < line.size() && line[cursor.positionInBlock()] == u'}';
    cursor.setPosition(cursor.position() - int(typed.size()));
    cursor.setPosition(cursor.position() + int(typed.size()) + (closed ? 1 : 0), QTextCursor::KeepAnchor);
    cursor.insertText(name + rest);
    cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, back);
    code->setTextCursor(cursor);
}

bool VariableHelp::eventFilter(QObject *object, QEvent *event)
{
    auto *list = m_completer->popup();
    if (event->type() != QEvent::KeyPress || object != list || !list->isVisible())
        return QObject::eventFilter(object, event);
    const QModelIndex chosen = list->currentIndex();
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Enter:
    case Qt::Key_Return:
    case Qt::Key_Tab:
        list->hide();
        if (chosen.isValid())
            insert(chosen.data(NameRole).toString(), chosen.data(FunctionRole).toBool());
        return true;
    case Qt::Key_Escape:
    case Qt::Key_Backtab:
        list->hide();
        return true;
    default:
        return QObject::eventFilter(object, event);
    }
}

void VariableHelp::draw(QPainter *p, const QRectF &r, const QString &text, const QColor &colour) const
{
    const QFontMetricsF m(p->font());
    const double base = r.center().y() + (m.ascent() - m.descent()) / 2;
    double x = r.left();
    const auto plain = [&](const QString &part) {
        if (part.isEmpty() || x >= r.right())
            return;
        const QString shown = m.elidedText(part, Qt::ElideRight, r.right() - x);
        p->setPen(colour);
        p->drawText(QPointF(x, base), shown);
        x += m.horizontalAdvance(shown);
    };
    p->save();
    p->setClipRect(r);
    p->setRenderHint(QPainter::Antialiasing);
    int at = 0;
    for (const Span &span : spansIn(text)) {
        plain(text.mid(at, span.start - at));
        at = span.start + span.length;
        if (x >= r.right())
            break;
        const QString chip = text.mid(span.start, span.length);
        const double w = m.horizontalAdvance(chip);
        p->setPen(span.known ? tk().chipLine : tk().badMark);
        p->setBrush(tk().chipBg);
        p->drawRoundedRect(QRectF(x + .5, r.center().y() - m.height() / 2 - .5, w + 5, m.height() + 1), 4, 4);
        p->setPen(tk().chipText);
        p->drawText(QPointF(x + 3, base), chip);
        if (!span.known) {
            p->setPen(QPen(tk().badMark, 1.2, Qt::DotLine));
            p->drawLine(QPointF(x + 3, base + 2.5), QPointF(x + 3 + w, base + 2.5));
        }
        x += w + 7;
    }
    plain(text.mid(at));
    p->restore();
}

} // namespace ui
