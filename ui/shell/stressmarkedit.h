// The header that the requests of marked tasks carry: its name and value, side by side.
#pragma once

#include "app/services/fulllinkservice.h"
#include "ui/widgets/texts.h"
#include <QWidget>

class QLineEdit;

namespace ui {

class StressMarkEdit : public QWidget
{
    Q_OBJECT

public:
    explicit StressMarkEdit(services::FullLinkService &service, QWidget *parent = nullptr);

signals:
    void complaint(const QString &sentence); ///< empty: none any more

protected:
    void changeEvent(QEvent *event) override;

private:
    void take();
    void showMark();

    services::FullLinkService &m_service;
    QLineEdit *m_name, *m_value;
    Texts m_texts;
};

} // namespace ui
