// Waterfall of one exchange: DNS, connect, TLS, send, first byte, download. GUI thread.
#pragma once

#include "ui/widgets/theme.h"

namespace ui {

class Waterfall : public QWidget
{
public:
    struct Phase
    {
        QString name;
        double ms;
        QColor color;
    };

    explicit Waterfall(const QVector<Phase> &phases, bool legend = true);
    void setPhases(const QVector<Phase> &phases);
    QSize sizeHint() const override { return {300, m_legend ? 62 : 20}; }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    QVector<Phase> m_phases;
    bool m_legend;
};

} // namespace ui
