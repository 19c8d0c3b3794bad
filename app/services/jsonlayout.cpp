#include "app/services/jsonlayout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace services {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 1000;

/// A text in quotes as it is meant.
QString meant(QStringView quoted)
{
    const QJsonDocument read = QJsonDocument::fromJson(u"[%1]"_s.arg(quoted).toUtf8());
    return read.array().at(0).toString();
}

QString step(const QString &member)
{
    static const QRegularExpression plain(u"^[A-Za-z_\\x{80}-\\x{10ffff}][A-Za-z0-9_\\x{80}-\\x{10ffff}]*$"_s);
    if (plain.match(member).hasMatch())
        return u'.' + member;
    return u"['"_s + QString(member).replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1) + u"']"_s;
}

class Layout
{
public:
    explicit Layout(QStringView text) : m_text(text) {}

    bool run()
    {
        m_lines.append(JsonLine());
        if (!value(u"$"_s, 0))
            return false;
        space();
        return m_at == m_text.size();
    }
    QVector<JsonLine> take() { return std::move(m_lines); }

private:
    void space()
    {
        while (m_at < m_text.size() && (m_text[m_at] == u' ' || m_text[m_at] == u'\n' || m_text[m_at] == u'\r' || m_text[m_at] == u'\t'))
            ++m_at;
    }
    bool takes(QChar c)
    {
        space();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    void newLine(int depth) { m_lines.append(JsonLine{QString(depth * 2, u' '), {}, {}, false}); }
    JsonLine &line() { return m_lines.last(); }

    QStringView quoted()
    {
        space();
        const qsizetype begin = m_at;
        if (m_at >= m_text.size() || m_text[m_at] != u'"')
            return {};
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'\\')
                ++m_at;
            else if (m_text[m_at] == u'"')
                return m_text.mid(begin, ++m_at - begin);
            else if (m_text[m_at] < u' ')
                return {};
        }
        return {};
    }

    /// A number, true, false, null or ${…}.
    QStringView bare()
    {
        const qsizetype begin = m_at;
        if (m_text.mid(m_at).startsWith("${"_L1)) {
            for (int depth = 0; m_at < m_text.size(); ++m_at) {
                depth += m_text[m_at] == u'{' ? 1 : m_text[m_at] == u'}' ? -1 : 0;
                if (m_text[m_at] == u'}' && depth == 0)
                    return m_text.mid(begin, ++m_at - begin);
            }
            return {};
        }
        while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || u"+-."_s.contains(m_text[m_at])))
            ++m_at;
        static const QRegularExpression token(u"^(?:-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null)$"_s);
        const QStringView found = m_text.mid(begin, m_at - begin);
        return token.match(found.toString()).hasMatch() ? found : QStringView();
    }

    bool value(const QString &path, int depth)
    {
        space();
        if (m_at >= m_text.size() || depth > deepest)
            return false;
        line().path = path;
        if (m_text[m_at] == u'{' || m_text[m_at] == u'[')
            return container(path, depth);
        const bool isText = m_text[m_at] == u'"';
        const QStringView token = isText ? quoted() : bare();
        if (token.isEmpty())
            return false;
        line().text += token;
        line().value = isText ? meant(token) : token.toString();
        line().isLeaf = true;
        return true;
    }

    bool container(const QString &path, int depth)
    {
        const bool isObject = m_text[m_at++] == u'{';
        const QChar close = isObject ? u'}' : u']';
        line().text += isObject ? u'{' : u'[';
        if (takes(close)) {
            line().text += close;
            return true;
        }
        for (int i = 0;; ++i) {
            newLine(depth + 1);
            QString here = path;
            if (isObject) {
                const QStringView key = quoted();
                if (key.isEmpty() || !takes(u':'))
                    return false;
                line().text += key.toString() + u": "_s;
                here += step(meant(key));
            } else {
                here += u"[%1]"_s.arg(i);
            }
            if (!value(here, depth + 1))
                return false;
            if (takes(close))
                break;
            if (!takes(u','))
                return false;
            line().text += u',';
        }
        newLine(depth);
        line().text += close;
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QVector<JsonLine> m_lines;
};

} // namespace

std::optional<QVector<JsonLine>> layOutJson(const QString &text)
{
    Layout layout(text);
    if (!layout.run())
        return std::nullopt;
    return layout.take();
}

QString textOf(const QVector<JsonLine> &lines)
{
    QStringList texts;
    for (const JsonLine &line : lines)
        texts << line.text;
    return texts.join(u'\n');
}

QString variableNameFor(const QString &path)
{
    static const QRegularExpression member(u"\\.([^.\\[\\]]+)|\\['((?:[^'\\\\]|\\\\.)*)'\\]"_s), unfit(u"[^\\w-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QString name;
    for (auto it = member.globalMatch(path); it.hasNext();) {
        const auto match = it.next();
        name = match.captured(1) + match.captured(2);
    }
    name.replace(unfit, u"_"_s);
    return name.isEmpty() || name.startsWith("__"_L1) ? u"value"_s : name;
}

} // namespace services
