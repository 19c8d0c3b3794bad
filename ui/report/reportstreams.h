// How plays and publications of media streams of a run went: StreamingMediaReport as a table, shown only where there are
// any. GUI thread.
#pragma once

#include "app/report/figures.h"
#include "ui/widgets/tiles.h"

class QStandardItemModel;

namespace ui {

class Tree;

class ReportStreams : public Card
{
    Q_OBJECT

public:
    ReportStreams();
    void show(const QVector<report::CaseFigures> &cases); ///< hides itself where no request streams
    QStandardItemModel *model() const { return m_model; }

private:
    QStandardItemModel *m_model = nullptr;
    Tree *m_tree = nullptr;
};

} // namespace ui
