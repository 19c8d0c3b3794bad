// The style sheet on each window instead of on the application: with one on the application, Qt hands the style down anew
// through every part that is put into another while a page is built, which took most of the time of opening a case.
// GUI thread.
#pragma once

#include <QString>

class QWidget;

namespace ui {

/// The sheet of all windows, those to come included: a window without parent gets it when it is created, others inherit it.
void dressWindows(const QString &sheet);
/// At once, so that what is asked for its size before it is shown answers as it will look.
void dress(QWidget &window);

} // namespace ui
