#include "ui/widgets/rowstable.h"
#include "ui/widgets/linedelegate.h"
#include "ui/widgets/theme.h"

namespace ui {

namespace {

class ChoiceDelegate : public LineDelegate
{
public:
    ChoiceDelegate(QStringList choices, QObject *parent) : LineDelegate(parent), m_choices(std::move(choices)) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *box = new QComboBox(parent);
        box->addItems(m_choices);
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        static_cast<QComboBox *>(editor)->setCurrentText(index.data(Qt::EditRole).toString());
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        model->setData(index, static_cast<QComboBox *>(editor)->currentText());
    }

private:
    QStringList m_choices;
};

} // namespace

RowsTable::RowsTable(int columns, QVector<QStringList> choices, QWidget *parent) : QTableWidget(0, columns, parent)
{
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(row::normal);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed | SelectedClicked);
    setItemDelegate(new LineDelegate(this));
    for (int i = 0; i < choices.size(); ++i) {
        if (!choices[i].isEmpty())
            setItemDelegateForColumn(i, new ChoiceDelegate(choices[i], this));
    }
    setRows({});
    connect(this, &QTableWidget::cellChanged, this, [this] {
        if (!m_filling)
            emit edited();
    });
}

void RowsTable::setRows(const QVector<QStringList> &rows)
{
    if (rowCount() > 0 && rows == this->rows())
        return;
    m_filling = true;
    const QModelIndex at = currentIndex();
    setRowCount(int(rows.size()) + 1);
    for (int r = 0; r < rowCount(); ++r) {
        for (int c = 0; c < columnCount(); ++c)
            setItem(r, c, new QTableWidgetItem(r < rows.size() ? rows[r].value(c) : QString()));
    }
    if (at.isValid() && at.row() < rowCount())
        setCurrentCell(at.row(), at.column());
    m_filling = false;
}

QVector<QStringList> RowsTable::rows() const
{
    QVector<QStringList> all;
    for (int r = 0; r < rowCount(); ++r) {
        QStringList one;
        for (int c = 0; c < columnCount(); ++c)
            one << (item(r, c) ? item(r, c)->text() : QString());
        if (std::any_of(one.cbegin(), one.cend(), [](const QString &s) { return !s.isEmpty(); }))
            all << one;
    }
    return all;
}

void RowsTable::removeCurrent()
{
    if (currentRow() < 0 || currentRow() >= rowCount() - 1)
        return;
    removeRow(currentRow());
    emit edited();
}

void RowsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete)
        removeCurrent();
    else
        QTableWidget::keyPressEvent(event);
}

} // namespace ui
