// Search and replace inside the requests of a case or of the project, with what each text would become. GUI thread.
#pragma once

#include "models/document/steptexts.h"
#include "ui/widgets/texts.h"
#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStandardItemModel;

namespace document { class ProjectDocument; }

namespace ui {

class Segmented;
class Tree;

class FindReplace : public QDialog
{
    Q_OBJECT

public:
    /// An invalid case: the whole project only.
    FindReplace(document::ProjectDocument &document, domain::CaseId testCase, QWidget *parent = nullptr);

    void setSearch(const QString &text);
    int foundCount() const { return int(m_found.size()); }

signals:
    void stepChosen(domain::StepId step);

protected:
    void changeEvent(QEvent *event) override;

private:
    void search();
    void replaceChecked();
    QVector<document::Found> checked() const;
    void count();

    document::ProjectDocument &m_document;
    domain::CaseId m_case;
    Texts m_texts;
    QLineEdit *m_find, *m_replace;
    QCheckBox *m_matchCase, *m_wholeWord, *m_regex;
    Segmented *m_scope;
    QLabel *m_note;
    QPushButton *m_apply;
    QStandardItemModel *m_model;
    Tree *m_tree;
    QVector<document::Found> m_found;
};

} // namespace ui
