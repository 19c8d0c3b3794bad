// Two or three runs on one clock, the first as the baseline: overlaid curves and the table of differences, which are
// those of app/report/comparison. GUI thread.
#pragma once

#include "app/report/comparison.h"
#include "app/report/figures.h"
#include <QWidget>

class QLabel;
class QToolButton;
class QStackedWidget;
class QStandardItemModel;

namespace ui {

class Card;
class ChartCard;
class ElideLabel;
class Pill;
class Segmented;
class Tree;

class ComparePage : public QWidget
{
    Q_OBJECT

public:
    explicit ComparePage(QWidget *parent = nullptr);

    void setRuns(QVector<domain::RunRecord> runs); ///< 2 or 3, the baseline first
    void turn(); ///< the next run becomes the baseline
    const QVector<domain::RunRecord> &runs() const { return m_runs; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void fillTable();
    void fillCharts();
    void retranslate();
    void writeHeader();

    int m_sortColumn = -1; ///< -1: the order of the case
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QVector<domain::RunRecord> m_runs;
    report::Comparison m_comparison;
    QStackedWidget *m_stack;
    QLabel *m_title, *m_empty, *m_noise;
    ElideLabel *m_caption;
    Pill *m_worse, *m_better, *m_alike;
    QToolButton *m_turn;
    QVector<ChartCard *> m_charts;
    Segmented *m_metric;
    Tree *m_table;
    QStandardItemModel *m_rows = nullptr;
};

} // namespace ui
