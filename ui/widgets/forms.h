// Parts of editors: labelled fields, notes, panes with a head, overlays.
#pragma once

#include "ui/widgets/cells.h"
#include "ui/widgets/codeedit.h"

namespace ui {

namespace form {
QLineEdit *edit(const QString &s, int width = 0, bool right = false);
QLineEdit *secret(const QString &s, int width = 0);
QComboBox *combo(const QStringList &items, int width = 0, const QString &icon = {});
QCheckBox *check(const QString &s, bool on);
QWidget *field(const QString &label, QWidget *w, int width = 0, const QString &hint = {});
QHBoxLayout *line(std::initializer_list<QWidget *> ws, bool stretch = true, int spacing = sp::s);
QLabel *para(const QString &s, Type t = Type::Small, const QString &tone = QStringLiteral("2"));             // wraps
QWidget *note(const QString &s, Tone t, const QString &icon, const QString &action = {}); // soft strip
QWidget *fact(const QString &icon, const QColor &c, const QString &label, const QString &value = {},
              const QString &why = {});
QWidget *setting(const QString &label, const QString &hint, QWidget *control); // label left, control right
QWidget *paneHead(const QString &icon, const QString &title, const QString &caption, const QVector<QWidget *> &right,
                  int left = sp::m);
QWidget *foot(QLayout *l, int height = 34);
QWidget *matchRow(const QString &what, const QString &detail, const QString &pill, Tone t, const QString &ic);
QScrollArea *scroll(QWidget *w, int width = 0);

Cell step(const QString &icon, QColor c, const QString &name, const QString &detail = {});
Cell request(const QString &m, const QString &name, const QString &path, int checks, int extracts, const QString &time,
             QColor dot = {});
Cell section(const QString &s, const QString &d);
} // namespace form

// the page behind is dimmed; one panel stands over it
class Overlay : public QWidget {
public:
  Overlay(QWidget *over, QWidget *panel, int width, int top); // top < 0: centred
  void paintEvent(QPaintEvent *) override;
  bool eventFilter(QObject *o, QEvent *e) override;
  void place();

private:
  QWidget *panel_;
  int w_, top_;
};

} // namespace ui
