#include "ui/editors/newsteps.h"
#include "models/domain/instruction.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::NewSteps)
};

template <class T> domain::Step made(const T &settings)
{
    domain::Step step;
    domain::put(step, settings);
    return step;
}

} // namespace

QVector<NewStep> newSteps()
{
    domain::Loop loop;
    loop.count = u"2"_s;
    domain::UserShare share;
    share.branches = {{Words::tr("Branch %1").arg(1), 70}, {Words::tr("Branch %1").arg(2), 30}};
    domain::Condition condition;
    condition.items = {{u"${__iter}"_s, u">"_s, u"1"_s}};
    domain::DataInstruction data;
    data.params = {{Words::tr("value"), u"${__random(1,100)}"_s, true, {}}};
    domain::Rendezvous meeting;
    meeting.count = 10;
    domain::Step paced = domain::newRequest(Words::tr("New request"), u"GET"_s, u"http://"_s);
    paced.thinkTime.emplace();
    return {
        {u"Request"_s, u"send"_s, Words::tr("Request"), domain::newRequest(Words::tr("New request"), u"GET"_s, u"http://"_s)},
        {u"PacedRequest"_s, u"timer"_s, Words::tr("Request with think time"), paced},
        {u"Data"_s, u"braces"_s, Words::tr("Data"), made(data), true},
        {u"Loop"_s, u"repeat"_s, Words::tr("Loop"), made(loop)},
        {u"Condition"_s, u"split"_s, Words::tr("Condition"), made(condition)},
        {u"UserShare"_s, u"percent"_s, Words::tr("Share of users"), made(share)},
        {u"Throughput"_s, u"gauge"_s, Words::tr("Throughput limit"), made(domain::Throughput{})},
        {u"Rendezvous"_s, u"flag"_s, Words::tr("Rendezvous"), made(meeting)},
        {u"Plugin"_s, u"plug"_s, Words::tr("Plugin request"), made(domain::PluginRequest{})},
    };
}

domain::Step referenceTo(const domain::Transaction &transaction)
{
    domain::Step step;
    step.transaction = transaction.id;
    step.transactionName = transaction.name;
    return step;
}

} // namespace ui
