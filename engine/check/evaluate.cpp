#include "engine/check/evaluate.h"

#include "engine/check/jsondocument.h"

#include <charconv>
#include <strings.h>
#include <utility>

namespace engine {

namespace {

std::optional<double> number(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

template <class Visit> bool anyOf(std::string_view list, Visit visit)
{
    while (true) {
        const size_t comma = std::min(list.find(','), list.size());
        if (visit(trimmed(list.substr(0, comma))))
            return true;
        if (comma == list.size())
            return false;
        list.remove_prefix(comma + 1);
    }
}

std::optional<std::string_view> headerValue(std::string_view head, std::string_view name)
{
    while (head.size() > name.size()) {
        const size_t end = std::min(head.find('\n'), head.size());
        if (end > name.size() && head[name.size()] == ':' && strncasecmp(head.data(), name.data(), name.size()) == 0)
            return trimmed(head.substr(name.size() + 1, end - name.size() - 1));
        head.remove_prefix(std::min(end + 1, head.size()));
    }
    return std::nullopt;
}

int order(std::string_view actual, std::string_view expected)
{
    const auto left = number(actual), right = number(expected);
    if (left && right)
        return *left < *right ? -1 : *left > *right ? 1 : 0;
    const int compared = actual.compare(expected);
    return compared < 0 ? -1 : compared > 0 ? 1 : 0;
}

/// The text of a template that is literal.
std::string_view literalOf(const Template &text)
{
    return text.pieces().empty() ? std::string_view() : std::string_view(text.pieces().front().text);
}

} // namespace

bool statusMatches(int status, std::string_view expected)
{
    return anyOf(expected, [status](std::string_view one) {
        if (one.size() == 3 && (one[1] == 'x' || one[1] == 'X'))
            return status / 100 == one[0] - '0';
        if (const size_t dash = one.find('-'); dash != one.npos) {
            const auto low = number(trimmed(one.substr(0, dash))), high = number(trimmed(one.substr(dash + 1)));
            return low && high && status >= *low && status <= *high;
        }
        return number(one) == double(status);
    });
}

bool holds(CheckItem::Comparison comparison, std::optional<std::string_view> actual, std::string_view expected, const Pattern *regex)
{
    const std::string_view text = actual.value_or(std::string_view());
    switch (comparison) {
    case CheckItem::Exists: return actual.has_value();
    case CheckItem::NotExists: return !actual.has_value();
    case CheckItem::Equal: return order(text, expected) == 0;
    case CheckItem::NotEqual: return order(text, expected) != 0;
    case CheckItem::Greater: return actual && order(text, expected) > 0;
    case CheckItem::GreaterEqual: return actual && order(text, expected) >= 0;
    case CheckItem::Less: return actual && order(text, expected) < 0;
    case CheckItem::LessEqual: return actual && order(text, expected) <= 0;
    case CheckItem::Contains: return text.find(expected) != text.npos;
    case CheckItem::NotContains: return text.find(expected) == text.npos;
    case CheckItem::Regex: return regex ? regex->matches(text) : Pattern(expected).matches(text);
    case CheckItem::In: return anyOf(expected, [&](std::string_view one) { return order(text, one) == 0; });
    case CheckItem::NotIn: return !anyOf(expected, [&](std::string_view one) { return order(text, one) == 0; });
    }
    return false;
}

Checker::Checker(const std::optional<Checkpoint> &checkpoint, const std::vector<Extraction> &extractions)
    : m_checkpoint(checkpoint), m_extractions(extractions)
{
    const auto compile = [this](const std::string &text) {
        Pattern pattern(text);
        if (!pattern.error().empty())
            m_errors.push_back(pattern.error());
        return pattern;
    };
    const auto path = [this](std::vector<std::optional<JsonPath>> &paths, std::string_view key, bool isPath) {
        paths.emplace_back();
        if (!isPath)
            return;
        paths.back().emplace(key);
        if (!paths.back()->error().empty())
            m_errors.push_back(paths.back()->error());
    };
    if (m_checkpoint)
        for (const CheckItem &item : m_checkpoint->items) {
            m_needsBody |= item.source >= CheckItem::Body;
            path(m_checkPaths, item.key, item.source == CheckItem::JsonPath || (item.source == CheckItem::Json && item.key.starts_with('$')));
            if (item.source == CheckItem::XPath)
                if (std::string error = xpathError(item.key); !error.empty())
                    m_errors.push_back(std::move(error));
            m_checkPatterns.emplace_back();
            if (item.comparison == CheckItem::Regex && item.value.isLiteral())
                m_checkPatterns.back() = compile(std::string(literalOf(item.value)));
        }
    for (const Extraction &extraction : m_extractions) {
        m_needsBody |= extraction.range == Extraction::Body || extraction.range >= Extraction::JsonValue;
        if (extraction.range == Extraction::XmlValue)
            if (std::string error = xpathError(extraction.key); !error.empty())
                m_errors.push_back(std::move(error));
        m_extractPatterns.emplace_back();
        path(m_extractPaths, extraction.key, extraction.range == Extraction::JsonValue && extraction.key.starts_with('$'));
        if (extraction.range <= Extraction::Url)
            m_extractPatterns.back() = compile(extraction.regexp);
    }
}

namespace {

/// How a comparison is named where it is shown: “json data.id ==”.
std::string nameOf(const CheckItem &item)
{
    constexpr std::string_view sources[] = {"status", "header", "body", "json", "jsonpath", "xpath", "plugin"};
    constexpr std::string_view comparisons[] = {"==", "!=", ">", ">=", "<", "<=", "contains", "not_contains",
                                                "regex", "exists", "not_exists", "in", "not_in"};
    std::string name(sources[item.source]);
    if (!item.key.empty())
        name.append(1, ' ').append(item.key);
    if (item.source != CheckItem::Plugin)
        name.append(1, ' ').append(comparisons[item.comparison]);
    return name;
}

/// Asks a plugin's check: its parameters by name are what the answer holds, and `value` for the first one of its own.
PluginAnswer askPlugin(const CheckItem &item, const AnswerView &answer, std::string_view value)
{
    if (!item.plugin.plugin)
        return {false, "There is no check of the name “" + item.key + "”."};
    const std::string status = std::to_string(answer.status);
    std::vector<PluginArgument> arguments{{"__status", status}, {"__head", answer.head}, {"__body", answer.body}, {"__url", answer.url}};
    bool isFirst = true;
    for (const Plugin::Parameter &parameter : item.plugin.entry().parameters)
        arguments.push_back({parameter.name, std::exchange(isFirst, false) && !value.empty() ? value : std::string_view(parameter.fallback)});
    return item.plugin.plugin->call(item.plugin.index, arguments);
}

} // namespace

std::pair<bool, bool> Checker::judge(const AnswerView &answer, ExpansionContext &context) const
{
    JsonDocument json(answer.body);
    const bool passed = check(answer, context, json, nullptr);
    return {passed, extract(answer, context, json, nullptr)};
}

bool Checker::check(const AnswerView &answer, ExpansionContext &context, std::vector<CheckResult> *results) const
{
    JsonDocument json(answer.body);
    return check(answer, context, json, results);
}

bool Checker::extract(const AnswerView &answer, ExpansionContext &context, std::vector<CheckResult> *results) const
{
    JsonDocument json(answer.body);
    return extract(answer, context, json, results);
}

bool Checker::check(const AnswerView &answer, ExpansionContext &context, JsonDocument &json, std::vector<CheckResult> *results) const
{
    if (!m_checkpoint || m_checkpoint->items.empty())
        return answer.status >= 200 && answer.status < 300;
    bool all = true, any = false;
    for (size_t i = 0; i < m_checkpoint->items.size(); ++i) {
        const CheckItem &item = m_checkpoint->items[i];
        std::string expanded;
        std::string_view expected = literalOf(item.value);
        if (!item.value.isLiteral()) {
            expand(item.value, context, expanded);
            expected = expanded;
        }
        std::optional<std::string_view> actual;
        std::optional<std::string> made; // what `actual` looks at, where it is not the answer itself
        switch (item.source) {
        case CheckItem::Status:
            if (answer.status)
                made = std::to_string(answer.status);
            break;
        case CheckItem::Header: actual = headerValue(answer.head, item.key); break;
        case CheckItem::Body: actual = answer.body; break;
        case CheckItem::Json:
        case CheckItem::JsonPath:
            made = m_checkPaths[i] ? m_checkPaths[i]->find(json) : valueByKeyPath(json, item.key);
            break;
        case CheckItem::Plugin: {
            const PluginAnswer asked = askPlugin(item, answer, expected);
            all &= asked.isOk;
            any |= asked.isOk;
            if (results)
                results->push_back({nameOf(item), std::string(expected), asked.text, asked.isOk});
            continue;
        }
        case CheckItem::XPath: made = xpathValue(answer.body, item.key); break;
        }
        if (made)
            actual = *made;
        const bool passed = item.source == CheckItem::Status && item.comparison == CheckItem::Equal ? statusMatches(answer.status, expected)
            : item.source == CheckItem::Status && item.comparison == CheckItem::NotEqual ? !statusMatches(answer.status, expected)
            : holds(item.comparison, actual, expected, m_checkPatterns[i] ? &*m_checkPatterns[i] : nullptr);
        all &= passed;
        any |= passed;
        if (results)
            results->push_back({nameOf(item), std::string(expected), std::string(actual.value_or(std::string_view()).substr(0, 1024)), passed});
    }
    return m_checkpoint->all ? all : any;
}

bool Checker::extract(const AnswerView &answer, ExpansionContext &context, JsonDocument &json, std::vector<CheckResult> *results) const
{
    bool expectedHeld = true;
    for (size_t i = 0; i < m_extractions.size(); ++i) {
        const Extraction &extraction = m_extractions[i];
        std::optional<std::string> value;
        const auto &pattern = m_extractPatterns[i];
        switch (extraction.range) {
        case Extraction::Body: value = pattern->find(answer.body, extraction.matchIndex, extraction.groupIndex); break;
        case Extraction::Header: value = pattern->find(answer.head, extraction.matchIndex, extraction.groupIndex); break;
        case Extraction::Url: value = pattern->find(answer.url, extraction.matchIndex, extraction.groupIndex); break;
        case Extraction::Status: value = std::to_string(answer.status); break;
        case Extraction::JsonValue:
            value = m_extractPaths[i] ? m_extractPaths[i]->find(json, extraction.matchIndex) : valueByKeyPath(json, extraction.key);
            break;
        case Extraction::XmlValue: value = xpathValue(answer.body, extraction.key); break;
        }
        std::string taken = value ? std::move(*value) : extraction.defaultValue;
        const bool passed = !extraction.expect || *extraction.expect == taken;
        expectedHeld &= passed;
        if (results)
            results->push_back({extraction.name, extraction.expect.value_or(std::string()), taken.substr(0, 1024), passed});
        if (context.values && extraction.slot >= 0 && size_t(extraction.slot) < context.values->size())
            (*context.values)[size_t(extraction.slot)] = std::move(taken);
    }
    return expectedHeld;
}

} // namespace engine
