// The whole pass on one time axis: a bar an exchange, below each other. GUI thread.
#pragma once

#include <QVector>
#include <QWidget>

namespace ui {

class PassLanes : public QWidget
{
    Q_OBJECT

public:
    struct Lane
    {
        double startMs = 0, ms = 0;
        bool succeeded = true;
    };

    explicit PassLanes(QWidget *parent = nullptr) : QWidget(parent) { setFixedHeight(height(0)); }

    void setLanes(QVector<Lane> lanes, int current);
    double totalMs() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

signals:
    void chosen(int lane);

private:
    static int height(qsizetype lanes);

    QVector<Lane> m_lanes;
    int m_current = -1, m_first = 0; ///< the first one shown: where there are many, those about the current one
};

} // namespace ui
