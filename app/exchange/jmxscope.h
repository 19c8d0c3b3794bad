// What holds for a sampler of JMeter because of where it stands: the config elements, timers and cards above and beside it.
#pragma once

#include "app/exchange/jmxtree.h"
#include "app/exchange/ledger.h"
#include "models/domain/card.h"

namespace exchange {

struct JmxScope
{
    QVector<domain::KeyValue> headers; ///< the nearest of a name holds
    QHash<QString, QString> defaults;  ///< of HTTP Request Defaults: property to text
    bool cookies = false;              ///< there is a cookie manager
    domain::Authentication auth;
    int pauseMs = 0;                   ///< of all timers together
    QString onFailure = QStringLiteral("continue");
    QVector<const JmxElement *> cards; ///< assertions and extractors; the elements live in the tree

    /// With what the children of an element add to it.
    JmxScope inside(const JmxElement &parent, Ledger &ledger) const;
};

/// Name and value of an Arguments or header list.
QVector<domain::KeyValue> jmxPairs(const JmxProperty &list, QLatin1StringView name, QLatin1StringView value);

} // namespace exchange
