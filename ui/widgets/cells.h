// One delegate for all tables and trees, a tree that paints its own branch arrows, and builders.
#pragma once

#include "ui/widgets/labels.h"

namespace ui {

enum class CellKind { Text, Number, Mono, Method, Pill, Dot, Bar, Delta, Chips, Spark, Card };

struct Cell {
  CellKind kind = CellKind::Text;
  QString s, s2, icon;
  QColor color;
  Tone tone = Tone::Neutral;
  double value = 0;
  QVector<double> spark;
  bool strong = false, dim = false;
  QVariantMap extra;

  Cell(const QString &t = {}) : s(t) {}

  static Cell number(const QString &s, QColor c = {}) {
    Cell x(s);
    x.kind = CellKind::Number;
    x.color = c;
    return x;
  }

  static Cell mono(const QString &s) {
    Cell x(s);
    x.kind = CellKind::Mono;
    return x;
  }

  static Cell method(const QString &m, const QString &name, const QString &path = {}) {
    Cell x(name);
    x.kind = CellKind::Method;
    x.icon = m;
    x.s2 = path;
    return x;
  }

  static Cell pill(const QString &s, Tone t, const QString &icon = {}) {
    Cell x(s);
    x.kind = CellKind::Pill;
    x.tone = t;
    x.icon = icon;
    return x;
  }

  static Cell dot(const QString &s, QColor c) {
    Cell x(s);
    x.kind = CellKind::Dot;
    x.color = c;
    return x;
  }

  static Cell bar(const QString &s, double f, QColor c = {}) {
    Cell x(s);
    x.kind = CellKind::Bar;
    x.value = f;
    x.color = c;
    return x;
  }

  static Cell delta(const QString &s, Tone t) {
    Cell x(s);
    x.kind = CellKind::Delta;
    x.tone = t;
    return x;
  }

  static Cell chips(const QString &s) {
    Cell x(s);
    x.kind = CellKind::Chips;
    return x;
  }

  static Cell sparkline(const QVector<double> &v, QColor c) {
    Cell x;
    x.kind = CellKind::Spark;
    x.spark = v;
    x.color = c;
    return x;
  }

  static Cell iconText(const QString &icon, const QString &s, QColor c = {}, const QString &s2 = {}) {
    Cell x(s);
    x.icon = icon;
    x.color = c;
    x.s2 = s2;
    return x;
  }

  Cell &bold() {
    strong = true;
    return *this;
  }

  Cell &faint() {
    dim = true;
    return *this;
  }
};

/// Role of a Cell in a model.
inline constexpr int CellRole = Qt::UserRole + 100;

class CellDelegate : public QStyledItemDelegate {
public:
  explicit CellDelegate(int rowHeight, QObject *p = nullptr) : QStyledItemDelegate(p), h_(rowHeight) {}

  QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {80, h_}; }

  /// What a row shows: from CellRole, unless a subclass reads it from roles of a model of its own.
  virtual Cell cell(const QModelIndex &index) const;

  void paint(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &i) const override;

private:
  int h_;
};

// draws "text ${var} text", variables as chips; returns the width used
double drawChips(QPainter *p, const QRectF &r, const QString &s, const QColor &c, bool elide = true);

class Tree : public QTreeView {
  Q_OBJECT

public:
  Tree(int rowHeight = row::dense, int indent = 16, bool guides = false);
  void drawBranches(QPainter *p, const QRect &r, const QModelIndex &i) const override;
  void drawRow(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &i) const override;
  bool fullRowLines = false;

private:
  bool guides_;
};

// quiet header: caption type, numbers right-aligned over their column, elided never clipped
class QuietHeader : public QHeaderView {
public:
  explicit QuietHeader(QWidget *p = nullptr);
  void paintSection(QPainter *p, const QRect &r, int i) const override;
};

struct Column {
  QString title;
  int width;
  bool right = false;
  bool stretch = false;
};

QStandardItem *item(const Cell &c);
QList<QStandardItem *> cells(const QVector<Cell> &v);
// flat table or tree over a standard model; columns sized, numbers right-aligned, header quiet
Tree *makeTable(QStandardItemModel *m, const QVector<Column> &cols, int rowHeight = row::dense, bool tree = false);

} // namespace ui

Q_DECLARE_METATYPE(ui::Cell)
