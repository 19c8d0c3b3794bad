// The whole window over a workspace in a folder of its own; reopened as after a restart.
#pragma once

#include "app/services/application.h"
#include "ui/mainwindow.h"
#include "ui/widgets/theme.h"
#include <QTest>

class WindowFixture
{
public:
    WindowFixture() { ui::theme::apply(false); }

    void open()
    {
        m_application = std::make_unique<services::Application>(m_folder.filePath(QStringLiteral("settings.ini")));
        m_opened = m_application->open(workspacePath());
        m_window = std::make_unique<ui::MainWindow>(*m_application);
        m_window->setLanguage(QStringLiteral("en"));
        m_window->resize(1280, 720);
        m_window->show();
        if (!m_opened)
            m_window->showProblem(workspacePath(), m_opened.error().message);
        (void)QTest::qWaitForWindowActive(m_window.get());
    }
    void close()
    {
        if (m_window)
            m_window->close();
        m_window.reset();
        m_application.reset();
    }
    void reopen()
    {
        close();
        open();
    }

    QString workspacePath() const { return m_folder.filePath(QStringLiteral("work.crescendo")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    bool isOpen() const { return m_opened.has_value(); }
    services::Application &application() { return *m_application; }
    services::WorkspaceService &workspace() { return m_application->workspace(); }
    document::ProjectDocument &document() { return workspace().document(); }
    ui::MainWindow &window() { return *m_window; }

    template <class T> T *find(const QString &name) const { return m_window->findChild<T *>(name); }
    /// A real click in the middle. False: it cannot be clicked.
    bool click(const QString &name)
    {
        auto *widget = find<QWidget>(name);
        if (!widget || !widget->isVisible() || !widget->isEnabled())
            return false;
        QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
        return true;
    }

private:
    QTemporaryDir m_folder;
    domain::Result<> m_opened;
    std::unique_ptr<services::Application> m_application;
    std::unique_ptr<ui::MainWindow> m_window;
};
