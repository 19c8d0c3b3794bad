// One request of a case: protocol, method and address, and pages for parameters, headers, body, authentication, checkpoints,
// extraction and options; of other protocols than HTTP one page for what they do in place of the first four. Every field writes through the document, edits of one field in a row as one undo step. GUI thread.
#pragma once

#include "app/services/names.h"
#include "ui/editors/lazypage.h"
#include "ui/editors/steptarget.h"

namespace items { class KeyValueModel; }

namespace ui {

class VariableHelp;

class RequestEditor : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Card, Params, Headers, Body, Auth, Checkpoints, Extraction, Options, TabCount };

    explicit RequestEditor(document::ProjectDocument &document, QWidget *parent = nullptr);

    void setStep(domain::StepId step); ///< of kind Request
    domain::StepId step() const { return m_target.step; }
    void showTab(int tab);
    void focusUrl();
    /// Names offered and known in ${…}; by default those of the step's case.
    void setNames(std::function<services::KnownNames()> names);
    VariableHelp *help() const { return m_help; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *head();
    template <class Page> void addPage(); ///< made when its tab is first shown
    QWidget *pairs(items::KeyValueModel *model, const QString &name, Label accessible, Label hint);
    void read();
    void readNames();
    void showTabs(const domain::Message &message);

    StepTarget m_target;
    Texts m_texts;
    VariableHelp *m_help;
    Fields<domain::Step> m_fields;
    std::function<services::KnownNames()> m_names;
    items::KeyValueModel *m_query, *m_headers;
    QComboBox *m_protocol, *m_method;
    CodeEdit *m_url;
    QLabel *m_note;
    SubTabs *m_tabs;
    QStackedWidget *m_pages;
    QVector<LazyPage<StepPage> *> m_stepPages;
    bool m_wasHttp = false; ///< the tabs are those of HTTP
};

} // namespace ui
