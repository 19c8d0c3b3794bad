// A JMeter test plan as a tree: elements with their properties, and under each what stands in the hashTree after it.
#pragma once

#include "models/domain/result.h"
#include <QHash>
#include <QVector>

namespace exchange {

/// A property with members: elementProp and collectionProp.
struct JmxProperty
{
    QString name, text; ///< text: of stringProp, boolProp, …; of a collection's member without a name its position
    QVector<JmxProperty> members;

    const JmxProperty *find(QLatin1StringView name) const;
    QString value(QLatin1StringView name) const; ///< of a member; empty when there is none
};

struct JmxElement
{
    QString type;  ///< testclass, e.g. HTTPSamplerProxy
    QString name;  ///< testname
    bool enabled = true;
    JmxProperty properties;
    QVector<JmxElement> children;

    QString value(QLatin1StringView property) const { return properties.value(property); }
    bool flag(QLatin1StringView property, bool absent = false) const;
    /// A property by its name without what stands before the last dot, as plugins spell them differently.
    QString valueEnding(QLatin1StringView end) const;
};

/// The test plan. Refuses what is not XML, no plan, or nested more than 200 deep; entities of a DTD are not followed.
domain::Result<JmxElement> jmxTree(const QByteArray &xml);

} // namespace exchange
