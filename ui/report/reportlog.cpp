#include "ui/report/reportlog.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

enum LogColumn { TimeColumn, NameColumn, CodeColumn, ResultColumn, MsColumn, BytesColumn, ColumnCount };

QString resultName(engine::Outcome outcome)
{
    switch (outcome) {
    case engine::Outcome::Ok: return ReportLog::tr("OK");
    case engine::Outcome::Parsed: return ReportLog::tr("Unreadable");
    case engine::Outcome::Assert: return ReportLog::tr("Check failed");
    case engine::Outcome::Timeout: return ReportLog::tr("Timed out");
    case engine::Outcome::Refused: return ReportLog::tr("Refused");
    case engine::Outcome::Others: break;
    }
    return ReportLog::tr("Failed");
}

} // namespace

class LogModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void set(QVector<domain::LogRecord> log, QStringList names)
    {
        beginResetModel();
        m_log = std::move(log);
        m_names = std::move(names);
        endResetModel();
    }
    const QVector<domain::LogRecord> &log() const { return m_log; }
    QString nameOf(int row) const { return m_names.value(m_log[row].item); }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_log.size()); }
    int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        if (role == CellRole)
            return QVariant::fromValue(cell(m_log[index.row()], index.column()));
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return cell(m_log[index.row()], index.column()).s;
        if (role == Qt::ToolTipRole)
            return m_log[index.row()].message;
        if (role == Qt::EditRole)
            return order(m_log[index.row()], index.column());
        return {};
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == Qt::TextAlignmentRole)
            return int((section == NameColumn || section == ResultColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        if (role != Qt::DisplayRole)
            return {};
        const QString names[] = {ReportLog::tr("At"), ReportLog::tr("Request"), ReportLog::tr("Code"), ReportLog::tr("Result"),
                                 ReportLog::tr("ms"), ReportLog::tr("Received")};
        return names[section];
    }

private:
    Cell cell(const domain::LogRecord &entry, int column) const
    {
        const bool failed = entry.outcome != engine::Outcome::Ok;
        switch (column) {
        case TimeColumn: return Cell::number(format::clock(entry.at), tk().text3);
        case NameColumn: return Cell(m_names.value(entry.item));
        case CodeColumn: return Cell::number(entry.status ? QString::number(entry.status) : u"—"_s, failed ? tk().bad : QColor());
        case ResultColumn: return failed ? Cell::dot(resultName(entry.outcome), tk().badMark) : Cell::dot(resultName(entry.outcome), tk().okMark);
        case MsColumn: return Cell::number(format::ms(double(entry.time) / 1e6));
        default: return Cell::number(format::bytes(double(entry.receivedBytes)));
        }
    }

    QVariant order(const domain::LogRecord &entry, int column) const
    {
        switch (column) {
        case NameColumn: return m_names.value(entry.item);
        case CodeColumn: return entry.status;
        case ResultColumn: return int(entry.outcome);
        case MsColumn: return entry.time;
        case BytesColumn: return entry.receivedBytes;
        default: return entry.at;
        }
    }

    QVector<domain::LogRecord> m_log;
    QStringList m_names; ///< by item
};

class LogFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void choose(int wantedCode, int wantedResult, int wantedItem)
    {
        m_code = wantedCode;
        m_result = wantedResult;
        m_item = wantedItem;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const domain::LogRecord &entry = static_cast<const LogModel *>(sourceModel())->log()[row];
        const bool failed = entry.outcome != engine::Outcome::Ok;
        return (m_code < 0 || entry.status == m_code) && (m_result < 0 || failed == (m_result == 1)) && (m_item < 0 || entry.item == m_item);
    }

private:
    int m_code = -1, m_result = -1, m_item = -1; ///< -1: all; result: 0 good, 1 failed
};

ReportLog::ReportLog() : Card(u" "_s)
{
    setObjectName(u"reportLog"_s);
    body->setContentsMargins(0, 4, 0, 0);
    body->setSpacing(0);
    header->setContentsMargins(sp::m, 0, sp::s, 0);
    header->parentWidget()->setFixedHeight(36); // the choosers are higher than a heading
    m_model = new LogModel(this);
    m_filtered = new LogFilter(this);
    m_filtered->setSourceModel(m_model);
    m_filtered->setSortRole(Qt::EditRole);
    const auto chooser = [this](const QString &name) {
        auto *box = new QComboBox;
        box->setObjectName(name);
        box->setFixedHeight(30);
        box->setMaximumWidth(200);
        connect(box, &QComboBox::activated, this, &ReportLog::filter);
        addHeaderWidget(box);
        return box;
    };
    m_name = chooser(u"logName"_s);
    m_code = chooser(u"logCode"_s);
    m_result = chooser(u"logResult"_s);

    m_table = new Tree(row::dense, 0);
    m_table->setObjectName(u"logTable"_s);
    m_table->setHeader(new QuietHeader(m_table));
    m_table->setModel(m_filtered);
    m_table->setItemDelegate(new CellDelegate(row::dense, m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(TimeColumn, Qt::AscendingOrder);
    m_table->header()->setFixedHeight(row::dense);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setMinimumSectionSize(40);
    m_table->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    const int widths[] = {60, 0, 56, 120, 70, 84};
    for (const int column : {0, 2, 3, 4, 5})
        m_table->setColumnWidth(column, widths[column]);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { showExchange(m_filtered->mapToSource(index).row()); });

    m_exchangeTitle = text({}, Type::Strong);
    m_exchangeTitle->setWordWrap(true);
    m_exchangeTitle->setContentsMargins(sp::m, 6, sp::m, 4);
    m_exchange = new QPlainTextEdit;
    m_exchange->setObjectName(u"logExchange"_s);
    m_exchange->setReadOnly(true);
    m_exchange->setFont(theme::font(Type::Mono));
    m_exchange->setFrameShape(QFrame::NoFrame);
    m_exchange->document()->setDocumentMargin(sp::m);
    auto *right = vbox(0);
    right->addWidget(m_exchangeTitle);
    right->addWidget(m_exchange, 1);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(wrap(right));
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    m_empty = text({}, Type::Small, u"3"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(split);
    body->addWidget(m_stack, 1);
    retranslate();
}

void ReportLog::retranslate()
{
    setTitle(tr("Request log"));
    m_empty->setText(tr("The run kept no exchange of this case."));
    m_table->setAccessibleName(tr("Request log"));
    m_exchange->setAccessibleName(tr("Request and answer"));
    m_code->setAccessibleName(tr("Code"));
    m_result->setAccessibleName(tr("Result"));
    m_name->setAccessibleName(tr("Request"));
}

void ReportLog::show(const domain::CaseRecord &record)
{
    QStringList names;
    for (const domain::ItemRecord &item : record.items)
        names.append(item.name);
    if (!names.isEmpty())
        names[0] = tr("Whole pass");
    m_requests = 0;
    for (const domain::ItemRecord &item : record.items)
        m_requests += item.kind == domain::ItemRecord::Request ? item.total.requests : 0;
    m_model->set(record.log, names);
    fillFilters(record);
    m_stack->setCurrentIndex(record.log.isEmpty() ? 0 : 1);
    filter();
}

void ReportLog::fillFilters(const domain::CaseRecord &record)
{
    QSet<int> items, codes;
    for (const domain::LogRecord &entry : record.log) {
        items.insert(entry.item);
        codes.insert(entry.status);
    }
    const auto fill = [](QComboBox *box, const QString &all, const QVector<QPair<QString, int>> &choices) {
        const QVariant before = box->currentData();
        box->clear();
        box->addItem(all, -1);
        for (const auto &[name, value] : choices)
            box->addItem(name, value);
        box->setCurrentIndex(std::max(0, before.isValid() ? box->findData(before) : 0));
        box->setVisible(box->count() > 1);
    };
    QVector<QPair<QString, int>> names, numbers;
    for (int item = 0; item < record.items.size(); ++item)
        if (items.contains(item))
            names.append({item ? record.items[item].name : tr("Whole pass"), item});
    QList<int> sorted = codes.values();
    std::sort(sorted.begin(), sorted.end());
    for (const int code : sorted)
        numbers.append({code ? QString::number(code) : tr("No code"), code});
    fill(m_name, tr("All requests"), names);
    fill(m_code, tr("All codes"), numbers);
    fill(m_result, tr("All results"), record.log.isEmpty() ? QVector<QPair<QString, int>>() : QVector<QPair<QString, int>>{{tr("OK"), 0}, {tr("Failed"), 1}});
}

int ReportLog::shownRows() const { return m_filtered->rowCount(); }

void ReportLog::filter()
{
    m_filtered->choose(m_code->currentData().toInt(), m_result->currentData().toInt(), m_name->currentData().toInt());
    const qsizetype kept = m_model->log().size();
    setCaption(kept == 0 ? QString() : tr("%1 shown · %2 kept of %3").arg(format::number(quint64(shownRows())), format::number(quint64(kept)), format::number(m_requests)));
    if (const QModelIndex first = m_filtered->index(0, 0); first.isValid())
        m_table->setCurrentIndex(first);
    else
        showExchange(-1);
}

void ReportLog::showExchange(int row)
{
    if (row < 0 || row >= m_model->log().size()) {
        m_exchangeTitle->setText(tr("No entry fits these filters."));
        m_exchange->clear();
        return;
    }
    const domain::LogRecord &entry = m_model->log()[row];
    m_exchangeTitle->setText(entry.message.isEmpty() ? m_model->nameOf(row) : entry.message);
    m_exchange->setPlainText(entry.exchange.isEmpty() ? tr("No exchange was kept.") : entry.exchange);
}

} // namespace ui
