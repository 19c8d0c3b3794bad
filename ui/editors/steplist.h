// The card list of a case: steps nested as they run, added from a menu, dragged, copied as text, switched off. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/widgets/texts.h"
#include <QWidget>

class QLabel;
class QMenu;

namespace items { class StepsModel; }

namespace ui {

class Tree;

class StepList : public QWidget
{
    Q_OBJECT

public:
    StepList(document::ProjectDocument &document, domain::CaseId testCase, QWidget *parent = nullptr);

    domain::StepId current() const;
    QVector<domain::StepId> selected() const; ///< in their order, without those inside another selected one
    void select(domain::StepId step);
    void select(const QVector<domain::StepId> &steps);
    /// After the current step, or into the current group or holder.
    domain::StepId add(domain::Step step);
    void copy() const;
    void cut();
    /// One sentence when there is nothing to paste; empty when it went well.
    QString paste();
    void duplicate();
    void remove();
    void toggle();
    void moveBy(int rows); ///< among the siblings of the current step
    void wrapSelected(domain::Step holder); ///< puts the selected steps into a new holder at their place
    Tree *tree() const { return m_tree; }
    items::StepsModel *model() const { return m_model; }
    /// Whose transactions the menu offers.
    void setLibrary(const document::ProjectDocument *library) { m_library = library; }
    void setTitle(const QString &title); ///< instead of the case's name

signals:
    void currentChanged();
    void complaint(const QString &sentence);
    void findRequested();
    void debugRequested(); ///< the selected steps

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void fillAddMenu();
    void fillContextMenu(QMenu &menu);
    void expandNew(const QModelIndex &parent, int first, int last);
    void updateFoot();

    document::ProjectDocument &m_document;
    const document::ProjectDocument *m_library;
    QAction *m_debug; ///< hidden in the library, whose transactions are no cases
    domain::CaseId m_case;
    Texts m_texts;
    items::StepsModel *m_model;
    Tree *m_tree;
    QMenu *m_addMenu;
    QLabel *m_title, *m_foot;
    QString m_fixedTitle;
    QList<QAction *> m_actions;
    domain::StepId m_last; ///< current one, to find it again when it comes to stand elsewhere
};

} // namespace ui
