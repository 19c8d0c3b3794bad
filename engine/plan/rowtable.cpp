#include "engine/plan/rowtable.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace engine {

namespace {

constexpr uint64_t rowsAStep = 16; ///< of the index: a row is found by reading over at most fifteen

/// Walks over CSV text, cell by cell.
class Walk
{
public:
  Walk(std::string_view text, char separator, size_t at = 0) : m_text(text), m_stops{separator, '\n'}, m_at(at) {}

  bool atEnd() const { return m_at >= m_text.size(); }
  size_t at() const { return m_at; }
  uint64_t line() const { return m_line; }
  bool hasOpenQuote() const { return m_openQuote; }

  /// Takes one cell, into `out` if given. True when another of this row follows.
  bool cell(std::string *out)
  {
    m_isBlank = true;
    if (out) out->clear();
    if (m_at < m_text.size() && m_text[m_at] == '"') quoted(out);
    const size_t begin = m_at;
    size_t end = begin;
    while (end < m_text.size() && m_text[end] != m_stops[0] && m_text[end] != m_stops[1]) ++end;
    const bool more = end < m_text.size() && m_text[end] == m_stops[0];
    size_t size = end - begin;
    if (!more && size && m_text[end - 1] == '\r') --size;
    m_isBlank = m_isBlank && size == 0;
    if (out) out->append(m_text.substr(begin, size));
    m_line += !more;
    m_at = std::min(end + 1, m_text.size());
    return more;
  }
  bool isBlank() const { return m_isBlank; } ///< the last cell had nothing in it, no quotes either

  /// Passes over one row; how many cells it has, 0 for an empty line.
  uint64_t row()
  {
    uint64_t cells = 1;
    while (cell(nullptr)) ++cells;
    return cells == 1 && m_isBlank ? 0 : cells;
  }

private:
  void quoted(std::string *out)
  {
    m_isBlank = false;
    ++m_at;
    for (;;) {
      const void *found = memchr(m_text.data() + m_at, '"', m_text.size() - m_at);
      const size_t quote = found ? size_t(static_cast<const char *>(found) - m_text.data()) : m_text.size();
      const std::string_view part = m_text.substr(m_at, quote - m_at);
      m_line += uint64_t(std::count(part.begin(), part.end(), '\n'));
      if (out) out->append(part);
      m_at = std::min(quote + 1, m_text.size());
      if (!found) {
        m_openQuote = true;
        return;
      }
      if (m_at == m_text.size() || m_text[m_at] != '"') return;
      if (out) out->push_back('"');
      ++m_at;
    }
  }

  std::string_view m_text;
  char m_stops[2];
  size_t m_at;
  uint64_t m_line = 1;
  bool m_openQuote = false, m_isBlank = true;
};

std::string_view withoutMark(std::string_view text)
{
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

char separatorOf(std::string_view text)
{
  const std::string_view head = text.substr(0, text.find('\n'));
  const size_t found = head.find_first_of(",;\t");
  return found == head.npos ? ',' : head[found];
}

} // namespace

std::shared_ptr<const RowTable> RowTable::openCsv(const std::string &path, Problem &problem)
{
  const std::shared_ptr<RowTable> table(new RowTable);
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a pipe must not make it wait
  struct stat info{};
  if (fd < 0 || fstat(fd, &info) != 0) {
    problem = {Problem::Unreadable, errno};
    if (fd >= 0) close(fd);
    return nullptr;
  }
  if (!S_ISREG(info.st_mode)) problem = {Problem::Unreadable, S_ISDIR(info.st_mode) ? EISDIR : EINVAL};
  else {
    const size_t size = size_t(info.st_size);
    table->m_file = std::make_unique_for_overwrite<char[]>(size);
    size_t have = 0;
    for (ssize_t got = 1; got > 0 && have < size; have += size_t(std::max<ssize_t>(got, 0))) {
      do got = ::read(fd, table->m_file.get() + have, size - have);
      while (got < 0 && errno == EINTR);
      if (got < 0) problem = {Problem::Unreadable, errno};
    }
    table->m_text = withoutMark({table->m_file.get(), have}); // shorter when it shrank meanwhile
  }
  close(fd);
  return !problem.kind && table->index(problem) ? table : nullptr;
}

std::shared_ptr<const RowTable> RowTable::fromCsv(std::string text, Problem &problem)
{
  const std::shared_ptr<RowTable> table(new RowTable);
  table->m_owned = std::move(text);
  table->m_text = withoutMark(table->m_owned);
  return table->index(problem) ? table : nullptr;
}

std::shared_ptr<const RowTable> RowTable::fromCells(std::vector<std::string> columns, std::vector<std::string> cells)
{
  const std::shared_ptr<RowTable> table(new RowTable);
  table->m_rows = columns.empty() ? 0 : cells.size() / columns.size();
  table->m_columns = std::move(columns);
  table->m_cells = std::move(cells);
  return table;
}

std::vector<std::string> RowTable::headerOf(std::string_view text)
{
  text = withoutMark(text);
  std::vector<std::string> columns;
  if (text.empty()) return columns;
  Walk walk(text, separatorOf(text));
  while (walk.cell(&columns.emplace_back())) {}
  return columns;
}

bool RowTable::index(Problem &problem)
{
  if (m_text.empty()) {
    problem = {Problem::Empty};
    return false;
  }
  m_separator = separatorOf(m_text);
  m_columns = headerOf(m_text);
  Walk walk(m_text, m_separator);
  walk.row();
  while (!walk.atEnd()) {
    const size_t begin = walk.at();
    const uint64_t line = walk.line(), cells = walk.row();
    if (walk.hasOpenQuote()) problem = {Problem::OpenQuote, 0, line};
    else if (cells && cells != m_columns.size()) problem = {Problem::Ragged, 0, line, cells};
    if (problem.kind) return false;
    if (!cells && m_columns.size() > 1) continue; // an empty line, such as the last one
    if (m_rows++ % rowsAStep == 0) m_index.push_back(begin);
  }
  if (walk.hasOpenQuote()) problem = {Problem::OpenQuote, 0, 1};
  else if (m_rows == 0) problem = {Problem::NoRows};
  m_index.shrink_to_fit();
  return !problem.kind;
}

void RowTable::read(uint64_t row, std::vector<std::string> &cells) const
{
  cells.resize(m_columns.size());
  if (row >= m_rows) return;
  if (!m_cells.empty()) {
    for (size_t i = 0; i < cells.size(); ++i) cells[i] = m_cells[row * cells.size() + i];
    return;
  }
  Walk walk(m_text, m_separator, m_index[row / rowsAStep]);
  for (uint64_t before = row % rowsAStep; before > 0 && !walk.atEnd();)
    if (walk.row() || m_columns.size() == 1) --before;
  // Empty lines between rows count for nothing in a table of several columns.
  const auto isLineEnd = [&](size_t at) { return m_text.substr(at).starts_with('\n') || m_text.substr(at).starts_with("\r\n"); };
  while (m_columns.size() > 1 && !walk.atEnd() && isLineEnd(walk.at())) walk.row();
  for (std::string &cell : cells)
    if (!walk.cell(&cell)) break;
}

} // namespace engine
