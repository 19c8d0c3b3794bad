// In place of all pages while no workspace is open: what is wrong with it, and the ways out. Nothing was changed in it.
#pragma once

#include "ui/widgets/texts.h"
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;

namespace ui {

class ProblemPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemPage(QWidget *parent = nullptr);

    /// `advice` says what to do. Both are sentences.
    void setProblem(const QString &path, const QString &problem, const QString &advice);
    QString problem() const;

signals:
    void retryRequested();
    void openRequested(); ///< another workspace
    void newRequested();
    void backupsWanted(QMenu *menu, const QString &workspace); ///< the menu is about to show and wants its entries

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_problem, *m_advice, *m_path;
    QPushButton *m_back; ///< to a backup, where there is one
    QString m_workspace;
    Texts m_texts;
};

} // namespace ui
