#include "models/items/stepdetail.h"

#include "models/domain/instruction.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace items {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(items::StepDetail)
};

QString written(const domain::Comparison &item)
{
    static const QHash<QString, QString> signs{{u">="_s, u"≥"_s}, {u"<="_s, u"≤"_s}, {u"!="_s, u"≠"_s}, {u"=="_s, u"="_s}};
    const bool alone = item.comparison == "exists"_L1 || item.comparison == "not_exists"_L1;
    QString sign = signs.value(item.comparison, item.comparison);
    sign.replace(u'_', u' ');
    return alone ? item.left + u' ' + sign : u"%1 %2 %3"_s.arg(item.left, sign, item.right);
}

QString written(const domain::Condition &condition)
{
    if (condition.items.isEmpty())
        return Words::tr("always");
    QStringList items;
    for (const auto &item : condition.items)
        items << written(item);
    return items.join(condition.all ? Words::tr(" and ") : Words::tr(" or "));
}

QString written(const domain::Loop &loop)
{
    const QString times = Words::tr("%1 times").arg(loop.count);
    const bool breaks = loop.breakCondition && !loop.breakCondition->items.isEmpty();
    return breaks ? Words::tr("%1, until %2").arg(times, written(*loop.breakCondition)) : times;
}

QString written(const domain::UserShare &share)
{
    QStringList weights;
    for (const auto &branch : share.branches)
        weights << QString::number(branch.weight);
    return (share.fixed ? Words::tr("fixed, %1") : Words::tr("random, %1")).arg(weights.join(u" : "_s));
}

QString written(const domain::Rendezvous &meeting)
{
    const QString users = meeting.count > 0 ? Words::tr("%1 users").arg(meeting.count) : Words::tr("all users");
    return meeting.timeoutMs > 0 ? Words::tr("%1, or after %2 s").arg(users).arg(meeting.timeoutMs / 1000.0) : users;
}

QString written(const domain::DataInstruction &data)
{
    QStringList lines;
    for (const auto &parameter : data.params)
        lines << u"%1 = %2"_s.arg(parameter.name, parameter.logic);
    return lines.join(u"; "_s);
}

template <class T> QString orMistake(const domain::Result<T> &settings)
{
    return settings ? written(*settings) : settings.error().message;
}

} // namespace

QString stepDetail(const domain::Step &step)
{
    using domain::StepKind;
    switch (step.kind) {
    case StepKind::Request:
        return {};
    case StepKind::Data:
        return orMistake(domain::dataInstructionOf(step));
    case StepKind::Loop:
        return orMistake(domain::loopOf(step));
    case StepKind::Condition:
        return orMistake(domain::conditionOf(step));
    case StepKind::UserShare:
        return orMistake(domain::userShareOf(step));
    case StepKind::Throughput: {
        const auto limit = domain::throughputOf(step);
        return limit ? Words::tr("at most %1 requests a second").arg(limit->rps, 0, 'f', 2) : limit.error().message;
    }
    case StepKind::Rendezvous:
        return orMistake(domain::rendezvousOf(step));
    case StepKind::Plugin: {
        const auto plugin = domain::pluginRequestOf(step);
        if (plugin && plugin->plugin.isEmpty() && plugin->function.isEmpty())
            return {}; // none is chosen yet
        return plugin ? u"%1.%2"_s.arg(plugin->plugin, plugin->function) : plugin.error().message;
    }
    }
    return {};
}

} // namespace items
