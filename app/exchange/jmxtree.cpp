#include "app/exchange/jmxtree.h"

#include <QCoreApplication>
#include <QXmlStreamReader>
#include <algorithm>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::JmxTree)
};

constexpr int deepest = 200;

class Reader
{
public:
    explicit Reader(const QByteArray &xml) : m_xml(xml) {}

    domain::Result<JmxElement> read()
    {
        JmxElement root;
        if (m_xml.readNextStartElement()) {
            if (m_xml.name() != u"jmeterTestPlan")
                return domain::fail(Words::tr("it is no test plan of JMeter."));
            while (m_xml.readNextStartElement())
                m_xml.name() == u"hashTree" ? readTree(root, 1) : m_xml.skipCurrentElement();
        }
        if (m_tooDeep)
            return domain::fail(Words::tr("it is nested more than %1 levels deep.").arg(deepest));
        if (m_xml.hasError())
            return domain::fail(Words::tr("it is not valid XML: %1 in line %2.").arg(m_xml.errorString()).arg(m_xml.lineNumber()));
        const auto plan = std::ranges::find(root.children, u"TestPlan"_s, &JmxElement::type);
        if (plan == root.children.end())
            return domain::fail(Words::tr("it holds no test plan."));
        return *plan;
    }

private:
    /// Elements, each followed by the hashTree of what is under it.
    void readTree(JmxElement &parent, int depth)
    {
        if (depth > deepest)
            return stop();
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != u"hashTree") {
                parent.children.append(readElement());
                continue;
            }
            if (parent.children.isEmpty())
                m_xml.skipCurrentElement();
            else
                readTree(parent.children.last(), depth + 1);
        }
    }

    JmxElement readElement()
    {
        const auto attributes = m_xml.attributes();
        JmxElement element;
        element.type = attributes.value(u"testclass"_s).toString();
        if (element.type.isEmpty())
            element.type = m_xml.name().toString();
        element.type = element.type.section(u'.', -1);
        element.name = attributes.value(u"testname"_s).toString();
        element.enabled = attributes.value(u"enabled"_s) != u"false";
        while (m_xml.readNextStartElement())
            element.properties.members.append(readProperty(1));
        return element;
    }

    JmxProperty readProperty(int depth)
    {
        JmxProperty property;
        property.name = m_xml.attributes().value(u"name"_s).toString();
        if (property.name.isEmpty())
            property.name = m_xml.name().toString(); // objProp, and members of it
        if (depth > deepest) {
            stop();
            return property;
        }
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement)
                break;
            if (token == QXmlStreamReader::StartElement)
                property.members.append(readProperty(depth + 1));
            else if (token == QXmlStreamReader::Characters && !(m_xml.isWhitespace() && !property.members.isEmpty()))
                property.text += m_xml.text();
        }
        if (!property.members.isEmpty() && property.text.trimmed().isEmpty())
            property.text.clear();
        return property;
    }

    void stop()
    {
        m_tooDeep = true;
        m_xml.raiseError({});
    }

    QXmlStreamReader m_xml;
    bool m_tooDeep = false;
};

} // namespace

const JmxProperty *JmxProperty::find(QLatin1StringView wanted) const
{
    const auto found = std::ranges::find_if(members, [wanted](const JmxProperty &p) { return p.name == wanted; });
    return found == members.end() ? nullptr : &*found;
}

QString JmxProperty::value(QLatin1StringView wanted) const
{
    const auto *property = find(wanted);
    return property ? property->text : QString();
}

bool JmxElement::flag(QLatin1StringView property, bool absent) const
{
    const QString text = value(property).trimmed();
    return text.isEmpty() ? absent : text == "true"_L1;
}

QString JmxElement::valueEnding(QLatin1StringView end) const
{
    const auto found = std::ranges::find_if(properties.members, [end](const JmxProperty &p) { return p.name.section(u'.', -1) == end; });
    return found == properties.members.end() ? QString() : found->text;
}

domain::Result<JmxElement> jmxTree(const QByteArray &xml) { return Reader(xml).read(); }

} // namespace exchange
