// One field for an address or a cURL command: says what it recognised as one types, sends it once and shows the answer,
// or hands it on for a load test. GUI thread.
#pragma once

#include "app/exchange/curlcommand.h"
#include "app/services/sendonce.h"
#include "ui/widgets/texts.h"
#include <QFrame>

class QLabel;
class QPushButton;

namespace services { class Application; }

namespace ui {

class CodeEdit;
class ElideLabel;
class Pill;

class RequestInput : public QFrame
{
    Q_OBJECT

public:
    explicit RequestInput(services::Application &application, QWidget *parent = nullptr);

    CodeEdit *edit() const { return m_edit; }
    /// What came back when this very message was sent; null: it was not, or there was no answer.
    const services::Answer *answerTo(const domain::Message &message) const;

signals:
    void loadTestRequested(const domain::Message &message);
    void editRequested(const domain::Message &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recognise();
    void sendOnce();
    void showAnswer(const services::SentOnce &answer);
    QString summary(const exchange::CurlCommand &command) const;

    services::Application &m_application;
    services::SendOnce m_sender;
    domain::Result<exchange::CurlCommand> m_command;
    domain::Message m_sent;
    services::Answer m_seen; ///< of m_sent
    CodeEdit *m_edit, *m_answer;
    QLabel *m_icon;
    ElideLabel *m_found, *m_figures, *m_notes;
    Pill *m_status;
    QWidget *m_answerPlace;
    QPushButton *m_editFirst, *m_send, *m_load;
    Texts m_texts;
};

} // namespace ui
