#include "app/report/verdict.h"
#include "ui/run/livecards.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/format.h"
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// How many descriptors this program may open now.
double descriptorLimit()
{
    rlimit limit{};
    return getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur > 0 ? double(limit.rlim_cur) : 1024;
}

} // namespace

HealthCard::HealthCard() : Card(u" "_s)
{
    body->setSpacing(2);
    m_pill = new Pill({}, Tone::Ok, u"circle-check"_s);
    m_pill->setObjectName(u"healthPill"_s);
    addHeaderWidget(m_pill);
    Meter **meters[] = {&m_cpu, &m_lateness, &m_descriptors, &m_missed};
    for (Meter **meter : meters) {
        *meter = new Meter({}, {}, 0, Tone::Ok, 104);
        body->addWidget(*meter);
    }
    m_cpu->setObjectName(u"healthCpu"_s);
    m_lateness->setObjectName(u"healthLateness"_s);
    m_descriptors->setObjectName(u"healthDescriptors"_s);
    m_missed->setObjectName(u"healthMissed"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
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
    const report::Verdict verdict = report::verdictOf(run);
    const auto tone = [](double share) { return share > 0.9 ? Tone::Bad : share > 0.7 ? Tone::Warn : Tone::Ok; };
    const double late = totals.latenessP99us / 1000, limit = descriptorLimit();
    const int open = run.health.isEmpty() ? 0 : run.health.last().openDescriptors;
    const double missed = verdict.startsPlanned ? double(verdict.startsDropped) / double(verdict.startsPlanned) : 0;
    m_cpu->set(format::number(totals.cpuPercent) + u" %"_s, totals.cpuPercent / 100, tone(totals.cpuPercent / 100));
    m_lateness->set(format::ms(late) + u' ' + tr("ms"), late / 10, tone(late / 10));
    m_descriptors->set(format::number(quint64(open)), open / limit, tone(open / limit));
    m_descriptors->setToolTip(tr("At most %1 may be open.").arg(format::number(limit)));
    m_missed->set(format::number(verdict.startsDropped), missed, verdict.startsDropped ? Tone::Warn : Tone::Ok);
    m_pill->set(verdict.trustworthy ? tr("Healthy") : tr("Is the limit"), verdict.trustworthy ? Tone::Ok : Tone::Warn,
                verdict.trustworthy ? u"circle-check"_s : u"triangle-alert"_s);
    setToolTip(verdict.reasons.join(u'\n'));
}

} // namespace ui
