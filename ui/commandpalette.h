// Ctrl+K: commands, cases and requests by any words of their names and addresses. Closes by itself.
#pragma once

#include "models/document/projectdocument.h"
#include <QDialog>

class QAction;
class QLineEdit;
class QListWidget;

namespace ui {

class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(const document::ProjectDocument &document, QList<QAction *> commands, QWidget *parent);

signals:
    void nodeChosen(document::NodeRef node);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void fill(const QString &text);
    void choose();

    const document::ProjectDocument &m_document;
    QList<QAction *> m_commands;
    QLineEdit *m_edit;
    QListWidget *m_list;
};

} // namespace ui
