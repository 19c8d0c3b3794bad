#include "ui/editors/requesteditor.h"
#include "app/services/names.h"
#include "models/items/keyvaluemodel.h"
#include "ui/editors/edittable.h"
#include "ui/editors/requestbody.h"
#include "ui/editors/requestchecks.h"
#include "ui/editors/requestoptions.h"
#include "ui/editors/variablehelp.h"
#include "ui/widgets/basics.h"

using namespace Qt::StringLiterals;

namespace ui {

using document::ProjectDocument;
using domain::Step;
using List = items::KeyValueModel::List;

RequestEditor::RequestEditor(ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_target{document}, m_help(new VariableHelp(this)),
      m_fields(this, m_texts, [this](const QString &field, const QString &text, const auto &change) {
          m_target.write(field, text, change);
      }),
      m_query(new items::KeyValueModel(document, List::Query, this)),
      m_headers(new items::KeyValueModel(document, List::Headers, this)), m_pages(new QStackedWidget)
{
    m_names = [this] {
        const auto *testCase = m_target.document.testCase(m_target.document.caseOf(m_target.step));
        return testCase ? services::knownNames(m_target.document.project(), *testCase) : services::KnownNames();
    };
    m_tabs = new SubTabs(QVector<QPair<QString, QString>>(TabCount, {u"…"_s, {}}), 0, 37);
    m_tabs->setObjectName(u"requestTabs"_s);
    auto *tabLine = hbox(0, {2, 0, sp::m, 0});
    tabLine->addWidget(m_tabs);
    tabLine->addStretch(1);
    auto *tabWidget = wrap(tabLine, u"paneHeader"_s);
    tabWidget->setFixedHeight(38);

    auto *body = new RequestBody(m_target, m_help);
    auto *auth = new RequestAuth(m_target, m_help);
    auto *checks = new RequestChecks(m_target, m_help);
    auto *extraction = new RequestExtraction(m_target, m_help);
    auto *options = new RequestOptions(m_target, m_help);
    m_stepPages = {body, auth, checks, extraction, options};
    m_pages->addWidget(pairs(m_query, u"queryTable"_s, [] { return tr("Query parameters"); },
                             [] { return tr("Type a name and a value: appended to the URL, encoded."); }));
    m_pages->addWidget(pairs(m_headers, u"headerTable"_s, [] { return tr("Headers"); },
                             [] { return tr("Type a name and a value: sent as it stands. Host and Content-Length are made for you."); }));
    for (StepPage *page : std::as_const(m_stepPages))
        m_pages->addWidget(page);

    auto *all = vbox(0);
    all->addWidget(head());
    all->addWidget(tabWidget);
    all->addWidget(m_pages, 1);
    auto *outer = vbox(0);
    outer->addWidget(wrap(all, u"pane"_s));
    setLayout(outer);

    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(&document, &ProjectDocument::nodeChanged, this, [this](document::NodeRef node) {
        if (node == document::NodeRef(m_target.step))
            read();
        if (node.kind == document::NodeRef::Step || node.kind == document::NodeRef::Transaction)
            readNames();
    });
    connect(&document, &ProjectDocument::stepsChanged, this, [this] {
        read();
        readNames();
    });
    for (auto signal : {&ProjectDocument::variablesChanged, &ProjectDocument::environmentsChanged,
                        &ProjectDocument::transactionsChanged, &ProjectDocument::reset})
        connect(&document, signal, this, &RequestEditor::readNames);
    connect(&document, &ProjectDocument::nodeInserted, this, &RequestEditor::readNames);
    connect(&document, &ProjectDocument::nodeRemoved, this, [this] {
        setEnabled(m_target.get());
        readNames();
    });
    m_texts.add([this] {
        m_tabs->setAccessibleName(tr("Parts of the request"));
        read();
    });
}

QWidget *RequestEditor::head()
{
    m_method = new QComboBox;
    m_method->setObjectName(u"requestMethod"_s);
    m_method->addItems({u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"HEAD"_s, u"OPTIONS"_s});
    m_method->setFixedSize(100, 30);
    m_method->setFont(theme::font(Type::Strong));
    auto *name = m_fields.line(u"requestName"_s, [] { return tr("Name of the request"); },
                               [](const Step &s) { return s.message.name; },
                               [](Step &s, const QString &v) { s.message.name = v; });
    name->setFixedSize(180, 30);
    m_url = new CodeEdit({}, false, false, true);
    m_url->setObjectName(u"requestUrl"_s);
    m_help->watch(m_url);
    m_note = text({}, Type::Small, u"bad"_s);
    m_note->setObjectName(u"requestNote"_s);
    m_note->setContentsMargins(sp::m, 0, sp::m, 6);
    auto *line = hbox(sp::s, {sp::m, 7, sp::m, 7});
    line->addWidget(name);
    line->addWidget(m_method);
    line->addWidget(m_url, 1);
    auto *l = vbox(0);
    l->addLayout(line);
    l->addWidget(m_note);
    m_texts.add([this, name] {
        m_method->setAccessibleName(tr("Method"));
        name->setPlaceholderText(tr("Name"));
        m_url->setAccessibleName(tr("URL"));
        m_url->setPlaceholderText(tr("https://host/path, with ${variables} where they vary"));
    });
    connect(m_method, &QComboBox::textActivated, this, [this](const QString &method) {
        m_target.write({}, tr("Change the method"), [method](Step &s) { s.message.method = method; });
    });
    connect(m_url, &CodeEdit::textEdited, this, [this](const QString &url) {
        m_target.write(u"url"_s, tr("Edit the URL"), [url](Step &s) {
            s.message.url = url;
            if (s.message.protocol == domain::Protocol::Http || s.message.protocol == domain::Protocol::Https)
                s.message.protocol = url.startsWith(u"https:", Qt::CaseInsensitive) ? domain::Protocol::Https : domain::Protocol::Http;
        });
    });
    return wrap(l);
}

QWidget *RequestEditor::pairs(items::KeyValueModel *model, const QString &name, Label accessible, Label hint)
{
    auto *table = new EditTable(name, m_help);
    table->setModel(model);
    table->setWidths({36, 220, 0});
    m_texts.add([=] {
        table->setAccessibleName(accessible());
        table->setHint(hint());
    });
    return table;
}

void RequestEditor::setStep(domain::StepId step)
{
    m_target.step = step;
    m_query->setStep(step);
    m_headers->setStep(step);
    for (StepPage *page : std::as_const(m_stepPages))
        page->enter(step);
    readNames();
    read();
}

void RequestEditor::showTab(int tab) { m_tabs->setCurrentIndex(tab); }

void RequestEditor::focusUrl() { m_url->setFocus(); }

void RequestEditor::setNames(std::function<services::KnownNames()> names)
{
    m_names = std::move(names);
    readNames();
}

void RequestEditor::readNames()
{
    if (!m_target.get())
        return;
    m_help->setNames(m_names());
    const QString &url = m_target.get()->message.url;
    const bool http = url.isEmpty() || url.contains("${"_L1);
    const QUrl parsed(url, QUrl::StrictMode);
    const bool web = m_target.get()->message.protocol == domain::Protocol::Http || m_target.get()->message.protocol == domain::Protocol::Https;
    const bool good = http || !web || (parsed.isValid() && !parsed.host().isEmpty());
    m_note->setText(good ? m_help->problem(url) : tr("This is not a URL yet: it starts with http:// or https:// and names a host."));
    setTone(m_note, good ? u"warn"_s : u"bad"_s);
    m_note->setVisible(!m_note->text().isEmpty());
}

void RequestEditor::read()
{
    const Step *s = m_target.get();
    setEnabled(s != nullptr);
    if (!s)
        return;
    const domain::Message &m = s->message;
    if (m_method->findText(m.method) < 0)
        m_method->addItem(m.method);
    m_method->setCurrentText(m.method);
    m_url->setTextSilently(m.url);
    m_fields.read(*s);
    for (StepPage *page : std::as_const(m_stepPages))
        page->read(*s);
    const auto count = [](qsizetype n) { return n ? QString::number(n) : QString(); };
    const auto mark = [](bool on) { return on ? u"•"_s : QString(); };
    const bool checks = s->checkpoint && s->checkpoint->enabled;
    m_tabs->setItems({{tr("Params"), count(m.query.size())},
                      {tr("Headers"), count(m.headers.size())},
                      {tr("Body"), mark(m.bodyType == domain::BodyType::Text ? !m.body.isEmpty() : !m.form.isEmpty())},
                      {tr("Auth"), mark(m.auth.kind != domain::Authentication::None)},
                      {tr("Checkpoints"), count(checks ? s->checkpoint->items.size() : 0)},
                      {tr("Extraction"), count(s->extractions.size())},
                      {tr("Options"), mark(s->thinkTime.has_value() || !m.proxy.isEmpty() || !m.clientCertificate.isEmpty())}});
}

void RequestEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
