#include "ui/shell/fulllinkpage.h"
#include "ui/shell/stressmarkedit.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/forms.h"
#include "ui/widgets/rowstable.h"

using namespace Qt::StringLiterals;

namespace ui {

using domain::AgentRules;
using domain::MockRule;

namespace {

enum MockColumn { MockOn, MockName, MockMethod, MockUrl, MockRedirect, MockCode, MockHeaders, MockBody, MockDelay, MockColumns };
const QString on = u"✓"_s, off = u"–"_s;

/// "A: b; C: d", as the table shows and takes them.
QString toText(const QVector<QPair<QString, QString>> &headers)
{
    QStringList all;
    for (const auto &[name, value] : headers)
        all << name + u": "_s + value;
    return all.join(u"; "_s);
}

QVector<QPair<QString, QString>> headersOf(const QString &text)
{
    QVector<QPair<QString, QString>> headers;
    for (const QString &one : text.split(u';', Qt::SkipEmptyParts)) {
        const QString name = one.section(u':', 0, 0).trimmed();
        if (!name.isEmpty())
            headers.append({name, one.section(u':', 1).trimmed()});
    }
    return headers;
}

QTableWidget *readOnlyTable(int columns)
{
    auto *table = new QTableWidget(0, columns);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(row::dense);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

QString told(const domain::LinkApplication &application, const services::FullLinkService &service)
{
    int all = 0, alive = 0;
    for (const auto &agent : service.agents()) {
        if (agent.application == application.id) {
            ++all;
            alive += service.isOnline(agent);
        }
    }
    return all == 0 ? application.name : u"%1   %2/%3"_s.arg(application.name).arg(alive).arg(all);
}

} // namespace

FullLinkPage::FullLinkPage(services::FullLinkService &service, QWidget *parent)
    : QWidget(parent), m_service(service), m_list(new QListWidget), m_pages(new QStackedWidget), m_name(form::edit({})),
      m_agents(readOnlyTable(4)), m_dropAgent(button({}, u"ghost"_s, u"x"_s)), m_mock(button({}, {}, u"play"_s)),
      m_mockUrl(text({}, Type::Mono, u"2"_s)),
      m_mocks(new RowsTable(MockColumns, {{on, off}, {}, {u"GET"_s, u"POST"_s, u"PUT"_s, u"DELETE"_s, u"PATCH"_s}, {}, {}, {}, {}, {}, {}}))
{
    setObjectName(u"fullLinkPage"_s);
    m_list->setObjectName(u"linkApplications"_s);
    m_name->setObjectName(u"linkName"_s);
    m_agents->setObjectName(u"linkAgents"_s);
    m_dropAgent->setObjectName(u"linkDropAgent"_s);
    m_mock->setObjectName(u"linkMock"_s);
    m_mocks->setObjectName(u"linkMocks"_s);
    auto *none = text({}, Type::Title);
    auto *hint = form::para({}, Type::Body);
    hint->setAlignment(Qt::AlignHCenter);
    auto *hintLine = hbox(0); // not aligned in the column: a label that wraps would be given one line
    hintLine->addStretch(1);
    hintLine->addWidget(hint, 3);
    hintLine->addStretch(1);
    auto *empty = vbox(sp::s, {sp::xl, sp::xl, sp::xl, sp::xl});
    auto *addFirst = button({}, u"primary"_s, u"plus"_s);
    addFirst->setObjectName(u"addFirstLinkApplication"_s);
    empty->addStretch(1);
    empty->addWidget(iconLabel(u"network"_s, theme::tk().text3, 28), 0, Qt::AlignHCenter);
    empty->addWidget(none, 0, Qt::AlignHCenter);
    empty->addLayout(hintLine);
    empty->addWidget(addFirst, 0, Qt::AlignHCenter);
    empty->addStretch(2);
    m_pages->addWidget(wrap(empty, u"pane"_s));
    m_pages->addWidget(editor());
    auto *split = new QSplitter(Qt::Horizontal);
    split->setObjectName(u"linkSplitter"_s);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(listPane());
    split->addWidget(m_pages);
    split->setStretchFactor(1, 1);
    split->setSizes({260, 900});
    auto *all = vbox(0);
    all->addWidget(split);
    setLayout(all);
    m_texts.add([=] {
        none->setText(tr("No application yet"));
        hint->setText(tr("An application is a system under test with the full-link agent in it. Add it here, or let its agent register "
                         "itself at the local API; then say where its marked traffic goes."));
        addFirst->setText(tr("Add an application"));
    });
    connect(addFirst, &QPushButton::clicked, this, &FullLinkPage::add);
    connect(m_list, &QListWidget::currentRowChanged, this, &FullLinkPage::read);
    connect(&service, &services::FullLinkService::applicationsChanged, this, &FullLinkPage::list);
    connect(&service, &services::FullLinkService::agentsChanged, this, [this] {
        list();
        readAgents();
    });
    connect(&service, &services::FullLinkService::mockChanged, this, &FullLinkPage::readAgents);
    list();
}

void FullLinkPage::add()
{
    const auto id = m_service.addApplication(tr("New application"));
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toInt() == id.value)
            m_list->setCurrentRow(row);
    }
    m_name->setFocus();
    m_name->selectAll();
}

QWidget *FullLinkPage::listPane()
{
    auto *title = text({}, Type::Heading);
    auto *add = iconButton(u"plus"_s, {});
    m_drop = iconButton(u"x"_s, {});
    add->setObjectName(u"addLinkApplication"_s);
    m_drop->setObjectName(u"removeLinkApplication"_s);
    auto *tools = hbox(sp::xs, {sp::m, 0, sp::s, 0});
    tools->addWidget(title, 1);
    tools->addWidget(add);
    tools->addWidget(m_drop);
    auto *head = wrap(tools, u"paneHeader"_s);
    head->setFixedHeight(38);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *l = vbox(0);
    l->addWidget(head);
    l->addWidget(m_list, 1);
    auto *mark = new StressMarkEdit(m_service);
    connect(mark, &StressMarkEdit::complaint, this, &FullLinkPage::complaint);
    l->addWidget(mark);
    m_texts.add([=, this] {
        title->setText(tr("Applications"));
        m_list->setAccessibleName(tr("Applications"));
        for (const auto &[b, tip] : {std::pair{add, tr("Add an application")}, std::pair{m_drop, tr("Remove the application with its agents")}}) {
            b->setToolTip(tip);
            b->setAccessibleName(tip);
        }
    });
    connect(add, &QToolButton::clicked, this, &FullLinkPage::add);
    connect(m_drop, &QToolButton::clicked, this, [this] {
        if (current().isValid())
            m_service.removeApplication(current());
    });
    return wrap(l, u"pane"_s);
}

void FullLinkPage::addSwitch(QVBoxLayout *to, const QString &name, std::function<QString()> label, bool AgentRules::*member)
{
    auto *box = form::check({}, false);
    box->setObjectName(name);
    to->addWidget(box);
    m_texts.add([=] { box->setText(label()); });
    m_readers << [=](const AgentRules &rules) {
        const QSignalBlocker quiet(box);
        box->setChecked(rules.*member);
    };
    connect(box, &QCheckBox::toggled, this, [this, member](bool checked) { change([=](AgentRules &rules) { rules.*member = checked; }); });
}

void FullLinkPage::addText(QVBoxLayout *to, const QString &name, std::function<QString()> label, QString AgentRules::*member)
{
    auto *edit = form::edit({});
    edit->setObjectName(name);
    auto *caption = text({}, Type::Small, u"2"_s);
    caption->setFixedWidth(260);
    to->addLayout(form::line({caption, edit}, false));
    m_texts.add([=] {
        caption->setText(label());
        edit->setAccessibleName(label());
    });
    m_readers << [=](const AgentRules &rules) {
        if (edit->text() != rules.*member)
            edit->setText(rules.*member);
    };
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, member] {
        change([&](AgentRules &rules) { rules.*member = edit->text(); });
    });
}

QWidget *FullLinkPage::editor()
{
    auto *l = vbox(sp::s, {sp::l, sp::l, sp::l, sp::l});
    const auto head = [&](std::function<QString()> words) {
        auto *title = text({}, Type::Heading);
        l->addSpacing(sp::s);
        l->addWidget(title);
        m_texts.add([=] { title->setText(words()); });
    };
    l->addWidget(m_name);
    head([] { return tr("Agents"); });
    m_agents->setMinimumHeight(110);
    l->addWidget(m_agents);
    l->addLayout(form::line({m_dropAgent}));
    head([] { return tr("Where marked traffic goes"); });
    addSwitch(l, u"linkMain"_s, [] { return tr("Isolate marked requests; off: the agents let everything pass"); }, &AgentRules::mainSwitch);
    addSwitch(l, u"linkDatabase"_s, [] { return tr("Database"); }, &AgentRules::database);
    addText(l, u"linkDatabaseType"_s, [] { return tr("Shadow by: database or table"); }, &AgentRules::databaseType);
    addText(l, u"linkDatabaseRepository"_s, [] { return tr("Shadow data sources, JSON"); }, &AgentRules::databaseRepository);
    addSwitch(l, u"linkRedis"_s, [] { return u"Redis"_s; }, &AgentRules::redis);
    addText(l, u"linkRedisType"_s, [] { return tr("Shadow by: key or repository"); }, &AgentRules::redisType);
    addText(l, u"linkRedisPrefix"_s, [] { return tr("Prefix of shadow keys"); }, &AgentRules::redisKeyPrefix);
    addText(l, u"linkRedisRepository"_s, [] { return tr("Shadow Redis, JSON"); }, &AgentRules::redisRepository);
    addSwitch(l, u"linkKafka"_s, [] { return u"Kafka"_s; }, &AgentRules::kafka);
    addText(l, u"linkKafkaPrefix"_s, [] { return tr("Prefix of shadow topics"); }, &AgentRules::kafkaPrefix);
    addSwitch(l, u"linkPulsar"_s, [] { return u"Pulsar"_s; }, &AgentRules::pulsar);
    addText(l, u"linkPulsarPrefix"_s, [] { return tr("Prefix of shadow topics"); }, &AgentRules::pulsarPrefix);
    addSwitch(l, u"linkClickhouse"_s, [] { return u"ClickHouse"_s; }, &AgentRules::clickhouse);
    addText(l, u"linkClickhouseType"_s, [] { return tr("Shadow by: database or table"); }, &AgentRules::clickhouseType);
    addText(l, u"linkClickhouseRepository"_s, [] { return tr("Shadow data sources, JSON"); }, &AgentRules::clickhouseRepository);
    head([] { return tr("Calls that are answered by mocks"); });
    m_mocks->setMinimumHeight(150);
    l->addWidget(m_mocks);
    l->addLayout(form::line({m_mock, m_mockUrl}));
    head([] { return tr("Logs of the agents"); });
    addText(l, u"linkLogLevel"_s, [] { return tr("Level: INFO, DEBUG, WARN or ERROR"); }, &AgentRules::logLevel);
    addText(l, u"linkLogPath"_s, [] { return tr("Path of the log"); }, &AgentRules::logPath);
    head([] { return tr("Log of the application"); });
    addText(l, u"linkAppLogLevel"_s, [] { return tr("Level: ALL, TRACE, DEBUG, INFO, WARN, ERROR or OFF"); }, &AgentRules::appLogLevel);
    addText(l, u"linkAppLogPath"_s, [] { return tr("Path of the log"); }, &AgentRules::appLogPath);
    addText(l, u"linkExtensions"_s, [] { return tr("Extensions"); }, &AgentRules::extensions);
    l->addStretch(1);
    m_texts.add([this] {
        m_name->setPlaceholderText(tr("Name of the application"));
        m_name->setAccessibleName(tr("Name of the application"));
        m_agents->setAccessibleName(tr("Agents"));
        m_agents->setHorizontalHeaderLabels({tr("Alias"), tr("Address"), tr("Version"), tr("State")});
        m_dropAgent->setText(u" "_s + tr("Remove the agent"));
        m_mocks->setAccessibleName(tr("Mock rules"));
        m_mocks->setHorizontalHeaderLabels({tr("On"), tr("Name"), tr("Method"), tr("URL, * for any text"), tr("Redirect to"), tr("Code"),
                                            tr("Headers, as A: b; C: d"), tr("Answer, JSON"), tr("Delay, ms")});
        readAgents();
    });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const auto *application = m_service.application(current());
        if (application && !m_name->text().trimmed().isEmpty() && m_name->text() != application->name)
            m_service.renameApplication(current(), m_name->text().trimmed());
    });
    connect(m_dropAgent, &QPushButton::clicked, this, [this] {
        if (const auto *item = m_agents->item(m_agents->currentRow(), 0))
            m_service.removeAgent({item->data(Qt::UserRole).toInt()});
    });
    connect(m_mocks, &RowsTable::edited, this, &FullLinkPage::takeMocks);
    connect(m_mock, &QPushButton::clicked, this, &FullLinkPage::toggleMock);
    return form::scroll(wrap(l, u"pane"_s));
}

domain::ApplicationId FullLinkPage::current() const
{
    const auto *item = m_list->currentItem();
    return item ? domain::ApplicationId{item->data(Qt::UserRole).toInt()} : domain::ApplicationId{};
}

void FullLinkPage::list()
{
    const auto kept = current();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const auto &application : m_service.applications()) {
            auto *item = new QListWidgetItem(told(application, m_service), m_list);
            item->setData(Qt::UserRole, application.id.value);
            if (application.id == kept)
                m_list->setCurrentItem(item);
        }
        if (!m_list->currentItem() && m_list->count() > 0)
            m_list->setCurrentRow(0);
    }
    read();
}

void FullLinkPage::read()
{
    const auto *application = m_service.application(current());
    m_pages->setCurrentIndex(application ? 1 : 0);
    m_drop->setEnabled(application);
    if (!application)
        return;
    if (m_name->text() != application->name)
        m_name->setText(application->name);
    for (const auto &reader : std::as_const(m_readers))
        reader(application->rules);
    QVector<QStringList> rows;
    for (const MockRule &rule : application->rules.mocks)
        rows << QStringList{rule.enabled ? on : off, rule.name, rule.method, rule.url, rule.redirect ? rule.redirectUrl : QString(),
                            QString::number(rule.code), toText(rule.headers), rule.body, QString::number(rule.delayMs)};
    if (m_mocks->rows() != rows)
        m_mocks->setRows(rows);
    readAgents();
}

void FullLinkPage::readAgents()
{
    m_agents->setRowCount(0);
    for (const auto &agent : m_service.agents()) {
        if (agent.application != current())
            continue;
        const int row = m_agents->rowCount();
        m_agents->insertRow(row);
        const QStringList cells{agent.alias, agent.address, agent.version, m_service.isOnline(agent) ? tr("on line") : tr("off line")};
        for (int column = 0; column < cells.size(); ++column)
            m_agents->setItem(row, column, new QTableWidgetItem(cells[column]));
        m_agents->item(row, 0)->setData(Qt::UserRole, agent.id.value);
    }
    m_dropAgent->setEnabled(m_agents->rowCount() > 0);
    const QString url = m_service.mockUrl();
    m_mock->setText(u" "_s + (url.isEmpty() ? tr("Start the mock endpoint") : tr("Stop the mock endpoint")));
    m_mockUrl->setText(url);
}

void FullLinkPage::change(const std::function<void(AgentRules &)> &edit)
{
    const auto *application = m_service.application(current());
    if (!application)
        return;
    AgentRules rules = application->rules;
    edit(rules);
    if (rules != application->rules)
        m_service.setRules(application->id, rules);
}

void FullLinkPage::takeMocks()
{
    change([this](AgentRules &rules) {
        const QVector<MockRule> before = rules.mocks;
        rules.mocks.clear();
        const auto rows = m_mocks->rows();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QStringList &row = rows[i];
            MockRule rule = before.value(i); // what the table does not show stays
            rule.enabled = row[MockOn] != off;
            rule.name = row[MockName];
            if (!row[MockMethod].isEmpty())
                rule.method = row[MockMethod];
            rule.url = row[MockUrl];
            rule.redirect = !row[MockRedirect].isEmpty();
            rule.redirectUrl = row[MockRedirect];
            rule.code = row[MockCode].isEmpty() ? 200 : std::clamp(row[MockCode].toInt(), 200, 599);
            if (row[MockHeaders] != toText(rule.headers)) // a value that holds the separator stays until it is typed anew
                rule.headers = headersOf(row[MockHeaders]);
            rule.body = row[MockBody];
            rule.delayMs = std::clamp(row[MockDelay].toInt(), 0, 300'000);
            rules.mocks << rule;
        }
    });
}

void FullLinkPage::toggleMock()
{
    emit complaint({});
    if (!m_service.mockUrl().isEmpty())
        return m_service.stopMock();
    if (const auto started = m_service.startMock(); !started)
        emit complaint(started.error().message);
}

void FullLinkPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
