// The cards beside the live charts: requests (worst first), errors by side, load control, health. GUI thread.
#pragma once

#include "app/services/livestats.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/tiles.h"

class QComboBox;
class QSlider;
class QSpinBox;
class QStackedWidget;
class QStandardItemModel;

namespace ui {

class Meter;
class Pill;
class Segmented;
class Tree;

/// The percentiles a live page can look at, in the order of its picker.
inline constexpr int percentiles[] = {50, 90, 95, 99};

class RequestsCard : public Card
{
    Q_OBJECT

public:
    enum Column { NameColumn, CountColumn, RateColumn, MeanColumn, FirstPercentile, FailedColumn = FirstPercentile + 4, TrendColumn, ColumnCount };
    static constexpr int mostRows = 7;

    RequestsCard();
    void show(const domain::RunRecord &run);
    void setPercentile(int index); ///< into `percentiles`: its column stands out, and sorts unless the user chose another
    void sortBy(int column, Qt::SortOrder order);
    int sortColumn() const { return m_sortColumn; }
    void retranslate();
    QStandardItemModel *model() const { return m_model; }
    int wantedHeight() const; ///< for all rows, at most mostRows

private:
    struct Line
    {
        int key; ///< case and item
        QVector<Cell> cells;
        QVector<QVariant> order; ///< by column
    };
    void fill();
    void writeHeader();

    QStandardItemModel *m_model;
    Tree *m_tree;
    QVector<Line> m_lines;
    int m_percentile = 2, m_sortColumn = FirstPercentile + 2;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    bool m_chosen = false;
};

class ErrorsCard : public Card
{
    Q_OBJECT

public:
    ErrorsCard();
    void show(const domain::RunRecord &run);
    void retranslate();
    QStandardItemModel *model() const { return m_model; }
    bool isEmpty() const; ///< the card says that nothing failed

private:
    QStandardItemModel *m_model;
    Tree *m_tree;
    QStackedWidget *m_stack;
    QLabel *m_none;
};

/// Users or rate of the stage under way, where it is pressed by hand.
class LoadCard : public Card
{
    Q_OBJECT

public:
    LoadCard();
    void show(const domain::RunRecord &run, bool running);
    void retranslate();

signals:
    void usersApplied(int caseIndex, int users);
    void rateApplied(int caseIndex, double rate);

private:
    struct Target ///< a stage under way that is pressed by hand
    {
        int caseIndex = -1;
        int stage = -1; ///< in its case
        bool rate = false;
        double now = 0, most = 0;
        QString name;

        bool same(const Target &other) const { return caseIndex == other.caseIndex && stage == other.stage; }
    };
    void showTarget();
    void apply();
    const Target *target() const;

    QComboBox *m_case;
    Segmented *m_kind;
    QSpinBox *m_value;
    QSlider *m_slider;
    QPushButton *m_apply;
    QLabel *m_note;
    Number *m_now;
    QVector<QPushButton *> m_steps;
    QWidget *m_controls;
    QVector<Target> m_targets;
    Target m_shown;
};

class HealthCard : public Card
{
    Q_OBJECT

public:
    HealthCard();
    void show(const domain::RunRecord &run, const services::LiveStats &stats);
    void retranslate();

private:
    Pill *m_pill;
    Meter *m_cpu, *m_lag, *m_lateness, *m_descriptors, *m_ports, *m_missed;
};

} // namespace ui
