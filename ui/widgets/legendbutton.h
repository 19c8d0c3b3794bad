// One entry of a chart's legend: colour sample, name, value; checked while its series is shown.
#pragma once

#include "ui/widgets/theme.h"

namespace ui {

class LegendButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LegendButton(QWidget *parent = nullptr);
    void set(const QString &name, const QColor &color, bool dashed, bool block);
    void setValue(const QString &value);
    QString value() const { return m_value; }
    void setCompact(bool compact); ///< without the value
    int fullWidth() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    int widthOf(bool withValue) const;

    QString m_value;
    QColor m_color;
    bool m_dashed = false, m_block = false, m_compact = false;
};

} // namespace ui
