#include "ui/debug/debugpage.h"
#include "app/services/answerbook.h"
#include "ui/debug/exchangeview.h"
#include "ui/debug/passlanes.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using services::DebugExchange;
using theme::tk;

namespace {

QString text(const std::string &bytes) { return QString::fromUtf8(bytes.data(), qsizetype(bytes.size())); }

QWidget *paneHead(std::initializer_list<QWidget *> left, std::initializer_list<QWidget *> right, int height = 44)
{
    auto *line = hbox(sp::s, {sp::m, 0, sp::s, 0});
    for (QWidget *w : left)
        line->addWidget(w);
    line->addStretch(1);
    for (QWidget *w : right)
        line->addWidget(w);
    auto *widget = wrap(line, u"paneHeader"_s);
    widget->setFixedHeight(height);
    return widget;
}

} // namespace

DebugPage::DebugPage(document::ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_pages(new QStackedWidget),
      m_list(new QStandardItemModel(this)), m_checks(new QStandardItemModel(this)), m_values(new QStandardItemModel(this)),
      m_lanes(new PassLanes), m_view(new ExchangeView)
{
    setObjectName(u"debugPage"_s);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setObjectName(u"debugSplitter"_s);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(passPane());
    split->addWidget(m_view);
    split->addWidget(sidePane());
    split->setSizes({390, 690, 246});
    split->setStretchFactor(1, 1);
    m_pages->addWidget(emptyPage());
    m_pages->addWidget(split);
    auto *all = vbox(0);
    all->addWidget(m_pages);
    setLayout(all);
    m_texts.add([this] { retitle(); });
    connect(&m_service, &services::DebugService::exchanged, this, &DebugPage::take);
    connect(&m_service, &services::DebugService::finished, this, &DebugPage::finish);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) { current(index.row()); });
    connect(m_table, &QAbstractItemView::clicked, this, [this] { m_chosen = true; });
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const auto step = m_exchanges.value(index.row()).step; m_document.step(step))
            emit stepRequested(document::NodeRef(step));
    });
    connect(m_lanes, &PassLanes::chosen, this, [this](int lane) {
        m_chosen = true;
        select(lane);
    });
    connect(m_view, &ExchangeView::complaint, this, &DebugPage::complaint);
    connect(m_view, &ExchangeView::extractRequested, this, &DebugPage::extract);
    connect(&m_document, &document::ProjectDocument::reset, this, [this] { // another project
        clear();
    });
}

QWidget *DebugPage::emptyPage()
{
    auto *title = ui::text({}, Type::Title), *words = ui::text({}, Type::Body, u"2"_s);
    auto *begin = button(u" "_s, u"primary"_s, u"bug"_s);
    begin->setObjectName(u"debugBegin"_s);
    words->setAlignment(Qt::AlignHCenter);
    auto *l = vbox(sp::s);
    l->addStretch(1);
    for (QWidget *w : {static_cast<QWidget *>(iconLabel(u"bug"_s, tk().text3, 28)), static_cast<QWidget *>(title),
                       static_cast<QWidget *>(words), static_cast<QWidget *>(begin)})
        l->addWidget(w, 0, Qt::AlignHCenter);
    l->addStretch(2);
    m_texts.add([=] {
        title->setText(tr("Nothing was debugged yet"));
        words->setText(tr("Debugging sends a case once, with one user, and shows every exchange: what was really sent, "
                          "what came back, and which checks failed."));
        begin->setText(u" "_s + tr("Debug the open case"));
        begin->setAccessibleName(tr("Debug the open case"));
    });
    connect(begin, &QPushButton::clicked, this, &DebugPage::debugRequested);
    return wrap(l, u"pane"_s);
}

QWidget *DebugPage::passPane()
{
    m_title = ui::text({}, Type::Heading);
    m_verdict = new Pill(u"…"_s, Tone::Neutral);
    m_verdict->setObjectName(u"debugVerdict"_s);
    m_again = button(u" "_s, u"ghost"_s, u"rotate-cw"_s);
    m_again->setObjectName(u"debugAgain"_s);
    m_stop = button(u" "_s, u"ghost"_s, u"square"_s);
    m_stop->setObjectName(u"debugStop"_s);
    m_stop->hide();
    m_open = button(u" "_s, u"ghost"_s, u"pencil"_s);
    m_open->setObjectName(u"debugOpenStep"_s);
    m_table = makeTable(m_list, {{{}, 30, true}, {{}, 150, false, true}, {{}, 58}, {{}, 52, true}, {{}, 48, true}, {{}, 56, true}}, row::normal);
    m_table->setObjectName(u"debugExchanges"_s);
    m_noticeText = ui::text({}, Type::Small, u"warn"_s);
    m_noticeText->setObjectName(u"debugNotice"_s);
    m_noticeText->setWordWrap(true);
    m_noticeText->setContentsMargins(sp::m, 6, sp::m, 6);
    auto *whole = ui::text({}, Type::Heading);
    m_total = ui::text({}, Type::Small, u"3"_s);
    auto *foot = hbox(sp::s, {sp::m, sp::s, sp::m, 4});
    foot->addWidget(whole);
    foot->addStretch(1);
    foot->addWidget(m_total);
    auto *l = vbox(0);
    l->addWidget(paneHead({m_title, m_verdict}, {m_open, m_again, m_stop}));
    l->addWidget(m_noticeText);
    l->addWidget(m_table, 1);
    l->addWidget(hline());
    l->addLayout(foot);
    l->addWidget(m_lanes);
    m_texts.add([=, this] {
        m_title->setText(tr("One pass"));
        m_again->setText(u" "_s + tr("Again"));
        m_again->setAccessibleName(tr("Debug again"));
        m_stop->setText(u" "_s + tr("Stop"));
        m_stop->setAccessibleName(tr("Stop debugging"));
        m_open->setText(u" "_s + tr("Edit"));
        m_open->setAccessibleName(tr("Edit this request"));
        whole->setText(tr("Whole pass"));
        m_table->setAccessibleName(tr("Exchanges"));
        m_lanes->setAccessibleName(tr("Exchanges on a time axis"));
    });
    connect(m_again, &QPushButton::clicked, this, &DebugPage::againRequested);
    connect(m_stop, &QPushButton::clicked, this, &DebugPage::stop);
    connect(m_open, &QPushButton::clicked, this, [this] { emit stepRequested(document::NodeRef(m_exchanges.value(m_current).step)); });
    auto *pane = wrap(l, u"pane"_s);
    pane->setMinimumWidth(380); // names have room beside the figures
    return pane;
}

QWidget *DebugPage::sidePane()
{
    m_checksTitle = ui::text({}, Type::Heading);
    m_checksCount = ui::text({}, Type::Small, u"3"_s);
    m_checksCount->setObjectName(u"debugChecksCount"_s);
    m_checkTable = makeTable(m_checks, {{{}, 140, false, true}, {{}, 96}}, row::dense);
    m_checkTable->setObjectName(u"debugChecks"_s);
    m_valueTable = makeTable(m_values, {{{}, 104}, {{}, 120, false, true}}, row::dense);
    m_valueTable->setObjectName(u"debugValues"_s);
    auto *values = ui::text({}, Type::Heading), *until = ui::text({}, Type::Small, u"3"_s);
    auto *l = vbox(0);
    l->addWidget(paneHead({m_checksTitle}, {m_checksCount}));
    l->addWidget(m_checkTable, 2);
    l->addWidget(hline());
    l->addWidget(paneHead({values}, {until}, 40));
    l->addWidget(m_valueTable, 3);
    m_texts.add([=, this] {
        m_checksTitle->setText(tr("Checkpoints"));
        values->setText(tr("Extracted"));
        until->setText(tr("up to this step"));
        m_checkTable->setAccessibleName(tr("Checkpoints"));
        m_valueTable->setAccessibleName(tr("Extracted values"));
    });
    return wrap(l, u"pane"_s);
}

domain::Result<> DebugPage::start(const QVector<services::DebugRequest> &passes)
{
    if (isRunning())
        return domain::fail(tr("A case is being debugged already."));
    m_waiting = passes;
    m_exchanges.clear();
    m_notice.clear();
    m_passFirst = 0;
    m_several = passes.size() > 1;
    if (const auto started = startNext(); !started) {
        m_waiting.clear();
        return started;
    }
    m_stale = false;
    m_chosen = false;
    m_current = -1;
    m_list->removeRows(0, m_list->rowCount());
    m_pages->setCurrentIndex(1);
    retitle();
    emit changed();
    return {};
}

domain::Result<> DebugPage::startNext()
{
    const services::DebugRequest pass = m_waiting.takeFirst();
    const auto *testCase = pass.project.findCase(pass.testCase);
    m_caseName = m_several && testCase ? testCase->name : QString();
    m_passFirst = m_exchanges.size();
    m_passStart = 0;
    for (const DebugExchange &exchange : std::as_const(m_exchanges))
        m_passStart = std::max(m_passStart, exchange.startMs + double(exchange.seen.responseTime) / 1e6);
    const auto started = m_service.start(pass);
    if (started && !m_service.warnings().isEmpty())
        notice(m_service.warnings().join(u'\n'));
    return started;
}

void DebugPage::notice(const QString &sentence)
{
    m_notice += (m_notice.isEmpty() ? QString() : u"\n"_s) + (m_caseName.isEmpty() ? sentence : u"%1: %2"_s.arg(m_caseName, sentence));
}

void DebugPage::stop()
{
    m_waiting.clear();
    m_service.stop();
}

void DebugPage::clear()
{
    stop();
    m_stale = true;
    m_exchanges.clear();
    m_list->removeRows(0, m_list->rowCount());
    m_pages->setCurrentIndex(0);
    m_current = -1;
}

void DebugPage::take(int index)
{
    if (m_stale)
        return;
    m_exchanges.append(m_service.exchanges()[index]);
    DebugExchange &exchange = m_exchanges.last();
    exchange.startMs += m_passStart;
    if (!m_caseName.isEmpty())
        exchange.name = m_caseName + u" · "_s + exchange.name;
    services::AnswerBook::of(m_document).note(exchange.step, {exchange.seen.status, exchange.seen.head, exchange.seen.body, exchange.seen.url});
    addRow(int(m_exchanges.size()) - 1);
    if (m_current < 0)
        select(0);
    retitle();
}

void DebugPage::finish()
{
    if (m_stale)
        return;
    if (m_service.wasCut())
        notice(tr("The pass was stopped after %1 exchanges.").arg(services::DebugService::mostExchanges));
    else if (m_exchanges.size() == m_passFirst)
        notice(tr("The pass sent nothing: its conditions and loops led past every request."));
    while (!m_waiting.isEmpty()) {
        if (m_exchanges.size() >= services::DebugService::mostExchanges) {
            m_waiting.clear();
            m_caseName.clear();
            notice(tr("No more than %1 exchanges are kept: the remaining cases were left out.").arg(services::DebugService::mostExchanges));
            break;
        }
        const auto started = startNext();
        if (started)
            return retitle();
        notice(started.error().message);
    }
    if (!m_chosen) { // what failed first is what one looks for
        const auto failed = std::ranges::find_if(m_exchanges, [](const DebugExchange &e) { return !e.seen.succeeded; });
        if (failed != m_exchanges.end())
            select(int(failed - m_exchanges.begin()));
    }
    retitle();
    emit changed();
}

void DebugPage::select(int exchange) { m_table->setCurrentIndex(m_list->index(exchange, 0)); }

void DebugPage::addRow(int index)
{
    const engine::ObservedExchange &seen = m_exchanges[index].seen;
    const auto held = std::ranges::count_if(seen.checks, &engine::ObservedExchange::Check::passed);
    const auto row = cells({Cell::number(QString::number(index + 1), tk().text3), Cell::method(m_exchanges[index].method, m_exchanges[index].name),
                            Cell::dot(seen.status ? QString::number(seen.status) : u"—"_s, seen.succeeded ? tk().okMark : tk().badMark),
                            Cell::number(format::ms(double(seen.responseTime) / 1e6)), Cell::number(format::number(double(seen.receivedBytes) / 1000, 1)),
                            Cell::number(seen.checks.empty() ? QString() : u"%1/%2"_s.arg(held).arg(seen.checks.size()),
                                         held < qsizetype(seen.checks.size()) ? tk().bad : QColor())});
    row[1]->setToolTip(text(seen.url));
    row[1]->setData(m_exchanges[index].name + u", "_s + (seen.succeeded ? tr("succeeded") : tr("failed")), Qt::AccessibleTextRole);
    m_list->appendRow(row);
}

void DebugPage::current(int index)
{
    m_current = index;
    m_open->setEnabled(index >= 0 && m_document.step(m_exchanges.value(index).step));
    QVector<PassLanes::Lane> lanes;
    for (const DebugExchange &exchange : std::as_const(m_exchanges))
        lanes.append({exchange.startMs, double(exchange.seen.responseTime) / 1e6, exchange.seen.succeeded});
    m_lanes->setLanes(lanes, index);
    if (index < 0 || index >= m_exchanges.size())
        return;
    const DebugExchange &exchange = m_exchanges[index];
    m_view->setExtractable(m_document.step(exchange.step), tr("This request stands in a transaction of the library; extract there."));
    m_view->setExchange(exchange);
    showSide();
}

void DebugPage::showSide()
{
    const engine::ObservedExchange &seen = m_exchanges[m_current].seen;
    m_checks->removeRows(0, m_checks->rowCount());
    for (const auto &check : seen.checks) {
        const QString what = text(check.what) + u' ' + text(check.expected), actual = text(check.actual);
        const auto row = cells({Cell::iconText(check.passed ? u"circle-check"_s : u"circle-x"_s, what, check.passed ? tk().ok : tk().bad),
                                Cell::mono(actual.left(200))});
        for (QStandardItem *cell : row)
            cell->setToolTip(check.passed ? tr("%1 holds: the answer has %2").arg(what, actual.left(500))
                                          : tr("%1 does not hold: the answer has %2").arg(what, actual.left(500)));
        m_checks->appendRow(row);
    }
    const auto held = std::ranges::count_if(seen.checks, &engine::ObservedExchange::Check::passed);
    m_checksCount->setText(tr("%1 of %2 hold").arg(held).arg(seen.checks.size()));
    m_values->removeRows(0, m_values->rowCount());
    QMap<QString, std::pair<QString, bool>> values; // the newest of a name, and whether it is of this step
    for (int i = 0; i <= m_current; ++i)
        for (const auto &[name, value] : m_exchanges[i].seen.extracted)
            values[text(name)] = {text(value), i == m_current};
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        m_values->appendRow(cells({Cell::iconText(u"variable"_s, it.key(), it->second ? tk().accentText : tk().text3), Cell::mono(it->first.left(500))}));
}

void DebugPage::retitle()
{
    m_list->setHorizontalHeaderLabels({{}, tr("Exchange"), tr("Status"), tr("ms"), tr("kB"), tr("Checks")});
    m_checks->setHorizontalHeaderLabels({tr("Check"), tr("Answer")});
    m_values->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    const auto failed = std::ranges::count_if(m_exchanges, [](const DebugExchange &e) { return !e.seen.succeeded; });
    const bool running = isRunning();
    if (running && failed == 0)
        m_verdict->set(tr("running"), Tone::Neutral, {});
    else if (failed > 0)
        m_verdict->set(tr("%1 of %2 failed").arg(failed).arg(m_exchanges.size()), Tone::Bad, u"circle-x"_s);
    else
        m_verdict->set(tr("%1 of %1 held").arg(m_exchanges.size()), Tone::Ok, u"circle-check"_s);
    m_again->setVisible(!running);
    m_stop->setVisible(running);
    m_noticeText->setText(m_notice);
    m_noticeText->setVisible(!m_notice.isEmpty());
    const double total = m_lanes->totalMs();
    m_total->setText(total < 1000 ? tr("%1 ms").arg(format::ms(total)) : tr("%1 s").arg(format::number(total / 1000, 2)));
    if (m_current >= 0)
        current(m_current);
}

void DebugPage::extract(const QString &path, const QString &name)
{
    const domain::StepId id = m_exchanges.value(m_current).step;
    const domain::Step *step = m_document.step(id);
    if (!step)
        return;
    domain::Step after = *step;
    domain::Extraction extraction;
    extraction.name = name;
    extraction.range = 5;
    extraction.key = path;
    const auto same = std::ranges::find(after.extractions, name, &domain::Extraction::name);
    if (same != after.extractions.end())
        *same = extraction; // of that name there can be one
    else
        after.extractions << extraction;
    m_document.setStep(m_document.caseOf(id), after, tr("Extract “%1”").arg(name));
    m_view->noteExtracted(name);
}

void DebugPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        const int now = m_current;
        m_list->removeRows(0, m_list->rowCount()); // colours and words are in the cells
        for (int i = 0; i < m_exchanges.size(); ++i)
            addRow(i);
        if (now >= 0)
            select(now);
    }
    QWidget::changeEvent(event);
}

} // namespace ui
