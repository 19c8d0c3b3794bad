#include "ui/editors/requesteditor.h"
#include "app/services/names.h"
#include "models/domain/bodyfile.h"
#include "models/domain/protocolcard.h"
#include "models/items/keyvaluemodel.h"
#include "ui/editors/edittable.h"
#include "ui/editors/protocolchoice.h"
#include "ui/editors/protocolpage.h"
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

    addPage<ProtocolPage>();
    m_pages->addWidget(new LazyPage<QWidget>([this] {
        return pairs(m_query, u"queryTable"_s, [] { return tr("Query parameters"); },
                     [] { return tr("Type a name and a value: appended to the URL, encoded."); });
    }));
    m_pages->addWidget(new LazyPage<QWidget>([this] {
        return pairs(m_headers, u"headerTable"_s, [] { return tr("Headers"); },
                     [] { return tr("Type a name and a value: sent as it stands. Host and Content-Length are made for you."); });
    }));
    addPage<RequestBody>();
    addPage<RequestAuth>();
    addPage<RequestChecks>();
    addPage<RequestExtraction>();
    addPage<RequestOptions>();

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

template <class Page> void RequestEditor::addPage()
{
    m_stepPages << new LazyPage<StepPage>([this]() -> StepPage * {
        auto *page = new Page(m_target, m_help);
        if (const Step *step = m_target.get()) {
            page->enter(m_target.step);
            page->read(*step);
        }
        return page;
    });
    m_pages->addWidget(m_stepPages.last());
}

QWidget *RequestEditor::head()
{
    m_protocol = new QComboBox;
    m_protocol->setObjectName(u"requestProtocol"_s);
    m_protocol->addItems(spokenNames());
    m_protocol->setFixedSize(112, 30);
    m_protocol->setFont(theme::font(Type::Strong));
    m_method = new QComboBox;
    m_method->setObjectName(u"requestMethod"_s);
    m_method->setFixedSize(112, 30);
    m_method->setFont(theme::font(Type::Strong));
    auto *name = m_fields.line(u"requestName"_s, [] { return tr("Name of the request"); },
                               [](const Step &s) { return s.message.name; },
                               [](Step &s, const QString &v) { s.message.name = v; });
    name->setFixedHeight(30);
    m_url = new CodeEdit({}, false, false, true);
    m_url->setObjectName(u"requestUrl"_s);
    m_help->watch(m_url);
    m_note = text({}, Type::Small, u"bad"_s);
    m_note->setObjectName(u"requestNote"_s);
    m_note->setContentsMargins(sp::m, 0, sp::m, 6);
    auto *nameLine = hbox(sp::s, {sp::m, 7, sp::m, 0}); // of its own, so that the address has room in a small window
    nameLine->addWidget(name);
    auto *line = hbox(sp::s, {sp::m, 7, sp::m, 7});
    line->addWidget(m_protocol);
    line->addWidget(m_method);
    line->addWidget(m_url, 1);
    auto *l = vbox(0);
    l->addLayout(nameLine);
    l->addLayout(line);
    l->addWidget(m_note);
    m_texts.add([this, name] {
        m_protocol->setAccessibleName(tr("Protocol"));
        m_method->setAccessibleName(tr("Method"));
        name->setPlaceholderText(tr("Name"));
        m_url->setAccessibleName(tr("URL"));
    });
    connect(m_protocol, &QComboBox::activated, this, [this](int index) {
        m_target.write({}, tr("Change the protocol"), [index](Step &s) { speak(s.message, Spoken(index)); });
    });
    connect(m_method, &QComboBox::textActivated, this, [this](const QString &method) {
        m_target.write({}, tr("Change the method"), [method](Step &s) { s.message.method = method; });
    });
    connect(m_url, &CodeEdit::textEdited, this, [this](const QString &url) {
        m_target.write(u"url"_s, tr("Edit the URL"), [url](Step &s) { setAddress(s.message, url); });
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
    for (const auto *page : std::as_const(m_stepPages)) {
        if (page->made())
            page->made()->enter(step);
    }
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
    const domain::Message &message = m_target.get()->message;
    const QString url = domain::addressOf(message), problem = addressProblem(spokenBy(message), url);
    m_note->setText(problem.isEmpty() ? m_help->problem(url) : problem);
    setTone(m_note, problem.isEmpty() ? u"warn"_s : u"bad"_s);
    m_note->setVisible(!m_note->text().isEmpty());
}

void RequestEditor::read()
{
    const Step *s = m_target.get();
    setEnabled(s != nullptr);
    if (!s)
        return;
    const domain::Message &m = s->message;
    const Spoken spoken = spokenBy(m);
    QStringList methods = domain::methodsOf(m.protocol);
    m_method->setVisible(!methods.isEmpty());
    if (!methods.contains(m.method))
        methods.append(m.method);
    m_method->clear();
    m_method->addItems(methods);
    m_method->setCurrentText(m.method);
    m_protocol->setCurrentIndex(int(spoken));
    m_url->setPlaceholderText(addressExample(spoken));
    m_url->setTextSilently(domain::addressOf(m));
    m_fields.read(*s);
    for (const auto *page : std::as_const(m_stepPages)) {
        if (page->made())
            page->made()->read(*s);
    }
    const auto count = [](qsizetype n) { return n ? QString::number(n) : QString(); };
    const auto mark = [](bool on) { return on ? u"•"_s : QString(); };
    const bool checks = s->checkpoint && s->checkpoint->enabled;
    showTabs(m);
    m_tabs->setItems({{spoken == Spoken::Hls || spoken == Spoken::Rtmp || spoken == Spoken::HttpFlv ? tr("Stream") : tr("Message"), {}},
                      {tr("Params"), count(m.query.size())},
                      {tr("Headers"), count(m.headers.size())},
                      {tr("Body"), mark(m.bodyType != domain::BodyType::Text ? !m.form.isEmpty() : !m.body.isEmpty() || domain::hasBodyFile(m))},
                      {tr("Auth"), mark(m.auth.kind != domain::Authentication::None)},
                      {tr("Checkpoints"), count(checks ? s->checkpoint->items.size() : 0)},
                      {tr("Extraction"), count(s->extractions.size())},
                      {tr("Options"), mark(s->thinkTime.has_value() || !m.proxy.isEmpty() || !m.clientCertificate.isEmpty())}});
}

/// Only the parts that the card's protocol has.
void RequestEditor::showTabs(const domain::Message &message)
{
    const bool isHttp = spokenBy(message) == Spoken::Http;
    m_tabs->setTabVisible(Card, !isHttp);
    for (const Tab tab : {Params, Body, Auth})
        m_tabs->setTabVisible(tab, isHttp);
    m_tabs->setTabVisible(Headers, isHttp || message.protocol == domain::Protocol::WebSocket);
    if (isHttp != m_wasHttp)
        m_tabs->setCurrentIndex(isHttp ? Params : Card);
    m_wasHttp = isHttp;
}

void RequestEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
