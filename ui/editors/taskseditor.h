// Tasks: which cases run, in which order, together or one by one, scaled by how much, and the rules of the whole. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/editors/fields.h"

namespace items { class TaskCasesModel; class TasksModel; }

namespace ui {

class EditTable;
class SlaEditor;

class TaskEditor : public QWidget
{
    Q_OBJECT

public:
    explicit TaskEditor(document::ProjectDocument &document, QWidget *parent = nullptr);

    void setTask(domain::TaskId task); ///< not valid: nothing to edit
    domain::TaskId task() const { return m_task; }
    void moveCase(int by);

signals:
    void runRequested(domain::TaskId task);
    void openRequested(document::NodeRef node);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *head();
    QWidget *fields();
    QWidget *casesPage();
    void read();
    void fillCaseMenu();

    document::ProjectDocument &m_document;
    domain::TaskId m_task;
    Texts m_texts;
    Fields<domain::Task> m_fields;
    items::TaskCasesModel *m_cases;
    EditTable *m_table;
    QMenu *m_caseMenu;
    QLabel *m_title, *m_problem;
    SlaEditor *m_rules;
};

/// The list of tasks beside the editor of the chosen one.
class TasksEditor : public QWidget
{
    Q_OBJECT

public:
    explicit TasksEditor(document::ProjectDocument &document, QWidget *parent = nullptr);

    void select(domain::TaskId task);
    void addTask();
    TaskEditor *editor() const { return m_editor; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCurrent();

    document::ProjectDocument &m_document;
    Texts m_texts;
    items::TasksModel *m_model;
    EditTable *m_table;
    QStackedWidget *m_right;
    TaskEditor *m_editor;
};

} // namespace ui
