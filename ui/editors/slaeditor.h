// The rules of a case or a task: a table, and beside it the fields of the chosen rule and the rule read out. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/editors/fields.h"

namespace items { class SlaModel; }

namespace ui {

class EditTable;

class SlaEditor : public QWidget
{
    Q_OBJECT

public:
    explicit SlaEditor(document::ProjectDocument &document, QWidget *parent = nullptr);

    void setOwner(document::NodeRef owner); ///< a case or a task
    void addRule();
    int currentRule() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *inspector();
    void read();

    Texts m_texts;
    items::SlaModel *m_model;
    Fields<domain::SlaRule> m_fields;
    EditTable *m_table;
    QComboBox *m_target;
    QLabel *m_sentence, *m_unit;
    QWidget *m_inspector;
};

} // namespace ui
