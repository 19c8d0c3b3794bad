#include "ui/shell/dialoghelp.h"
#include "ui/shell/helptargets.h"
#include "ui/shell/manualpage.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QDialog>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace ui {

DialogHelp::DialogHelp(const Commands &commands, QObject *parent) : QObject(parent), m_commands(commands)
{
    qApp->installEventFilter(this);
}

ManualPage *DialogHelp::shown() const { return m_window ? m_window->findChild<ManualPage *>() : nullptr; }

bool DialogHelp::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_F1)
        return false;
    QWidget *dialog = QApplication::activeModalWidget();
    auto *at = qobject_cast<QWidget *>(object);
    if (!dialog || !at || (at != dialog && !dialog->isAncestorOf(at)))
        return false;
    open(dialog, help::targetFor(at));
    return true;
}

void DialogHelp::open(QWidget *dialog, const QString &target)
{
    if (!m_window || m_window->parentWidget() != dialog) {
        delete m_window;
        auto *window = new QDialog(dialog); // a child of a modal window is not shut off by it
        window->setObjectName(u"dialogManual"_s);
        window->setAttribute(Qt::WA_DeleteOnClose);
        window->setWindowTitle(tr("Manual"));
        auto *page = new ManualPage(m_commands);
        connect(page, &ManualPage::closed, window, &QDialog::close);
        auto *l = vbox(0);
        l->addWidget(page);
        window->setLayout(l);
        window->resize(900, 620);
        m_window = window;
    }
    m_window->findChild<ManualPage *>()->open(target);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace ui
