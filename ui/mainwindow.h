// The window: menus and search, rail, project tree, document tabs and pages, status line. GUI thread.
#pragma once

#include "app/services/application.h"
#include "ui/widgets/texts.h"
#include <QHash>
#include <QMainWindow>
#include <memory>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTranslator;

namespace ui {

class CaseEditor;
class ComparePage;
class HistoryPage;
class LivePage;
class ProjectDock;
class ReportPage;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum Page { Design, Live, Report, History, Compare };

    explicit MainWindow(services::Application &application, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(Page page);
    Page page() const;
    CaseEditor *openCase(domain::CaseId id);
    void openNode(document::NodeRef node);
    void openPalette();
    void run();
    void stop();
    void setLanguage(const QString &language); ///< "en", "zh_CN" or "system"; at once
    ProjectDock *projectDock() const { return m_dock; }
    QTabBar *tabs() const { return m_tabs; }
    /// What is wrong, in one sentence on the status line.
    void complain(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    document::ProjectDocument &document() { return m_application.workspace().document(); }
    void buildMenus();
    QWidget *buildTopBar();
    QWidget *buildRail();
    QWidget *buildStatus();
    void closeTab(int tab);
    void showTab(int tab);
    void forgetMissingCases();
    void updateState();
    void fillEnvironments();
    void newProject();
    void openFile();
    void exportFile();
    void openSample();
    void openRun(domain::RunId run);
    void take(const domain::Result<domain::ProjectId> &id);
    QAction *add(QMenu *menu, const QString &name, const QKeySequence &keys, std::function<QString()> text, std::function<void()> run);

    services::Application &m_application;
    Texts m_texts;
    std::unique_ptr<QTranslator> m_translator;
    QHash<int, CaseEditor *> m_editors; ///< by case
    QButtonGroup *m_rail;
    QStackedWidget *m_pages, *m_documents;
    QTabBar *m_tabs;
    ProjectDock *m_dock;
    LivePage *m_live;
    ReportPage *m_report;
    HistoryPage *m_history;
    ComparePage *m_compare;
    QComboBox *m_environment;
    QPushButton *m_run, *m_stop;
    QLabel *m_engine, *m_saved, *m_complaint;
    QList<QAction *> m_commands;
};

} // namespace ui
