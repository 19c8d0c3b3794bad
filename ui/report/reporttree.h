// The statistics of a run as a tree: case, then its transactions and requests. GUI thread.
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

signals:
    void caseChosen(int index);

private:
    QStandardItemModel *m_model = nullptr;
    Tree *m_tree = nullptr;
};

} // namespace ui
