#include "ui/run/livepage.h"
#include "app/services/loadcurve.h"
#include "models/items/runhistorymodel.h"
#include "ui/run/livecards.h"
#include "ui/run/livecharts.h"
#include "ui/run/livetiles.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// On short windows the health card gives way (its figures are in a tile); the table of requests is as high as its rows,
/// so that few of them leave their room to the charts.
class LiveBody : public QWidget
{
public:
    LiveBody(QWidget *health, RequestsCard *table) : m_healthCard(health), m_requestTable(table) {}
    QSize minimumSizeHint() const override { return {0, 0}; }
    void arrange()
    {
        m_healthCard->setVisible(height() > 520);
        const int most = height() > 560 ? m_requestTable->wantedHeight() : std::max(116, height() * 3 / 10);
        m_requestTable->setFixedHeight(std::min(most, m_requestTable->wantedHeight()));
    }

protected:
    void resizeEvent(QResizeEvent *) override { arrange(); }

private:
    QWidget *m_healthCard;
    RequestsCard *m_requestTable;
};

QString stageText(const domain::RunRecord &run, double elapsed)
{
    if (run.cases.isEmpty())
        return {};
    const domain::CaseRecord &record = run.cases.first();
    double at = record.startOffset;
    for (int i = 0; i < record.stages.size(); ++i) {
        const domain::Stage &stage = record.stages[i];
        at += stage.byCount ? 0 : services::stageSeconds(stage);
        if (elapsed < at || i + 1 == record.stages.size()) {
            const QString where = LivePage::tr("stage %1 of %2").arg(i + 1).arg(record.stages.size());
            return record.name + u" · "_s + where + (stage.name.isEmpty() ? QString() : u", "_s + stage.name);
        }
    }
    return record.name;
}

} // namespace

LivePage::LivePage(services::RunService *runs, QWidget *parent) : QWidget(parent)
{
    setObjectName(u"livePage"_s);
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &LivePage::redraw);
    build();
    connect(m_start, &QPushButton::clicked, this, &LivePage::runRequested);
    connect(m_report, &QPushButton::clicked, this, &LivePage::reportRequested);
    connect(m_pause, &QPushButton::clicked, this, [this] { setPaused(!m_paused); });
    connect(m_note, &QPushButton::clicked, this, [this] { openNote(m_noteRow->isHidden()); });
    connect(m_noteText, &QLineEdit::returnPressed, this, &LivePage::takeNote);
    connect(m_pick, &Segmented::chosen, this, &LivePage::setPercentile);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_session)
            m_session->stop();
    });
    connect(m_load, &LoadCard::usersApplied, this, [this](int caseIndex, int users) {
        if (m_session)
            m_session->setUsers(caseIndex, users);
    });
    connect(m_load, &LoadCard::rateApplied, this, [this](int caseIndex, double rate) {
        if (m_session)
            m_session->setRate(caseIndex, rate);
    });
    retranslate();
    showEnded(false);
    if (runs) {
        connect(runs, &services::RunService::started, this, &LivePage::follow);
        if (runs->current())
            follow(runs->current());
    }
}

LivePage::~LivePage() = default;

QWidget *LivePage::buildHead()
{
    m_status = new Pill({}, Tone::Accent, u"activity"_s);
    m_status->setObjectName(u"liveStatus"_s);
    m_title = text({}, Type::Title);
    m_title->setObjectName(u"liveTitle"_s);
    m_stage = new ElideLabel;
    m_clock = new Number({}, {}, Type::Heading);
    m_clock->setObjectName(u"liveClock"_s);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(112);
    m_pick = new Segmented({u"p50"_s, u"p90"_s, u"p95"_s, u"p99"_s}, m_percentile);
    m_pick->setObjectName(u"livePercentile"_s);
    m_pause = button(u" "_s, {}, u"pause"_s);
    m_pause->setObjectName(u"livePause"_s);
    m_note = button(u" "_s, {}, u"flag"_s);
    m_note->setObjectName(u"liveAddNote"_s);
    m_stop = button(u" "_s, u"danger"_s, u"square"_s);
    m_stop->setObjectName(u"liveStop"_s);
    m_report = button(u" "_s, u"primary"_s, u"file-chart-column"_s);
    m_report->setObjectName(u"liveReport"_s);
    auto *head = hbox(sp::m);
    head->addWidget(m_status);
    head->addWidget(m_title);
    head->addWidget(m_stage, 1);
    for (QWidget *part : {static_cast<QWidget *>(m_clock), static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_pick),
                          static_cast<QWidget *>(m_pause), static_cast<QWidget *>(m_note), static_cast<QWidget *>(m_stop),
                          static_cast<QWidget *>(m_report)})
        head->addWidget(part);
    auto *row = wrap(head);
    row->setFixedHeight(32);
    return row;
}

void LivePage::build()
{
    QWidget *headRow = buildHead();
    m_noteText = new QLineEdit;
    m_noteText->setObjectName(u"liveNoteText"_s);
    m_noteText->setMaxLength(120);
    m_noteText->installEventFilter(this);
    auto *noteLine = hbox(0);
    noteLine->addWidget(m_noteText);
    m_noteRow = wrap(noteLine);
    m_noteRow->hide();
    m_alarm = text({}, Type::Body, u"bad"_s);
    m_alarm->setObjectName(u"liveAlarm"_s);
    m_alarm->setWordWrap(true);
    m_alarm->hide();
    m_warnings = text({}, Type::Small, u"warn"_s);
    m_warnings->setObjectName(u"liveWarnings"_s);
    m_warnings->setWordWrap(true);
    m_warnings->hide();
    m_tiles = new LiveTiles;
    m_charts = new LiveCharts;
    m_requests = new RequestsCard;
    m_errors = new ErrorsCard;
    m_load = new LoadCard;
    m_health = new HealthCard;
    auto *left = vbox(sp::s);
    left->addWidget(m_charts, 1);
    left->addWidget(m_requests);
    auto *side = vbox(sp::s);
    side->addWidget(m_errors, 1);
    side->addWidget(m_load);
    side->addWidget(m_health);
    auto *sideColumn = wrap(side);
    sideColumn->setFixedWidth(312);
    auto *middle = hbox(sp::m);
    middle->addLayout(left, 1);
    middle->addWidget(sideColumn);
    m_body = new LiveBody(m_health, m_requests);
    m_body->setLayout(middle);
    auto *root = vbox(sp::m, {sp::l, sp::m, sp::l, sp::m});
    for (QWidget *part : {headRow, m_noteRow, static_cast<QWidget *>(m_alarm), static_cast<QWidget *>(m_warnings),
                          static_cast<QWidget *>(m_tiles)})
        root->addWidget(part);
    root->addWidget(m_body, 1);
    m_emptyTitle = text({}, Type::Title);
    m_emptyText = text({}, Type::Body, u"3"_s);
    m_emptyText->setWordWrap(true);
    m_start = button(u" "_s, u"primary"_s, u"play"_s);
    m_start->setObjectName(u"liveStart"_s);
    auto *empty = vbox(sp::m);
    empty->addStretch();
    for (QLabel *label : {m_emptyTitle, m_emptyText}) {
        label->setAlignment(Qt::AlignCenter);
        empty->addWidget(label);
    }
    empty->addWidget(m_start, 0, Qt::AlignHCenter);
    empty->addStretch();
    m_stack = new QStackedWidget;
    m_stack->addWidget(wrap(empty, u"page"_s));
    m_stack->addWidget(wrap(root, u"page"_s));
    auto *all = vbox(0);
    all->addWidget(m_stack);
    setLayout(all);
}

void LivePage::follow(services::RunSession *session)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_alarm->hide();
    m_alarms.clear();
    m_warnings->setText(session->warnings().join(u'\n'));
    m_warnings->setVisible(!session->warnings().isEmpty());
    m_ended = false;
    openNote(false);
    setPaused(false);
    connect(session, &services::RunSession::updated, this, &LivePage::schedule);
    connect(session, &services::RunSession::ended, this, [this] {
        m_paused = false; // the last state is always shown
        redraw();
        retranslate();
    });
    const auto say = [this](const QString &sentence) {
        m_alarm->setText(sentence);
        m_alarm->show();
    };
    connect(session, &services::RunSession::alarmed, this, [this, say](const QString &sentence) {
        m_alarms.append(sentence);
        say(sentence);
    });
    connect(session, &services::RunSession::storeFailed, this, say);
    redraw();
}

void LivePage::schedule()
{
    if (m_paused || m_timer->isActive())
        return;
    const qint64 since = m_sinceRedraw.isValid() ? m_sinceRedraw.elapsed() : redrawMs;
    m_timer->start(int(std::max<qint64>(0, redrawMs - since)));
}

void LivePage::redraw()
{
    m_stale = !isVisible(); // another page is in front: drawn when this one comes back
    if (m_session && !m_paused && (!m_stale || m_session->isEnded() || m_stack->currentIndex() == 0)) {
        m_ended = m_session->isEnded();
        showRun(m_session->record(), m_session->stats(), m_session->elapsed());
    }
}

void LivePage::showRun(const domain::RunRecord &run, const services::LiveStats &stats, double elapsed)
{
    m_sinceRedraw.start();
    ++m_drawn;
    m_stack->setCurrentIndex(1);
    const bool running = run.status == domain::RunStatus::Running || run.status == domain::RunStatus::Stopping || run.status == domain::RunStatus::Waiting;
    if (!running && run.ended.isValid())
        elapsed = double(run.started.msecsTo(run.ended)) / 1000;
    const double planned = plannedSeconds(run);
    m_status->set(items::RunHistoryModel::statusName(run.status),
                  running                                             ? Tone::Accent
                      : run.status == domain::RunStatus::Finished ? Tone::Ok
                                                                  : Tone::Warn,
                  running ? u"activity"_s : run.status == domain::RunStatus::Finished ? u"check"_s : u"square"_s);
    m_title->setText(!run.taskName.isEmpty() ? run.taskName : run.cases.isEmpty() ? run.projectName : run.cases.first().name);
    m_stage->setText(stageText(run, elapsed));
    m_clock->setValue(format::clock(elapsed), planned > 0 ? u"/ "_s + format::clock(planned) : QString());
    m_progress->setVisible(planned > 0);
    m_progress->setRange(0, std::max(1, int(planned)));
    m_progress->setValue(std::min(int(elapsed), int(planned)));
    m_tiles->show(run, stats, m_percentile, limit());
    m_charts->show(run, stats, {planned, m_percentile, limit(), m_alarms});
    m_requests->show(run);
    m_errors->show(run);
    m_load->show(run, running);
    m_health->show(run, stats);
    static_cast<LiveBody *>(m_body)->arrange();
    showEnded(!running);
}

void LivePage::showEnded(bool ended)
{
    m_pause->setVisible(!ended);
    m_note->setVisible(!ended);
    if (ended)
        openNote(false);
    m_stop->setVisible(!ended);
    m_report->setVisible(ended);
}

/// The limit a rule of this run puts on the picked percentile of a whole case.
std::optional<double> LivePage::limit() const
{
    if (!m_session)
        return {};
    const QString metric = u"p%1"_s.arg(percentiles[m_percentile]);
    for (const auto &watched : m_session->rules()) {
        if (watched.rule.metric == metric && watched.rule.scope == u"case"_s)
            return watched.rule.value;
    }
    return {};
}

void LivePage::setPercentile(int index)
{
    m_percentile = std::clamp(index, 0, 3);
    m_pick->setCurrent(m_percentile);
    m_requests->setPercentile(m_percentile);
    redraw();
}

void LivePage::openNote(bool open)
{
    m_noteRow->setVisible(open);
    m_noteText->clear();
    if (open)
        m_noteText->setFocus();
}

void LivePage::takeNote()
{
    const QString note = m_noteText->text().trimmed();
    openNote(false);
    if (note.isEmpty())
        return;
    if (m_session)
        m_session->note(note);
    emit noted(note);
}

bool LivePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_noteText && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        openNote(false);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void LivePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_stale, false))
        redraw();
}

void LivePage::setPaused(bool paused)
{
    m_paused = paused;
    m_pause->setText(paused ? tr("Go on") : tr("Pause view"));
    if (!paused)
        redraw();
}

void LivePage::retranslate()
{
    m_pause->setText(m_paused ? tr("Go on") : tr("Pause view"));
    m_pause->setToolTip(tr("Holds the view still; the run goes on."));
    m_note->setText(tr("Add note"));
    m_note->setToolTip(tr("Marks this moment on the charts and in the report."));
    m_noteText->setPlaceholderText(tr("What happened? Enter marks this moment, Esc closes"));
    m_noteText->setAccessibleName(tr("Note"));
    m_pick->setAccessibleName(tr("Percentile shown"));
    m_stop->setText(tr("Stop"));
    m_report->setText(tr("Open report"));
    m_start->setText(tr("Run test"));
    m_emptyTitle->setText(tr("Nothing is running"));
    m_emptyText->setText(tr("Start a case or a task: its figures appear here second by second."));
    m_progress->setAccessibleName(tr("Progress"));
    m_charts->retranslate();
    m_requests->retranslate();
    m_errors->retranslate();
    m_load->retranslate();
    m_health->retranslate();
    redraw();
}

void LivePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
