// What is said about a project: name, description, hosts bound to addresses; its cases and figures. GUI thread.
#pragma once

#include "ui/editors/caseoverview.h"
#include "ui/editors/fields.h"

namespace ui {

class RowsTable;

class ProjectEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectEditor(document::ProjectDocument &document, QWidget *parent = nullptr);

    CaseOverview *overview() const { return m_overview; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *head();
    QWidget *hosts();
    void read();
    void takeHosts();

    document::ProjectDocument &m_document;
    Texts m_texts;
    Fields<document::ProjectHead> m_fields;
    QLabel *m_title;
    RowsTable *m_hosts;
    CaseOverview *m_overview;
};

} // namespace ui
