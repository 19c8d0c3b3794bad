#include "engine/check/extract.h"

#include "engine/check/jsondocument.h"
#include "engine/check/jsonpath.h"

#include <pugixml.hpp>
#include <re2/re2.h>

#include <array>
#include <charconv>

namespace engine {

Pattern::Pattern(std::string_view text)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(16 << 20);
    auto regex = std::make_shared<re2::RE2>(re2::StringPiece(text.data(), text.size()), options);
    if (!regex->ok())
        m_error = "The regular expression “" + std::string(text) + "” does not compile: " + regex->error();
    m_regex = std::move(regex);
}

int Pattern::groups() const
{
    return m_error.empty() ? m_regex->NumberOfCapturingGroups() : 0;
}

bool Pattern::matches(std::string_view text) const
{
    return m_error.empty() && m_regex->Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
}

std::optional<std::string> Pattern::find(std::string_view text, int match, int group) const
{
    constexpr int mostGroups = 32;
    if (!m_error.empty() || match < 1 || group < 0 || group >= mostGroups || group > m_regex->NumberOfCapturingGroups())
        return std::nullopt;
    const re2::StringPiece all(text.data(), text.size());
    std::array<re2::StringPiece, mostGroups> groups;
    size_t from = 0;
    for (int found = 0; from <= text.size();) {
        if (!m_regex->Match(all, from, all.size(), re2::RE2::UNANCHORED, groups.data(), group + 1))
            return std::nullopt;
        if (++found == match)
            return std::string(groups[size_t(group)].data() ? groups[size_t(group)] : re2::StringPiece(""));
        const size_t end = size_t(groups[0].data() - text.data()) + groups[0].size();
        from = groups[0].empty() ? end + 1 : end; // an empty match must still move on
    }
    return std::nullopt;
}

std::optional<std::string> valueByKeyPath(JsonDocument &document, std::string_view path)
{
    const simdjson::dom::element *root = document.root();
    if (!root)
        return std::nullopt;
    simdjson::dom::element at = *root;
    while (!path.empty()) {
        if (path.front() == '.') {
            path.remove_prefix(1);
            continue;
        }
        if (path.front() == '[') {
            const size_t close = path.find(']');
            if (close == path.npos)
                return std::nullopt;
            std::string_view inside = path.substr(1, close - 1);
            path.remove_prefix(close + 1);
            if (inside.size() >= 2 && (inside.front() == '\'' || inside.front() == '"') && inside.back() == inside.front()) {
                if (at.at_key(inside.substr(1, inside.size() - 2)).get(at) != simdjson::SUCCESS)
                    return std::nullopt;
                continue;
            }
            int64_t index = 0;
            if (std::from_chars(inside.data(), inside.data() + inside.size(), index).ptr != inside.data() + inside.size())
                return std::nullopt;
            simdjson::dom::array array;
            if (at.get(array) != simdjson::SUCCESS)
                return std::nullopt;
            if (index < 0)
                index += int64_t(array.size());
            if (index < 0 || array.at(size_t(index)).get(at) != simdjson::SUCCESS)
                return std::nullopt;
            continue;
        }
        size_t end = 0;
        while (end < path.size() && path[end] != '.' && path[end] != '[')
            ++end;
        if (at.at_key(path.substr(0, end)).get(at) != simdjson::SUCCESS)
            return std::nullopt;
        path.remove_prefix(end);
    }
    return jsonText(at);
}

std::optional<std::string> jsonValue(std::string_view json, std::string_view path)
{
    JsonDocument document(json);
    return path.starts_with('$') ? JsonPath(path).find(document) : valueByKeyPath(document, path);
}

namespace {

/// pugixml reads elements of any depth but frees and searches them by recursion in places: deep nonsense is refused before.
bool isTooDeep(std::string_view xml)
{
    constexpr int deepest = 1024;
    int depth = 0;
    for (size_t at = xml.find('<'); at != xml.npos; at = xml.find('<', at + 1)) {
        const char next = at + 1 < xml.size() ? xml[at + 1] : '\0';
        if (next == '/')
            --depth;
        else if (next != '!' && next != '?') {
            const size_t close = xml.find('>', at);
            if (close == xml.npos || xml[close - 1] != '/')
                ++depth;
        }
        if (depth > deepest)
            return true;
    }
    return false;
}

} // namespace

std::string xpathError(std::string_view expression)
{
    try { // Debian builds pugixml with exceptions; without them the query tells
        const pugi::xpath_query query(std::string(expression).c_str());
        return query ? std::string() : "The XPath “" + std::string(expression) + "” is wrong: " + query.result().description() + ".";
    } catch (const pugi::xpath_exception &problem) {
        return "The XPath “" + std::string(expression) + "” is wrong: " + problem.what() + ".";
    }
}

std::optional<std::string> xpathValue(std::string_view xml, std::string_view expression)
try {
    pugi::xml_document document;
    if (isTooDeep(xml) || !document.load_buffer(xml.data(), xml.size()))
        return std::nullopt;
    pugi::xpath_query query(std::string(expression).c_str());
    if (!query)
        return std::nullopt;
    if (query.return_type() != pugi::xpath_type_node_set)
        return query.evaluate_string(document);
    const pugi::xpath_node node = query.evaluate_node(document);
    if (!node)
        return std::nullopt;
    return node.attribute() ? std::string(node.attribute().value()) : std::string(node.node().text().get());
} catch (const pugi::xpath_exception &) { // the expression is wrong
    return std::nullopt;
}

} // namespace engine
