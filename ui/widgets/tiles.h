// Cards, figure tiles, verdicts, meters.
#pragma once

#include "ui/widgets/labels.h"

namespace ui {

class ElideLabel;

// surface with a hairline; optional heading, caption and widgets at the right of the heading
class Card : public QFrame {
  Q_OBJECT

public:
  explicit Card(const QString &title = {}, const QString &caption = {});
  void addHeaderWidget(QWidget *w);
  void setTitle(const QString &title);
  void setCaption(const QString &caption);
  QVBoxLayout *body;
  QHBoxLayout *header = nullptr;

private:
  QLabel *title_ = nullptr;
  ElideLabel *caption_ = nullptr;
};

// one figure of the top row
class Tile : public QFrame {
  Q_OBJECT

public:
  struct Spec {
    QString label, value, unit, note;
    Tone noteTone = Tone::Neutral;
    QVector<double> spark;
    QColor sparkColor;
    double fraction = -1;
    QColor valueColor;
  };

  explicit Tile(const Spec &s);
  void setSpec(const Spec &s); ///< everything at once, no rebuild
  void setValue(const QString &value, const QString &unit = {});
  void setLabel(const QString &label);
  void setNote(const QString &note, Tone tone = Tone::Neutral);
  void setSpark(const QVector<double> &spark);
  void setFraction(double fraction); ///< 0..1, below 0: no bar
  const Spec &spec() const { return s_; }
  void paintEvent(QPaintEvent *) override;
  void resizeEvent(QResizeEvent *e) override;

private:
  void fitNote();
  Spec s_;
  QLabel *label_, *note_;
  Number *number_;
};

class VerdictSide;

// two verdicts side by side: what was asked of the run, and whether its figures can be trusted; where there is no room
// the figures at the right go first, then the sentence is cut (its tooltip has all)
class VerdictBanner : public QFrame {
  Q_OBJECT

public:
  struct Side {
    Tone tone;
    QString icon, title, text;
    QStringList facts;
  };

  VerdictBanner(const Side &sla, const Side &trust);
  void set(const Side &sla, const Side &trust);

private:
  VerdictSide *sla_, *trust_;
};

// thin labelled meter (generator health, capacity)
class Meter : public QWidget {
public:
  Meter(const QString &label, const QString &value, double fraction, Tone t, int labelWidth = 108);

  void set(const QString &value, double fraction, Tone t);
  void setLabel(const QString &label);

  QSize sizeHint() const override { return {200, 22}; }

  void paintEvent(QPaintEvent *) override;

private:
  QString l_, v_;
  double f_;
  Tone t_;
  int lw_;
};

} // namespace ui
