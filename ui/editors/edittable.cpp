#include "ui/editors/edittable.h"
#include "models/items/choices.h"
#include "ui/editors/variablehelp.h"
#include "ui/widgets/cells.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

/// In the middle, or before the text that stands beside it.
QRectF boxIn(const QRect &cell, bool beside) { return {beside ? cell.left() + 8.0 : cell.center().x() - 7.0, cell.center().y() - 7.0, 15, 15}; }

void drawCheck(QPainter *p, const QRectF &box, bool on)
{
    p->setRenderHint(QPainter::Antialiasing);
    p->setPen(on ? tk().accent : tk().borderStrong);
    p->setBrush(on ? tk().accent : tk().surface);
    p->drawRoundedRect(box.adjusted(.5, .5, -.5, -.5), 4, 4);
    if (on)
        p->drawPixmap(box.topLeft() + QPointF(1.5, 1.5), theme::pix(u"check"_s, 12, tk().onAccent));
}

/// Heads stand left where the model does not say otherwise.
class EditHeader : public QuietHeader
{
public:
    using QuietHeader::QuietHeader;

    void paintSection(QPainter *p, const QRect &r, int i) const override
    {
        p->save();
        p->setFont(theme::font(Type::Caption));
        p->setPen(tk().text3);
        const QVariant given = model()->headerData(i, Qt::Horizontal, Qt::TextAlignmentRole);
        const int alignment = given.isValid() ? given.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter);
        p->drawText(r.adjusted(8, 0, -8, 0), alignment,
                    p->fontMetrics().elidedText(model()->headerData(i, Qt::Horizontal).toString(), Qt::ElideRight, r.width() - 14));
        p->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), tk().border);
        p->restore();
    }
};

} // namespace

void EditDelegate::paint(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QTableView *>(o.widget);
    const bool selected = o.state & QStyle::State_Selected;
    const bool hovered = view && view->viewport()->underMouse()
        && view->indexAt(view->viewport()->mapFromGlobal(QCursor::pos())).row() == index.row();
    p->save();
    if (selected || hovered)
        p->fillRect(o.rect, selected ? tk().selected : tk().hover);
    if (selected && index.column() == 0)
        p->fillRect(QRect(o.rect.left(), o.rect.top(), 2, o.rect.height()), tk().accent);
    p->fillRect(QRect(o.rect.left(), o.rect.bottom(), o.rect.width(), 1), theme::alpha(tk().border, .7));
    const QString shown = index.data().toString();
    QRectF r = QRectF(o.rect).adjusted(8, 0, -8, 0);
    if (const QVariant checked = index.data(Qt::CheckStateRole); checked.isValid()) {
        drawCheck(p, boxIn(o.rect, !shown.isEmpty()), checked.toInt() == Qt::Checked);
        if (shown.isEmpty()) {
            p->restore();
            return;
        }
        r.setLeft(r.left() + 24);
    }
    const QString problem = index.data(items::ProblemRole).toString();
    if (!problem.isEmpty()) {
        p->drawPixmap(QPointF(r.right() - 14, r.center().y() - 7), theme::pix(u"triangle-alert"_s, 14, tk().bad));
        r.setRight(r.right() - 18);
    }
    if (const QString icon = index.data(Qt::DecorationRole).toString(); !icon.isEmpty()) {
        const int tone = index.data(items::ToneRole).toInt();
        p->drawPixmap(QPointF(r.left(), r.center().y() - 7.5), theme::pix(icon, 16, tone == 1 ? tk().ok : tone == 2 ? tk().bad : tk().text3));
        r.setLeft(r.left() + 24);
    }
    const bool references = m_help && index.data(items::ReferencesRole).toBool();
    const bool off = !index.siblingAtColumn(0).data(Qt::CheckStateRole).isNull()
        && index.siblingAtColumn(0).data(Qt::CheckStateRole).toInt() != Qt::Checked;
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const QColor colour = !problem.isEmpty() ? tk().bad : off ? tk().text3 : tk().text;
    p->setFont(theme::font(references ? Type::Mono : Type::Body));
    p->setPen(colour);
    if (references)
        m_help->draw(p, r, shown, colour);
    else if (alignment.isValid() && (alignment.toInt() & Qt::AlignRight))
        theme::drawTabular(p, r, Qt::AlignRight | Qt::AlignVCenter, shown);
    else
        p->drawText(r, Qt::AlignVCenter | Qt::AlignLeft, QFontMetricsF(p->font()).elidedText(shown, Qt::ElideRight, r.width()));
    if ((o.state & QStyle::State_HasFocus) && view && view->hasFocus()) {
        p->setRenderHint(QPainter::Antialiasing);
        p->setPen(tk().accent);
        p->setBrush(Qt::NoBrush);
        p->drawRoundedRect(QRectF(o.rect).adjusted(1.5, 1.5, -1.5, -2.5), 4, 4);
    }
    p->restore();
}

QWidget *EditDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QVariant choices = index.data(items::ChoicesRole);
    if (choices.isValid()) {
        auto *box = new QComboBox(parent);
        box->setObjectName(u"cellChoice"_s);
        box->setEditable(index.data(items::FreeChoiceRole).toBool());
        for (const auto &choice : choices.value<items::Choices>())
            box->addItem(choice.label, choice.value);
        auto *self = const_cast<EditDelegate *>(this);
        connect(box, &QComboBox::activated, self, [self, box] {
            emit self->commitData(box);
            emit self->closeEditor(box);
        });
        box->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
        return box;
    }
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(u"cellEditor"_s);
    edit->setFont(theme::font(m_help && index.data(items::ReferencesRole).toBool() ? Type::Mono : Type::Body));
    edit->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    edit->setFrame(false);
    if (m_help && index.data(items::ReferencesRole).toBool())
        const_cast<VariableHelp *>(m_help)->watch(edit);
    if (index.data(items::LiveRole).toBool()) {
        auto *self = const_cast<EditDelegate *>(this);
        connect(edit, &QLineEdit::textEdited, self, [self, edit] { emit self->commitData(edit); });
    }
    return edit;
}

void EditDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *box = qobject_cast<QComboBox *>(editor)) {
        const int at = box->findData(value);
        if (at >= 0 || !box->isEditable())
            box->setCurrentIndex(at);
        else
            box->setEditText(value.toString());
        return;
    }
    auto *edit = static_cast<QLineEdit *>(editor);
    if (edit->text() != value.toString() && !edit->isModified())
        edit->setText(value.toString());
}

void EditDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor)) {
        const bool listed = box->currentIndex() >= 0 && (!box->isEditable() || box->currentText() == box->itemText(box->currentIndex()));
        model->setData(index, listed ? box->currentData() : QVariant(box->currentText()));
        return;
    }
    const QString text = static_cast<QLineEdit *>(editor)->text();
    if (text != index.data(Qt::EditRole).toString())
        model->setData(index, text);
}

void EditDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setMinimumHeight(0);
    editor->setGeometry(option.rect.adjusted(1, 1, -1, -1));
}

bool EditDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QVariant checked = index.data(Qt::CheckStateRole);
    if (!checked.isValid() || !(index.flags() & Qt::ItemIsUserCheckable))
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const bool clicked = event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    const bool pressed = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!clicked && !pressed)
        return false;
    const bool beside = !index.data().toString().isEmpty();
    if (clicked && beside && !boxIn(option.rect, true).adjusted(-4, -4, 4, 4).contains(static_cast<QMouseEvent *>(event)->position()))
        return false; // the text is no switch
    return model->setData(index, checked.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

EditTable::EditTable(const QString &name, VariableHelp *help, QWidget *parent) : QTableView(parent)
{
    setObjectName(name);
    setItemDelegate(new EditDelegate(help, this));
    setHorizontalHeader(new EditHeader(this));
    horizontalHeader()->setFixedHeight(28);
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setMinimumSectionSize(28);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(row::normal);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed | SelectedClicked);
    auto *search = new QAction(this);
    search->setShortcut(QKeySequence::Find);
    search->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(search, &QAction::triggered, this, &EditTable::openSearch);
    addAction(search);
    if (help)
        connect(help, &VariableHelp::namesChanged, viewport(), qOverload<>(&QWidget::update));
}

void EditTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, viewport(), qOverload<>(&QWidget::update));
    connect(model, &QAbstractItemModel::rowsRemoved, viewport(), qOverload<>(&QWidget::update));
}

void EditTable::setWidths(const QList<int> &widths)
{
    for (int column = 0; column < widths.size(); ++column) {
        horizontalHeader()->setSectionResizeMode(column, widths[column] ? QHeaderView::Interactive : QHeaderView::Stretch);
        if (widths[column])
            setColumnWidth(column, widths[column]);
    }
}

void EditTable::removeSelected()
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows << index.row();
    if (rows.isEmpty() && currentIndex().isValid())
        rows << currentIndex().row();
    std::sort(rows.begin(), rows.end());
    const int next = rows.isEmpty() ? 0 : rows.first();
    while (!rows.isEmpty()) { // runs of rows, from the end, so that what is above stays where it is
        int count = 1;
        while (count < rows.size() && rows[rows.size() - count - 1] == rows[rows.size() - count] - 1)
            ++count;
        model()->removeRows(rows[rows.size() - count], count);
        rows.resize(rows.size() - count);
    }
    if (model()->rowCount() > 0)
        setCurrentIndex(model()->index(std::min(next, model()->rowCount() - 1), std::max(0, currentIndex().column())));
}

void EditTable::addRow()
{
    const int row = model()->rowCount() - 1;
    for (int column = 0; row >= 0 && column < model()->columnCount(); ++column) {
        const QModelIndex index = model()->index(row, column);
        if (!(index.flags() & Qt::ItemIsEditable))
            continue;
        setFocus();
        setCurrentIndex(index);
        edit(index);
        return;
    }
}

void EditTable::setHint(const QString &hint)
{
    m_hint = hint;
    viewport()->update();
}

void EditTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && state() != EditingState)
        removeSelected();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && state() != EditingState && currentIndex().isValid())
        edit(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void EditTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_hint.isEmpty() || !model() || model()->rowCount() > 1
        || (model()->rowCount() == 1 && !model()->index(0, model()->columnCount() - 1).data().toString().isEmpty()))
        return;
    QPainter p(viewport());
    p.setFont(theme::font(Type::Small));
    p.setPen(tk().text3);
    const int top = model()->rowCount() * row::normal + 6;
    p.drawText(QRect(8, top, viewport()->width() - 16, viewport()->height() - top), Qt::AlignTop | Qt::TextWordWrap, m_hint);
}

void EditTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const QString problem = index.data(items::ProblemRole).toString();
    viewport()->setToolTip(!problem.isEmpty() ? problem : index.data(Qt::ToolTipRole).toString());
    viewport()->update();
}

void EditTable::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    viewport()->update();
}

void EditTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (m_search)
        m_search->setGeometry(width() - 228, 32, 220, 30);
}

void EditTable::openSearch()
{
    if (!m_search) {
        m_search = new QLineEdit(this);
        m_search->setObjectName(objectName() + u"Find"_s);
        m_search->setClearButtonEnabled(true);
        m_search->installEventFilter(this);
        connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) { find(text, false); });
        connect(m_search, &QLineEdit::returnPressed, this, [this] { find(m_search->text(), true); });
    }
    m_search->setPlaceholderText(tr("Find in the table"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setGeometry(width() - 228, 32, 220, 30);
    m_search->show();
    m_search->raise();
    m_search->setFocus();
    m_search->selectAll();
}

void EditTable::find(const QString &text, bool next)
{
    if (text.isEmpty())
        return;
    const int rows = model()->rowCount(), columns = model()->columnCount(), cells = rows * columns;
    const QModelIndex at = currentIndex();
    const int from = at.isValid() ? at.row() * columns + at.column() + (next ? 1 : 0) : 0;
    for (int i = 0; i < cells; ++i) {
        const int cell = (from + i) % cells;
        const QModelIndex index = model()->index(cell / columns, cell % columns);
        if (index.data().toString().contains(text, Qt::CaseInsensitive)) {
            setCurrentIndex(index);
            scrollTo(index);
            return;
        }
    }
}

bool EditTable::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_search && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_search->hide();
        setFocus();
        return true;
    }
    return QTableView::eventFilter(object, event);
}

} // namespace ui
