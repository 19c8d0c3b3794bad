// A line of the welcome page that opens something: icon, name, muted detail, when.
#pragma once

#include <QPushButton>

namespace ui {

class RecentRow : public QPushButton
{
    Q_OBJECT

public:
    RecentRow(const QString &icon, const QString &name, const QString &detail, const QString &when);

    QSize sizeHint() const override { return {200, 32}; }
    QSize minimumSizeHint() const override { return {80, 32}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon, m_name, m_detail, m_when;
};

} // namespace ui
