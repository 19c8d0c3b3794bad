// The project tree with its filter and its actions. Every change goes through the document. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/widgets/texts.h"
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;

namespace items { class ProjectTreeModel; class ProjectFilter; }

namespace ui {

class Tree;

class ProjectDock : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectDock(document::ProjectDocument &document, QWidget *parent = nullptr);

    document::NodeRef current() const;
    QVector<document::NodeRef> selected() const;
    void select(document::NodeRef node);
    Tree *tree() const { return m_tree; }
    QLineEdit *filter() const { return m_filterEdit; }

    void addDirectory();
    void addCase();
    void addRequest();
    domain::CaseId addCaseFor(const domain::Message &message); ///< a case of this one request, ready to run
    void renameCurrent();
    void removeSelected();
    void duplicateCurrent();
    void toggleEnabled();
    void runSelected();
    void debugSelected(); ///< only what is selected
    void moveCurrent(int by); ///< rows up (negative) or down among its siblings
    QList<QAction *> nodeActions() const { return m_nodeActions; } ///< run only this, rename, duplicate, enable, delete

signals:
    void activated(document::NodeRef node);
    void currentChanged(document::NodeRef node);
    void runRequested(const QVector<domain::CaseId> &cases); ///< at least one
    void debugRequested(const QVector<document::NodeRef> &nodes);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void updateState();
    QAction *action(const QString &name, const QString &icon, const QKeySequence &keys, void (ProjectDock::*slot)());
    domain::DirectoryId directoryHere() const;
    domain::CaseId caseHere() const;
    domain::TestCase freshCase() const; ///< with one stage

    document::ProjectDocument &m_document;
    items::ProjectTreeModel *m_model;
    items::ProjectFilter *m_filtered;
    Texts m_texts;
    QLabel *m_title;
    QLineEdit *m_filterEdit;
    QStackedWidget *m_stack;
    Tree *m_tree;
    QMenu *m_addMenu;
    QList<QAction *> m_nodeActions;
};

} // namespace ui
