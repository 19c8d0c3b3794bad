// Presses, clicks, types and scrolls at random in a window, for as long as asked. The same seed does the same on the same
// program. What leaves the program (file dialogs, other windows' questions) is answered with Escape. GUI thread.
#pragma once

#include <QtTest>
#include <QtWidgets>
#include <random>

class Monkey
{
public:
    Monkey(QWidget &window, quint32 seed) : m_window(window), m_random(seed)
    {
        m_rescue.callOnTimeout([this] { leave(); });
        m_rescue.start(20);
    }

    /// One act. False: the window is gone.
    bool act()
    {
        m_acts++;
        QWidget *widget = anyWidget();
        if (!widget)
            return m_window.isVisible();
        m_acting = true;
        const QPoint at(pick(widget->width()), pick(widget->height()));
        switch (pick(10)) {
        case 0:
        case 1:
        case 2:
        case 3: QTest::mouseClick(widget, Qt::LeftButton, modifiers(), at); break;
        case 4: QTest::mouseDClick(widget, Qt::LeftButton, {}, at); break;
        case 5: drag(widget, at); break;
        case 6: wheel(widget, at); break;
        case 7: type(); break;
        case 8: key(); break;
        default: trigger(); break;
        }
        m_acting = false;
        QApplication::processEvents();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return m_window.isVisible();
    }
    int acts() const { return m_acts; }

private:
    int pick(int below) { return below < 2 ? 0 : int(m_random() % quint32(below)); }

    Qt::KeyboardModifiers modifiers()
    {
        static const Qt::KeyboardModifiers all[] = {Qt::NoModifier, Qt::NoModifier, Qt::ControlModifier, Qt::ShiftModifier};
        return all[pick(4)];
    }

    QWidget *anyWidget()
    {
        QWidget *top = QApplication::activePopupWidget();
        if (!top)
            top = QApplication::activeModalWidget();
        if (!top)
            top = &m_window;
        QWidgetList shown;
        for (QWidget *widget : top->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->isEnabled() && widget->width() > 2 && widget->height() > 2)
                shown << widget;
        }
        return shown.isEmpty() ? nullptr : shown[pick(int(shown.size()))];
    }

    void drag(QWidget *widget, QPoint from)
    {
        QTest::mousePress(widget, Qt::LeftButton, {}, from);
        for (int i = 0; i < 3; ++i)
            QTest::mouseMove(widget, QPoint(pick(widget->width()), pick(widget->height())));
        QTest::mouseRelease(widget, Qt::LeftButton, {}, QPoint(pick(widget->width()), pick(widget->height())));
    }

    void wheel(QWidget *widget, QPoint at)
    {
        QWheelEvent event(at, widget->mapToGlobal(at), {}, QPoint(0, pick(2) ? 120 : -120), Qt::NoButton, modifiers(), Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &event);
    }

    void type()
    {
        static const QStringList texts{QStringLiteral("shop"), QStringLiteral("${x}"), QStringLiteral("0"), QStringLiteral("-1"),
                                       QStringLiteral("99999999999"), QStringLiteral("http://127.0.0.1:9/"), QStringLiteral("{\"a\":[1,"),
                                       QStringLiteral("'\\\"<&%1"), QStringLiteral("(")};
        if (QWidget *focus = QApplication::focusWidget())
            QTest::keyClicks(focus, texts[pick(int(texts.size()))]);
    }

    void key()
    {
        static const Qt::Key keys[] = {Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Escape, Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_Up,
                                       Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_PageDown, Qt::Key_Space,
                                       Qt::Key_F2, Qt::Key_Z, Qt::Key_Y, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_A, Qt::Key_D, Qt::Key_T};
        if (QWidget *focus = QApplication::focusWidget())
            QTest::keyClick(focus, keys[pick(int(std::size(keys)))], modifiers());
    }

    /// A command of the menus, but those that end the program or leave it.
    void trigger()
    {
        static const QSet<QString> spared{QStringLiteral("quit"), QStringLiteral("openFile"), QStringLiteral("exportFile"), QStringLiteral("newWorkspace"),
                                          QStringLiteral("openWorkspace")};
        const auto actions = m_window.actions();
        if (actions.isEmpty())
            return;
        QAction *action = actions[pick(int(actions.size()))];
        if (!spared.contains(action->objectName()) && action->isEnabled())
            action->trigger();
    }

    /// Inside an act an event loop runs only while something asks: a file dialog, a question, a menu.
    void leave()
    {
        if (!m_acting)
            return;
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        else if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
            dialog->reject();
    }

    QWidget &m_window;
    std::mt19937 m_random;
    QTimer m_rescue;
    int m_acts = 0;
    bool m_acting = false;
};
