// A table of texts the user types into: the rows come and go as a whole, an empty last row adds one.
#pragma once

#include <QTableWidget>

namespace ui {

class RowsTable : public QTableWidget
{
    Q_OBJECT

public:
    /// `choices`: by column, the values offered there; an empty list means free text.
    explicit RowsTable(int columns, QVector<QStringList> choices = {}, QWidget *parent = nullptr);

    void setRows(const QVector<QStringList> &rows); ///< says nothing; keeps the current cell
    QVector<QStringList> rows() const;              ///< without the empty last one
    void removeCurrent();

signals:
    void edited(); ///< by the user

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_filling = false;
};

} // namespace ui
