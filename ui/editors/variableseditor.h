// The variables of the project: a table, and beside it the fields of the chosen one with the values it will give next.
// GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/editors/fields.h"

class QTimer;

namespace items { class VariablesModel; }

namespace ui {

class EditTable;
class ElideLabel;

class VariablesEditor : public QWidget
{
    Q_OBJECT

public:
    explicit VariablesEditor(document::ProjectDocument &document, QWidget *parent = nullptr);
    ~VariablesEditor() override;

    void setFolder(const QString &folder); ///< what the paths of files are relative to
    void add(domain::VariableType type, bool sensitive = false);
    void select(domain::VariableId id);
    domain::VariableId current() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *list();
    QWidget *page();
    QWidget *values();
    QWidget *reading();
    QWidget *preview();
    void fillAddMenu();
    void read();
    void readPreview();
    void rename();
    void chooseFile();
    const domain::Variable *variable() const;

    document::ProjectDocument &m_document;
    QString m_folder;
    Texts m_texts;
    items::VariablesModel *m_model;
    Fields<domain::Variable> m_fields;
    EditTable *m_table;
    QMenu *m_addMenu;
    QStackedWidget *m_right;
    QLineEdit *m_name, *m_secret;
    QLabel *m_title, *m_icon, *m_problem, *m_rule, *m_previewTitle, *m_previewNote;
    QStandardItemModel *m_previewModel;
    Tree *m_previewTable;
    QTimer *m_later; ///< the preview follows typing with a little distance
};

} // namespace ui
