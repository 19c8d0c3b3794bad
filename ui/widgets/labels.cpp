#include "ui/widgets/labels.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

QLabel *text(const QString &s, Type t, const QString &tone) {
  auto *l = new QLabel(s);
  l->setFont(theme::font(t));
  if (!tone.isEmpty()) l->setProperty("tone", tone);
  return l;
}

QLabel *iconLabel(const QString &n, const QColor &c, int px) {
  auto *l = new QLabel;
  theme::setIcon(l, n, c, px);
  l->setFixedSize(px, px);
  return l;
}

QFrame *hline() {
  auto *f = new QFrame;
  f->setProperty("look", u"hline"_s);
  return f;
}

QFrame *vline() {
  auto *f = new QFrame;
  f->setProperty("look", u"vline"_s);
  return f;
}

QToolButton *iconButton(const QString &i, const QString &tip, int px) {
  auto *b = new QToolButton;
  theme::setIcon(b, i, {}, px);
  b->setToolTip(tip);
  b->setAccessibleName(tip);
  b->setFixedSize(px + 12, px + 12);
  return b;
}

QPushButton *button(const QString &s, const QString &kind, const QString &ic, const QColor &c) {
  auto *b = new QPushButton(s);
  if (!kind.isEmpty()) b->setProperty("kind", kind);
  b->setIconSize({16, 16});
  b->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  if (!ic.isEmpty()) {
    const QString &k = kind;
    theme::setIcon(b, ic, c.isValid()      ? c
                               : k == u"primary"_s ? tk().onAccent
                               : k == u"danger"_s  ? tk().bad
                               : k == u"link"_s    ? tk().accentText
                                                : tk().text2);
    b->setText(u" "_s + s);
  }
  return b;
}

void setTone(QLabel *label, const QString &tone)
{
    if (label->property("tone").toString() == tone)
        return;
    label->setProperty("tone", tone);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QHBoxLayout *hbox(int s, QMargins m) {
  auto *l = new QHBoxLayout;
  l->setSpacing(s);
  l->setContentsMargins(m);
  return l;
}

QVBoxLayout *vbox(int s, QMargins m) {
  auto *l = new QVBoxLayout;
  l->setSpacing(s);
  l->setContentsMargins(m);
  return l;
}

QWidget *wrap(QLayout *l, const QString &n) {
  auto *w = new QFrame;
  if (!n.isEmpty()) w->setProperty("look", n);
  w->setLayout(l);
  return w;
}

QColor toneText(Tone t) {
  switch (t) {
  case Tone::Accent: return tk().accentText;
  case Tone::Ok: return tk().ok;
  case Tone::Warn: return tk().warn;
  case Tone::Bad: return tk().bad;
  default: return tk().text2;
  }
}

QColor toneSoft(Tone t) {
  switch (t) {
  case Tone::Accent: return tk().accentSoft;
  case Tone::Ok: return tk().okSoft;
  case Tone::Warn: return tk().warnSoft;
  case Tone::Bad: return tk().badSoft;
  default: return tk().dark ? QColor(u"#272B33"_s) : QColor(u"#EDF0F4"_s);
  }
}

QColor toneWash(Tone t) { return theme::mix(tk().surface, toneMark(t), tk().dark ? .13 : .08); }

QColor toneMark(Tone t) {
  switch (t) {
  case Tone::Ok: return tk().okMark;
  case Tone::Warn: return tk().warnMark;
  case Tone::Bad: return tk().badMark;
  default: return tk().accent;
  }
}

Pill::Pill(const QString &s, Tone t, const QString &i, QWidget *p) : QWidget(p), s_(s), icon_(i), t_(t) {
  setFont(theme::font(Type::Caption));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::set(const QString &s, Tone t, const QString &icon)
{
    s_ = s;
    t_ = t;
    icon_ = icon;
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const { return {int(theme::tabularWidth(font(), s_)) + 16 + (icon_.isEmpty() ? 0 : 15), 20}; }

void Pill::paintEvent(QPaintEvent *) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(Qt::NoPen);
  p.setBrush(toneSoft(t_));
  p.drawRoundedRect(rect(), 10, 10);
  int x = 8;
  if (!icon_.isEmpty()) {
    p.drawPixmap(x - 1, 4, theme::pix(icon_, 12, toneText(t_)));
    x += 15;
  }
  p.setPen(toneText(t_));
  p.setFont(font());
  theme::drawTabular(&p, rect().adjusted(x, 0, 0, 0), Qt::AlignLeft, s_);
}

Key::Key(const QString &s) : s_(s) {
  setFont(theme::font(Type::Caption));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Key::setText(const QString &s)
{
    s_ = s;
    updateGeometry();
    update();
}

QSize Key::sizeHint() const { return {QFontMetrics(font()).horizontalAdvance(s_) + 10, 18}; }

void Key::paintEvent(QPaintEvent *) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(tk().border);
  p.setBrush(tk().sunken);
  p.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 4, 4);
  p.setPen(tk().text3);
  p.setFont(font());
  p.drawText(rect(), Qt::AlignCenter, s_);
}

Number::Number(const QString &v, const QString &u, Type t, QColor c) : v_(v), u_(u), t_(t), c_(c) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Number::setValue(const QString &value, const QString &unit, QColor c)
{
    v_ = value;
    u_ = unit;
    c_ = c;
    setAccessibleName(value + u' ' + unit);
    updateGeometry();
    update();
}

QSize Number::sizeHint() const {
  return {int(theme::tabularWidth(theme::font(t_), v_) +
              (u_.isEmpty() ? 0 : 4 + QFontMetricsF(theme::font(Type::Small)).horizontalAdvance(u_))) +
              2,
          QFontMetrics(theme::font(t_)).height()};
}

void Number::paintEvent(QPaintEvent *) {
  QPainter p(this);
  const QFont f = theme::font(t_);
  p.setFont(f);
  p.setPen(c_.isValid() ? theme::recoloured(c_) : tk().text);
  const double base = QFontMetricsF(f).ascent();
  theme::drawTabular(&p, QRectF(0, 0, width(), height()), Qt::AlignTop | Qt::AlignLeft, v_);
  if (!u_.isEmpty()) {
    p.setFont(theme::font(Type::Small));
    p.setPen(tk().text3);
    p.drawText(QPointF(theme::tabularWidth(f, v_) + 4, base), u_);
  }
}

Logo::Logo(int px) { setFixedSize(px, px); }

void Logo::paintEvent(QPaintEvent *) { // a crescendo hairpin opening to the right, over rising bars
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const double s = width();
  p.setPen(Qt::NoPen);
  p.setBrush(tk().accent);
  p.drawRoundedRect(QRectF(0, 0, s, s), s * .24, s * .24);
  p.setPen(QPen(tk().onAccent, s * .085, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.setBrush(Qt::NoBrush);
  QPainterPath q;
  q.moveTo(s * .78, s * .24);
  q.lineTo(s * .22, s * .5);
  q.lineTo(s * .78, s * .76);
  p.drawPath(q);
  p.setPen(QPen(theme::alpha(tk().onAccent, .75), s * .085, Qt::SolidLine, Qt::RoundCap));
  p.drawLine(QPointF(s * .56, s * .5), QPointF(s * .78, s * .5));
}

ElideLabel::ElideLabel(const QString &s, Type t, int tone) : s_(s), t_(t), tone_(tone) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  setToolTip(s);
  setAccessibleName(s);
}

void ElideLabel::setText(const QString &s)
{
    if (s == s_)
        return;
    s_ = s;
    setToolTip(s);
    setAccessibleName(s);
    updateGeometry();
    update();
}

QSize ElideLabel::sizeHint() const {
  QFontMetrics m(theme::font(t_));
  return {m.horizontalAdvance(s_) + 2, m.height()};
}

void ElideLabel::paintEvent(QPaintEvent *) {
  QPainter p(this);
  p.setFont(theme::font(t_));
  p.setPen(tone_ == 3 ? tk().text3 : tone_ == 2 ? tk().text2 : tk().text);
  p.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(p.font()).elidedText(s_, Qt::ElideRight, width()));
}

} // namespace ui
