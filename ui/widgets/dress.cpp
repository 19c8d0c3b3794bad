#include "ui/widgets/dress.h"
#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace ui {

namespace {

constexpr const char *mark = "dressed";
QString g_sheet;

class Dresser final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::WinIdChange && watched->isWidgetType()) {
            auto &widget = *static_cast<QWidget *>(watched);
            if (widget.isWindow() && !widget.parentWidget() && widget.styleSheet().isEmpty())
                dress(widget);
        }
        return false;
    }
};

} // namespace

void dress(QWidget &window)
{
    window.setProperty(mark, true);
    if (window.styleSheet() != g_sheet)
        window.setStyleSheet(g_sheet);
}

void dressWindows(const QString &sheet)
{
    static Dresser *const dresser = [] {
        auto *made = new Dresser(qApp);
        qApp->installEventFilter(made);
        return made;
    }();
    Q_UNUSED(dresser)
    g_sheet = sheet;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        const bool isNew = window->styleSheet().isEmpty() && !window->parentWidget() && window->testAttribute(Qt::WA_WState_Created);
        if (isNew || window->property(mark).toBool())
            dress(*window);
    }
}

} // namespace ui
