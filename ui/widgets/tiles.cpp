#include "ui/widgets/tiles.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

Card::Card(const QString &title, const QString &cap) {
  setProperty("look", u"card"_s);
  body = vbox(sp::s, {sp::m, sp::s, sp::m, sp::m});
  setLayout(body);
  if (!title.isEmpty()) {
    header = hbox(sp::s);
    title_ = text(title, Type::Heading);
    header->addWidget(title_);
    caption_ = new ElideLabel(cap, Type::Small);
    header->addWidget(caption_, 1);
    auto *w = wrap(header);
    w->setFixedHeight(28);
    body->addWidget(w);
  }
}

void Card::addHeaderWidget(QWidget *w) {
  if (header) header->addWidget(w);
}

void Card::setTitle(const QString &title)
{
    if (title_)
        title_->setText(title);
}

void Card::setCaption(const QString &caption)
{
    if (caption_)
        caption_->setText(caption);
}

namespace {

QString toneName(Tone tone)
{
    static const QString names[] = {u"3"_s, u"accent"_s, u"ok"_s, u"warn"_s, u"bad"_s};
    return names[int(tone)];
}

} // namespace

Tile::Tile(const Spec &s) : s_(s) {
  setProperty("look", u"card"_s);
  auto *l = vbox(2, {sp::m, 10, sp::m, 10});
  setLayout(l);
  label_ = text(s.label, Type::Small, u"2"_s);
  l->addWidget(label_);
  number_ = new Number(s.value, s.unit, Type::Metric, s.valueColor);
  l->addWidget(number_);
  l->addStretch(1);
  auto *n = text(s.note, Type::Caption, toneName(s.noteTone));
  note_ = n;
  n->setFixedHeight(16);
  l->addWidget(n);
  setMinimumHeight(84);
  setMaximumHeight(92);
  setMinimumWidth(120);
  n->setMinimumWidth(20);
}

void Tile::setSpec(const Spec &s)
{
    s_ = s;
    label_->setText(s.label);
    number_->setValue(s.value, s.unit, s.valueColor);
    setNote(s.note, s.noteTone);
}

void Tile::setValue(const QString &value, const QString &unit)
{
    s_.value = value;
    s_.unit = unit;
    number_->setValue(value, unit, s_.valueColor);
    update();
}

void Tile::setLabel(const QString &label)
{
    s_.label = label;
    label_->setText(label);
}

void Tile::setNote(const QString &note, Tone tone)
{
    s_.note = note;
    s_.noteTone = tone;
    fitNote();
    setTone(note_, toneName(tone));
    update();
}

/// A note too long for its tile is cut; the tooltip has all of it.
void Tile::fitNote()
{
    const QString cut = note_->fontMetrics().elidedText(s_.note, Qt::ElideRight, std::max(20, width() - 2 * sp::m));
    note_->setText(cut);
    note_->setToolTip(cut == s_.note ? QString() : s_.note);
}

void Tile::resizeEvent(QResizeEvent *e)
{
    QFrame::resizeEvent(e);
    fitNote();
}

void Tile::setSpark(const QVector<double> &spark)
{
    s_.spark = spark;
    update();
}

void Tile::setFraction(double fraction)
{
    s_.fraction = std::min(fraction, 1.0);
    update();
}

void Tile::paintEvent(QPaintEvent *e) {
  QFrame::paintEvent(e);
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  if (s_.spark.size() > 1) {
    const double used = 14 + theme::tabularWidth(theme::font(Type::Metric), s_.value) +
                        QFontMetricsF(theme::font(Type::Small)).horizontalAdvance(s_.unit) + 22;
    const double w = std::min(84.0, width() - used - 12);
    if (w > 28) {
      QRectF r(width() - 12 - w, 30, w, 26);
      double lo = 1e18, hi = -1e18;
      for (double v : s_.spark) {
        lo = std::min(lo, v);
        hi = std::max(hi, v);
      }
      if (hi - lo < 1e-9) hi = lo + 1;
      QPainterPath path;
      for (int i = 0; i < s_.spark.size(); i++) {
        QPointF q(r.left() + r.width() * i / (s_.spark.size() - 1),
                  r.bottom() - (s_.spark[i] - lo) / (hi - lo) * r.height());
        i ? path.lineTo(q) : path.moveTo(q);
      }
      p.setPen(QPen(s_.sparkColor.isValid() ? theme::recoloured(s_.sparkColor) : tk().series[0], 1.4));
      p.drawPath(path);
    }
  }
  if (s_.fraction >= 0) {
    QRectF r(12, height() - 5, width() - 24, 2);
    p.setPen(Qt::NoPen);
    p.setBrush(tk().border);
    p.drawRoundedRect(r, 1, 1);
    r.setWidth(r.width() * s_.fraction);
    p.setBrush(toneMark(s_.noteTone));
    p.drawRoundedRect(r, 1, 1);
  }
}

/// One verdict: icon, title over a sentence, figures at the right as long as there is room.
class VerdictSide : public QFrame
{
public:
    VerdictSide()
    {
        setProperty("look", u"verdict"_s);
        auto *row = hbox(sp::m, {sp::l, 10, sp::l, 10});
        setLayout(row);
        m_icon = new QLabel;
        m_icon->setFixedSize(24, 24);
        m_title = text({}, Type::Title);
        m_text = new ElideLabel({}, Type::Small, 2);
        auto *words = vbox(2);
        words->addWidget(m_title);
        words->addWidget(m_text);
        row->addWidget(m_icon, 0, Qt::AlignVCenter);
        row->addLayout(words, 1);
        m_facts = hbox(sp::l);
        row->addLayout(m_facts);
    }

    void set(const VerdictBanner::Side &side)
    {
        const QColor color = toneText(side.tone);
        setStyleSheet(QString(u"*[look=\"verdict\"]{background:%1;border:1px solid %2;border-radius:8px}"_s)
                          .arg(toneWash(side.tone).name(), theme::mix(toneWash(side.tone), color, .28).name()));
        theme::setIcon(m_icon, side.icon, color, 24);
        m_title->setText(side.title);
        m_title->setStyleSheet(u"color:"_s + color.name());
        m_text->setText(side.text);
        m_text->setToolTip(side.text);
        for (QWidget *old : m_figures) { // out of the row at once, gone when nobody walks over it
            m_facts->removeWidget(old);
            old->hide();
            old->deleteLater();
        }
        m_figures.clear();
        for (const QString &fact : side.facts) {
            const QStringList parts = fact.split(u'|');
            auto *column = vbox(0);
            auto *label = text(parts.value(1), Type::Caption, u"2"_s);
            auto *number = new Number(parts[0], parts.value(2), Type::Title);
            number->setMinimumWidth(number->sizeHint().width());
            column->addWidget(number, 0, Qt::AlignRight);
            column->addWidget(label, 0, Qt::AlignRight);
            m_figures.append(wrap(column));
            m_facts->addWidget(m_figures.last());
        }
        fit();
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QFrame::resizeEvent(event);
        fit();
    }

private:
    /// Figures from the left, which matter most, as long as title and half of the sentence keep their room.
    void fit()
    {
        const int sentence = QFontMetrics(theme::font(Type::Small)).horizontalAdvance(m_text->text());
        int left = width() - 2 * sp::l - 24 - 2 * sp::m - std::max(m_title->sizeHint().width(), std::min(sentence, 240));
        for (QWidget *figure : m_figures) {
            left -= figure->sizeHint().width() + sp::l;
            figure->setVisible(left >= 0);
        }
    }

    QLabel *m_icon, *m_title;
    ElideLabel *m_text;
    QHBoxLayout *m_facts;
    QVector<QWidget *> m_figures;
};

VerdictBanner::VerdictBanner(const Side &a, const Side &b) : sla_(new VerdictSide), trust_(new VerdictSide) {
  auto *row = hbox(sp::m);
  row->addWidget(sla_, 1);
  row->addWidget(trust_, 1);
  setLayout(row);
  for (VerdictSide *side : {sla_, trust_}) side->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  set(a, b);
}

void VerdictBanner::set(const Side &a, const Side &b)
{
    sla_->set(a);
    trust_->set(b);
}

Meter::Meter(const QString &l, const QString &v, double f, Tone t, int lw) : l_(l), v_(v), f_(f), t_(t), lw_(lw) {
  setFixedHeight(22);
}

void Meter::set(const QString &value, double fraction, Tone t)
{
    v_ = value;
    f_ = std::clamp(fraction, 0.0, 1.0);
    t_ = t;
    setAccessibleName(l_ + u' ' + v_);
    update();
}

void Meter::setLabel(const QString &label)
{
    l_ = label;
    update();
}

void Meter::paintEvent(QPaintEvent *) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setFont(theme::font(Type::Small));
  p.setPen(tk().text2);
  p.drawText(QRectF(0, 0, lw_, height()), Qt::AlignVCenter | Qt::AlignLeft, l_);
  const double vw = 88;
  QRectF b(lw_, height() / 2.0 - 2, width() - lw_ - vw, 4);
  p.setPen(Qt::NoPen);
  p.setBrush(tk().dark ? QColor(u"#333943"_s) : QColor(u"#E3E7EC"_s));
  p.drawRoundedRect(b, 2, 2);
  b.setWidth(std::max(3.0, b.width() * f_));
  p.setBrush(toneMark(t_));
  p.drawRoundedRect(b, 2, 2);
  p.setPen(tk().text);
  theme::drawTabular(&p, QRectF(0, 0, width(), height()), Qt::AlignRight | Qt::AlignVCenter, v_);
}

} // namespace ui
