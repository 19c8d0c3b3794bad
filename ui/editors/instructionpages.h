// The editors of control instructions, one page a kind (semantics.md 2.6). GUI thread.
#pragma once

#include "ui/editors/steptarget.h"

namespace items { class StepTable; }

namespace ui {

class EditTable;
class VariableHelp;

/// A page with a title, a sentence on what the instruction does, and one table at most.
class InstructionPage : public StepPage
{
    Q_OBJECT

public:
    InstructionPage(StepTarget &target, VariableHelp *help);

    void enter(domain::StepId step) override;

protected:
    /// The words over the fields.
    void setWords(const QString &icon, Label title, Label what);
    void addRow(QWidget *widget) { m_rows->addWidget(widget); }
    EditTable *addTable(const QString &name, items::StepTable *model, const QList<int> &widths, Label title, Label hint,
                        Label add);
    /// Says in one sentence what is wrong with the step; empty: nothing.
    void setProblem(const QString &sentence);
    QLineEdit *nameField();
    VariableHelp *help() const { return m_help; }

private:
    VariableHelp *m_help;
    QVBoxLayout *m_rows;
    QLabel *m_problem;
    items::StepTable *m_table = nullptr;
};

class DataPage : public InstructionPage
{
    Q_OBJECT

public:
    DataPage(StepTarget &target, VariableHelp *help);
};

class LoopPage : public InstructionPage
{
    Q_OBJECT

public:
    LoopPage(StepTarget &target, VariableHelp *help);
};

class ConditionPage : public InstructionPage
{
    Q_OBJECT

public:
    ConditionPage(StepTarget &target, VariableHelp *help);
};

class UserSharePage : public InstructionPage
{
    Q_OBJECT

public:
    UserSharePage(StepTarget &target, VariableHelp *help);
};

class ThroughputPage : public InstructionPage
{
    Q_OBJECT

public:
    ThroughputPage(StepTarget &target, VariableHelp *help);
};

class RendezvousPage : public InstructionPage
{
    Q_OBJECT

public:
    RendezvousPage(StepTarget &target, VariableHelp *help);
};

class PluginPage : public InstructionPage
{
    Q_OBJECT

public:
    PluginPage(StepTarget &target, VariableHelp *help);
};

/// Which transaction of the library stands here.
class ReferencePage : public InstructionPage
{
    Q_OBJECT

public:
    ReferencePage(StepTarget &target, VariableHelp *help);

    void read(const domain::Step &step) override;
    /// Whose library it is, when the steps shown are those of a transaction.
    void setLibrary(const document::ProjectDocument *library) { m_library = library; }

signals:
    void openRequested(domain::TransactionId transaction);

private:
    const document::ProjectDocument *m_library;
    QComboBox *m_choice;
    QPushButton *m_open;
    QLabel *m_holds;
};

} // namespace ui
