// The rows of a file variable. A CSV file is kept in memory as it is, with the offset of every sixteenth row: a file of a
// million rows is ready in the time of reading it once, and what happens to the file later changes nothing (a mapped file
// that is cut short ends the program). Read-only after opening; thread-safe then.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

class RowTable
{
public:
  /// What is wrong with a file. `line` is from 1; cells and columns are counts for Ragged.
  struct Problem
  {
    enum Kind { None, Unreadable, Empty, Ragged, OpenQuote, NoRows } kind = None;
    int error = 0; ///< errno, for Unreadable
    uint64_t line = 0, cells = 0;
  };

  /// CSV by RFC 4180: quoted cells, doubled quotes, line breaks in cells, CRLF or LF, with or without a byte order mark; the
  /// separator is the first of comma, semicolon and tab in the header line. Null and a problem when it is none.
  static std::shared_ptr<const RowTable> openCsv(const std::string &path, Problem &problem);
  static std::shared_ptr<const RowTable> fromCsv(std::string text, Problem &problem);
  static std::shared_ptr<const RowTable> fromCells(std::vector<std::string> columns, std::vector<std::string> cells);
  /// The names in the first line of CSV text, of which only the beginning is needed.
  static std::vector<std::string> headerOf(std::string_view text);

  RowTable(const RowTable &) = delete;
  RowTable &operator=(const RowTable &) = delete;

  const std::vector<std::string> &columns() const { return m_columns; }
  uint64_t rows() const { return m_rows; }
  /// Writes the cells of a row, from 0, over those in `cells`; their capacity is kept.
  void read(uint64_t row, std::vector<std::string> &cells) const;
  size_t indexBytes() const { return m_index.capacity() * sizeof(uint64_t); } ///< beside the file itself

private:
  RowTable() = default;
  bool index(Problem &problem);

  std::vector<std::string> m_columns, m_cells; ///< cells: row-major, of a table that is no CSV
  std::unique_ptr<char[]> m_file; ///< of a CSV file
  std::string m_owned;
  std::string_view m_text; ///< of a CSV, without byte order mark
  char m_separator = ',';
  uint64_t m_rows = 0;
  std::vector<uint64_t> m_index;
};

} // namespace engine
