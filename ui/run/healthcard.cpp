#include "app/report/verdict.h"
#include "ui/run/livecards.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

HealthCard::HealthCard() : Card(u" "_s)
{
    body->setSpacing(2);
    m_pill = new Pill({}, Tone::Ok, u"circle-check"_s);
    m_pill->setObjectName(u"healthPill"_s);
    addHeaderWidget(m_pill);
    Meter **meters[] = {&m_cpu, &m_lag, &m_lateness, &m_descriptors, &m_ports, &m_missed};
    for (Meter **meter : meters) {
        *meter = new Meter({}, {}, 0, Tone::Ok, 104);
        body->addWidget(*meter);
    }
    m_cpu->setObjectName(u"healthCpu"_s);
    m_lag->setObjectName(u"healthLag"_s);
    m_lateness->setObjectName(u"healthLateness"_s);
    m_descriptors->setObjectName(u"healthDescriptors"_s);
    m_ports->setObjectName(u"healthPorts"_s);
    m_missed->setObjectName(u"healthMissed"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void HealthCard::retranslate()
{
    setTitle(tr("This computer"));
    m_cpu->setLabel(tr("CPU"));
    m_lag->setLabel(tr("Loop lag p99"));
    m_lateness->setLabel(tr("Lateness p99"));
    m_descriptors->setLabel(tr("Descriptors"));
    m_ports->setLabel(tr("Local ports"));
    m_missed->setLabel(tr("Missed starts"));
}

void HealthCard::show(const domain::RunRecord &run, const services::LiveStats &stats)
{
    const auto &totals = stats.totals();
    const report::Verdict verdict = report::verdictOf(run);
    const auto tone = [](double share) { return share > 0.9 ? Tone::Bad : share > 0.7 ? Tone::Warn : Tone::Ok; };
    const double late = totals.latenessP99us / 1000;
    const domain::HealthPoint last = run.health.isEmpty() ? domain::HealthPoint() : run.health.last();
    const double lag = double(last.lagP99) / 1e6;
    const auto share = [](int taken, int limit) { return limit > 0 ? double(std::max(0, taken)) / limit : 0; };
    const double open = share(last.openDescriptors, run.descriptorLimit), ports = share(last.takenPorts, run.portLimit);
    const double missed = verdict.startsPlanned ? double(verdict.startsDropped) / double(verdict.startsPlanned) : 0;
    m_cpu->set(format::number(totals.cpuPercent) + u" %"_s, totals.cpuPercent / 100, tone(totals.cpuPercent / 100));
    QStringList workers;
    for (const double percent : last.cpuPercent)
        workers << format::number(percent) + u" %"_s;
    m_cpu->setToolTip(workers.size() > 1 ? tr("Of each worker: %1").arg(workers.join(u", "_s)) : QString());
    m_lag->set(format::ms(lag) + u' ' + tr("ms"), lag / 10, tone(lag / 10));
    m_lag->setToolTip(tr("How late the loops of the workers came to their own timers."));
    m_lateness->set(format::ms(late) + u' ' + tr("ms"), late / 10, tone(late / 10));
    m_descriptors->set(format::number(quint64(last.openDescriptors)), open, tone(open));
    m_descriptors->setToolTip(tr("At most %1 may be open.").arg(format::number(double(run.descriptorLimit))));
    m_ports->set(last.takenPorts < 0 ? u"–"_s : format::number(quint64(last.takenPorts)), ports, tone(ports));
    m_ports->setToolTip(tr("Of %1 local ports; those of other programs and of closed connections count too.").arg(format::number(double(run.portLimit))));
    m_missed->set(format::number(verdict.startsDropped), missed, verdict.startsDropped ? Tone::Warn : Tone::Ok);
    m_pill->set(verdict.trustworthy ? tr("Healthy") : tr("Is the limit"), verdict.trustworthy ? Tone::Ok : Tone::Warn,
                verdict.trustworthy ? u"circle-check"_s : u"triangle-alert"_s);
    setToolTip(verdict.reasons.join(u'\n'));
}

} // namespace ui
