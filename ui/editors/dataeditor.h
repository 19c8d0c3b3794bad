// The data of a project: its variables, and the environments laid over them. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/widgets/texts.h"
#include <QWidget>

namespace ui {

class EnvironmentsEditor;
class SubTabs;
class VariablesEditor;

class DataEditor : public QWidget
{
    Q_OBJECT

public:
    enum Part { Variables, Environments };

    explicit DataEditor(document::ProjectDocument &document, QWidget *parent = nullptr);

    void showPart(Part part);
    VariablesEditor *variables() const { return m_variables; }

protected:
    void changeEvent(QEvent *event) override;

private:
    document::ProjectDocument &m_document;
    Texts m_texts;
    SubTabs *m_parts;
    VariablesEditor *m_variables;
    EnvironmentsEditor *m_environments;
};

} // namespace ui
