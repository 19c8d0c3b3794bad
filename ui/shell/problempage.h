// In place of all pages while no workspace is open: what is wrong with it, and the ways out. Nothing was changed in it.
#pragma once

#include "ui/widgets/texts.h"
#include <QWidget>

class QLabel;

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

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_problem, *m_advice, *m_path;
    Texts m_texts;
};

} // namespace ui
