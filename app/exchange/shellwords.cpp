#include "app/exchange/shellwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace exchange {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::ShellWords)
};

bool isNameChar(QChar c) { return c == u'_' || (c < QChar(128) && c.isLetterOrNumber()); }

class Reader
{
public:
    explicit Reader(const QString &text) : m_text(text) {}

    domain::Result<ShellWords> read()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (joinsLines())
                endWord();
            else if (c == u'\n' || c == u';' || c == u'|' || c == u'>' || c == u'<' || (c == u'&' && m_word.isEmpty())) {
                endWord();
                m_out.more = !m_text.mid(m_at + 1).trimmed().isEmpty();
                break;
            } else if (c.isSpace()) {
                endWord();
                ++m_at;
            } else if (!readPart(c))
                return domain::fail(Words::tr("The command ends inside a quote: a %1 is missing.").arg(c == u'$' ? QChar(u'\'') : c));
        }
        endWord();
        return m_out;
    }

private:
    /// A backslash or caret at the end of a line.
    bool joinsLines()
    {
        if (m_text[m_at] != u'\\' && m_text[m_at] != u'^')
            return false;
        qsizetype next = m_at + 1;
        if (next < m_text.size() && m_text[next] == u'\r')
            ++next;
        if (next >= m_text.size() || m_text[next] != u'\n')
            return false;
        m_at = next + 1;
        return true;
    }

    bool readPart(QChar c)
    {
        m_inWord = true;
        if (c == u'\'')
            return readSingle();
        if (c == u'"')
            return readDouble();
        if (c == u'$' && m_text.mid(m_at + 1, 1) == u"'")
            return readAnsi();
        if (c == u'$')
            readVariable();
        else if (c == u'\\' && m_at + 1 < m_text.size()) {
            m_word += m_text[m_at + 1];
            m_at += 2;
        } else {
            m_word += c;
            ++m_at;
        }
        return true;
    }

    bool readSingle()
    {
        const qsizetype end = m_text.indexOf(u'\'', m_at + 1);
        if (end < 0)
            return false;
        m_word += QStringView(m_text).mid(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return true;
    }

    bool readDouble()
    {
        ++m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                ++m_at;
                return true;
            }
            if (joinsLines())
                continue;
            if (c == u'\\' && m_at + 1 < m_text.size() && u"\\\"$`"_s.contains(m_text[m_at + 1])) {
                m_word += m_text[m_at + 1];
                m_at += 2;
            } else if (c == u'$')
                readVariable();
            else {
                m_word += c;
                ++m_at;
            }
        }
        return false;
    }

    /// $'…', which browsers write for bodies with line breaks or quotes.
    bool readAnsi()
    {
        m_at += 2;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c == u'\'')
                return true;
            if (c != u'\\' || m_at >= m_text.size()) {
                m_word += c;
                continue;
            }
            const QChar escaped = m_text[m_at++];
            switch (escaped.unicode()) {
            case u'n': m_word += u'\n'; break;
            case u'r': m_word += u'\r'; break;
            case u't': m_word += u'\t'; break;
            case u'x': m_word += QChar(readHex(2)); break;
            case u'u': m_word += QChar(readHex(4)); break;
            default: m_word += escaped;
            }
        }
        return false;
    }

    ushort readHex(int most)
    {
        ushort value = 0;
        for (int i = 0; i < most && m_at < m_text.size(); ++i, ++m_at) {
            bool isHex = false;
            const ushort digit = QString(m_text[m_at]).toUShort(&isHex, 16);
            if (!isHex)
                break;
            value = ushort(value * 16 + digit);
        }
        return value;
    }

    void readVariable()
    {
        qsizetype from = m_at + 1;
        const bool braced = from < m_text.size() && m_text[from] == u'{';
        from += braced;
        qsizetype end = from;
        while (end < m_text.size() && isNameChar(m_text[end]))
            ++end;
        const bool whole = end > from && !m_text[from].isDigit() && (!braced || (end < m_text.size() && m_text[end] == u'}'));
        if (!whole) {
            m_word += u'$';
            ++m_at;
            return;
        }
        const QString name = m_text.mid(from, end - from);
        m_word += u"${"_s + name + u'}';
        if (!m_out.variables.contains(name))
            m_out.variables << name;
        m_at = end + braced;
    }

    void endWord()
    {
        if (m_inWord)
            m_out.words << m_word;
        m_word.clear();
        m_inWord = false;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QString m_word;
    bool m_inWord = false; ///< '' is a word, too
    ShellWords m_out;
};

} // namespace

domain::Result<ShellWords> shellWords(const QString &text) { return Reader(text).read(); }

} // namespace exchange
