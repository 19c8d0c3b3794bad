// Environments side by side: named sets of values laid over the project's variables. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/widgets/texts.h"
#include <QWidget>

class QLabel;

namespace items { class EnvironmentsModel; }

namespace ui {

class EditTable;

class EnvironmentsEditor : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentsEditor(document::ProjectDocument &document, QWidget *parent = nullptr);
    ~EnvironmentsEditor() override;

    int currentEnvironment() const; ///< of the current cell; -1: none
    void renameCurrent();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();

    document::ProjectDocument &m_document;
    Texts m_texts;
    items::EnvironmentsModel *m_model;
    EditTable *m_table;
    QLabel *m_note;
};

} // namespace ui
