#include "ui/widgets/charts.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

void PlotView::drawBackground(QPainter *p, const QRectF &) {
  const QRectF r = plot();
  p->setRenderHint(QPainter::Antialiasing, false);
  for (auto &b : bands_) {
    const double a = at(std::max(b.x0, x0_), 0).x(), z = at(std::min(b.x1, x1_), 0).x();
    if (b.strong) p->fillRect(QRectF(a, r.top(), z - a, r.height()), theme::alpha(tk().accent, tk().dark ? .10 : .055));
    if (b.x0 > x0_) {
      QPen pen(tk().axis, 1);
      pen.setDashPattern({2, 3});
      p->setPen(pen);
      p->drawLine(QPointF(a, r.top()), QPointF(a, r.bottom()));
    }
  }
  for (int i = 0; i <= ny_; i++) {
    const double y = std::round(r.bottom() - r.height() * i / ny_);
    p->setPen(QPen(i ? tk().grid : tk().axis, 1));
    p->drawLine(QPointF(r.left(), y), QPointF(r.right(), y));
  }
  p->setRenderHint(QPainter::Antialiasing, true);
}

void PlotView::drawForeground(QPainter *p, const QRectF &) {
  const QRectF r = plot();
  p->setRenderHint(QPainter::Antialiasing);
  QFont f = theme::font(Type::Caption);
  f.setWeight(QFont::Normal);
  p->setFont(f);
  QFontMetricsF m(f);
  const bool sparse = r.height() < 90 && ny_ % 2 == 0;
  for (int i = 0; i <= ny_; i++) {
    if (sparse && i % 2) continue;
    const double v = y0_ + (y1_ - y0_) * i / ny_, y = r.bottom() - r.height() * i / ny_;
    bool hidden = false;
    for (auto &l : levels_)
      if (l.second.first.isEmpty() && std::abs(at(0, l.first).y() - y) < 12) hidden = true;
    if (hidden) continue;
    QString s = num(v, dec_);
    if (i == ny_ && !unit_.isEmpty()) s += u" "_s + unit_;
    p->setPen(tk().text3);
    theme::drawTabular(p, QRectF(0, y - 8, leftMargin - 6, 16), Qt::AlignRight | Qt::AlignVCenter, s);
  }
  const double flagX = cross_ >= x0_ && cross_ <= x1_ ? at(cross_, 0).x() : -1e6;
  double lastRight = -100;
  for (auto &t : xt_) {
    const double x = at(t.first, 0).x();
    const double w = theme::tabularWidth(f, t.second);
    double l = std::clamp(x - w / 2, r.left() - 12, width() - w - 1.0);
    if (l < lastRight + 10 || std::abs(x - flagX) < w / 2 + 24) continue;
    p->setPen(tk().text3);
    theme::drawTabular(p, QRectF(l, r.bottom() + 4, w + 2, 14), Qt::AlignLeft | Qt::AlignVCenter, t.second);
    lastRight = l + w;
  }
  if (!bars_.isEmpty()) {
    const double cw = r.width() / bars_.size();
    for (int i = 0; i < bars_.size(); i++) {
      const double h = r.height() * (bars_[i] - y0_) / (y1_ - y0_);
      QRectF b(r.left() + cw * i + cw * (1 - barW_) / 2, r.bottom() - h, cw * barW_, h);
      p->setPen(Qt::NoPen);
      p->setBrush(barColors_[i]);
      if (h > 0.5) {
        QPainterPath q;
        q.addRoundedRect(b.adjusted(0, 0, 0, 3), 2, 2);
        p->save();
        p->setClipRect(b);
        p->drawPath(q);
        p->restore();
      }
      p->setPen(tk().text3);
      p->drawText(QRectF(r.left() + cw * i - 6, r.bottom() + 4, cw + 12, 14), Qt::AlignCenter, barLabels_[i]);
      if (i < barValues_.size()) {
        p->setPen(tk().text2);
        theme::drawTabular(p, QRectF(r.left() + cw * i - 8, b.top() - 16, cw + 16, 14),
                           Qt::AlignHCenter | Qt::AlignVCenter, barValues_[i]);
      }
    }
  }
  for (auto &b : bands_)
    if (!b.label.isEmpty()) {
      const double a = at(std::max(b.x0, x0_), 0).x(), z = at(std::min(b.x1, x1_), 0).x();
      if (m.horizontalAdvance(b.label) < z - a - 6) {
        p->setPen(b.strong ? tk().accentText : tk().text3);
        p->drawText(QPointF(a + 6, r.top() + 10), b.label);
      }
    }
  for (auto &l : levels_) {
    const double y = at(0, l.first).y();
    QPen pen(l.second.second, 1);
    pen.setDashPattern({5, 3});
    p->setPen(pen);
    p->drawLine(QPointF(r.left(), y), QPointF(r.right(), y));
    if (l.second.first.isEmpty()) {
      const QString v = num(l.first, dec_);
      const double fw = theme::tabularWidth(f, v) + 8;
      QRectF fr(leftMargin - 3 - fw, y - 8, fw, 16);
      p->setPen(Qt::NoPen);
      p->setBrush(l.second.second);
      p->drawRoundedRect(fr, 4, 4);
      p->setPen(tk().surface);
      theme::drawTabular(p, fr, Qt::AlignHCenter | Qt::AlignVCenter, v);
      continue;
    }
    const double w = m.horizontalAdvance(l.second.first);
    QRectF lr(r.left() + 6, y - 15, w + 2, 14);
    p->setPen(l.second.second);
    p->drawText(lr, Qt::AlignVCenter | Qt::AlignLeft, l.second.first);
  }
  for (auto &k : markers_) {
    const double x = at(k.x, 0).x();
    p->setPen(QPen(k.color, 1));
    p->drawLine(QPointF(x, r.top()), QPointF(x, r.bottom()));
    const double w = m.horizontalAdvance(k.label) + 10;
    QRectF t(x - w - 3 > r.left() ? x - w - 3 : x + 3, r.top() + 1, w, 16);
    p->setPen(Qt::NoPen);
    p->setBrush(tk().surface);
    p->drawRoundedRect(t, 4, 4);
    p->setPen(k.color);
    p->drawText(t, Qt::AlignCenter, k.label);
  }
  for (int i = 0; i < dots_.size(); i++) {
    const QPointF q = at(dots_[i].x(), dots_[i].y());
    if (i == hollow_) {
      p->setPen(QPen(tk().accent, 2));
      p->setBrush(tk().surface);
      p->drawEllipse(q, 6, 6);
    } else {
      p->setPen(QPen(tk().surface, 1.5));
      p->setBrush(dotColors_[i]);
      p->drawEllipse(q, 4.5, 4.5);
    }
  }

  // direct labels at the line ends, pushed apart
  struct E {
    double y;
    QString s;
    QColor c;
  };

  QVector<E> es;
  for (auto &l : lines_)
    if (!l.endLabel.isEmpty() && !l.pts.isEmpty()) es << E{at(0, l.pts.last().y()).y(), l.endLabel, l.color};
  std::sort(es.begin(), es.end(), [](const E &a, const E &b) { return a.y < b.y; });
  for (int i = 1; i < es.size(); i++)
    if (es[i].y - es[i - 1].y < 13) es[i].y = es[i - 1].y + 13;
  p->setFont(theme::font(Type::Caption));
  for (auto &e : es) {
    p->setPen(e.c);
    p->drawText(QRectF(r.right() + 5, e.y - 8, rightMargin - 5, 16), Qt::AlignVCenter | Qt::AlignLeft, e.s);
  }
  if (cross_ >= x0_ && cross_ <= x1_) {
    const double x = std::round(at(cross_, 0).x()) + .5;
    p->setPen(QPen(tk().text3, 1));
    p->drawLine(QPointF(x, r.top()), QPointF(x, r.bottom()));
    for (auto &l : lines_) {
      if (l.pts.size() < 2) continue;
      for (int i = 1; i < l.pts.size(); i++)
        if (l.pts[i].x() >= cross_) {
          QPointF q = at(cross_, l.pts[i].y());
          p->setPen(QPen(tk().surface, 1.5));
          p->setBrush(l.color);
          p->drawEllipse(QPointF(x, q.y()), 4, 4);
          break;
        }
    }
    QFont ff = theme::font(Type::Caption);
    p->setFont(ff);
    const double w = theme::tabularWidth(ff, crossHead_) + 12;
    QRectF b(std::clamp(x - w / 2, 0.0, width() - w), r.bottom() + 3, w, 16);
    p->setPen(Qt::NoPen);
    p->setBrush(tk().text);
    p->drawRoundedRect(b, 4, 4);
    p->setPen(tk().surface);
    theme::drawTabular(p, b, Qt::AlignHCenter | Qt::AlignVCenter, crossHead_);
  }
}

} // namespace ui
