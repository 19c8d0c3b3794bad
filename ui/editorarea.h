// The open cases of a project as tabs, one editor each, and one tab more for the project or the directory chosen last. Tabs
// of what is gone close by themselves. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/widgets/texts.h"
#include <QHash>
#include <QWidget>

class QStackedWidget;

namespace ui {

class CaseEditor;
class DocTabs;

class EditorArea : public QWidget
{
    Q_OBJECT

public:
    explicit EditorArea(document::ProjectDocument &document, QWidget *parent = nullptr);

    CaseEditor *openCase(domain::CaseId id); ///< null: there is no such case
    void openNode(document::NodeRef node);   ///< a case, a step in its case, a directory, the project; others are left alone
    document::NodeRef current() const;       ///< of the tab in view; not valid: none
    domain::CaseId currentCase() const;      ///< not valid: no case is in view
    QVector<document::NodeRef> currentSteps() const; ///< chosen in the case in view
    QVector<domain::CaseId> currentCases() const; ///< of the tab in view, enabled ones of a directory; empty: of the project
    QVector<document::NodeRef> openNodes() const; ///< from left to right
    void closeTab(int tab);
    void closeCurrent();
    void reopen(); ///< the tab closed last
    void step(int by); ///< to the next tab, round the end
    DocTabs *tabs() const { return m_tabs; }

signals:
    void currentChanged(domain::CaseId id);
    void addCaseRequested();
    void transactionRequested(domain::TransactionId id); ///< to be shown in the library
    void editorOpened(QWidget *editor);
    void runRequested(const QVector<domain::CaseId> &cases);
    void debugRequested(const QVector<document::NodeRef> &nodes);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *emptyPage();
    document::NodeRef nodeAt(int tab) const;
    int tabOf(document::NodeRef node) const;
    void openOverview(document::NodeRef node);
    QWidget *editorOf(document::NodeRef node) const; ///< null: not open
    void showTab(int tab);
    void forgetMissing();

    document::ProjectDocument &m_document;
    QHash<int, CaseEditor *> m_editors; ///< by case
    QWidget *m_overview = nullptr; ///< of the project or a directory
    document::NodeRef m_overviewNode;
    QVector<document::NodeRef> m_closed; ///< last closed last
    DocTabs *m_tabs;
    QStackedWidget *m_stack;
    Texts m_texts;
};

} // namespace ui
