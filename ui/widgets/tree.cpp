#include "ui/widgets/cells.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

double drawChips(QPainter *p, const QRectF &r, const QString &s, const QColor &c, bool elide) {
  static const QRegularExpression re(u"\\$\\{[^}]*\\}"_s);
  QFontMetricsF m(p->font());
  double x = r.left();
  int pos = 0;
  bool cut = false;
  const QFont f = p->font();
  p->save();
  p->setClipRect(r);
  p->setRenderHint(QPainter::Antialiasing);
  auto plain = [&](QString t) {
    if (t.isEmpty() || x >= r.right()) return;
    if (elide) {
      const QString e = m.elidedText(t, Qt::ElideRight, r.right() - x);
      cut |= e != t;
      t = e;
    }
    p->setPen(c);
    p->drawText(QPointF(x, r.center().y() + (m.ascent() - m.descent()) / 2), t);
    x += m.horizontalAdvance(t);
  };
  for (auto it = re.globalMatch(s); it.hasNext();) {
    auto k = it.next();
    plain(s.mid(pos, k.capturedStart() - pos));
    const QString v = k.captured();
    const double w = m.horizontalAdvance(v);
    if (elide && x + w + 7 > r.right()) {
      if (!cut) plain(QString(QChar(0x2026)));
      p->restore();
      p->setFont(f);
      return x - r.left();
    }
    p->setPen(tk().chipLine);
    p->setBrush(tk().chipBg);
    p->drawRoundedRect(QRectF(x + .5, r.center().y() - m.height() / 2 - .5, w + 5, m.height() + 1), 4, 4);
    p->setPen(tk().chipText);
    p->drawText(QPointF(x + 3, r.center().y() + (m.ascent() - m.descent()) / 2), v);
    x += w + 7;
    pos = k.capturedEnd();
  }
  plain(s.mid(pos));
  p->restore();
  p->setFont(f);
  return x - r.left();
}

Tree::Tree(int h, int indent, bool guides) : guides_(guides) {
  setItemDelegate(new CellDelegate(h, this));
  setIndentation(indent);
  setHeaderHidden(true);
  setFrameShape(QFrame::NoFrame);
  setUniformRowHeights(true);
  setSelectionBehavior(SelectRows);
  setEditTriggers(NoEditTriggers);
  setMouseTracking(true);
  setAllColumnsShowFocus(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(ScrollPerPixel);
  viewport()->setAutoFillBackground(false);
}

void Tree::drawRow(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &i) const {
  const bool sel = selectionModel() && selectionModel()->isRowSelected(i.row(), i.parent());
  QRect r = o.rect;
  r.setLeft(0);
  r.setRight(viewport()->width());
  if (sel) {
    p->fillRect(r, tk().selected);
    p->fillRect(QRect(0, r.top(), 2, r.height()), tk().accent);
  } else if (viewport()->underMouse() &&
             indexAt(viewport()->mapFromGlobal(QCursor::pos())).siblingAtColumn(0) == i.siblingAtColumn(0))
    p->fillRect(r, tk().hover);
  QStyleOptionViewItem opt = o;
  opt.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus);
  opt.palette.setColor(QPalette::Highlight, Qt::transparent);
  QTreeView::drawRow(p, opt, i);
  if (fullRowLines) p->fillRect(QRect(0, r.bottom(), r.width(), 1), theme::alpha(tk().border, .7));
}

void Tree::drawBranches(QPainter *p, const QRect &r, const QModelIndex &i) const {
  if (guides_) {
    int d = 0;
    for (auto q = i.parent(); q.isValid() && q != rootIndex(); q = q.parent()) d++;
    for (int k = 0; k < d; k++) p->fillRect(QRect(8 + k * indentation() + 7, r.top(), 1, r.height()), tk().border);
  }
  if (!model()->hasChildren(i) || !rootIsDecorated()) return;
  const int s = 14;
  p->drawPixmap(r.right() - s + 3 - (guides_ ? 1 : 0), r.center().y() - s / 2 + 1,
                theme::pix(isExpanded(i) ? u"chevron-down"_s : u"chevron-right"_s, s, tk().text3));
}

QStandardItem *item(const Cell &c) {
  auto *i = new QStandardItem;
  i->setData(QVariant::fromValue(c), CellRole);
  i->setData(c.s, Qt::AccessibleTextRole);
  i->setEditable(false);
  return i;
}

QList<QStandardItem *> cells(const QVector<Cell> &v) {
  QList<QStandardItem *> l;
  for (auto &c : v) l << item(c);
  return l;
}

QuietHeader::QuietHeader(QWidget *p) : QHeaderView(Qt::Horizontal, p) {
  setSectionsClickable(true);
  setHighlightSections(false);
}

void QuietHeader::paintSection(QPainter *p, const QRect &r, int i) const {
  p->save();
  const QFont f = theme::font(Type::Caption);
  p->setFont(f);
  p->setPen(tk().text3);
  const int al = model()->headerData(i, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
  p->drawText(
      r.adjusted(8, 0, -8, 0), al,
      QFontMetrics(f).elidedText(model()->headerData(i, Qt::Horizontal).toString(), Qt::ElideRight, r.width() - 14));
  p->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), tk().border);
  p->restore();
}

Tree *makeTable(QStandardItemModel *m, const QVector<Column> &cols, int h, bool tree) {
  auto *t = new Tree(h, tree ? 16 : 0);
  t->fullRowLines = true;
  t->setRootIsDecorated(tree);
  m->setColumnCount(cols.size());
  for (int i = 0; i < cols.size(); i++) {
    m->setHeaderData(i, Qt::Horizontal, cols[i].title);
    m->setHeaderData(i, Qt::Horizontal, int((cols[i].right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter),
                     Qt::TextAlignmentRole);
  }
  m->setParent(t);
  t->setHeader(new QuietHeader(t));
  t->setModel(m);
  t->setHeaderHidden(false);
  auto *hd = t->header();
  hd->setStretchLastSection(false);
  hd->setMinimumSectionSize(24);
  hd->setFixedHeight(28);
  hd->setSectionsClickable(true);
  hd->setHighlightSections(false);
  hd->setSortIndicatorShown(false);
  for (int i = 0; i < cols.size(); i++) {
    hd->setSectionResizeMode(i, cols[i].stretch ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!cols[i].stretch)
      t->setColumnWidth(
          i,
          std::max<int>(cols[i].width, QFontMetrics(theme::font(Type::Caption)).horizontalAdvance(cols[i].title) + 18));
  }
  t->expandAll();
  return t;
}

} // namespace ui
