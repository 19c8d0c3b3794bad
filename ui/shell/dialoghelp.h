// F1 inside a modal dialog, where the window's own commands do not reach: the page of the manual opens in a window of the
// dialog's, so that both can be used. GUI thread.
#pragma once

#include <QPointer>
#include <QWidget>

namespace ui {

class Commands;
class ManualPage;

class DialogHelp : public QObject
{
    Q_OBJECT

public:
    /// Watches the keys of the whole program as long as `parent` lives.
    DialogHelp(const Commands &commands, QObject *parent);

    ManualPage *shown() const; ///< null: none is open

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void open(QWidget *dialog, const QString &target);

    const Commands &m_commands;
    QPointer<QWidget> m_window;
};

} // namespace ui
