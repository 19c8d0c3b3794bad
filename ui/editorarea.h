// The open cases of a project as tabs, one editor each. Tabs of cases that are gone close by themselves. GUI thread.
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
    void openNode(document::NodeRef node);   ///< a case, or a step in its case; others are left alone
    domain::CaseId currentCase() const;      ///< not valid: no tab is open
    QVector<domain::CaseId> openCases() const; ///< from left to right
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

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *emptyPage();
    int tabOf(domain::CaseId id) const;
    void showTab(int tab);
    void forgetMissingCases();

    document::ProjectDocument &m_document;
    QHash<int, CaseEditor *> m_editors; ///< by case
    QVector<domain::CaseId> m_closed;   ///< last closed last
    DocTabs *m_tabs;
    QStackedWidget *m_stack;
    Texts m_texts;
};

} // namespace ui
