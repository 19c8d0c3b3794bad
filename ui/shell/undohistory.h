// The history of changes as a list, the newest last; choosing an entry goes back or forward to it. Closes by itself.
#pragma once

#include <QFrame>

class QUndoStack;

namespace ui {

class UndoHistory : public QFrame
{
    Q_OBJECT

public:
    UndoHistory(QUndoStack &stack, QWidget *window);

    void open(); ///< at the right under the top bar of the window
};

} // namespace ui
