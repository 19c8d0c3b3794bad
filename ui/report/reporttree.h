// The statistics of a run as a tree: case, then its transactions and requests; a click on a column sorts. GUI thread.
#pragma once

#include "app/report/figures.h"
#include "ui/widgets/tiles.h"

class QStandardItemModel;

namespace ui {

class Tree;

class ReportTree : public Card
{
    Q_OBJECT

public:
    ReportTree();
    void show(const QVector<report::CaseFigures> &cases, const domain::RunRecord &run);
    QStandardItemModel *model() const { return m_model; }
    void sortBy(int column, Qt::SortOrder order); ///< within each case
    int wantedHeight() const;                     ///< for all rows

signals:
    void rowChosen(int caseIndex, int item); ///< item 0: the case itself

private:
    void writeHeader();

    int m_sortColumn = -1; ///< -1: the order of the case
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QStandardItemModel *m_model = nullptr;
    Tree *m_tree = nullptr;
};

} // namespace ui
