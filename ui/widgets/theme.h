// Design tokens, type scale, spacing, icon tinting. Every colour used anywhere comes from Tokens; no widget names one itself.
#pragma once

#include <QtWidgets>

namespace ui {

struct Tokens {
  bool dark = false;
  // surfaces, from back to front
  QColor window, surface, raised, sunken;
  QColor hover, selected;      // row states
  QColor border, borderStrong; // hairline; control outline (3:1 on surface)
  QColor scrim;                // over the page, behind a palette or dialog
  QColor text, text2, text3;   // primary, secondary, tertiary (all AA on surface)
  QColor disabled;
  // the one accent
  QColor accent, accentHover, onAccent, accentText, accentSoft, accentLine;
  // meaning
  QColor ok, okSoft, warn, warnSoft, bad, badSoft; // text and tint
  QColor okMark, warnMark, badMark;                // dots, bars, meters
  // charts
  QColor grid, axis;
  QVector<QColor> series;              // colour-blind safe, in order of use
  QColor p50, p95, p99;                // percentiles: light to strong, then the alarm hue
  QColor c2xx, c3xx, c4xx, c5xx, cnet; // response codes
  // syntax
  QColor synKey, synStr, synNum, synKw, synPunct;
  // variable chip
  QColor chipBg, chipText, chipLine;
};

enum class Type { Display, Metric, Title, Heading, Strong, Body, Small, Caption, Mono, MonoSmall };

namespace theme {
enum class Choice { Light, Dark, System };

/// Palette, style sheet and fonts on qApp; icons made by the helpers below are painted anew. May be called at any time.
void apply(Choice choice);
void apply(bool dark);
Choice choice();
const Tokens &tk();
Tokens tokens(bool dark); // of either theme, for previews
QFont font(Type t);
QPixmap pix(const QString &name, int px, const QColor &c);
QIcon icon(const QString &name, const QColor &c = QColor(), int px = 16);
QColor method(const QString &m); // GET, POST, ... and protocol names
QColor mix(const QColor &a, const QColor &b, double t);
QColor alpha(const QColor &c, double a);
double contrast(const QColor &a, const QColor &b);

/// One pair of colours and the contrast it needs (WCAG AA).
struct Contrast
{
    QString name;
    double ratio, needed;
};
QVector<Contrast> contrasts(bool dark);
/// A colour of the other theme as its counterpart in this one; others stay as they are.
QColor recoloured(const QColor &c);
/// Gives a button or label an icon that follows the theme.
void setIcon(QAbstractButton *button, const QString &name, const QColor &c = {}, int px = 16);
void setIcon(QLabel *label, const QString &name, const QColor &c, int px = 16);
// digits in equal cells whatever the font offers (QFont::setFeature("tnum") exists only from Qt 6.7)
double tabularWidth(const QFont &f, const QString &s);
void drawTabular(QPainter *p, const QRectF &r, int align, const QString &s);
} // namespace theme

// spacing: multiples of 4, of 8 wherever room allows
namespace sp {
constexpr int xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 32;
}

namespace row {
constexpr int dense = 28, normal = 32;
}

} // namespace ui
