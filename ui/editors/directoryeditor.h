// A directory of cases: its name, its figures and all cases in it. GUI thread.
#pragma once

#include "ui/editors/caseoverview.h"
#include "ui/editors/fields.h"

namespace ui {

class DirectoryEditor : public QWidget
{
    Q_OBJECT

public:
    DirectoryEditor(document::ProjectDocument &document, domain::DirectoryId directory, QWidget *parent = nullptr);

    CaseOverview *overview() const { return m_overview; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();

    document::ProjectDocument &m_document;
    domain::DirectoryId m_directory;
    Texts m_texts;
    Fields<domain::Directory> m_fields;
    QLabel *m_title, *m_place;
    CaseOverview *m_overview;
};

} // namespace ui
