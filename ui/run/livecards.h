// The cards beside the live charts: requests (worst first), errors by side, load control, health. GUI thread.
#pragma once

#include "app/services/livestats.h"
#include "ui/widgets/tiles.h"

class QSlider;
class QSpinBox;
class QStandardItemModel;

namespace ui {

class Meter;
class Pill;
class Segmented;
class Tree;

class RequestsCard : public Card
{
    Q_OBJECT

public:
    RequestsCard();
    void show(const domain::RunRecord &run);
    void retranslate();
    QStandardItemModel *model() const { return m_model; }

private:
    QStandardItemModel *m_model;
    Tree *m_tree;
};

class ErrorsCard : public Card
{
    Q_OBJECT

public:
    ErrorsCard();
    void show(const domain::RunRecord &run);
    void retranslate();
    QStandardItemModel *model() const { return m_model; }

private:
    QStandardItemModel *m_model;
    Tree *m_tree;
};

/// Users or rate of the stage under way, where it is pressed by hand.
class LoadCard : public Card
{
    Q_OBJECT

public:
    LoadCard();
    void show(const domain::RunRecord &run, const services::LiveStats &stats, bool running);
    void retranslate();

signals:
    void usersApplied(int users);
    void rateApplied(double rate);

private:
    void apply();

    Segmented *m_kind;
    QSpinBox *m_value;
    QSlider *m_slider;
    QPushButton *m_apply;
    QLabel *m_note;
    bool m_known = false;
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
    Meter *m_cpu, *m_lateness, *m_descriptors, *m_missed;
};

} // namespace ui
