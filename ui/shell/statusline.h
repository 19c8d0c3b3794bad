// The line at the bottom: the engine, whether all is saved, what went wrong last, the language.
#pragma once

#include "ui/widgets/texts.h"
#include <QFrame>

class QLabel;
class QToolButton;

namespace ui {

class StatusLine : public QFrame
{
    Q_OBJECT

public:
    enum Saved { AllSaved, NotSaved, NoWorkspace };

    explicit StatusLine(QWidget *parent = nullptr);

    void setRunning(bool running);
    void setSaved(Saved saved);
    /// One sentence; stays until it is answered or dismissed. Empty: none.
    void complain(const QString &text);
    QString complaint() const;

signals:
    void languageChosen(const QString &language); ///< "en", "zh_CN"

protected:
    void changeEvent(QEvent *event) override;

private:
    bool m_running = false;
    Saved m_savedState = AllSaved;
    QLabel *m_engineIcon, *m_engine, *m_savedIcon, *m_saved, *m_complaint;
    QWidget *m_complaintPlace;
    QToolButton *m_language;
    Texts m_texts;
};

} // namespace ui
