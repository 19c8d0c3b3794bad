#include "ui/shell/undohistory.h"
#include "ui/widgets/labels.h"

using namespace Qt::StringLiterals;

namespace ui {

UndoHistory::UndoHistory(QUndoStack &stack, QWidget *window) : QFrame(window, Qt::Popup)
{
    setObjectName(u"undoHistory"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("look", u"panel"_s);
    setAccessibleName(tr("History of changes"));
    auto *list = new QUndoView(&stack);
    list->setObjectName(u"undoView"_s);
    list->setAccessibleName(tr("Changes, the newest last"));
    list->setEmptyLabel(tr("As it was when it was opened"));
    auto *hint = text(tr("Choose an entry to go back or forward to it."), Type::Small, u"3"_s);
    auto *head = vbox(2, {sp::m, sp::m, sp::m, sp::s});
    head->addWidget(text(tr("History of changes"), Type::Heading));
    head->addWidget(hint);
    auto *l = vbox(0, {1, 1, 1, sp::s});
    l->addLayout(head);
    l->addWidget(list, 1);
    setLayout(l);
    resize(340, 420);
    connect(&stack, &QUndoStack::indexChanged, list, [list, &stack] { list->scrollTo(list->model()->index(stack.index(), 0)); });
    setFocusProxy(list);
}

void UndoHistory::open()
{
    const QWidget *window = parentWidget();
    resize(width(), std::min(420, window->height() - 80));
    move(window->mapToGlobal(QPoint(window->width() - width() - sp::m, 52)));
    show();
    focusProxy()->setFocus();
}

} // namespace ui
