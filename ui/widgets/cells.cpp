#include "ui/widgets/cells.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

Cell CellDelegate::cell(const QModelIndex &index) const
{
    const QVariant own = index.data(CellRole);
    return own.isValid() ? own.value<Cell>() : Cell(index.data().toString());
}

void CellDelegate::paint(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &i) const {
  Cell c = cell(i);
  c.color = theme::recoloured(c.color);
  QRectF r = o.rect;
  p->save();
  p->setRenderHint(QPainter::Antialiasing);
  const QColor base = c.dim ? tk().text3 : tk().text;
  r.adjust(8, 0, -8, 0);
  if (i.column() == 0 && qobject_cast<const QTreeView *>(o.widget) &&
      qobject_cast<const QTreeView *>(o.widget)->rootIsDecorated())
    r.setLeft(r.left() - 4);
  const QFont body = theme::font(c.strong ? Type::Strong : Type::Body);
  p->setFont(body);
  QFontMetricsF m(body);
  auto iconAt = [&](const QString &n, QColor col) {
    const int s = 16;
    p->drawPixmap(QPointF(r.left(), r.center().y() - s / 2 + .5), theme::pix(n, s, col));
    r.setLeft(r.left() + s + 8);
  };
  switch (c.kind) {
  case CellKind::Card: { // a step of a case: tinted icon or method, name, detail, and what the last debug run said
    auto tail = [&](const QString &s, QColor col, const QString &ic) {
      p->setFont(theme::font(Type::Caption));
      const double w = theme::tabularWidth(p->font(), s);
      p->setPen(col);
      theme::drawTabular(p, r, Qt::AlignRight | Qt::AlignVCenter, s);
      r.setRight(r.right() - w - 4);
      if (!ic.isEmpty()) {
        p->drawPixmap(QPointF(r.right() - 12, r.center().y() - 6), theme::pix(ic, 12, col));
        r.setRight(r.right() - 18);
      } else r.setRight(r.right() - 6);
    };
    if (c.extra.contains(u"dot"_s)) {
      p->setPen(Qt::NoPen);
      p->setBrush(c.extra[u"dot"_s].value<QColor>());
      p->drawEllipse(QPointF(r.right() - 3, r.center().y() + .5), 3, 3);
      r.setRight(r.right() - 12);
    }
    if (c.extra.contains(u"time"_s)) tail(c.extra[u"time"_s].toString(), tk().text3, {});
    if (c.extra.contains(u"extracts"_s)) tail(c.extra[u"extracts"_s].toString(), tk().text3, u"variable"_s);
    if (c.extra.contains(u"checks"_s)) tail(c.extra[u"checks"_s].toString(), tk().text3, u"list-checks"_s);
    if (c.extra.contains(u"pill"_s)) {
      const QString b = c.extra[u"pill"_s].toString();
      p->setFont(theme::font(Type::Caption));
      const double w = QFontMetricsF(p->font()).horizontalAdvance(b) + 14;
      p->setPen(Qt::NoPen);
      p->setBrush(toneSoft(Tone::Neutral));
      p->drawRoundedRect(QRectF(r.right() - w, r.center().y() - 9, w, 18), 9, 9);
      p->setPen(tk().text3);
      p->drawText(QRectF(r.right() - w, r.center().y() - 9, w, 18), Qt::AlignCenter, b);
      r.setRight(r.right() - w - 6);
    }
    if (c.extra.contains(u"method"_s)) {
      QFont f = theme::font(Type::Caption);
      f.setWeight(QFont::DemiBold);
      f.setPixelSize(10);
      f.setLetterSpacing(QFont::AbsoluteSpacing, .3);
      p->setFont(f);
      p->setPen(c.dim ? tk().text3 : theme::method(c.extra[u"method"_s].toString()));
      p->drawText(QRectF(r.left(), r.top(), 40, r.height()), Qt::AlignVCenter | Qt::AlignLeft,
                  c.extra[u"method"_s].toString());
      r.setLeft(r.left() + 40);
    } else if (!c.icon.isEmpty()) {
      const QColor ic = c.dim ? tk().text3 : c.color;
      p->setPen(Qt::NoPen);
      p->setBrush(theme::alpha(ic, tk().dark ? .18 : .11));
      p->drawRoundedRect(QRectF(r.left(), r.center().y() - 10, 21, 21), 5, 5);
      p->drawPixmap(QPointF(r.left() + 3.5, r.center().y() - 6.5), theme::pix(c.icon, 14, ic));
      r.setLeft(r.left() + 30);
    }
    QFont f = body;
    if (c.dim) f.setStrikeOut(true);
    p->setFont(f);
    p->setPen(base);
    const QString e = m.elidedText(c.s, Qt::ElideRight, r.width());
    p->drawText(r, Qt::AlignVCenter | Qt::AlignLeft, e);
    if (!c.s2.isEmpty()) {
      r.setLeft(r.left() + m.horizontalAdvance(e) + 8);
      if (r.width() > 44) {
        p->setFont(theme::font(c.s2.contains(u"${"_s) || c.s2.startsWith(u"/"_s) ? Type::MonoSmall : Type::Small));
        drawChips(p, r,
                  c.s2.contains(u"${"_s) ? c.s2 : QFontMetricsF(p->font()).elidedText(c.s2, Qt::ElideRight, r.width()),
                  tk().text3);
      }
    }
    break;
  }
  case CellKind::Text: {
    if (!c.icon.isEmpty()) iconAt(c.icon, c.color.isValid() ? c.color : tk().text3);
    if (c.extra.contains(u"badge"_s)) {
      const QString b = c.extra[u"badge"_s].toString();
      p->setFont(theme::font(Type::Caption));
      double w = theme::tabularWidth(p->font(), b);
      p->setPen(c.extra.contains(u"badgeColor"_s) ? c.extra[u"badgeColor"_s].value<QColor>() : tk().text3);
      theme::drawTabular(p, r, Qt::AlignRight | Qt::AlignVCenter, b);
      r.setRight(r.right() - w - 8);
      p->setFont(body);
    }
    if (c.extra.contains(u"dot"_s)) {
      p->setPen(Qt::NoPen);
      p->setBrush(c.extra[u"dot"_s].value<QColor>());
      p->drawEllipse(QPointF(r.right() - 3, r.center().y() + .5), 3, 3);
      r.setRight(r.right() - 12);
    }
    p->setPen(c.color.isValid() && c.icon.isEmpty() ? c.color : base);
    const QString e = m.elidedText(c.s, Qt::ElideRight, r.width());
    p->drawText(r, Qt::AlignVCenter | Qt::AlignLeft, e);
    if (!c.s2.isEmpty()) {
      r.setLeft(r.left() + m.horizontalAdvance(e) + 8);
      p->setFont(theme::font(Type::Small));
      p->setPen(tk().text3);
      p->drawText(r, Qt::AlignVCenter | Qt::AlignLeft,
                  QFontMetricsF(p->font()).elidedText(c.s2, Qt::ElideRight, r.width()));
    }
    break;
  }
  case CellKind::Number:
    p->setPen(c.color.isValid() ? c.color : base);
    theme::drawTabular(p, r, Qt::AlignRight | Qt::AlignVCenter, c.s);
    break;
  case CellKind::Mono:
    p->setFont(theme::font(Type::Mono));
    p->setPen(base);
    p->drawText(r, Qt::AlignVCenter | Qt::AlignLeft,
                QFontMetricsF(p->font()).elidedText(c.s, Qt::ElideRight, r.width()));
    break;
  case CellKind::Chips:
    p->setFont(theme::font(Type::Mono));
    drawChips(p, r, c.s, base);
    break;
  case CellKind::Method: {
    QFont f = theme::font(Type::Caption);
    f.setWeight(QFont::DemiBold);
    f.setPixelSize(10);
    f.setLetterSpacing(QFont::AbsoluteSpacing, .3);
    p->setFont(f);
    const QColor mc = c.dim ? tk().text3 : theme::method(c.icon);
    const double w = 44;
    p->setPen(mc);
    p->drawText(QRectF(r.left(), r.top(), w, r.height()), Qt::AlignVCenter | Qt::AlignLeft,
                c.icon == u"DELETE"_s ? u"DEL"_s : c.icon);
    r.setLeft(r.left() + w);
    if (c.extra.contains(u"badge"_s)) {
      const QString b = c.extra[u"badge"_s].toString();
      p->setFont(theme::font(Type::Caption));
      double bw = theme::tabularWidth(p->font(), b);
      p->setPen(tk().text3);
      theme::drawTabular(p, r, Qt::AlignRight | Qt::AlignVCenter, b);
      r.setRight(r.right() - bw - 8);
    }
    if (c.extra.contains(u"dot"_s)) {
      p->setPen(Qt::NoPen);
      p->setBrush(c.extra[u"dot"_s].value<QColor>());
      p->drawEllipse(QPointF(r.right() - 3, r.center().y() + .5), 3, 3);
      r.setRight(r.right() - 12);
    }
    p->setFont(body);
    p->setPen(base);
    const QString e = m.elidedText(c.s, Qt::ElideRight, r.width());
    p->drawText(r, Qt::AlignVCenter | Qt::AlignLeft, e);
    if (!c.s2.isEmpty()) {
      r.setLeft(r.left() + m.horizontalAdvance(e) + 10);
      p->setFont(theme::font(Type::MonoSmall));
      if (r.width() > 24) drawChips(p, r, c.s2, tk().text3);
    }
    break;
  }
  case CellKind::Pill: {
    QFont f = theme::font(Type::Caption);
    p->setFont(f);
    const double w = QFontMetricsF(f).horizontalAdvance(c.s) + 16 + (c.icon.isEmpty() ? 0 : 14);
    QRectF b(r.left(), r.center().y() - 10, w, 20);
    p->setPen(Qt::NoPen);
    p->setBrush(toneSoft(c.tone));
    p->drawRoundedRect(b, 10, 10);
    double x = b.left() + 8;
    if (!c.icon.isEmpty()) {
      p->drawPixmap(QPointF(x - 1, b.top() + 4), theme::pix(c.icon, 12, toneText(c.tone)));
      x += 14;
    }
    p->setPen(toneText(c.tone));
    p->drawText(QRectF(x, b.top(), w, 20), Qt::AlignVCenter | Qt::AlignLeft, c.s);
    break;
  }
  case CellKind::Dot:
    p->setPen(Qt::NoPen);
    p->setBrush(c.color);
    p->drawEllipse(QPointF(r.left() + 4, r.center().y() + .5), 3.5, 3.5);
    r.setLeft(r.left() + 16);
    p->setPen(base);
    p->drawText(r, Qt::AlignVCenter | Qt::AlignLeft, m.elidedText(c.s, Qt::ElideRight, r.width()));
    break;
  case CellKind::Bar: {
    const double tw = 52;
    QRectF b(r.left(), r.center().y() - 2, r.width() - tw - 6, 4);
    if (b.width() > 12) {
      p->setPen(Qt::NoPen);
      p->setBrush(tk().dark ? QColor(u"#2E343D"_s) : QColor(u"#E9ECF1"_s));
      p->drawRoundedRect(b, 2, 2);
      b.setWidth(std::max(2.0, b.width() * c.value));
      p->setBrush(c.color.isValid() ? c.color : tk().series[0]);
      p->drawRoundedRect(b, 2, 2);
    }
    p->setPen(base);
    theme::drawTabular(p, r, Qt::AlignRight | Qt::AlignVCenter, c.s);
    break;
  }
  case CellKind::Delta: {
    p->setPen(toneText(c.tone));
    p->setFont(theme::font(c.tone == Tone::Neutral ? Type::Body : Type::Strong));
    theme::drawTabular(p, r, Qt::AlignRight | Qt::AlignVCenter, c.s);
    break;
  }
  case CellKind::Spark: {
    if (c.spark.size() < 2) break;
    QRectF b(r.left(), r.center().y() - 8, r.width(), 16);
    double lo = 1e18, hi = -1e18;
    for (double v : c.spark) {
      lo = std::min(lo, v);
      hi = std::max(hi, v);
    }
    if (hi <= lo) hi = lo + 1;
    QPainterPath q;
    for (int k = 0; k < c.spark.size(); k++) {
      QPointF pt(b.left() + b.width() * k / (c.spark.size() - 1),
                 b.bottom() - (c.spark[k] - lo) / (hi - lo) * b.height());
      k ? q.lineTo(pt) : q.moveTo(pt);
    }
    p->setPen(QPen(c.color, 1.3));
    p->drawPath(q);
    break;
  }
  }
  p->restore();
}

} // namespace ui
