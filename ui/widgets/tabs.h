// Choices and second-level tabs, and the legend of a chart.
#pragma once

#include "ui/widgets/labels.h"

namespace ui {

// A choice of a few, one on. Arrow keys move, Space chooses.
class Segmented : public QFrame {
  Q_OBJECT

public:
  Segmented(const QStringList &items, int on = 0, const QStringList &icons = {});
  int current() const;
  void setCurrent(int i); ///< says nothing
  void setTexts(const QStringList &items);
  QToolButton *at(int i) const;

signals:
  void chosen(int i); ///< by the user

private:
  QButtonGroup *group_;
};

// second-level tabs: underline in accent, counts in muted small figures, dot = has content
class SubTabs : public QTabBar {
public:
  SubTabs(const QVector<QPair<QString, QString>> &items, int current, int height = 36);
  QSize tabSizeHint(int i) const override;
  void paintEvent(QPaintEvent *) override;

  void setItems(const QVector<QPair<QString, QString>> &items); ///< the same number: texts and marks

  QSize minimumTabSizeHint(int i) const override { return tabSizeHint(i); }

private:
  QVector<QPair<QString, QString>> it_;
  int h_;
};

// series legend: colour sample, name, current value
class Legend : public QWidget {
public:
  struct Item {
    QString name;
    QColor color;
    QString value;
    bool dashed = false;
    bool block = false;
  };

  explicit Legend(const QVector<Item> &items);
  void setItems(const QVector<Item> &items);
  const QVector<Item> &items() const { return it_; }
  QSize sizeHint() const override;
  void paintEvent(QPaintEvent *) override;

  QSize minimumSizeHint() const override { return {0, 16}; }

private:
  QVector<Item> it_;
};

} // namespace ui
