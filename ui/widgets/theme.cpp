#include "ui/widgets/theme.h"
#include "ui/widgets/dress.h"
#include "ui/widgets/followsystem.h"
#include "ui/widgets/iconengine.h"
#include "ui/widgets/stylesheet.h"
#include "ui/widgets/windowstyle.h"
#include <QtSvg>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

Tokens g;
theme::Choice g_choice = theme::Choice::System;
std::optional<bool> g_systemDark;

QString tinted(const QString &name, const QColor &c)
{
    static QTemporaryDir folder;
    const QString file = folder.filePath(name + c.name().mid(1) + u".png"_s);
    if (!QFile::exists(file))
        theme::pix(name, 28, c).save(file);
    return file;
}

QVector<QColor> flat(const Tokens &t)
{
    return QVector<QColor>{t.accentText, t.text3, t.text2, t.text, t.ok, t.warn, t.bad, t.okMark, t.warnMark, t.badMark,
        t.onAccent, t.accent, t.disabled, t.p50, t.p95, t.p99, t.c2xx, t.c3xx, t.c4xx, t.c5xx, t.cnet} + t.series;
}

void repaintIcons()
{
    for (QWidget *widget : QApplication::allWidgets()) {
        const QString name = widget->property("iconName").toString();
        if (name.isEmpty())
            continue;
        const QColor colour = theme::recoloured(widget->property("iconColour").value<QColor>());
        const int px = widget->property("iconPx").toInt();
        if (auto *button = qobject_cast<QAbstractButton *>(widget))
            theme::setIcon(button, name, colour, px);
        else if (auto *label = qobject_cast<QLabel *>(widget))
            theme::setIcon(label, name, colour, px);
    }
}

bool systemIsDark()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

namespace theme {

const Tokens &tk() { return g; }

Choice choice() { return g_choice; }

void apply(Choice wanted)
{
    if (!g_systemDark)
        g_systemDark = systemIsDark(); // before the first palette of our own
    apply(wanted == Choice::Dark || (wanted == Choice::System && *g_systemDark));
    g_choice = wanted;
}

void followSystem(bool dark)
{
    g_systemDark = dark;
    if (g_choice == Choice::System && tk().dark != dark)
        apply(Choice::System);
}

void apply(bool dark)
{
  g = tokens(dark);
  g_choice = dark ? Choice::Dark : Choice::Light;
  static const bool styled = (QApplication::setStyle(new WindowStyle), true);
  Q_UNUSED(styled)
  QPalette p;
  auto set = [&](QPalette::ColorRole r, const QColor &c) { p.setColor(r, c); };
  set(QPalette::Window, g.window);
  set(QPalette::WindowText, g.text);
  set(QPalette::Base, g.surface);
  set(QPalette::AlternateBase, g.sunken);
  set(QPalette::Text, g.text);
  set(QPalette::Button, g.raised);
  set(QPalette::ButtonText, g.text);
  set(QPalette::ToolTipBase, g.raised);
  set(QPalette::ToolTipText, g.text);
  set(QPalette::Highlight, g.selected);
  set(QPalette::HighlightedText, g.text);
  set(QPalette::Link, g.accentText);
  set(QPalette::PlaceholderText, g.text3);
  set(QPalette::Mid, g.border);
  set(QPalette::Light, g.surface);
  set(QPalette::Dark, g.borderStrong);
  set(QPalette::Midlight, g.border);
  set(QPalette::Shadow, g.borderStrong);
  for (auto r : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    p.setColor(QPalette::Disabled, r, g.disabled);
  qApp->setPalette(p);
  qApp->setFont(font(Type::Body));
  QHash<QString, QString> images{{u"check"_s, tinted(u"check"_s, g.onAccent)}, {u"tick"_s, tinted(u"check"_s, g.accentText)}};
  for (const auto &side : {u"down"_s, u"up"_s, u"left"_s, u"right"_s})
    images[side] = tinted(u"chevron-"_s + side, g.text3);
  dressWindows(styleSheet(g, images));
  repaintIcons();
}

QColor recoloured(const QColor &c)
{
    if (!c.isValid())
        return c;
    const int at = int(flat(tokens(!g.dark)).indexOf(c));
    return at < 0 || flat(g).contains(c) ? c : flat(g)[at];
}

void setIcon(QAbstractButton *button, const QString &name, const QColor &c, int px)
{
    button->setProperty("iconName", name);
    button->setProperty("iconColour", c);
    button->setProperty("iconPx", px);
    button->setIcon(icon(name, c, px));
    button->setIconSize({px, px});
}

void setIcon(QLabel *label, const QString &name, const QColor &c, int px)
{
    label->setProperty("iconName", name);
    label->setProperty("iconColour", c);
    label->setProperty("iconPx", px);
    label->setPixmap(pix(name, px, c));
}

QFont font(Type t) {
  QFont f;
  f.setFamilies({u"Inter"_s, u"Noto Sans CJK SC"_s, u"sans-serif"_s});
  f.setHintingPreference(QFont::PreferNoHinting);
  auto set = [&](int px, QFont::Weight w) {
    f.setPixelSize(px);
    f.setWeight(w);
  };
  switch (t) {
  case Type::Display:
    set(28, QFont::DemiBold);
    f.setLetterSpacing(QFont::PercentageSpacing, 98);
    break;
  case Type::Metric:
    set(22, QFont::DemiBold);
    f.setLetterSpacing(QFont::PercentageSpacing, 98.5);
    break;
  case Type::Title: set(16, QFont::DemiBold); break;
  case Type::Heading: set(13, QFont::DemiBold); break;
  case Type::Strong: set(13, QFont::Medium); break;
  case Type::Body: set(13, QFont::Normal); break;
  case Type::Small: set(12, QFont::Normal); break;
  case Type::Caption: set(11, QFont::Medium); break;
  case Type::Mono:
  case Type::MonoSmall:
    f.setFamilies({u"JetBrains Mono"_s, u"DejaVu Sans Mono"_s, u"Noto Sans Mono CJK SC"_s, u"monospace"_s});
    f.setStyleHint(QFont::Monospace);
    set(t == Type::Mono ? 12 : 11, QFont::Normal);
    break;
  }
  return f;
}

QPixmap pix(const QString &name, int px, const QColor &c) {
  static QHash<QString, QPixmap> cache;
  const QString k = name + c.name(QColor::HexArgb) + QString::number(px);
  if (cache.contains(k)) return cache[k];
  QFile f(u":/icons/"_s + name + u".svg"_s);
  QPixmap p(px, px);
  p.fill(Qt::transparent);
  if (f.open(QIODevice::ReadOnly)) {
    QByteArray d = f.readAll();
    d.replace(QByteArrayLiteral("currentColor"), c.name().toUtf8());
    d.replace(QByteArrayLiteral("stroke-width=\"2\""), QByteArrayLiteral("stroke-width=\"1.8\""));
    QSvgRenderer r(d);
    QPainter q(&p);
    q.setRenderHint(QPainter::Antialiasing);
    r.render(&q);
  }
  return cache[k] = p;
}

QIcon icon(const QString &name, const QColor &c, int px) { return QIcon(new IconEngine(name, c, px)); }

QColor method(const QString &m) {
  const bool d = g.dark;
  if (m == u"GET"_s) return d ? QColor(u"#4FC596"_s) : QColor(u"#12734F"_s);
  if (m == u"POST"_s) return d ? QColor(u"#F2A65E"_s) : QColor(u"#A34D00"_s);
  if (m == u"PUT"_s) return d ? QColor(u"#7CBDF8"_s) : QColor(u"#1D5FB0"_s);
  if (m == u"PATCH"_s) return d ? QColor(u"#E08FC4"_s) : QColor(u"#93306C"_s);
  if (m == u"DELETE"_s) return d ? QColor(u"#FF8078"_s) : QColor(u"#BF2A2E"_s);
  return d ? QColor(u"#9FB4C9"_s) : QColor(u"#41607D"_s); // WS, MQTT, TCP, UDP, RTMP, HLS, FLV
}

QColor mix(const QColor &a, const QColor &b, double t) {
  return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * t, a.greenF() + (b.greenF() - a.greenF()) * t,
                          a.blueF() + (b.blueF() - a.blueF()) * t);
}

QColor alpha(const QColor &c, double a) {
  QColor x = c;
  x.setAlphaF(a);
  return x;
}

double contrast(const QColor &a, const QColor &b) {
  auto lin = [](double c) { return c <= .03928 ? c / 12.92 : std::pow((c + .055) / 1.055, 2.4); };
  auto lum = [&](const QColor &c) { return .2126 * lin(c.redF()) + .7152 * lin(c.greenF()) + .0722 * lin(c.blueF()); };
  double x = lum(a), y = lum(b);
  if (x < y) std::swap(x, y);
  return (x + .05) / (y + .05);
}

double tabularWidth(const QFont &f, const QString &s) {
  QFontMetricsF m(f);
  const double d = m.horizontalAdvance(u'0');
  double w = 0;
  for (QChar c : s) w += c.isDigit() ? d : m.horizontalAdvance(c);
  return w;
}

void drawTabular(QPainter *p, const QRectF &r, int align, const QString &s) {
  const QFont f = p->font();
  QFontMetricsF m(f);
  const double d = m.horizontalAdvance(u'0');
  double x = r.left();
  const double w = tabularWidth(f, s);
  if (align & Qt::AlignRight) x = r.right() - w;
  else if (align & Qt::AlignHCenter) x = r.center().x() - w / 2;
  const double y = align & Qt::AlignTop      ? r.top() + m.ascent()
                   : align & Qt::AlignBottom ? r.bottom() - m.descent()
                                             : r.center().y() + (m.ascent() - m.descent()) / 2;
  for (QChar c : s) {
    const double a = m.horizontalAdvance(c);
    const double cell = c.isDigit() ? d : a;
    p->drawText(QPointF(x + (cell - a) / 2, y), QString(c));
    x += cell;
  }
}


QVector<Contrast> contrasts(bool dark)
{
    const Tokens t = tokens(dark);
    QVector<Contrast> all;
    const auto add = [&](const QString &name, const QColor &on, const QColor &under, double needed) {
        all << Contrast{name, contrast(on, under), needed};
    };
    for (const QColor &under : {t.surface, t.window, t.sunken, t.selected, t.hover}) {
        add(u"text on "_s + under.name(), t.text, under, 4.5);
        add(u"text2 on "_s + under.name(), t.text2, under, 4.5);
        add(u"text3 on "_s + under.name(), t.text3, under, 4.5);
        add(u"accentText on "_s + under.name(), t.accentText, under, 4.5);
    }
    add(u"onAccent on accent"_s, t.onAccent, t.accent, 4.5);
    add(u"ok on okSoft"_s, t.ok, t.okSoft, 4.5);
    add(u"warn on warnSoft"_s, t.warn, t.warnSoft, 4.5);
    add(u"bad on badSoft"_s, t.bad, t.badSoft, 4.5);
    add(u"chipText on chipBg"_s, t.chipText, t.chipBg, 4.5);
    for (int i = 0; i < 4; ++i)
        add(u"series on surface"_s, t.series[i], t.surface, 3);
    return all;
}

} // namespace theme

} // namespace ui
