// A case: its steps beside the editor of the current one, its load, its rules, what is written about it. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/editors/lazypage.h"
#include "ui/widgets/texts.h"

class QLabel;
class QStackedWidget;

namespace ui {

class RequestEditor;
class StageEditor;
class StepEditor;
class StepList;
class SubTabs;

class CaseEditor : public QWidget
{
    Q_OBJECT

public:
    enum Part { Steps, Load, Rules, About };

    explicit CaseEditor(document::ProjectDocument &document, domain::CaseId testCase, QWidget *parent = nullptr);

    domain::CaseId testCase() const { return m_case; }
    void showPart(Part part);
    void showStep(domain::StepId step);
    domain::StepId currentStep() const;
    RequestEditor *requestEditor() const;
    StageEditor *stageEditor() const; ///< made when first asked for
    StepList *steps() const { return m_list; }
    void addStep(domain::Step step);
    void findAndReplace();

signals:
    void openTransaction(domain::TransactionId transaction);
    void debugRequested(const QVector<document::NodeRef> &steps);
    void complaint(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    document::ProjectDocument &m_document;
    domain::CaseId m_case;
    Texts m_texts;
    StepList *m_list;
    StepEditor *m_editor;
    QStackedWidget *m_pages;
    LazyPage<StageEditor> *m_stages;
    SubTabs *m_parts;
    QLabel *m_complaint;
};

} // namespace ui
