#include "ui/widgets/tabs.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

Segmented::Segmented(const QStringList &items, int on, const QStringList &icons) {
  setProperty("look", u"segment"_s);
  auto *l = hbox(0, {2, 2, 2, 2});
  setLayout(l);
  group_ = new QButtonGroup(this);
  connect(group_, &QButtonGroup::idClicked, this, &Segmented::chosen);
  for (int i = 0; i < items.size(); i++) {
    auto *b = new QToolButton;
    b->setText(items[i]);
    b->setCheckable(true);
    b->setChecked(i == on);
    b->setFont(theme::font(Type::Small));
    b->setFixedHeight(24);
    if (i < icons.size() && !icons[i].isEmpty()) {
      theme::setIcon(b, icons[i], {}, 14);
      b->setToolButtonStyle(items[i].isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    }
    group_->addButton(b, i);
    l->addWidget(b);
  }
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

int Segmented::current() const { return group_->checkedId(); }

void Segmented::setCurrent(int i)
{
    if (auto *b = group_->button(i))
        b->setChecked(true);
}

void Segmented::setTexts(const QStringList &items)
{
    for (int i = 0; i < items.size(); ++i) {
        if (auto *b = group_->button(i))
            b->setText(items[i]);
    }
}

QToolButton *Segmented::at(int i) const { return qobject_cast<QToolButton *>(group_->button(i)); }

SubTabs::SubTabs(const QVector<QPair<QString, QString>> &items, int cur, int h) : it_(items), h_(h) {
  for (auto &i : items) addTab(i.first);
  setCurrentIndex(cur);
  setDrawBase(false);
  setExpanding(false);
  setMouseTracking(true);
  setFixedHeight(h);
  setUsesScrollButtons(false);
  setElideMode(Qt::ElideNone);
}

void SubTabs::setItems(const QVector<QPair<QString, QString>> &items)
{
    if (items == it_)
        return;
    it_ = items;
    for (int i = 0; i < items.size() && i < count(); ++i)
        setTabText(i, items[i].first);
    updateGeometry();
    update();
}

QSize SubTabs::tabSizeHint(int i) const {
  if (i < 0 || i >= it_.size()) return {0, h_};
  double w = QFontMetricsF(theme::font(Type::Strong)).horizontalAdvance(it_[i].first) + 20;
  if (!it_[i].second.isEmpty())
    w += it_[i].second == u"•"_s ? 11 : theme::tabularWidth(theme::font(Type::Caption), it_[i].second) + 6;
  return {int(std::ceil(w)), h_};
}

void SubTabs::paintEvent(QPaintEvent *) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  for (int i = 0; i < count(); i++) {
    if (!isTabVisible(i)) continue;
    QRectF r = tabRect(i);
    const bool on = i == currentIndex();
    p.setFont(theme::font(Type::Strong));
    p.setPen(on ? tk().text : tk().text2);
    QRectF tr = r.adjusted(10, 0, 0, 0);
    p.drawText(tr, Qt::AlignVCenter | Qt::AlignLeft, it_[i].first);
    const double x = tr.left() + QFontMetricsF(p.font()).horizontalAdvance(it_[i].first);
    if (it_[i].second == u"•"_s) {
      p.setPen(Qt::NoPen);
      p.setBrush(tk().accent);
      p.drawEllipse(QPointF(x + 8, r.center().y() + .5), 2.5, 2.5);
    } else if (!it_[i].second.isEmpty()) {
      p.setFont(theme::font(Type::Caption));
      p.setPen(tk().text3);
      theme::drawTabular(&p, QRectF(x + 6, r.top(), 40, r.height()), Qt::AlignLeft | Qt::AlignVCenter, it_[i].second);
    }
    if (on && hasFocus()) {
      p.setPen(QPen(tk().accent, 1));
      p.setBrush(Qt::NoBrush);
      p.drawRoundedRect(r.adjusted(3, 5, -3, -5), 4, 4);
    }
    if (on) p.fillRect(QRectF(r.left() + 10, r.bottom() - 1, r.width() - 20, 2), tk().accent);
  }
}

Legend::Legend(const QVector<Item> &items) : it_(items) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void Legend::setItems(const QVector<Item> &items)
{
    it_ = items;
    updateGeometry();
    update();
}

QSize Legend::sizeHint() const {
  double w = 0;
  for (auto &i : it_) {
    w += (i.block ? 14 : 20) + QFontMetricsF(theme::font(Type::Caption)).horizontalAdvance(i.name) + 11;
    if (!i.value.isEmpty()) w += theme::tabularWidth(theme::font(Type::Caption), i.value) + 5;
  }
  return {int(w) - 9, 18};
}

void Legend::paintEvent(QPaintEvent *) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setFont(theme::font(Type::Caption));
  QFontMetricsF m(p.font());
  const bool values = width() >= sizeHint().width(); // short of room: names stay, values go
  double x = width() - sizeHint().width();
  if (!values) {
    x = width() + 9;
    for (auto &i : it_) x -= (i.block ? 14 : 20) + m.horizontalAdvance(i.name) + 11;
    x = std::max(0.0, x);
  }
  for (auto &i : it_) {
    if (i.block) {
      p.setPen(Qt::NoPen);
      p.setBrush(theme::recoloured(i.color));
      p.drawRoundedRect(QRectF(x, 5, 9, 9), 2, 2);
      x += 14;
    } else {
      QPen pen(theme::recoloured(i.color), 2);
      if (i.dashed) pen.setDashPattern({2, 1.6});
      pen.setCapStyle(Qt::FlatCap);
      p.setPen(pen);
      p.drawLine(QPointF(x, 9.5), QPointF(x + 14, 9.5));
      x += 20;
    }
    p.setPen(tk().text2);
    p.drawText(QPointF(x, 13.5), i.name);
    x += m.horizontalAdvance(i.name);
    if (values && !i.value.isEmpty()) {
      p.setPen(tk().text);
      theme::drawTabular(&p, QRectF(x + 5, 0, 100, 19), Qt::AlignLeft, i.value);
      x += 5 + theme::tabularWidth(p.font(), i.value);
    }
    x += 11;
  }
}

} // namespace ui
