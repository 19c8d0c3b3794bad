// Tables the user types into: rows of 32 px with a hairline, check boxes, choices, ${…} with help, problems in place; the
// Delete key removes rows, Ctrl+F finds in them. GUI thread.
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

class QLineEdit;

namespace ui {

class VariableHelp;

class EditDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    EditDelegate(const VariableHelp *help, QObject *parent) : QStyledItemDelegate(parent), m_help(help) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;

private:
    const VariableHelp *m_help;
};

class EditTable : public QTableView
{
    Q_OBJECT

public:
    /// `help` may be null: then ${…} is plain text.
    explicit EditTable(const QString &name, VariableHelp *help = nullptr, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Width of a column in px; 0: what is left, in equal parts.
    void setWidths(const QList<int> &widths);
    void removeSelected();
    void addRow(); ///< opens the editor in the empty last row
    /// What an empty table says.
    void setHint(const QString &hint);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void openSearch();
    void find(const QString &text, bool next);

    QString m_hint;
    QLineEdit *m_search = nullptr;
};

} // namespace ui
