// Which page of the manual belongs to a widget: its own property "help", else its object name, else its class, else those
// of what it stands in. Targets read "load" or "load#surge".
#pragma once

#include <QHash>
#include <QString>

class QWidget;

namespace ui::help {

QString targetFor(const QWidget *widget); ///< "start" when nothing on the way up has one
/// The table behind it: object names and class names ("ui::StageEditor") with their targets.
const QHash<QString, QString> &targets();

} // namespace ui::help
