// The tabs of open documents: an icon, a title cut where it is long, a quiet close button. Movable. Wheel, arrows and
// middle click as everywhere.
#pragma once

#include "ui/widgets/labels.h"

namespace ui {

class DocTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit DocTabs(QWidget *parent = nullptr);

    int addDocument(const QString &icon, const QString &title, const QVariant &value);

protected:
    void changeEvent(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;

private:
    void nameCloseButton(QWidget *button) const;
    int tabOf(QWidget *closeButton) const; ///< -1: gone
};

} // namespace ui
