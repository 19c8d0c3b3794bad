#include "ui/report/comparepage.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

constexpr int orderRole = Qt::UserRole + 1;

const QString metrics[] = {u"p95"_s, u"p99"_s, u"avg"_s, u"rps"_s, u"success_rate"_s};

QString shown(const std::optional<double> &value, const QString &metric)
{
    if (!value)
        return u"—"_s;
    return metric == u"success_rate"_s ? format::percent(*value) : metric == u"rps"_s ? format::rate(*value) : format::ms(*value);
}

/// Shares differ in points, everything else in percent of the baseline.
QString changeOf(const report::ComparisonRow &row, int run)
{
    const auto before = row.values.value(0), after = row.values.value(run);
    if (!before || !after)
        return u"—"_s;
    if (row.metric == u"success_rate"_s)
        return format::signedNumber(*after - *before, 2) + u" pp"_s;
    return format::signedNumber(row.changePercent.value(run - 1), 1) + u" %"_s;
}

} // namespace

ComparePage::ComparePage(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"comparePage"_s);
    m_title = text({}, Type::Title);
    m_caption = new ElideLabel;
    m_worse = new Pill({}, Tone::Bad, u"arrow-up"_s);
    m_better = new Pill({}, Tone::Ok, u"arrow-down"_s);
    m_alike = new Pill({}, Tone::Neutral, u"equal"_s);
    m_worse->setObjectName(u"compareWorse"_s);
    m_metric = new Segmented({tr("p95"), tr("p99"), tr("Mean"), tr("req/s"), tr("Success")}, 0);
    m_metric->setObjectName(u"compareMetric"_s);
    connect(m_metric, &Segmented::chosen, this, &ComparePage::fillTable);
    m_turn = iconButton(u"arrow-left-right"_s, tr("Another baseline"));
    m_turn->setObjectName(u"compareTurn"_s);
    connect(m_turn, &QToolButton::clicked, this, &ComparePage::turn);
    auto *head = hbox(sp::s);
    head->addWidget(m_title);
    head->addWidget(m_turn);
    head->addWidget(m_caption, 1);
    for (Pill *pill : {m_worse, m_better, m_alike})
        head->addWidget(pill);
    head->addWidget(m_metric);
    auto *headRow = wrap(head);
    headRow->setFixedHeight(32);
    auto *charts = hbox(sp::s);
    for (const QString &name : {u"compareTps"_s, u"compareP95"_s, u"compareFailed"_s}) {
        m_charts.append(new ChartCard(name));
        charts->addWidget(m_charts.last(), 1);
    }
    ChartCard::link(m_charts);
    m_table = nullptr;
    m_noise = text({}, Type::Small, u"3"_s);
    m_noise->setWordWrap(true);
    auto *tableCard = new Card;
    tableCard->setObjectName(u"compareCard"_s);
    tableCard->body->setContentsMargins(0, 0, 0, 2);
    auto *root = vbox(sp::m, {sp::l, sp::m, sp::l, sp::m});
    root->addWidget(headRow);
    root->addLayout(charts, 9);
    root->addWidget(tableCard, 10);
    root->addWidget(m_noise);
    m_empty = text({}, Type::Body, u"3"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(wrap(root, u"page"_s));
    auto *all = vbox(0);
    all->addWidget(m_stack);
    setLayout(all);
    retranslate();
}

void ComparePage::setRuns(QVector<domain::RunRecord> runs)
{
    m_runs = std::move(runs);
    m_runs.resize(std::min<qsizetype>(m_runs.size(), 3));
    m_comparison = m_runs.size() >= 2 ? report::compare(m_runs) : report::Comparison{};
    fill();
}

void ComparePage::turn()
{
    if (m_runs.size() < 2)
        return;
    QVector<domain::RunRecord> runs = m_runs;
    runs.append(runs.takeFirst());
    setRuns(std::move(runs));
}

void ComparePage::fill()
{
    m_stack->setCurrentIndex(m_runs.size() >= 2 ? 1 : 0);
    if (m_runs.size() < 2)
        return;
    m_caption->setText(m_comparison.runNames.join(u"  →  "_s));
    m_noise->setText(report::noiseRule());
    fillCharts();
    fillTable();
}

void ComparePage::fillCharts()
{
    ChartContent tps, p95, failed;
    const QColor colors[] = {tk().text3, tk().series[0], tk().series[1]};
    bool passes = false;
    for (int i = 0; i < m_runs.size(); ++i) {
        if (m_runs[i].cases.isEmpty())
            continue;
        const report::CaseFigures figures = report::figuresOf(m_runs[i], 0);
        const domain::CaseRecord &record = m_runs[i].cases.first();
        const bool single = figures.requests.size() == 1;
        const report::Curves times = single ? report::curvesOf(record, figures.requests.first().item) : figures.curves;
        const QVector<double> &counts = single ? times.rps : times.transactions;
        QVector<double> highest = times.p95;
        for (qsizetype second = 0; second < highest.size() && second < counts.size(); ++second) {
            if (counts[second] <= 0)
                highest[second] = qQNaN(); // a second without answers has no time
        }
        passes |= !single;
        const QString key = u"run%1"_s.arg(i), name = i == 0 ? tr("Baseline") : m_runs.size() == 2 ? tr("This run") : tr("Run %1").arg(i + 1);
        const auto series = [&](const QVector<double> &values, bool largest) {
            return ChartSeries{key, name, colors[i], thinned(values, 600, largest), i == 0, false, i == 0 ? 1.4 : 1.9};
        };
        tps.series.append(series(figures.curves.transactions, false));
        p95.series.append(series(highest, true));
        failed.series.append(series(figures.curves.error, false));
        tps.x1 = p95.x1 = failed.x1 = std::max(tps.x1, double(figures.curves.rps.size()));
    }
    tps.unit = failed.unit = u"/s"_s;
    p95.unit = tr("ms");
    p95.least = 0.1;
    m_charts[0]->setContent(tps);
    m_charts[1]->setContent(p95);
    m_charts[2]->setContent(failed);
    m_charts[1]->setHeading(passes ? tr("Time of a whole pass, p95") : tr("Response time p95"));
}

void ComparePage::fillTable()
{
    const QString metric = metrics[std::clamp(m_metric->current(), 0, 4)];
    delete m_table; // takes its model along: makeTable gives it away
    m_rows = new QStandardItemModel;
    int worse = 0, better = 0, alike = 0;
    for (const report::ComparisonRow &row : m_comparison.rows) {
        if (row.metric != metric)
            continue;
        QVector<QVariant> order{row.name.isEmpty() ? row.caseName : row.name, row.values.value(0).value_or(-1)};
        Cell name = row.name.isEmpty() ? Cell::iconText(u"file-code"_s, row.caseName, tk().accentText).bold() : Cell(row.name);
        QVector<Cell> line{name, Cell::number(shown(row.values.value(0), metric))};
        bool anyWorse = false, anyBetter = false;
        for (int i = 1; i < m_runs.size(); ++i) {
            const bool clear = row.beyondNoise.value(i - 1);
            const report::Direction direction = row.directions.value(i - 1, report::Direction::Same);
            const bool isWorse = clear && direction == report::Direction::Worse, isBetter = clear && direction == report::Direction::Better;
            anyWorse |= isWorse;
            anyBetter |= isBetter;
            line.append(Cell::number(shown(row.values.value(i), metric)));
            line.append(Cell::delta(changeOf(row, i), isWorse ? Tone::Bad : isBetter ? Tone::Ok : Tone::Neutral));
            order << row.values.value(i).value_or(-1) << row.changePercent.value(i - 1);
        }
        line.append(anyWorse        ? Cell::pill(tr("worse"), Tone::Bad, u"arrow-up"_s)
                        : anyBetter ? Cell::pill(tr("better"), Tone::Ok, u"arrow-down"_s)
                                    : Cell::pill(tr("alike"), Tone::Neutral, u"equal"_s));
        (anyWorse ? worse : anyBetter ? better : alike) += 1;
        order.append(anyWorse ? 2 : anyBetter ? 0 : 1);
        const auto items = cells(line);
        for (int column = 0; column < items.size(); ++column)
            items[column]->setData(order[column], orderRole);
        m_rows->appendRow(items);
    }
    QVector<Column> columns{{tr("Case, transaction, request"), 200, false, true}, {tr("Baseline"), 100, true}};
    for (int i = 1; i < m_runs.size(); ++i) {
        columns.append({m_runs.size() == 2 ? tr("This run") : tr("Run %1").arg(i + 1), 100, true});
        columns.append({tr("Change"), 96, true});
    }
    columns.append({tr("Verdict"), 96});
    m_table = makeTable(m_rows, columns, row::normal);
    m_table->setObjectName(u"compareTable"_s);
    m_table->setAccessibleName(tr("Differences"));
    connect(m_table->header(), &QHeaderView::sectionClicked, this, [this](int column) {
        const Qt::SortOrder first = column == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
        m_order = column != m_sortColumn ? first : m_order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
        m_sortColumn = column;
        writeHeader();
        m_rows->sort(column, m_order);
    });
    m_rows->setSortRole(orderRole);
    if (m_sortColumn >= m_rows->columnCount())
        m_sortColumn = -1;
    writeHeader();
    if (m_sortColumn >= 0)
        m_rows->sort(m_sortColumn, m_order);
    findChild<Card *>(u"compareCard"_s)->body->addWidget(m_table);
    m_worse->set(tr("%n worse", nullptr, worse), Tone::Bad, u"arrow-up"_s);
    m_better->set(tr("%n better", nullptr, better), Tone::Ok, u"arrow-down"_s);
    m_alike->set(tr("%n alike", nullptr, alike), Tone::Neutral, u"equal"_s);
}

void ComparePage::writeHeader()
{
    QStringList titles{tr("Case, transaction, request"), tr("Baseline")};
    for (int i = 1; i < m_runs.size(); ++i)
        titles << (m_runs.size() == 2 ? tr("This run") : tr("Run %1").arg(i + 1)) << tr("Change");
    titles << tr("Verdict");
    if (m_sortColumn >= 0 && m_sortColumn < titles.size())
        titles[m_sortColumn] += m_order == Qt::AscendingOrder ? u" ↑"_s : u" ↓"_s;
    m_rows->setHorizontalHeaderLabels(titles);
}

void ComparePage::retranslate()
{
    m_title->setText(tr("Compare"));
    m_empty->setText(tr("Choose two or three runs in the history to compare them."));
    m_metric->setAccessibleName(tr("Figure compared"));
    m_turn->setToolTip(tr("Another baseline"));
    m_turn->setAccessibleName(tr("Another baseline"));
    m_metric->setTexts({tr("p95"), tr("p99"), tr("Mean"), tr("req/s"), tr("Success")});
    m_charts[0]->setHeading(tr("Transactions per second"));
    m_charts[2]->setHeading(tr("Failed per second"));
    fill();
}

void ComparePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
