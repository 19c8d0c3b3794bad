// A case: its steps beside the editor of the current one, its load, its rules. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/widgets/texts.h"
#include <QWidget>

class QLabel;
class QMenu;
class QStackedWidget;
class QTableView;

namespace items { class SlaModel; class StepsModel; }

namespace ui {

class RequestEditor;
class RowsTable;
class StageEditor;
class SubTabs;
class Tree;

class CaseEditor : public QWidget
{
    Q_OBJECT

public:
    enum Part { Steps, Load, Rules };

    explicit CaseEditor(document::ProjectDocument &document, domain::CaseId testCase, QWidget *parent = nullptr);

    domain::CaseId testCase() const { return m_case; }
    void showPart(Part part);
    void showStep(domain::StepId step);
    domain::StepId currentStep() const;
    RequestEditor *requestEditor() const { return m_request; }
    StageEditor *stageEditor() const { return m_stages; }
    void addStep(domain::Step step);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *stepList();
    QWidget *controlPage();
    QWidget *rulesPage();
    void fillAddMenu();
    void showCurrent();
    void readControl();
    void writeControl();

    document::ProjectDocument &m_document;
    domain::CaseId m_case;
    Texts m_texts;
    items::StepsModel *m_model;
    items::SlaModel *m_rules;
    Tree *m_tree;
    QMenu *m_addMenu;
    QStackedWidget *m_pages, *m_right;
    RequestEditor *m_request;
    StageEditor *m_stages;
    SubTabs *m_parts;
    QLabel *m_controlTitle;
    RowsTable *m_control;
    QTableView *m_rulesTable;
};

} // namespace ui
