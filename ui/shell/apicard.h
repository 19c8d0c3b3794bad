// The local API in the settings: on or off, its port, who may come in, where it listens or why it does not. GUI thread.
#pragma once

#include "ui/widgets/texts.h"
#include "ui/widgets/tiles.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace services { class ApiService; }

namespace ui {

class ApiCard : public Card
{
    Q_OBJECT

public:
    explicit ApiCard(services::ApiService &api);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void read();
    void setPassword();
    void showSecret(bool shown);

    services::ApiService &m_api;
    Pill *m_state;
    QCheckBox *m_on;
    QSpinBox *m_port;
    QLineEdit *m_user, *m_password, *m_accessKey, *m_secretKey;
    QPushButton *m_savePassword, *m_newKey;
    QToolButton *m_show, *m_copy;
    QLabel *m_note;
    Texts m_texts;
};

} // namespace ui
