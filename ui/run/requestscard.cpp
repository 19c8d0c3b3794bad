#include "app/report/figures.h"
#include "ui/run/livecards.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

constexpr int keyRole = Qt::UserRole + 1, trendSeconds = 120;

int64_t percentileOf(const domain::ItemPoint &point, int index)
{
    const int64_t values[] = {point.p50, point.p90, point.p95, point.p99};
    return values[index];
}

/// The picked percentile over the last two minutes; seconds without answers are left out.
QVector<double> trendOf(const domain::ItemRecord &item, int index)
{
    QVector<double> values;
    for (qsizetype i = std::max<qsizetype>(0, item.seconds.size() - trendSeconds); i < item.seconds.size(); ++i) {
        if (item.seconds[i].requests > 0)
            values.append(double(percentileOf(item.seconds[i], index)));
    }
    return values;
}

} // namespace

RequestsCard::RequestsCard()
{
    body->setContentsMargins(0, 0, 0, 2);
    m_model = new QStandardItemModel(this);
    m_tree = makeTable(m_model, {{tr("Request"), 160, false, true}, {tr("Count"), 74, true}, {tr("req/s"), 62, true}, {tr("Mean ms"), 66, true},
                                 {u"p50"_s, 58, true}, {u"p90"_s, 58, true}, {u"p95"_s, 58, true}, {u"p99"_s, 58, true}, {tr("Failed %"), 70, true},
                                 {tr("Trend"), 96}}, row::dense);
    m_tree->setObjectName(u"liveRequestTable"_s);
    body->addWidget(m_tree);
    connect(m_tree->header(), &QHeaderView::sectionClicked, this, [this](int column) {
        if (column == TrendColumn)
            return;
        m_chosen = true;
        const bool turn = column == m_sortColumn;
        const Qt::SortOrder first = column == NameColumn ? Qt::AscendingOrder : Qt::DescendingOrder;
        sortBy(column, !turn ? first : m_order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
}

void RequestsCard::retranslate()
{
    m_tree->setAccessibleName(tr("Requests"));
    writeHeader();
}

void RequestsCard::writeHeader()
{
    QStringList titles{tr("Request"), tr("Count"), tr("req/s"), tr("Mean ms")};
    for (const int share : percentiles)
        titles.append(u"p%1"_s.arg(share));
    titles << tr("Failed %") << tr("p%1, last 2 min").arg(percentiles[m_percentile]);
    titles[m_sortColumn] += m_order == Qt::AscendingOrder ? u" ↑"_s : u" ↓"_s;
    m_model->setHorizontalHeaderLabels(titles);
}

void RequestsCard::setPercentile(int index)
{
    m_percentile = index;
    if (!m_chosen)
        m_sortColumn = FirstPercentile + index;
    writeHeader();
}

void RequestsCard::sortBy(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    writeHeader();
    fill();
}

void RequestsCard::show(const domain::RunRecord &run)
{
    m_lines.clear();
    for (int c = 0; c < run.cases.size(); ++c) {
        for (int i = 0; i < run.cases[c].items.size(); ++i) {
            const domain::ItemRecord &item = run.cases[c].items[i];
            if (item.kind != domain::ItemRecord::Request)
                continue;
            const report::ItemFigures f = report::countsOf(item);
            const double rate = item.seconds.isEmpty() ? 0 : double(item.seconds.last().requests);
            const double times[] = {f.times.tp50, f.times.tp90, f.times.tp95, f.times.tp99};
            const double failed = report::failedPercent(f);
            Line line{c * 100'000 + i, {}, {}};
            const auto add = [&](Cell cell, const QVariant &order) {
                line.cells.append(std::move(cell));
                line.order.append(order);
            };
            const auto ms = [&](double value) { return f.requests ? format::ms(value) : u"—"_s; };
            add(Cell::method(item.method, item.name, item.address), item.name);
            add(Cell::number(format::number(f.requests)), f.requests);
            add(Cell::number(format::rate(rate)), rate);
            add(Cell::number(ms(f.times.average)), f.times.average);
            for (int k = 0; k < 4; ++k) {
                Cell cell = Cell::number(ms(times[k]));
                add(k == m_percentile ? cell.bold() : cell, times[k]);
            }
            add(Cell::number(f.requests ? format::number(failed, 2) : u"—"_s, failed > 1 ? tk().bad : QColor()), failed);
            add(Cell::sparkline(trendOf(item, m_percentile), failed > 1 ? tk().bad : tk().series[0]), {});
            m_lines.append(line);
        }
    }
    fill();
}

/// Rows are written over, not made anew; the chosen request stays chosen wherever it moves.
void RequestsCard::fill()
{
    const auto less = [this](const Line &a, const Line &b) {
        const QVariant &x = a.order[m_sortColumn], &y = b.order[m_sortColumn];
        if (m_sortColumn == NameColumn)
            return m_order == Qt::AscendingOrder ? x.toString().localeAwareCompare(y.toString()) < 0 : x.toString().localeAwareCompare(y.toString()) > 0;
        return m_order == Qt::AscendingOrder ? x.toDouble() < y.toDouble() : x.toDouble() > y.toDouble();
    };
    std::stable_sort(m_lines.begin(), m_lines.end(), less);
    const QVariant chosen = m_tree->currentIndex().siblingAtColumn(0).data(keyRole);
    for (int row = 0; row < m_lines.size(); ++row) {
        if (row >= m_model->rowCount())
            m_model->appendRow(cells(m_lines[row].cells));
        for (int column = 0; column < m_lines[row].cells.size(); ++column) {
            const QModelIndex index = m_model->index(row, column);
            m_model->setData(index, QVariant::fromValue(m_lines[row].cells[column]), CellRole);
            m_model->setData(index, m_lines[row].cells[column].s, Qt::AccessibleTextRole);
        }
        m_model->setData(m_model->index(row, 0), m_lines[row].key, keyRole);
    }
    if (m_model->rowCount() > m_lines.size())
        m_model->removeRows(int(m_lines.size()), m_model->rowCount() - int(m_lines.size()));
    for (int row = 0; chosen.isValid() && row < m_lines.size(); ++row) {
        if (m_lines[row].key == chosen.toInt() && m_tree->currentIndex().row() != row)
            m_tree->setCurrentIndex(m_model->index(row, 0));
    }
}

int RequestsCard::wantedHeight() const { return 28 + row::dense * std::clamp(m_model->rowCount(), 1, mostRows) + 4; }

} // namespace ui
