#include "ui/run/livecards.h"
#include "app/report/figures.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

void setRow(QStandardItemModel *model, int row, const QVector<Cell> &line)
{
    const auto fresh = cells(line);
    if (row >= model->rowCount()) {
        model->appendRow(fresh);
        return;
    }
    for (int column = 0; column < fresh.size(); ++column)
        model->setData(model->index(row, column), fresh[column]->data(CellRole), CellRole);
    qDeleteAll(fresh);
}

} // namespace

RequestsCard::RequestsCard()
{
    body->setContentsMargins(0, 0, 0, 2);
    m_model = new QStandardItemModel(this);
    m_tree = makeTable(m_model, {{tr("Request"), 180, false, true}, {tr("Count"), 80, true}, {tr("req/s"), 70, true}, {tr("p50 ms"), 70, true},
                                 {tr("p95 ms"), 72, true}, {tr("p99 ms"), 72, true}, {tr("Failed %"), 74, true}}, row::dense);
    m_tree->setObjectName(u"liveRequestTable"_s);
    body->addWidget(m_tree);
}

void RequestsCard::retranslate()
{
    m_model->setHorizontalHeaderLabels({tr("Request"), tr("Count"), tr("req/s"), tr("p50 ms"), tr("p95 ms"), tr("p99 ms"), tr("Failed %")});
    m_tree->setAccessibleName(tr("Requests, the slowest first"));
}

void RequestsCard::show(const domain::RunRecord &run)
{
    struct Line { const domain::ItemRecord *item; report::TimeFigures times; double rate; };
    QVector<Line> lines;
    for (const domain::CaseRecord &record : run.cases) {
        for (const domain::ItemRecord &item : record.items) {
            if (item.kind != domain::ItemRecord::Request)
                continue;
            lines.append({&item, report::timesOf(item.total.times), item.seconds.isEmpty() ? 0 : double(item.seconds.last().requests)});
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.times.tp95 > b.times.tp95; });
    for (int i = 0; i < lines.size(); ++i) {
        const engine::Tally &total = lines[i].item->total;
        const double failed = total.requests ? 100.0 * double(total.requests - total.successes) / double(total.requests) : 0;
        setRow(m_model, i, {Cell::method(lines[i].item->method, lines[i].item->name, lines[i].item->address),
                            Cell::number(format::number(quint64(total.requests))), Cell::number(format::rate(lines[i].rate)),
                            Cell::number(format::ms(lines[i].times.tp50)), Cell::number(format::ms(lines[i].times.tp95)),
                            Cell::number(format::ms(lines[i].times.tp99)), Cell::number(format::number(failed, 2), failed > 1 ? tk().bad : QColor())});
    }
    if (m_model->rowCount() > lines.size())
        m_model->removeRows(int(lines.size()), m_model->rowCount() - int(lines.size()));
}

ErrorsCard::ErrorsCard() : Card(u" "_s)
{
    body->setContentsMargins(0, 4, 0, 4);
    body->setSpacing(0);
    header->setContentsMargins(sp::m, 0, sp::s, 0);
    m_model = new QStandardItemModel(this);
    m_tree = makeTable(m_model, {{tr("Side and cause"), 150, false, true}, {tr("Count"), 66, true}, {tr("First"), 56, true}}, row::dense);
    m_tree->setObjectName(u"liveErrorTable"_s);
    body->addWidget(m_tree, 1);
    setMinimumHeight(150);
}

void ErrorsCard::retranslate()
{
    setTitle(tr("Errors"));
    m_model->setHorizontalHeaderLabels({tr("Side and cause"), tr("Count"), tr("First")});
    m_tree->setAccessibleName(tr("Errors by side and cause"));
}

void ErrorsCard::show(const domain::RunRecord &run)
{
    const struct { QString key, icon, name; QColor color; } sides[] = {{u"server"_s, u"server"_s, tr("Server"), tk().c5xx},
        {u"network"_s, u"network"_s, tr("Network"), tk().cnet}, {u"this_computer"_s, u"monitor"_s, tr("This computer"), tk().ok}};
    int at = 0;
    for (const auto &side : sides) {
        QVector<domain::ErrorRecord> errors;
        quint64 count = 0;
        for (const domain::CaseRecord &record : run.cases) {
            for (const domain::ErrorRecord &error : record.errors) {
                if (error.side == side.key) {
                    errors.append(error);
                    count += error.count;
                }
            }
        }
        std::stable_sort(errors.begin(), errors.end(), [](const auto &a, const auto &b) { return a.count > b.count; });
        setRow(m_model, at++, {Cell::iconText(side.icon, side.name, side.color).bold(), Cell::number(format::number(count)).bold(), Cell()});
        for (const domain::ErrorRecord &error : errors) {
            const QString what = error.message.isEmpty() ? error.kind : error.message;
            setRow(m_model, at, {Cell(error.request.isEmpty() ? what : tr("%1: %2").arg(error.request, what)),
                                 Cell::number(format::number(error.count)), Cell::number(format::clock(error.firstSeen), tk().text3)});
            m_model->item(at++, 0)->setToolTip(what);
        }
    }
    if (m_model->rowCount() > at)
        m_model->removeRows(at, m_model->rowCount() - at);
}

LoadCard::LoadCard() : Card(u" "_s)
{
    body->setSpacing(6);
    m_kind = new Segmented({tr("Rate"), tr("Users")}, 1);
    m_kind->setObjectName(u"loadKind"_s);
    addHeaderWidget(m_kind);
    m_value = new QSpinBox;
    m_value->setObjectName(u"loadValue"_s);
    m_value->setRange(0, 1'000'000);
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setObjectName(u"loadSlider"_s);
    m_apply = button(u" "_s, u"primary"_s);
    m_apply->setObjectName(u"loadApply"_s);
    auto *line = hbox(sp::s);
    line->addWidget(m_value, 1);
    line->addWidget(m_apply);
    m_note = text({}, Type::Small, u"3"_s);
    m_note->setWordWrap(true);
    body->addWidget(m_slider);
    body->addLayout(line);
    body->addWidget(m_note);
    connect(m_slider, &QSlider::valueChanged, m_value, &QSpinBox::setValue);
    connect(m_value, &QSpinBox::valueChanged, m_slider, [this](int value) {
        if (value > m_slider->maximum())
            m_slider->setMaximum(value);
        m_slider->setValue(value);
    });
    connect(m_apply, &QPushButton::clicked, this, &LoadCard::apply);
}

void LoadCard::retranslate()
{
    setTitle(tr("Change the load"));
    m_kind->setTexts({tr("Rate"), tr("Users")});
    m_kind->setAccessibleName(tr("What is changed"));
    m_value->setAccessibleName(tr("New load"));
    m_slider->setAccessibleName(tr("New load"));
    m_apply->setText(tr("Apply"));
}

void LoadCard::show(const domain::RunRecord &run, const services::LiveStats &stats, bool running)
{
    const domain::Stage *manual = nullptr;
    for (const domain::CaseRecord &record : run.cases) {
        double at = record.startOffset;
        for (const domain::Stage &stage : record.stages) {
            if (stage.manual && (stage.byCount || stats.totals().seconds < at + stage.seconds) && stats.totals().seconds >= at)
                manual = &stage;
            at += stage.byCount ? 0 : stage.seconds;
        }
    }
    const bool usable = running && manual;
    for (QWidget *part : {static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_value), static_cast<QWidget *>(m_slider), static_cast<QWidget *>(m_apply)})
        part->setEnabled(usable);
    m_note->setText(usable ? tr("Applies at once, until the stage ends.") : tr("Only stages pressed by hand can be changed."));
    if (usable && !m_known) {
        m_known = true;
        m_kind->setCurrent(manual->isRate() ? 0 : 1);
        const int now = manual->isRate() ? int(manual->tps) : manual->users;
        m_slider->setRange(0, std::max({manual->maximum, now * 2, 10}));
        m_value->setValue(now);
    }
    if (!running)
        m_known = false;
}

void LoadCard::apply()
{
    if (m_kind->current() == 0)
        emit rateApplied(m_value->value());
    else
        emit usersApplied(m_value->value());
}

HealthCard::HealthCard() : Card(u" "_s)
{
    body->setSpacing(2);
    m_pill = new Pill({}, Tone::Ok, u"circle-check"_s);
    addHeaderWidget(m_pill);
    Meter **meters[] = {&m_cpu, &m_lateness, &m_descriptors, &m_missed};
    for (Meter **meter : meters) {
        *meter = new Meter({}, {}, 0, Tone::Ok, 104);
        body->addWidget(*meter);
    }
    m_cpu->setObjectName(u"healthCpu"_s);
}

void HealthCard::retranslate()
{
    setTitle(tr("This computer"));
    m_cpu->setLabel(tr("CPU"));
    m_lateness->setLabel(tr("Lateness p99"));
    m_descriptors->setLabel(tr("Descriptors"));
    m_missed->setLabel(tr("Missed starts"));
}

void HealthCard::show(const domain::RunRecord &run, const services::LiveStats &stats)
{
    const auto &totals = stats.totals();
    const auto tone = [](double share) { return share > 0.9 ? Tone::Bad : share > 0.7 ? Tone::Warn : Tone::Ok; };
    const double late = totals.latenessP99us / 1000;
    const int open = run.health.isEmpty() ? 0 : run.health.last().openDescriptors;
    quint64 starts = totals.dropped;
    for (const domain::CaseRecord &record : run.cases) {
        for (const domain::CasePoint &second : record.seconds)
            starts += second.starts;
    }
    const double missed = starts ? double(totals.dropped) / double(starts) : 0;
    m_cpu->set(format::number(totals.cpuPercent) + u" %"_s, totals.cpuPercent / 100, tone(totals.cpuPercent / 100));
    m_lateness->set(format::ms(late) + u' ' + tr("ms"), late / 10, tone(late / 10));
    m_descriptors->set(format::number(quint64(open)), open / 65536.0, tone(open / 65536.0));
    m_missed->set(format::number(totals.dropped), missed, totals.dropped ? Tone::Warn : Tone::Ok);
    const bool busy = totals.cpuPercent > 90 || late > 10;
    m_pill->set(busy ? tr("Busy") : tr("Healthy"), busy ? Tone::Warn : Tone::Ok, busy ? u"triangle-alert"_s : u"circle-check"_s);
}

} // namespace ui
