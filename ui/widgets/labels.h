// Texts, buttons, lines, layouts; the tones that carry meaning; pills, keys, numbers.
#pragma once

#include "ui/widgets/theme.h"

namespace ui {

QLabel *text(const QString &s, Type t = Type::Body, const QString &tone = {}); // tone: 2 3 accent ok warn bad
QLabel *iconLabel(const QString &name, const QColor &c, int px = 16);
QFrame *hline();
QFrame *vline();
QToolButton *iconButton(const QString &icon, const QString &tip, int px = 16);
QPushButton *button(const QString &s, const QString &kind = {}, const QString &icon = {},
                    const QColor &iconColor = {});
QHBoxLayout *hbox(int spacing = sp::s, QMargins m = {});
QVBoxLayout *vbox(int spacing = sp::s, QMargins m = {});
QWidget *wrap(QLayout *l, const QString &look = {}); ///< a frame around a layout, with a look of the style sheet
void setTone(QLabel *label, const QString &tone);
enum class Tone { Neutral, Accent, Ok, Warn, Bad };
QColor toneText(Tone t);
QColor toneSoft(Tone t);
QColor toneMark(Tone t);
QColor toneWash(Tone t); // large areas: banners, alert strips

// rounded label with meaning; never colour alone: text or icon always says the same
class Pill : public QWidget {
  Q_OBJECT

public:
  Pill(const QString &s, Tone t, const QString &icon = {}, QWidget *p = nullptr);
  void set(const QString &s, Tone t, const QString &icon = {});
  QString text() const { return s_; }
  QSize sizeHint() const override;
  void paintEvent(QPaintEvent *) override;

private:
  QString s_, icon_;
  Tone t_;
};

// keyboard hint
class Key : public QWidget {
public:
  explicit Key(const QString &s);
  void setText(const QString &s);
  QSize sizeHint() const override;
  void paintEvent(QPaintEvent *) override;

private:
  QString s_;
};

// number in equal-width digits, with a smaller unit behind it
class Number : public QWidget {
public:
  Number(const QString &value, const QString &unit = {}, Type t = Type::Metric, QColor c = {});
  void setValue(const QString &value, const QString &unit = {}, QColor c = {});
  QString value() const { return v_; }
  QSize sizeHint() const override;
  void paintEvent(QPaintEvent *) override;

private:
  QString v_, u_;
  Type t_;
  QColor c_;
};

// one muted line that gives way when there is no room
class ElideLabel : public QWidget {
public:
  explicit ElideLabel(const QString &s = {}, Type t = Type::Body, int tone = 3);
  void setText(const QString &s);
  QString text() const { return s_; }
  QSize sizeHint() const override;

  QSize minimumSizeHint() const override { return {0, 16}; }

  void paintEvent(QPaintEvent *) override;

private:
  QString s_;
  Type t_;
  int tone_;
};

class Logo : public QWidget {
public:
  explicit Logo(int px);
  void paintEvent(QPaintEvent *) override;
};

} // namespace ui
