#include "ui/run/livepage.h"
#include "models/items/runhistorymodel.h"
#include "ui/run/livecards.h"
#include "ui/run/livecharts.h"
#include "ui/run/livetiles.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// On short windows the health card gives way (its figures are in a tile) and the table of requests shrinks.
class LiveBody : public QWidget
{
public:
    LiveBody(QWidget *health, QWidget *table) : m_healthCard(health), m_requestTable(table) {}
    QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        const int height = event->size().height();
        m_healthCard->setVisible(height > 520);
        m_requestTable->setFixedHeight(height > 560 ? 28 + row::dense * 7 + 4 : std::max(112, height * 3 / 10));
    }

private:
    QWidget *m_healthCard, *m_requestTable;
};

QString stageText(const domain::RunRecord &run, double elapsed)
{
    if (run.cases.isEmpty())
        return {};
    const domain::CaseRecord &record = run.cases.first();
    double at = record.startOffset;
    for (int i = 0; i < record.stages.size(); ++i) {
        const domain::Stage &stage = record.stages[i];
        at += stage.byCount ? 0 : stage.seconds;
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
    m_status = new Pill({}, Tone::Accent, u"activity"_s);
    m_status->setObjectName(u"liveStatus"_s);
    m_title = text({}, Type::Title);
    m_title->setObjectName(u"liveTitle"_s);
    m_stage = new ElideLabel;
    m_clock = new Number({}, {}, Type::Heading);
    m_clock->setObjectName(u"liveClock"_s);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(120);
    m_pause = button(u" "_s, {}, u"pause"_s);
    m_pause->setObjectName(u"livePause"_s);
    m_stop = button(u" "_s, u"danger"_s, u"square"_s);
    m_stop->setObjectName(u"liveStop"_s);
    m_report = button(u" "_s, u"primary"_s, u"file-chart-column"_s);
    m_report->setObjectName(u"liveReport"_s);
    auto *head = hbox(sp::m);
    head->addWidget(m_status);
    head->addWidget(m_title);
    head->addWidget(m_stage, 1);
    for (QWidget *part : {static_cast<QWidget *>(m_clock), static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_pause),
                          static_cast<QWidget *>(m_stop), static_cast<QWidget *>(m_report)})
        head->addWidget(part);
    auto *headRow = wrap(head);
    headRow->setFixedHeight(32);
    m_alarm = text({}, Type::Body, u"bad"_s);
    m_alarm->setObjectName(u"liveAlarm"_s);
    m_alarm->setWordWrap(true);
    m_alarm->hide();
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
    auto *bodyWidget = new LiveBody(m_health, m_requests);
    bodyWidget->setLayout(middle);
    auto *root = vbox(sp::m, {sp::l, sp::m, sp::l, sp::m});
    root->addWidget(headRow);
    root->addWidget(m_alarm);
    root->addWidget(m_tiles);
    root->addWidget(bodyWidget, 1);
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

    connect(m_start, &QPushButton::clicked, this, &LivePage::runRequested);
    connect(m_report, &QPushButton::clicked, this, &LivePage::reportRequested);
    connect(m_pause, &QPushButton::clicked, this, [this] { setPaused(!m_paused); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_session)
            m_session->stop();
    });
    connect(m_load, &LoadCard::usersApplied, this, [this](int users) {
        if (m_session)
            m_session->setUsers(-1, users);
    });
    connect(m_load, &LoadCard::rateApplied, this, [this](double rate) {
        if (m_session)
            m_session->setRate(-1, rate);
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

void LivePage::follow(services::RunSession *session)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_alarm->hide();
    m_ended = false;
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
    connect(session, &services::RunSession::alarmed, this, say);
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
    if (m_session && !m_paused) {
        m_ended = m_session->isEnded();
        showRun(m_session->record(), m_session->stats(), m_session->elapsed());
    }
}

void LivePage::showRun(const domain::RunRecord &run, const services::LiveStats &stats, double elapsed)
{
    m_sinceRedraw.start();
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
    m_tiles->show(run, stats);
    m_charts->show(run, stats, planned);
    m_requests->show(run);
    m_errors->show(run);
    m_load->show(run, stats, running);
    m_health->show(run, stats);
    showEnded(!running);
}

void LivePage::showEnded(bool ended)
{
    m_pause->setVisible(!ended);
    m_stop->setVisible(!ended);
    m_report->setVisible(ended);
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
