// What a card of TCP, UDP, WebSocket, MQTT or a media stream does: payload, end of the answer, topics, playing time. Shows the
// settings of the protocol the card speaks. GUI thread.
#pragma once

#include "ui/editors/steptarget.h"

namespace ui {

class VariableHelp;

class ProtocolPage : public StepPage
{
    Q_OBJECT

public:
    ProtocolPage(StepTarget &target, VariableHelp *help);

    void read(const domain::Step &step) override;

private:
    QWidget *socketSettings(VariableHelp *help);
    QWidget *webSocketSettings();
    QWidget *mqttSettings(VariableHelp *help);
    QWidget *mqttConnection(VariableHelp *help);
    QWidget *streamSettings(VariableHelp *help);
    QWidget *payload(VariableHelp *help);
    QWidget *captioned(QWidget *control, const Label &label, int width = 0);

    QVector<QWidget *> m_settings; ///< sockets, WebSocket, MQTT, streams; one is shown
    QWidget *m_payload;
    CodeEdit *m_body;
    QLabel *m_note;
};

} // namespace ui
