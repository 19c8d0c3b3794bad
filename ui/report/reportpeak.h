// The search for a peak: the steps of a smart peak with the one that was the peak, or the peak of a plain one; shown only
// where a case looks for one. GUI thread.
#pragma once

#include "app/report/figures.h"
#include "ui/widgets/tiles.h"

class QStandardItemModel;

namespace ui {

class Tree;

class ReportPeak : public Card
{
    Q_OBJECT

public:
    ReportPeak();
    void show(const QVector<report::CaseFigures> &cases); ///< hides itself where none has a peak
    QStandardItemModel *model() const { return m_model; }

private:
    QStandardItemModel *m_model = nullptr;
    Tree *m_tree = nullptr;
};

} // namespace ui
