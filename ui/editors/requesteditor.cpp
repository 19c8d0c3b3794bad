#include "ui/editors/requesteditor.h"
#include "models/items/keyvaluemodel.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/forms.h"
#include "ui/widgets/rowstable.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ui {

RequestEditor::RequestEditor(document::ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document),
      m_query(new items::KeyValueModel(document, items::KeyValueModel::List::Query, this)),
      m_headers(new items::KeyValueModel(document, items::KeyValueModel::List::Headers, this)),
      m_form(new items::KeyValueModel(document, items::KeyValueModel::List::Form, this)), m_pages(new QStackedWidget)
{
    auto *all = vbox(0);
    all->addWidget(head());
    m_tabs = new SubTabs({{u"Params"_s, {}}, {u"Headers"_s, {}}, {u"Body"_s, {}}, {u"Checkpoints"_s, {}}, {u"Extraction"_s, {}},
                          {u"Options"_s, {}}}, 0, 37);
    m_tabs->setObjectName(u"requestTabs"_s);
    auto *tabLine = hbox(0, {2, 0, sp::m, 0});
    tabLine->addWidget(m_tabs);
    tabLine->addStretch(1);
    auto *tabWidget = wrap(tabLine, u"paneHeader"_s);
    tabWidget->setFixedHeight(38);
    all->addWidget(tabWidget);
    m_pages->addWidget(keyValues(m_query, u"queryTable"_s, [] { return tr("Query parameters"); }));
    m_pages->addWidget(keyValues(m_headers, u"headerTable"_s, [] { return tr("Headers"); }));
    m_pages->addWidget(bodyTab());
    m_pages->addWidget(checksTab());
    m_pages->addWidget(extractionTab());
    m_pages->addWidget(optionsTab());
    all->addWidget(m_pages, 1);
    auto *outer = vbox(0);
    outer->addWidget(wrap(all, u"pane"_s));
    setLayout(outer);

    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(&m_document, &document::ProjectDocument::nodeChanged, this, [this](document::NodeRef node) {
        if (node == document::NodeRef(m_step))
            read();
    });
    connect(&m_document, &document::ProjectDocument::stepsChanged, this, [this] { read(); });
    m_texts.add([this] { retranslate(); });
}

void RequestEditor::retranslate()
{
    m_tabs->setAccessibleName(tr("Parts of the request"));
    read();
}

QWidget *RequestEditor::head()
{
    m_method = new QComboBox;
    m_method->setObjectName(u"requestMethod"_s);
    m_method->addItems({u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"HEAD"_s, u"OPTIONS"_s});
    m_method->setFixedSize(100, 30);
    m_name = new QLineEdit;
    m_name->setObjectName(u"requestName"_s);
    m_name->setFixedSize(180, 30);
    m_url = new CodeEdit({}, false, false, true);
    m_url->setObjectName(u"requestUrl"_s);
    auto *line = hbox(sp::s, {sp::m, 7, sp::m, 7});
    line->addWidget(m_name);
    line->addWidget(m_method);
    line->addWidget(m_url, 1);
    m_texts.add([this] {
        m_method->setAccessibleName(tr("Method"));
        m_name->setAccessibleName(tr("Name of the request"));
        m_name->setPlaceholderText(tr("Name"));
        m_url->setAccessibleName(tr("URL"));
        m_url->setPlaceholderText(tr("https://host/path, with ${variables} where they vary"));
    });
    connect(m_method, &QComboBox::currentTextChanged, this, [this](const QString &method) {
        write("method", tr("Change the method"), [method](domain::Step &s) { s.message.method = method; });
    });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        write("name", tr("Rename the request"), [name](domain::Step &s) { s.message.name = name; });
    });
    connect(m_url, &CodeEdit::textEdited, this, [this](const QString &url) {
        write("url", tr("Edit the URL"), [url](domain::Step &s) {
            s.message.url = url;
            if (s.message.protocol == domain::Protocol::Http || s.message.protocol == domain::Protocol::Https)
                s.message.protocol = url.startsWith(u"https:", Qt::CaseInsensitive) ? domain::Protocol::Https : domain::Protocol::Http;
        });
    });
    return wrap(line);
}

QWidget *RequestEditor::keyValues(items::KeyValueModel *model, const QString &name, std::function<QString()> accessible)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setModel(model);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(row::normal);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed
                           | QAbstractItemView::SelectedClicked);
    table->horizontalHeader()->setSectionResizeMode(items::KeyValueModel::EnabledColumn, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(items::KeyValueModel::KeyColumn, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(items::KeyValueModel::ValueColumn, QHeaderView::Stretch);
    auto *remove = new QAction(table);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    table->addAction(remove);
    connect(remove, &QAction::triggered, table, [table, model] {
        if (table->currentIndex().isValid())
            model->removeRows(table->currentIndex().row(), 1);
    });
    m_texts.add([table, accessible] { table->setAccessibleName(accessible()); });
    return table;
}

QWidget *RequestEditor::bodyTab()
{
    m_bodyKind = new Segmented({u"Text"_s, u"Form"_s, u"Multipart"_s});
    m_bodyKind->setObjectName(u"bodyKind"_s);
    m_format = button({}, u"ghost"_s, u"wand-sparkles"_s);
    m_format->setObjectName(u"formatBody"_s);
    m_bodyNote = text({}, Type::Small, u"bad"_s);
    m_body = new CodeEdit({}, true, true);
    m_body->setObjectName(u"requestBody"_s);
    m_bodyPages = new QStackedWidget;
    m_bodyPages->addWidget(m_body);
    m_bodyPages->addWidget(keyValues(m_form, u"formTable"_s, [] { return tr("Form fields"); }));
    auto *bar = hbox(sp::s, {sp::m, 6, sp::m, 6});
    bar->addWidget(m_bodyKind);
    bar->addWidget(m_bodyNote, 1);
    bar->addWidget(m_format);
    auto *page = vbox(0);
    page->addLayout(bar);
    page->addWidget(m_bodyPages, 1);
    m_texts.add([this] {
        m_bodyKind->setTexts({tr("Text or JSON"), tr("Form"), tr("Multipart")});
        m_bodyKind->setAccessibleName(tr("Kind of body"));
        m_format->setText(tr("Format"));
        m_format->setToolTip(tr("Lay out the JSON"));
        m_body->setAccessibleName(tr("Body"));
    });
    connect(m_bodyKind, &Segmented::chosen, this, [this](int kind) {
        static constexpr domain::BodyType types[] = {domain::BodyType::Text, domain::BodyType::Form, domain::BodyType::Multipart};
        write("bodyType", tr("Change the kind of body"), [kind](domain::Step &s) { s.message.bodyType = types[kind]; });
    });
    connect(m_body, &CodeEdit::textEdited, this, [this](const QString &body) {
        m_bodyNote->clear();
        write("body", tr("Edit the body"), [body](domain::Step &s) { s.message.body = body; });
    });
    connect(m_format, &QPushButton::clicked, this, &RequestEditor::formatBody);
    return wrap(page);
}

void RequestEditor::formatBody()
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(m_body->toPlainText().toUtf8(), &error);
    if (json.isNull()) {
        m_bodyNote->setText(tr("This is not JSON: %1 at character %2.").arg(error.errorString()).arg(error.offset));
        return;
    }
    m_bodyNote->clear();
    const QString laidOut = QString::fromUtf8(json.toJson()).trimmed();
    write("", tr("Format the body"), [laidOut](domain::Step &s) { s.message.body = laidOut; });
}

QWidget *RequestEditor::checksTab()
{
    m_checkOn = flag(u"checkEnabled"_s, "checkOn", [] { return tr("Check the answer"); },
                     [](domain::Step &s, bool on) {
                         if (!s.checkpoint)
                             s.checkpoint.emplace();
                         s.checkpoint->enabled = on;
                     });
    m_rule = new Segmented({u"all"_s, u"one"_s});
    m_rule->setObjectName(u"checkRule"_s);
    m_checks = new RowsTable(4, {{u"status"_s, u"header"_s, u"body"_s, u"json"_s, u"jsonpath"_s, u"xpath"_s},
                                 {},
                                 {u"=="_s, u"!="_s, u">"_s, u">="_s, u"<"_s, u"<="_s, u"contains"_s, u"not_contains"_s, u"regex"_s,
                                  u"exists"_s, u"not_exists"_s, u"in"_s, u"not_in"_s},
                                 {}});
    m_checks->setObjectName(u"checkTable"_s);
    m_retries = number(u"checkRetries"_s, 0, 100, "retries", [] { return tr("Tries after a failure"); },
                       [](domain::Step &s, int v) {
                           if (!s.checkpoint)
                               s.checkpoint.emplace();
                           s.checkpoint->retryTimes = v;
                       });
    m_retryInterval = number(u"checkRetryInterval"_s, 0, 3600000, "retryInterval", [] { return tr("Pause between tries, ms"); },
                             [](domain::Step &s, int v) {
                                 if (!s.checkpoint)
                                     s.checkpoint.emplace();
                                 s.checkpoint->retryIntervalMs = v;
                             });
    auto *page = vbox(sp::s, {sp::m, sp::s, sp::m, sp::s});
    auto *rule = text({}, Type::Body, u"2"_s);
    page->addLayout(form::line({m_checkOn, rule, m_rule}));
    page->addWidget(m_checks, 1);
    auto *retries = text({}, Type::Body, u"2"_s), *pause = text({}, Type::Body, u"2"_s);
    page->addLayout(form::line({retries, m_retries, pause, m_retryInterval}));
    m_texts.add([=, this] {
        rule->setText(tr("The request passes when"));
        m_rule->setTexts({tr("all hold"), tr("one holds")});
        m_rule->setAccessibleName(rule->text());
        m_checks->setHorizontalHeaderLabels({tr("Source"), tr("Name or path"), tr("Rule"), tr("Expected")});
        m_checks->setAccessibleName(tr("Checkpoints"));
        retries->setText(tr("If it fails, try again"));
        pause->setText(tr("times, after (ms)"));
    });
    connect(m_rule, &Segmented::chosen, this, [this](int one) {
        write("rule", tr("Change the rule of the checkpoints"), [one](domain::Step &s) {
            if (!s.checkpoint)
                s.checkpoint.emplace();
            s.checkpoint->all = one == 0;
        });
    });
    connect(m_checks, &RowsTable::edited, this, [this] {
        const auto rows = m_checks->rows();
        write("", tr("Edit the checkpoints"), [&rows](domain::Step &s) {
            if (!s.checkpoint)
                s.checkpoint.emplace();
            s.checkpoint->items.clear();
            for (const QStringList &r : rows)
                s.checkpoint->items << domain::CheckItem{r[0].isEmpty() ? u"status"_s : r[0], r[1], r[2].isEmpty() ? u"=="_s : r[2], r[3]};
        });
    });
    return wrap(page);
}

QWidget *RequestEditor::extractionTab()
{
    m_extractions = new RowsTable(7, {{}, {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}});
    m_extractions->setObjectName(u"extractionTable"_s);
    auto *page = vbox(sp::s, {sp::m, sp::s, sp::m, sp::s});
    auto *hint = form::para({});
    page->addWidget(hint);
    page->addWidget(m_extractions, 1);
    m_texts.add([=, this] {
        hint->setText(tr("Each row keeps a part of the answer as a variable. From: 1 body, 2 header, 3 URL, 4 status code, 5 JSON value."));
        m_extractions->setHorizontalHeaderLabels({tr("Variable"), tr("From"), tr("Header or path"), tr("Regular expression"), tr("Match"),
                                                  tr("Group"), tr("Otherwise")});
        m_extractions->setAccessibleName(tr("Extraction"));
    });
    connect(m_extractions, &RowsTable::edited, this, [this] {
        const auto rows = m_extractions->rows();
        write("", tr("Edit the extraction"), [&rows](domain::Step &s) {
            QVector<domain::Extraction> all;
            for (int i = 0; i < rows.size(); ++i) {
                domain::Extraction e = i < s.extractions.size() ? s.extractions[i] : domain::Extraction{};
                e.name = rows[i][0];
                e.range = std::clamp(rows[i][1].toInt(), 1, 5);
                e.key = rows[i][2];
                e.regexp = rows[i][3];
                e.matchIndex = rows[i][4].isEmpty() ? 1 : rows[i][4].toInt();
                e.groupIndex = rows[i][5].isEmpty() ? 1 : rows[i][5].toInt();
                e.defaultValue = rows[i][6];
                all << e;
            }
            s.extractions = all;
        });
    });
    return wrap(page);
}

QSpinBox *RequestEditor::number(const QString &name, int least, int most, const char *field, std::function<QString()> label,
                                std::function<void(domain::Step &, int)> set)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(least, most);
    box->setFixedSize(110, 30);
    box->setKeyboardTracking(false);
    m_texts.add([box, label] { box->setAccessibleName(label()); });
    connect(box, &QSpinBox::valueChanged, this, [=, this](int value) {
        write(field, tr("Change “%1”").arg(label()), [set, value](domain::Step &s) { set(s, value); });
    });
    return box;
}

QCheckBox *RequestEditor::flag(const QString &name, const char *field, std::function<QString()> label,
                               std::function<void(domain::Step &, bool)> set)
{
    auto *box = new QCheckBox;
    box->setObjectName(name);
    m_texts.add([box, label] { box->setText(label()); });
    connect(box, &QCheckBox::clicked, this, [=, this](bool on) {
        Q_UNUSED(field)
        write("", tr("Change “%1”").arg(label()), [set, on](domain::Step &s) { set(s, on); });
    });
    return box;
}

QWidget *RequestEditor::optionsTab()
{
    const auto field = [this](std::function<QString()> label, QSpinBox *box) {
        auto *name = text({}, Type::Small, u"2"_s);
        name->setBuddy(box);
        m_texts.add([name, label] { name->setText(label()); });
        auto *l = vbox(4);
        l->addWidget(name);
        l->addWidget(box);
        return wrap(l);
    };
    m_connectTimeout = number(u"connectTimeout"_s, 20, 300000, "connectTimeout", [] { return tr("Connect within, ms"); },
                              [](domain::Step &s, int v) { s.message.connectTimeoutMs = v; });
    m_returnTimeout = number(u"returnTimeout"_s, 20, 300000, "returnTimeout", [] { return tr("Answer within, ms"); },
                             [](domain::Step &s, int v) { s.message.returnTimeoutMs = v; });
    m_thinkMs = number(u"thinkTime"_s, 0, 86400000, "think", [] { return tr("Think time, ms"); }, [](domain::Step &s, int v) {
        if (s.thinkTime)
            s.thinkTime->ms = v;
    });
    m_think = flag(u"thinkEnabled"_s, "thinkOn", [] { return tr("Think after the answer"); }, [](domain::Step &s, bool on) {
        if (on)
            s.thinkTime.emplace();
        else
            s.thinkTime.reset();
    });
    m_thinkFixed = flag(u"thinkFixed"_s, "thinkFixed", [] { return tr("Always the full time, however long the answer took"); },
                        [](domain::Step &s, bool on) {
                            if (s.thinkTime)
                                s.thinkTime->fixed = on;
                        });
    m_verify = flag(u"verifyTls"_s, "verify", [] { return tr("Verify the server's certificate"); },
                    [](domain::Step &s, bool on) { s.message.verifyTls = on; });
    m_redirect = flag(u"followRedirects"_s, "redirect", [] { return tr("Follow redirects"); },
                      [](domain::Step &s, bool on) { s.message.followRedirects = on; });
    m_newConnection = flag(u"newConnection"_s, "newConnection", [] { return tr("Use a new connection each time"); },
                           [](domain::Step &s, bool on) { s.message.newConnection = on; });
    m_cookies = flag(u"cookies"_s, "cookies", [] { return tr("Keep cookies for each user"); },
                     [](domain::Step &s, bool on) { s.message.cookies = on; });
    m_endIteration = flag(u"endIteration"_s, "onFailure", [] { return tr("A failure ends the pass of this user"); },
                          [](domain::Step &s, bool on) { s.message.onFailure = on ? u"end_iteration"_s : u"continue"_s; });
    auto *page = vbox(sp::m, {sp::m, sp::m, sp::m, sp::m});
    page->addLayout(form::line({field([] { return tr("Connect within, ms"); }, m_connectTimeout),
                                field([] { return tr("Answer within, ms"); }, m_returnTimeout),
                                field([] { return tr("Think time, ms"); }, m_thinkMs)}, true, sp::l));
    for (QCheckBox *box : {m_think, m_thinkFixed, m_verify, m_redirect, m_newConnection, m_cookies, m_endIteration})
        page->addWidget(box);
    page->addStretch(1);
    return form::scroll(wrap(page, u"pane"_s));
}

void RequestEditor::setStep(domain::StepId step)
{
    m_step = step;
    for (auto *model : {m_query, m_headers, m_form})
        model->setStep(step);
    m_bodyNote->clear();
    read();
}

void RequestEditor::showTab(int tab) { m_tabs->setCurrentIndex(tab); }

void RequestEditor::focusUrl() { m_url->setFocus(); }

void RequestEditor::write(const char *field, const QString &text, const Change &change)
{
    const domain::Step *now = m_document.step(m_step);
    if (m_reading || !now)
        return;
    domain::Step after = *now;
    change(after);
    if (after == *now)
        return;
    const QString mergeKey = *field ? u"request/%1/%2"_s.arg(m_step.value).arg(QLatin1StringView(field)) : QString();
    m_document.setStep(m_document.caseOf(m_step), after, text, mergeKey);
}

void RequestEditor::read()
{
    const domain::Step *s = m_document.step(m_step);
    setEnabled(s != nullptr);
    if (!s)
        return;
    m_reading = true;
    const domain::Message &m = s->message;
    if (m_method->findText(m.method) < 0)
        m_method->addItem(m.method);
    m_method->setCurrentText(m.method);
    if (m_name->text() != m.name)
        m_name->setText(m.name);
    m_url->setTextSilently(m.url);
    m_body->setTextSilently(m.body);
    m_bodyKind->setCurrent(m.bodyType == domain::BodyType::Text ? 0 : m.bodyType == domain::BodyType::Form ? 1 : 2);
    m_bodyPages->setCurrentIndex(m.bodyType == domain::BodyType::Text ? 0 : 1);
    m_format->setVisible(m.bodyType == domain::BodyType::Text);
    const domain::Checkpoint check = s->checkpoint.value_or(domain::Checkpoint{});
    m_checkOn->setChecked(s->checkpoint && check.enabled);
    m_rule->setCurrent(check.all ? 0 : 1);
    m_retries->setValue(check.retryTimes);
    m_retryInterval->setValue(check.retryIntervalMs);
    QVector<QStringList> rows;
    for (const auto &i : check.items)
        rows << QStringList{i.source, i.key, i.comparison, i.value};
    m_checks->setRows(rows);
    rows.clear();
    for (const auto &e : s->extractions)
        rows << QStringList{e.name, QString::number(e.range), e.key, e.regexp, QString::number(e.matchIndex),
                            QString::number(e.groupIndex), e.defaultValue};
    m_extractions->setRows(rows);
    m_connectTimeout->setValue(m.connectTimeoutMs);
    m_returnTimeout->setValue(m.returnTimeoutMs);
    m_think->setChecked(s->thinkTime.has_value());
    m_thinkMs->setEnabled(s->thinkTime.has_value());
    m_thinkFixed->setEnabled(s->thinkTime.has_value());
    m_thinkMs->setValue(s->thinkTime ? s->thinkTime->ms : 0);
    m_thinkFixed->setChecked(s->thinkTime && s->thinkTime->fixed);
    m_verify->setChecked(m.verifyTls);
    m_redirect->setChecked(m.followRedirects);
    m_newConnection->setChecked(m.newConnection);
    m_cookies->setChecked(m.cookies);
    m_endIteration->setChecked(m.onFailure == u"end_iteration");
    const auto count = [](qsizetype n) { return n ? QString::number(n) : QString(); };
    const bool hasBody = m.bodyType == domain::BodyType::Text ? !m.body.isEmpty() : !m.form.isEmpty();
    m_tabs->setItems({{tr("Params"), count(m.query.size())},
                      {tr("Headers"), count(m.headers.size())},
                      {tr("Body"), hasBody ? u"•"_s : QString()},
                      {tr("Checkpoints"), count(check.items.size())},
                      {tr("Extraction"), count(s->extractions.size())},
                      {tr("Options"), {}}});
    m_reading = false;
}

void RequestEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
