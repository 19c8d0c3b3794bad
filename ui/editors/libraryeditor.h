// The library of transactions: a list, the steps of the chosen one with their editors, what it needs and gives, and where it
// is used. GUI thread.
#pragma once

#include "app/services/names.h"
#include "models/document/projectdocument.h"
#include "ui/editors/fields.h"

namespace items { class TransactionsModel; }

namespace ui {

class EditTable;
class StepEditor;
class StepList;
class TransactionSteps;

class LibraryEditor : public QWidget
{
    Q_OBJECT

public:
    explicit LibraryEditor(document::ProjectDocument &document, QWidget *parent = nullptr);

    void select(domain::TransactionId id);
    void addTransaction();
    domain::TransactionId current() const;
    StepList *steps() const { return m_list; }

signals:
    void openRequested(document::NodeRef node); ///< a case that uses it

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *head();
    QWidget *foot();
    void read();
    void remove();
    services::KnownNames names() const;
    const domain::Transaction *transaction() const;

    document::ProjectDocument &m_document;
    Texts m_texts;
    items::TransactionsModel *m_model;
    TransactionSteps *m_steps;
    Fields<domain::Transaction> m_fields;
    EditTable *m_table;
    StepList *m_list;
    StepEditor *m_editor;
    QStackedWidget *m_right;
    QLabel *m_needs, *m_gives, *m_used, *m_note;
};

} // namespace ui
