#include "ui/widgets/stylesheet.h"

using namespace Qt::StringLiterals;

namespace ui {

QString styleSheet(const Tokens &g, const QHash<QString, QString> &images)
{
    QString q = uR"(
QMainWindow, *[look="page"] { background: @window; }
QToolTip { background: @raised; color: @text; border: 1px solid @borderStrong; padding: 4px 8px; }
QLabel { background: transparent; color: @text; }
QLabel[tone="2"] { color: @text2; } QLabel[tone="3"] { color: @text3; } QLabel[tone="accent"] { color: @accentText; }
QLabel[tone="ok"] { color: @ok; } QLabel[tone="warn"] { color: @warn; } QLabel[tone="bad"] { color: @bad; }

*[look="topBar"] { background: @surface; border: 0; border-bottom: 1px solid @border; }
*[look="rail"] { background: @sunken; border: 0; border-right: 1px solid @border; }
*[look="rail"] QToolButton { border: 0; border-radius: 8px; color: @text3; padding: 6px 0 4px 0; }
*[look="rail"] QToolButton:hover { background: @hoverRail; color: @text; }
*[look="rail"] QToolButton:checked { background: @accentSoft; color: @accentText; }
*[look="sidebar"] { background: @surface; border: 0; border-right: 1px solid @border; }
*[look="statusBar"] { background: @surface; border: 0; border-top: 1px solid @border; }
*[look="tabStrip"] { background: @sunken; border: 0; border-bottom: 1px solid @border; }
*[look="pane"] { background: @surface; } *[look="sunkenPane"] { background: @sunken; }
*[look="paneHeader"] { background: @surface; border: 0; border-bottom: 1px solid @border; }
*[look="card"] { background: @surface; border: 1px solid @border; border-radius: 8px; }
*[look="hline"] { background: @border; max-height: 1px; min-height: 1px; border: 0; } *[look="vline"] { background: @border; max-width: 1px; min-width: 1px; border: 0; }

QPushButton[kind="search"] { background: @sunken; border-color: @border; color: @text3; text-align: left; padding: 0 10px; }
QPushButton[kind="search"]:hover { border-color: @borderStrong; } QPushButton[kind="search"]:focus { border-color: @accent; }
*[look="statusBar"] QToolButton { padding: 0 6px; border-radius: 4px; }
QTabBar QToolButton { background: @sunken; border-radius: 0; } QTabBar QToolButton[look="tabClose"] { background: transparent; border-radius: 4px; padding: 0; }
QTabBar QToolButton[look="tabClose"]:hover { background: @hoverRail; }
QTabBar QToolButton::left-arrow { image: url(@img-left); width: 14px; } QTabBar QToolButton::right-arrow { image: url(@img-right); width: 14px; }

QMenuBar { background: transparent; border: 0; padding: 0; }
QMenuBar::item { background: transparent; color: @text2; padding: 5px 9px; border-radius: 6px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @hover; color: @text; }
QMenu { background: @raised; border: 1px solid @borderStrong; border-radius: 8px; padding: 6px; color: @text; }
QMenu::item { padding: 6px 28px 6px 8px; border-radius: 5px; min-height: 18px; }
QMenu::item:selected { background: @selected; } QMenu::item:disabled { color: @disabled; }
QMenu::icon { padding-left: 8px; } QMenu::right-arrow { image: url(@img-right); width: 14px; height: 14px; margin-right: 6px; } QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; } QMenu::indicator:checked { image: url(@img-tick); } QMenu::separator { height: 1px; background: @border; margin: 5px 6px; }

QPushButton { background: @raised; color: @text; border: 1px solid @borderStrong; border-radius: 6px; padding: 0 12px; min-height: 28px; }
QPushButton:hover { background: @hover; } QPushButton:focus { border-color: @accent; } QPushButton:disabled { color: @disabled; border-color: @border; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[kind="danger"] { background: @badSoft; color: @bad; border-color: @badLine; font-weight: 600; }
QPushButton[kind="ghost"] { background: transparent; border-color: transparent; color: @text2; padding: 0 8px; }
QPushButton[kind="ghost"]:hover { background: @hover; color: @text; }
QPushButton[kind="link"] { background: transparent; border: 0; color: @accentText; padding: 0; min-height: 20px; }
QPushButton::menu-indicator { image: none; width: 0; }
QToolButton { background: transparent; border: 0; border-radius: 6px; padding: 4px; color: @text2; }
QToolButton:hover { background: @hover; } QToolButton::menu-indicator { image: none; }
*[look="segment"] { background: @sunken; border: 1px solid @border; border-radius: 7px; }
*[look="segment"] QToolButton { border-radius: 5px; padding: 2px 10px; color: @text2; border: 1px solid transparent; }
*[look="segment"] QToolButton:checked { background: @segOn; color: @text; border: 1px solid @borderStrong; }
*[look="preset"] { border: 1px solid @border; border-radius: 8px; background: @surface; color: @text2; padding: 6px 0 4px 0; }
*[look="preset"]:hover { border-color: @borderStrong; background: @hover; } *[look="preset"]:checked { border: 1px solid @accent; background: @accentSoft; color: @text; }

QLineEdit, QComboBox, QSpinBox, QPlainTextEdit[look="field"] { background: @field; color: @text; border: 1px solid @borderStrong; border-radius: 6px; padding: 0 8px; min-height: 28px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QPlainTextEdit[look="field"]:focus { border-color: @accent; }
QLineEdit:disabled, QComboBox:disabled { color: @disabled; border-color: @border; }
QLineEdit[bare="true"] { border: 0; background: transparent; padding: 0; font-size: 16px; }
QLineEdit[quiet="true"], QComboBox[quiet="true"] { background: @sunken; border-color: @border; } QLineEdit[quiet="true"]:focus, QComboBox[quiet="true"]:focus { border-color: @accent; }
QComboBox { padding-right: 0; } QComboBox::drop-down { border: 0; width: 24px; } QComboBox::down-arrow { image: url(@img-down); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @borderStrong; selection-background-color: @selected; selection-color: @text; }
QSpinBox::up-button, QSpinBox::down-button { width: 18px; border: 0; background: transparent; } QSpinBox::up-arrow { image: url(@img-up); width: 12px; } QSpinBox::down-arrow { image: url(@img-down); width: 12px; }
QCheckBox, QRadioButton { color: @text; spacing: 8px; background: transparent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @control; border-radius: 4px; background: @field; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(@img-check); }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @control; border-radius: 8px; background: @field; }
QRadioButton::indicator:checked { border: 5px solid @accent; width: 6px; height: 6px; background: @onAccent; }
QSlider { background: transparent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @track; } QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: @knob; border: 2px solid @accent; }
QProgressBar { background: @track; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; } QProgressBar::chunk { background: @accent; border-radius: 2px; }

QAbstractScrollArea { background: transparent; border: 0; } QPlainTextEdit { background: transparent; color: @text; border: 0; selection-background-color: @selected; selection-color: @text; }
QTreeView, QTableView { background: transparent; border: 0; outline: 0; alternate-background-color: transparent; color: @text; }
QTreeView::branch { background: transparent; }
QHeaderView { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; } QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 3px; } QScrollBar::handle:vertical { min-height: 32px; margin: 2px; } QScrollBar::handle:horizontal { min-width: 32px; margin: 2px; }
QScrollBar::handle:hover { background: @text3; } QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; } QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @border; } QSplitter::handle:hover { background: @accent; }

*[look="foot"] { background: @surface; border: 0; border-top: 1px solid @border; }
*[look="note"] { background: @accentSoft; border: 0; border-radius: 6px; } *[look="noteWarn"] { background: @warnSoft; border: 0; border-radius: 6px; } *[look="noteBad"] { background: @badSoft; border: 0; border-radius: 6px; } *[look="noteOk"] { background: @okSoft; border: 0; border-radius: 6px; }
*[look="entry"] { background: @surface; border: 1px solid @accent; border-radius: 8px; }
*[look="panel"] { background: @raised; border: 1px solid @borderStrong; border-radius: 10px; }
*[look="rowButton"] { border: 0; border-radius: 6px; text-align: left; background: transparent; padding: 0 8px; color: @text; } *[look="rowButton"]:hover { background: @hover; } *[look="rowButton"]:focus { border: 1px solid @accent; }
QToolButton:focus, QCheckBox:focus { border: 1px solid @accent; border-radius: 6px; } QTreeView:focus, QTableView:focus { border: 1px solid @accentLine; }
QPushButton[kind="primary"]:focus { border-color: @text; } QPushButton[kind="primary"]:disabled { background: @track; color: @disabled; border-color: @track; }
QDoubleSpinBox { background: @field; color: @text; border: 1px solid @borderStrong; border-radius: 6px; padding: 0 8px; min-height: 28px; } QDoubleSpinBox:focus { border-color: @accent; }
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 18px; border: 0; background: transparent; } QDoubleSpinBox::up-arrow { image: url(@img-up); width: 12px; } QDoubleSpinBox::down-arrow { image: url(@img-down); width: 12px; }
QHeaderView::section { background: @surface; color: @text3; border: 0; border-bottom: 1px solid @border; padding: 4px 8px; }
QTableView::item:selected, QListView::item:selected { background: @selected; color: @text; } QListView { background: transparent; border: 0; outline: 0; color: @text; } QListView::item { min-height: 28px; padding: 0 8px; }
)"_s;
  const QMap<QString, QColor> m = {{u"window"_s, g.window},
                                   {u"surface"_s, g.surface},
                                   {u"raised"_s, g.raised},
                                   {u"sunken"_s, g.sunken},
                                   {u"hover"_s, g.hover},
                                   {u"selected"_s, g.selected},
                                   {u"hoverRail"_s, g.dark ? g.raised : g.border},
                                   {u"border"_s, g.border},
                                   {u"borderStrong"_s, g.borderStrong},
                                   {u"text"_s, g.text},
                                   {u"text2"_s, g.text2},
                                   {u"text3"_s, g.text3},
                                   {u"disabled"_s, g.disabled},
                                   {u"accent"_s, g.accent},
                                   {u"accentHover"_s, g.accentHover},
                                   {u"onAccent"_s, g.onAccent},
                                   {u"accentText"_s, g.accentText},
                                   {u"accentSoft"_s, g.accentSoft},
                                   {u"ok"_s, g.ok},
                                   {u"warn"_s, g.warn},
                                   {u"bad"_s, g.bad},
                                   {u"badSoft"_s, g.badSoft}, {u"okSoft"_s, g.okSoft}, {u"warnSoft"_s, g.warnSoft}, {u"accentLine"_s, g.accentLine},
                                   {u"badLine"_s, theme::mix(g.badSoft, g.bad, .35)},
                                   {u"field"_s, g.dark ? g.sunken : g.surface},
                                   {u"segOn"_s, g.dark ? QColor(u"#2C313A"_s) : g.surface},
                                   {u"control"_s, g.dark ? QColor(u"#6B7483"_s) : QColor(u"#8B94A3"_s)},
                                   {u"track"_s, g.dark ? QColor(u"#333943"_s) : QColor(u"#DFE3E9"_s)},
                                   {u"knob"_s, g.dark ? QColor(u"#E6E9EE"_s) : QColor(u"#FFFFFF"_s)},
                                   {u"scroll"_s, g.dark ? QColor(u"#4A515D"_s) : QColor(u"#C3C9D3"_s)}};
  QStringList keys = m.keys();
  std::sort(keys.begin(), keys.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
  for (auto image = images.begin(); image != images.end(); ++image)
    q.replace(u"@img-"_s + image.key(), image.value());
  for (const auto &k : keys) q.replace(u"@"_s + k, m[k].name());
  return q;
}

} // namespace ui
