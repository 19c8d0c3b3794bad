// The editor of one step, whatever its kind: a request, an instruction, a transaction of the library. GUI thread.
#pragma once

#include "app/services/names.h"
#include "ui/editors/steptarget.h"

class QStackedWidget;

namespace ui {

class InstructionPage;
class ReferencePage;
class RequestEditor;
class StepProblems;
class VariableHelp;

class StepEditor : public QWidget
{
    Q_OBJECT

public:
    explicit StepEditor(document::ProjectDocument &document, QWidget *parent = nullptr);

    void setStep(domain::StepId step); ///< not valid: the hint
    RequestEditor *request() const { return m_request; }
    /// Of a transaction's steps: names and transactions come from the project they belong to.
    void setLibrary(const document::ProjectDocument *library, std::function<services::KnownNames()> names);

signals:
    void openTransaction(domain::TransactionId transaction);

protected:
    void changeEvent(QEvent *event) override;

private:
    void present(const domain::Step &step);
    InstructionPage *pageFor(domain::StepKind kind); ///< made when first wanted; null: none for this kind
    void readNames();

    StepTarget m_target;
    Texts m_texts;
    VariableHelp *m_help;
    std::function<services::KnownNames()> m_names;
    QStackedWidget *m_pages;
    RequestEditor *m_request;
    ReferencePage *m_reference;
    StepProblems *m_problems;
    QHash<int, InstructionPage *> m_instructions; ///< by kind of step; those made so far
};

} // namespace ui
