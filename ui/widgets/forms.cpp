#include "ui/widgets/forms.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace form {
QLineEdit *edit(const QString &s, int w, bool right) {
  auto *e = new QLineEdit(s);
  e->setFixedHeight(30);
  e->setCursorPosition(0);
  if (w) e->setFixedWidth(w);
  if (right) e->setAlignment(Qt::AlignRight);
  return e;
}

QLineEdit *secret(const QString &s, int w) {
  auto *e = edit(s, w);
  e->setFont(theme::font(Type::Mono));
  e->setReadOnly(true);
  return e;
}

QComboBox *combo(const QStringList &items, int w, const QString &icon) {
  auto *c = new QComboBox;
  for (auto &i : items) icon.isEmpty() ? c->addItem(i) : c->addItem(theme::icon(icon), i);
  c->setFixedHeight(30);
  if (w) c->setFixedWidth(w);
  return c;
}

QCheckBox *check(const QString &s, bool on) {
  auto *c = new QCheckBox(s);
  c->setChecked(on);
  if (s.isEmpty()) c->setFixedWidth(16);
  return c;
}

QWidget *field(const QString &label, QWidget *w, int width, const QString &hint) {
  auto *l = vbox(4);
  auto *name = text(label, Type::Small, u"2"_s);
  name->setBuddy(w);
  if (w->accessibleName().isEmpty())
    w->setAccessibleName(label);
  l->addWidget(name);
  const bool own = w->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed;
  own ? l->addWidget(w, 0, Qt::AlignLeft) : l->addWidget(w);
  if (width) w->setFixedWidth(width);
  if (!hint.isEmpty()) l->addWidget(para(hint, Type::Small, u"3"_s));
  return wrap(l);
}

QHBoxLayout *line(std::initializer_list<QWidget *> ws, bool stretch, int spacing) {
  auto *h = hbox(spacing);
  for (auto *w : ws) h->addWidget(w, 0, Qt::AlignVCenter);
  if (stretch) h->addStretch(1);
  return h;
}

QLabel *para(const QString &s, Type t, const QString &tone) {
  auto *l = text(s, t, tone);
  l->setWordWrap(true);
  return l;
}

QWidget *note(const QString &s, Tone t, const QString &icon, const QString &action) {
  auto *h = hbox(sp::s, {10, 7, 10, 7});
  auto *i = iconLabel(icon, toneText(t), 14);
  h->addWidget(i, 0, Qt::AlignTop);
  auto *p = para(s, Type::Small, {});
  h->addWidget(p, 1);
  if (!action.isEmpty()) h->addWidget(button(action, u"link"_s), 0, Qt::AlignVCenter);
  auto *w = wrap(h, t == Tone::Warn ? u"noteWarn"_s : t == Tone::Bad ? u"noteBad"_s : t == Tone::Ok ? u"noteOk"_s : u"note"_s);
  return w;
}

QWidget *fact(const QString &icon, const QColor &c, const QString &label, const QString &value, const QString &why) {
  auto *h = hbox(sp::s);
  h->addWidget(iconLabel(icon, c, 14));
  h->addWidget(text(label, Type::Small));
  h->addStretch();
  if (!value.isEmpty()) h->addWidget(text(value, Type::Small, u"2"_s));
  auto *v = vbox(2);
  v->addLayout(h);
  if (!why.isEmpty()) {
    auto *t = para(why);
    t->setContentsMargins(22, 0, 0, 0);
    v->addWidget(t);
  }
  return wrap(v);
}

QWidget *setting(const QString &label, const QString &hint, QWidget *control) {
  auto *h = hbox(sp::m);
  auto *v = vbox(0);
  v->addWidget(text(label));
  if (!hint.isEmpty()) v->addWidget(new ElideLabel(hint, Type::Small));
  h->addLayout(v, 1);
  h->addWidget(control, 0, Qt::AlignVCenter);
  auto *w = wrap(h);
  w->setMinimumHeight(hint.isEmpty() ? 32 : 38);
  return w;
}

QWidget *paneHead(const QString &icon, const QString &title, const QString &cap, const QVector<QWidget *> &right,
                  int left) {
  auto *h = hbox(sp::s, {left, 0, sp::s, 0});
  if (!icon.isEmpty()) h->addWidget(iconLabel(icon, tk().accentText, 16));
  h->addWidget(text(title, Type::Heading));
  if (!cap.isEmpty()) h->addWidget(new ElideLabel(cap, Type::Small), 1);
  else h->addStretch(1);
  for (auto *w : right) h->addWidget(w);
  auto *w = wrap(h, u"paneHeader"_s);
  w->setFixedHeight(44);
  return w;
}

QWidget *foot(QLayout *l, int height) {
  auto *w = wrap(l, u"foot"_s);
  w->setFixedHeight(height);
  return w;
}

QWidget *matchRow(const QString &what, const QString &detail, const QString &pill, Tone t, const QString &ic) {
  auto *h = hbox(sp::s, {sp::m, 0, sp::m, 0});
  h->addWidget(text(what, Type::Small));
  auto *d = new ElideLabel(detail, Type::MonoSmall, 2);
  h->addWidget(d, 1);
  h->addWidget(new Pill(pill, t, ic));
  auto *w = wrap(h);
  w->setFixedHeight(28);
  return w;
}

QScrollArea *scroll(QWidget *w, int width) {
  auto *sc = new QScrollArea;
  sc->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus and scrolls into view
  sc->setWidget(w);
  sc->setWidgetResizable(true);
  sc->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  if (width) sc->setFixedWidth(width);
  return sc;
}

Cell step(const QString &icon, QColor c, const QString &name, const QString &detail) {
  Cell x(name);
  x.kind = CellKind::Card;
  x.icon = icon;
  x.color = c;
  x.s2 = detail;
  return x;
}

Cell request(const QString &m, const QString &name, const QString &path, int checks, int extracts, const QString &time,
             QColor dot) {
  Cell x(name);
  x.kind = CellKind::Card;
  x.extra[u"method"_s] = m;
  x.s2 = path;
  if (checks) x.extra[u"checks"_s] = QString::number(checks);
  if (extracts) x.extra[u"extracts"_s] = QString::number(extracts);
  if (!time.isEmpty()) x.extra[u"time"_s] = time;
  if (dot.isValid()) x.extra[u"dot"_s] = dot;
  return x;
}

Cell section(const QString &s, const QString &d) {
  Cell x(s);
  x.strong = true;
  x.s2 = d;
  return x;
}
} // namespace form

Overlay::Overlay(QWidget *over, QWidget *panel, int w, int top) : QWidget(over), panel_(panel), w_(w), top_(top) {
  panel->setParent(this);
  over->installEventFilter(this);
  place();
}

void Overlay::place() {
  setGeometry(parentWidget()->rect());
  panel_->setFixedWidth(w_);
  panel_->ensurePolished();
  const int h =
      panel_->layout()->hasHeightForWidth() ? panel_->layout()->heightForWidth(w_) : panel_->sizeHint().height();
  panel_->setGeometry((width() - w_) / 2, top_ >= 0 ? top_ : (height() - h) * 2 / 5, w_, h);
  raise();
}

bool Overlay::eventFilter(QObject *, QEvent *e) {
  if (e->type() == QEvent::Resize || e->type() == QEvent::Show) place();
  return false;
}

void Overlay::paintEvent(QPaintEvent *) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.fillRect(rect(), tk().scrim);
  const QRectF r = panel_->geometry();
  p.setPen(Qt::NoPen);
  for (int k = 16; k > 0; k--) {
    p.setBrush(QColor(0, 0, 0, tk().dark ? 9 : 2));
    p.drawRoundedRect(r.adjusted(-k, -k + 6, k, k + 6), 10 + k, 10 + k);
  }
}

} // namespace ui
