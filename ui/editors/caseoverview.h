// The cases of a project or directory as a table with its figures and what can be done with them. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/widgets/texts.h"
#include <QWidget>

class QPushButton;

namespace items { class CasesModel; }

namespace ui {

class EditTable;
class Tile;

class CaseOverview : public QWidget
{
    Q_OBJECT

public:
    CaseOverview(document::ProjectDocument &document, document::NodeRef under, QWidget *parent = nullptr);

    QVector<domain::CaseId> selected() const; ///< of the table, in its order
    items::CasesModel *model() const { return m_model; }

signals:
    void runRequested(const QVector<domain::CaseId> &cases);
    void openRequested(document::NodeRef node);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void show();
    void addCase();
    void open();

    document::ProjectDocument &m_document;
    document::NodeRef m_under;
    items::CasesModel *m_model;
    EditTable *m_table;
    QPushButton *m_runAll, *m_runSelected;
    QVector<Tile *> m_tiles;
    Texts m_texts;
};

} // namespace ui
