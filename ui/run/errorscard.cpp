#include "ui/run/livecards.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

ErrorsCard::ErrorsCard() : Card(u" "_s)
{
    body->setContentsMargins(0, 4, 0, 4);
    body->setSpacing(0);
    header->setContentsMargins(sp::m, 0, sp::s, 0);
    m_model = new QStandardItemModel(this);
    m_tree = makeTable(m_model, {{tr("Side and cause"), 150, false, true}, {tr("Count"), 66, true}, {tr("First"), 56, true}}, row::dense);
    m_tree->setObjectName(u"liveErrorTable"_s);
    m_none = text({}, Type::Small, u"3"_s);
    m_none->setObjectName(u"liveNoErrors"_s);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    auto *empty = vbox(6, {sp::l, 0, sp::l, sp::s});
    auto *icon = iconLabel(u"circle-check"_s, tk().okMark, 20);
    icon->setAlignment(Qt::AlignCenter);
    empty->addStretch();
    empty->addWidget(icon, 0, Qt::AlignHCenter);
    empty->addWidget(m_none);
    empty->addStretch();
    m_stack = new QStackedWidget;
    m_stack->addWidget(wrap(empty));
    m_stack->addWidget(m_tree);
    body->addWidget(m_stack, 1);
    setMinimumHeight(120);
}

bool ErrorsCard::isEmpty() const { return m_stack->currentIndex() == 0; }

void ErrorsCard::retranslate()
{
    setTitle(tr("Errors"));
    m_none->setText(tr("No request has failed."));
    m_model->setHorizontalHeaderLabels({tr("Side and cause"), tr("Count"), tr("First")});
    m_tree->setAccessibleName(tr("Errors by side and cause"));
}

void ErrorsCard::show(const domain::RunRecord &run)
{
    const struct { QString key, icon, name; QColor color; } sides[] = {{u"server"_s, u"server"_s, tr("Server"), tk().c5xx},
        {u"network"_s, u"network"_s, tr("Network"), tk().cnet}, {u"this_computer"_s, u"monitor"_s, tr("This computer"), tk().warn}};
    int at = 0;
    quint64 all = 0;
    const auto put = [&](const QVector<Cell> &line, const QString &tip) {
        if (at >= m_model->rowCount())
            m_model->appendRow(cells(line));
        for (int column = 0; column < line.size(); ++column) {
            const QModelIndex index = m_model->index(at, column);
            m_model->setData(index, QVariant::fromValue(line[column]), CellRole);
            m_model->setData(index, line[column].s, Qt::AccessibleTextRole);
        }
        m_model->setData(m_model->index(at++, 0), tip, Qt::ToolTipRole);
    };
    for (const auto &side : sides) {
        QVector<domain::ErrorRecord> errors;
        quint64 count = 0;
        for (const domain::CaseRecord &record : run.cases) {
            for (const domain::ErrorRecord &error : record.errors) {
                if (error.side != side.key)
                    continue;
                errors.append(error);
                errors.last().firstSeen += record.startOffset; // the clock of the page
                count += error.count;
            }
        }
        if (errors.isEmpty())
            continue;
        all += count;
        std::stable_sort(errors.begin(), errors.end(), [](const auto &a, const auto &b) { return a.count > b.count; });
        put({Cell::iconText(side.icon, side.name, side.color).bold(), Cell::number(format::number(count)).bold(), Cell()}, {});
        for (const domain::ErrorRecord &error : errors) {
            const QString what = error.message.isEmpty() ? error.kind : error.message;
            put({Cell(error.request.isEmpty() ? what : tr("%1: %2").arg(error.request, what)), Cell::number(format::number(error.count)),
                 Cell::number(format::clock(error.firstSeen), tk().text3)},
                error.request.isEmpty() ? what : error.request + u'\n' + what);
        }
    }
    if (m_model->rowCount() > at)
        m_model->removeRows(at, m_model->rowCount() - at);
    setCaption(all ? format::number(all) : QString());
    m_stack->setCurrentIndex(at ? 1 : 0);
}

} // namespace ui
