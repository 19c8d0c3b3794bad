// One request of a case: address, parameters, headers, body, checkpoints, extraction, options. Every field writes through
// the document as one undo step a field. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/widgets/texts.h"
#include <QWidget>
#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace items { class KeyValueModel; }

namespace ui {

class CodeEdit;
class RowsTable;
class Segmented;
class SubTabs;

class RequestEditor : public QWidget
{
    Q_OBJECT

public:
    explicit RequestEditor(document::ProjectDocument &document, QWidget *parent = nullptr);

    void setStep(domain::StepId step); ///< of kind Request
    domain::StepId step() const { return m_step; }
    void showTab(int tab);
    void focusUrl();

protected:
    void changeEvent(QEvent *event) override;

private:
    using Change = std::function<void(domain::Step &)>;
    void write(const char *field, const QString &text, const Change &change);
    void read();
    void retranslate();
    void formatBody();
    QWidget *head();
    QWidget *keyValues(items::KeyValueModel *model, const QString &name, std::function<QString()> accessible);
    QWidget *bodyTab();
    QWidget *checksTab();
    QWidget *extractionTab();
    QWidget *optionsTab();
    QSpinBox *number(const QString &name, int least, int most, const char *field, std::function<QString()> label,
                     std::function<void(domain::Step &, int)> set);
    QCheckBox *flag(const QString &name, const char *field, std::function<QString()> label,
                    std::function<void(domain::Step &, bool)> set);

    document::ProjectDocument &m_document;
    domain::StepId m_step;
    bool m_reading = false;
    Texts m_texts;
    items::KeyValueModel *m_query, *m_headers, *m_form;
    QComboBox *m_method;
    CodeEdit *m_url, *m_body;
    QLineEdit *m_name;
    SubTabs *m_tabs;
    QStackedWidget *m_pages, *m_bodyPages;
    Segmented *m_bodyKind, *m_rule;
    QPushButton *m_format;
    QLabel *m_bodyNote;
    RowsTable *m_checks, *m_extractions;
    QCheckBox *m_checkOn, *m_verify, *m_redirect, *m_newConnection, *m_cookies, *m_endIteration, *m_think, *m_thinkFixed;
    QSpinBox *m_retries, *m_retryInterval, *m_connectTimeout, *m_returnTimeout, *m_thinkMs;
};

} // namespace ui
