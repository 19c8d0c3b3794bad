// One exchange of a debugged pass: what failed and why, where its time went, what was sent and what came back, and a bar to
// keep a JSON value of the answer for later steps. GUI thread.
#pragma once

#include "app/services/debugservice.h"
#include "ui/widgets/texts.h"
#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class ElideLabel;
class MessagePane;
class Number;
class Pill;
class Waterfall;

class ExchangeView : public QWidget
{
    Q_OBJECT

public:
    explicit ExchangeView(QWidget *parent = nullptr);

    void setExchange(const services::DebugExchange &exchange);
    /// Whether values can be taken out of the answer; if not, why.
    void setExtractable(bool extractable, const QString &why);
    void noteExtracted(const QString &name); ///< says so in the bar
    MessagePane *request() const { return m_request; }
    MessagePane *answer() const { return m_answer; }

signals:
    void complaint(const QString &sentence);
    void extractRequested(const QString &path, const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *head();
    QWidget *alert();
    QWidget *extractBar();
    void show();
    void showNode();
    void extract();

    services::DebugExchange m_exchange;
    Texts m_texts;
    QLabel *m_method;
    ElideLabel *m_url, *m_alertText, *m_path, *m_value;
    Pill *m_status;
    Number *m_time;
    QLabel *m_sizes;
    QWidget *m_alert, *m_bar;
    Waterfall *m_timing;
    MessagePane *m_request, *m_answer;
    QLineEdit *m_name;
    QPushButton *m_extract;
    QLabel *m_done;
    bool m_extractable = true;
    QString m_whyNot;
};

} // namespace ui
