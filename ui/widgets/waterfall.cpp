#include "ui/widgets/charts.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

QVector<QVector<double>> smoothed(QVector<QVector<double>> v) ///< five-second means
{
    for (auto &s : v) {
        const auto raw = s;
        for (int k = 2; k < s.size() - 2; k++)
            s[k] = (raw[k - 2] + raw[k - 1] + raw[k] + raw[k + 1] + raw[k + 2]) / 5;
    }
    return v;
}

} // namespace

CodesChart::CodesChart(const QVector<double> &ok2, const QVector<double> &ok3, const QVector<double> &e4,
                       const QVector<double> &e5, const QVector<double> &none, const QString &noneName)
{
    addStack({{noneName, tk().cnet}, {u"5xx"_s, tk().c5xx}, {u"4xx"_s, tk().c4xx}, {u"3xx"_s, tk().c3xx}, {u"2xx"_s, tk().c2xx}},
             smoothed({none, e5, e4, ok3, ok2}));
}

void CodesChart::setData(const QVector<double> &ok2, const QVector<double> &ok3, const QVector<double> &e4,
                         const QVector<double> &e5, const QVector<double> &none)
{
    setStack(smoothed({none, e5, e4, ok3, ok2}));
}

Waterfall::Waterfall(const QVector<Phase> &p, bool l) : ph_(p), legend_(l) { setFixedHeight(l ? 62 : 20); }

void Waterfall::setPhases(const QVector<Phase> &p)
{
    ph_ = p;
    update();
}

void Waterfall::paintEvent(QPaintEvent *) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  double tot = 1e-9;
  for (auto &k : ph_) tot += k.ms;
  const double w = width();
  double x = 0;
  const double bh = 12, by = legend_ ? 4 : 4;
  QPainterPath clip;
  clip.addRoundedRect(QRectF(0, by, w, bh), 3, 3);
  p.save();
  p.setClipPath(clip);
  p.fillRect(QRectF(0, by, w, bh), tk().grid);
  for (auto &k : ph_) {
    const double pw = w * k.ms / tot;
    p.fillRect(QRectF(x, by, std::max(1.0, pw - 1), bh), k.color);
    x += pw;
  }
  p.restore();
  if (!legend_) return;
  const double col = w / ph_.size();
  p.setFont(theme::font(Type::Caption));
  for (int i = 0; i < ph_.size(); i++) {
    auto &k = ph_[i];
    const double lx = col * i;
    p.setPen(Qt::NoPen);
    p.setBrush(k.color);
    p.drawRoundedRect(QRectF(lx, 28, 8, 8), 2, 2);
    p.setPen(tk().text3);
    p.drawText(QPointF(lx + 13, 36), k.name);
    p.setPen(tk().text);
    p.setFont(theme::font(Type::Strong));
    theme::drawTabular(&p, QRectF(lx + 13, 40, col, 20), Qt::AlignLeft | Qt::AlignVCenter, num(k.ms, 1) + u" ms"_s);
    p.setFont(theme::font(Type::Caption));
  }
}

} // namespace ui
