// What keeps a step from running, in the sentences of `check` and of Start, under its editor. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include <QFrame>
#include <QTimer>

class QLabel;

namespace ui {

class StepProblems : public QFrame
{
    Q_OBJECT

public:
    static constexpr int mostShown = 3;

    explicit StepProblems(document::ProjectDocument &document, QWidget *parent = nullptr);

    /// Of a transaction's steps: whose transactions, variables and hosts count. Null: the document's own.
    void setLibrary(const document::ProjectDocument *library);
    void setStep(domain::StepId step); ///< not valid: none
    QStringList sentences() const { return m_sentences; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void look();
    void wash(); ///< the background of the theme

    document::ProjectDocument &m_document;
    const document::ProjectDocument *m_library;
    domain::StepId m_step;
    QStringList m_sentences;
    QTimer m_soon; ///< a case is looked through once, not at each key
    QLabel *m_text;
};

} // namespace ui
