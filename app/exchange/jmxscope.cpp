#include "app/exchange/jmxscope.h"
#include "app/exchange/importtools.h"
#include "app/exchange/jmxtexts.h"

#include <QCoreApplication>

namespace exchange {

using namespace Qt::StringLiterals;
using domain::KeyValue;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::JmxScope)
};

void takeHeaders(JmxScope &scope, const JmxElement &manager, Ledger &ledger)
{
    const auto *list = manager.properties.find("HeaderManager.headers"_L1);
    for (const KeyValue &one : list ? jmxPairs(*list, "Header.name"_L1, "Header.value"_L1) : QVector<KeyValue>()) {
        if (one.key.isEmpty() || isOwnHeader(one.key))
            continue;
        scope.headers.removeIf([&](const KeyValue &h) { return h.key.compare(one.key, Qt::CaseInsensitive) == 0; });
        scope.headers << KeyValue{one.key, fromJmxText(one.value, ledger, manager.name)};
    }
}

void takeAuth(JmxScope &scope, const JmxElement &manager, Ledger &ledger)
{
    const auto *list = manager.properties.find("AuthManager.auth_list"_L1);
    if (!list || list->members.isEmpty())
        return;
    const JmxProperty &first = list->members.first();
    const QString mechanism = first.value("Authorization.mechanism"_L1);
    if (!mechanism.isEmpty() && mechanism != "BASIC"_L1)
        return ledger.add(Words::tr("Sign-in by “%1” was left out: only basic is known.").arg(mechanism), manager.name);
    scope.auth = {domain::Authentication::Basic, first.value("Authorization.username"_L1), first.value("Authorization.password"_L1), {}};
    if (list->members.size() > 1)
        ledger.add(Words::tr("Only the first entry of an authorization manager was taken."), manager.name);
}

void takeTimer(JmxScope &scope, const JmxElement &timer, Ledger &ledger)
{
    if (timer.type == "ConstantTimer"_L1) {
        scope.pauseMs += jmxNumber(timer.value("ConstantTimer.delay"_L1), 0, 0, ledger, timer.name);
    } else if (timer.type == "UniformRandomTimer"_L1 || timer.type == "GaussianRandomTimer"_L1 || timer.type == "PoissonRandomTimer"_L1) {
        const int fixed = jmxNumber(timer.value("ConstantTimer.delay"_L1), 0, 0, ledger, timer.name);
        const int range = jmxNumber(timer.value("RandomTimer.range"_L1), 0, 0, ledger, timer.name);
        scope.pauseMs += fixed + (timer.type == "UniformRandomTimer"_L1 ? range / 2 : 0);
        ledger.add(Words::tr("A timer at random became a pause of its mean."), timer.name);
    } else {
        return ledger.add(Words::tr("%1 was left out: it has no like here.").arg(timer.type), timer.name);
    }
    ledger.add(Words::tr("Timers wait before a request in JMeter, and after it here."));
}

} // namespace

QVector<KeyValue> jmxPairs(const JmxProperty &list, QLatin1StringView name, QLatin1StringView value)
{
    QVector<KeyValue> pairs;
    for (const JmxProperty &one : list.members)
        pairs << KeyValue{one.value(name), one.value(value)};
    return pairs;
}

JmxScope JmxScope::inside(const JmxElement &parent, Ledger &ledger) const
{
    JmxScope scope = *this;
    for (const JmxElement &child : parent.children) {
        if (!child.enabled)
            continue;
        if (child.type == "HeaderManager"_L1) {
            takeHeaders(scope, child, ledger);
        } else if (child.type == "CookieManager"_L1) {
            scope.cookies = true;
            if (const auto *own = child.properties.find("CookieManager.cookies"_L1); own && !own->members.isEmpty())
                ledger.add(Words::tr("Cookies of a cookie manager were left out: add them as a header."), child.name);
        } else if (child.type == "AuthManager"_L1) {
            takeAuth(scope, child, ledger);
        } else if (child.type == "ConfigTestElement"_L1) {
            for (const JmxProperty &property : child.properties.members)
                if (property.name.startsWith(u"HTTPSampler.") && !property.text.isEmpty())
                    scope.defaults.insert(property.name, property.text);
        } else if (child.type.endsWith(u"Timer") && child.type != "SyncTimer"_L1) {
            takeTimer(scope, child, ledger);
        } else if (child.type.endsWith(u"Assertion") || child.type.endsWith(u"Extractor") || child.type.endsWith(u"PostProcessor")) {
            scope.cards.append(&child);
        }
    }
    return scope;
}

} // namespace exchange
