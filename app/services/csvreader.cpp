#include "app/services/csvreader.h"

#include <QCoreApplication>

namespace services {

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::CsvReader)
};

/// Takes one record after another out of the bytes.
class Scanner
{
public:
    explicit Scanner(std::string_view bytes) : m_bytes(bytes)
    {
        if (m_bytes.starts_with("\xEF\xBB\xBF"))
            m_bytes.remove_prefix(3);
        const auto head = m_bytes.substr(0, m_bytes.find('\n'));
        const auto found = head.find_first_of(",;\t");
        m_separator = found == head.npos ? ',' : head[found];
    }

    bool atEnd() const { return m_bytes.empty(); }
    int line() const { return m_line; } ///< of the record taken last
    bool openQuote() const { return m_openQuote; }

    void takeRecord(std::vector<std::string> &cells)
    {
        cells.clear();
        m_line = m_next;
        bool more = true;
        while (more) {
            cells.emplace_back();
            more = takeCell(cells.back());
        }
    }

private:
    /// True when another cell of this record follows.
    bool takeCell(std::string &cell)
    {
        if (m_bytes.starts_with('"'))
            takeQuoted(cell);
        const char stops[] = {m_separator, '\n', 0};
        const auto end = std::min(m_bytes.find_first_of(stops), m_bytes.size());
        cell += m_bytes.substr(0, end);
        m_bytes.remove_prefix(end);
        const bool more = m_bytes.starts_with(m_separator);
        if (!more) {
            ++m_next;
            if (cell.ends_with('\r'))
                cell.pop_back();
        }
        if (!m_bytes.empty())
            m_bytes.remove_prefix(1);
        return more;
    }

    void takeQuoted(std::string &cell)
    {
        m_bytes.remove_prefix(1);
        for (;;) {
            const auto quote = m_bytes.find('"');
            const auto part = m_bytes.substr(0, quote);
            m_next += int(std::ranges::count(part, '\n'));
            cell += part;
            if (quote == m_bytes.npos) {
                m_openQuote = true;
                m_bytes = {};
                return;
            }
            m_bytes.remove_prefix(quote + 1);
            if (!m_bytes.starts_with('"'))
                return;
            cell += '"';
            m_bytes.remove_prefix(1);
        }
    }

    std::string_view m_bytes;
    char m_separator = ',';
    int m_line = 1, m_next = 1;
    bool m_openQuote = false;
};

} // namespace

domain::Result<CsvTable> readCsv(const QByteArray &bytes, const QString &where)
{
    Scanner scanner({bytes.constData(), size_t(bytes.size())});
    if (scanner.atEnd())
        return domain::fail(Words::tr("%1 is empty: its first line must name the columns.").arg(where));
    CsvTable table;
    std::vector<std::string> record;
    scanner.takeRecord(record);
    for (const auto &cell : record)
        table.columns << QString::fromStdString(cell);
    while (!scanner.atEnd()) {
        scanner.takeRecord(record);
        if (record.size() == 1 && record[0].empty() && table.columns.size() > 1)
            continue; // an empty line, such as the last one
        if (record.size() != size_t(table.columns.size()))
            return domain::fail(Words::tr("%1, line %2: %3 cells where the first line has %4.")
                                    .arg(where).arg(scanner.line()).arg(record.size()).arg(table.columns.size()));
        std::ranges::move(record, std::back_inserter(table.cells));
    }
    if (scanner.openQuote())
        return domain::fail(Words::tr("%1, line %2: a quotation mark is never closed.").arg(where).arg(scanner.line()));
    if (table.cells.empty())
        return domain::fail(Words::tr("%1 has no rows below its first line.").arg(where));
    return table;
}

} // namespace services
