#include "app/exchange/jmxcards.h"
#include "app/exchange/importtools.h"
#include "app/exchange/jmxtexts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace exchange {

using namespace Qt::StringLiterals;
using domain::CheckItem;
using domain::Extraction;
using domain::Step;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::JmxCards)
};

/// Assertion.test_type, as bits.
enum TestType { Matches = 1, Contains = 2, Not = 4, Equals = 8, Substring = 16, Or = 32 };

enum Range { Body = 1, Header, Url, Status, JsonValue };

/// As RE2 understands it, which knows no backslash before letters.
QString escaped(const QString &text)
{
    QString made;
    for (const QChar c : text) {
        if (u"\\.+*?()|[]{}^$"_s.contains(c))
            made += u'\\';
        made += c;
    }
    return made;
}

void addCheck(Step &step, const CheckItem &item, bool all = true)
{
    if (!step.checkpoint)
        step.checkpoint = domain::Checkpoint();
    if (step.checkpoint->items.isEmpty())
        step.checkpoint->all = all;
    step.checkpoint->items << item;
}

void takeResponseAssertion(const JmxElement &element, Step &step, Ledger &ledger)
{
    const QString field = element.value("Assertion.test_field"_L1), place = step.message.name;
    const int type = element.value("Assertion.test_type"_L1).toInt();
    QString source, key;
    if (field.endsWith(u"response_code"))
        source = u"status"_s;
    else if (field.endsWith(u"response_data") || field.endsWith(u"response_data_as_document") || field.isEmpty())
        source = u"body"_s;
    else if (field.endsWith(u"response_headers"))
        source = u"header"_s;
    else
        return ledger.add(Words::tr("An assertion about something else than code, headers and body was left out."), place);
    const auto *strings = element.properties.find("Asserion.test_strings"_L1); // JMeter's own spelling
    if (!strings)
        strings = element.properties.find("Assertion.test_strings"_L1);
    for (const JmxProperty &one : strings ? strings->members : QVector<JmxProperty>()) {
        QString value = fromJmxText(one.text, ledger, place);
        QString comparison;
        if (type & Equals)
            comparison = type & Not ? u"!="_s : u"=="_s;
        else if (type & Substring)
            comparison = type & Not ? u"not_contains"_s : u"contains"_s;
        else if (!(type & Not))
            comparison = u"regex"_s;
        if (source == "status"_L1 && type & (Matches | Contains | Substring) && QRegularExpression(u"^\\d{3}$"_s).match(value).hasMatch())
            comparison = type & Not ? u"!="_s : u"=="_s;
        if (source == "header"_L1) { // JMeter looks at all of them as one text
            const qsizetype colon = value.indexOf(u':');
            if (colon <= 0 || comparison.isEmpty())
                return ledger.add(Words::tr("An assertion about headers was left out: it names none."), place);
            key = value.left(colon).trimmed();
            value = value.mid(colon + 1).trimmed();
        }
        if (comparison.isEmpty()) {
            ledger.add(Words::tr("An assertion that a pattern is not found was left out."), place);
            continue;
        }
        if (type & Matches && comparison == "regex"_L1)
            value = u"^(?s:"_s + value + u")$"_s;
        addCheck(step, {source, key, comparison, value}, !(type & Or));
    }
}

void takeJsonAssertion(const JmxElement &element, Step &step, Ledger &ledger)
{
    const bool looksAtValue = element.flag("JSONVALIDATION"_L1), inverted = element.flag("INVERT"_L1);
    QString comparison = inverted ? u"not_exists"_s : u"exists"_s;
    if (looksAtValue)
        comparison = element.flag("ISREGEX"_L1, true) ? u"regex"_s : inverted ? u"!="_s : u"=="_s;
    if (looksAtValue && inverted && comparison == "regex"_L1)
        return ledger.add(Words::tr("An assertion that a pattern is not found was left out."), step.message.name);
    addCheck(step, {u"jsonpath"_s, element.value("JSON_PATH"_L1), comparison,
                    looksAtValue ? fromJmxText(element.value("EXPECTED_VALUE"_L1), ledger, step.message.name) : QString()});
}

Extraction extraction(const QString &name, Range range, const QString &regexp, const QString &key, const QString &absent)
{
    Extraction made;
    made.name = usableName(name);
    made.range = range;
    made.regexp = regexp;
    made.key = key;
    made.defaultValue = absent;
    return made;
}

/// 0 is at random and -1 all of them in JMeter: the first is taken.
int matchIndex(const QString &text, const Step &step, Ledger &ledger)
{
    const int number = text.trimmed().isEmpty() ? 1 : text.toInt();
    if (number >= 1 && number <= 10'000)
        return number;
    ledger.add(Words::tr("An extraction of a match at random, or of all of them, takes the first here."), step.message.name);
    return 1;
}

void takeRegexExtractor(const JmxElement &element, Step &step, Ledger &ledger)
{
    static const QHash<QString, Range> ranges{{u"true"_s, Header}, {u"URL"_s, Url}, {u"code"_s, Status}, {u"request_headers"_s, Header}};
    const QString from = element.value("RegexExtractor.useHeaders"_L1);
    Extraction made = extraction(element.value("RegexExtractor.refname"_L1), ranges.value(from, Body), element.value("RegexExtractor.regex"_L1), {},
                                 element.value("RegexExtractor.default"_L1));
    made.matchIndex = matchIndex(element.value("RegexExtractor.match_number"_L1), step, ledger);
    static const QRegularExpression group(u"^\\$(\\d+)\\$$"_s);
    const auto match = group.match(element.value("RegexExtractor.template"_L1).trimmed());
    made.groupIndex = match.hasMatch() ? match.captured(1).toInt() : 1;
    if (!match.hasMatch())
        ledger.add(Words::tr("An extraction by a template of several groups takes the first group here."), step.message.name);
    if (from == "request_headers"_L1)
        return ledger.add(Words::tr("An extraction from what was sent was left out."), step.message.name);
    step.extractions << made;
}

void takeJsonExtractor(const JmxElement &element, Step &step, Ledger &ledger)
{
    const auto list = [&](QLatin1StringView property) { return element.value(property).split(u';'); };
    const QStringList names = list("JSONPostProcessor.referenceNames"_L1), paths = list("JSONPostProcessor.jsonPathExprs"_L1),
                      numbers = list("JSONPostProcessor.match_numbers"_L1), defaults = list("JSONPostProcessor.defaultValues"_L1);
    for (qsizetype i = 0; i < std::min(names.size(), paths.size()); ++i) {
        Extraction made = extraction(names[i], JsonValue, {}, paths[i].trimmed(), defaults.value(i));
        made.matchIndex = matchIndex(numbers.value(i), step, ledger);
        step.extractions << made;
    }
}

void takeBoundaryExtractor(const JmxElement &element, Step &step, Ledger &ledger)
{
    const QString left = escaped(element.value("BoundaryExtractor.lboundary"_L1)),
                  right = escaped(element.value("BoundaryExtractor.rboundary"_L1));
    Extraction made = extraction(element.value("BoundaryExtractor.refname"_L1), element.value("BoundaryExtractor.useHeaders"_L1) == "true"_L1 ? Header : Body,
                                 left + u"(?s:(.*?))"_s + (right.isEmpty() ? u"$"_s : right), {}, element.value("BoundaryExtractor.default"_L1));
    made.matchIndex = matchIndex(element.value("BoundaryExtractor.match_number"_L1), step, ledger);
    step.extractions << made;
}

void takeXPathAssertion(const JmxElement &element, Step &step, Ledger &ledger)
{
    const QString path = element.value("XPath.xpath"_L1);
    if (path.isEmpty())
        return ledger.add(Words::tr("An assertion without an XPath was left out."), step.message.name);
    addCheck(step, {u"xpath"_s, path, element.flag("XPath.negate"_L1) ? u"not_exists"_s : u"exists"_s, {}});
}

} // namespace

bool takeJmxCard(const JmxElement &element, Step &step, Ledger &ledger)
{
    static const QHash<QString, void (*)(const JmxElement &, Step &, Ledger &)> known{
        {u"ResponseAssertion"_s, takeResponseAssertion}, {u"JSONPathAssertion"_s, takeJsonAssertion}, {u"XPathAssertion"_s, takeXPathAssertion},
        {u"XPath2Assertion"_s, takeXPathAssertion}, {u"RegexExtractor"_s, takeRegexExtractor}, {u"JSONPostProcessor"_s, takeJsonExtractor},
        {u"BoundaryExtractor"_s, takeBoundaryExtractor}};
    const bool isOther = element.type.endsWith(u"Assertion") || element.type.endsWith(u"Extractor") || element.type.endsWith(u"PostProcessor");
    if (!known.contains(element.type) && !isOther)
        return false;
    if (!element.enabled)
        return true;
    if (const auto take = known.value(element.type))
        take(element, step, ledger);
    else
        ledger.add(Words::tr("%1 was left out: it has no like here.").arg(element.type), step.message.name);
    return true;
}

} // namespace exchange
