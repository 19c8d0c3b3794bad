#include "ui/report/reporterrors.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

ReportErrors::ReportErrors() : Card(u" "_s)
{
    body->setContentsMargins(0, 4, 0, 0);
    body->setSpacing(0);
    header->setContentsMargins(sp::m, 0, sp::s, 0);
    m_sampleTitle = text({}, Type::Strong);
    m_sampleTitle->setContentsMargins(sp::m, 6, sp::m, 4);
    m_sample = new QPlainTextEdit;
    m_sample->setObjectName(u"errorSample"_s);
    m_sample->setReadOnly(true);
    m_sample->setFont(theme::font(Type::Mono));
    m_sample->setFrameShape(QFrame::NoFrame);
    body->addWidget(m_sampleTitle);
    body->addWidget(m_sample, 1);
}

void ReportErrors::show(const domain::RunRecord &run)
{
    m_errors.clear();
    quint64 all = 0;
    for (const domain::CaseRecord &record : run.cases)
        m_errors += record.errors;
    for (const domain::ErrorRecord &error : m_errors)
        all += error.count;
    std::stable_sort(m_errors.begin(), m_errors.end(), [](const auto &a, const auto &b) { return a.count > b.count; });
    setTitle(tr("Errors"));
    setCaption(m_errors.isEmpty() ? QString() : format::number(all) + u" · "_s + tr("%n cause(s)", nullptr, int(m_errors.size())));
    delete m_tree; // takes its model along: makeTable gives it away
    m_model = new QStandardItemModel;
    for (const domain::ErrorRecord &error : m_errors) {
        const bool here = error.side == u"this_computer"_s, network = error.side == u"network"_s;
        const QString side = here ? tr("This computer") : network ? tr("Network") : tr("Server");
        const QString what = error.message.isEmpty() ? error.kind : error.message;
        Cell cause = Cell::iconText(here ? u"monitor"_s : network ? u"network"_s : u"server"_s,
                                    error.request.isEmpty() ? what : tr("%1: %2").arg(error.request, what),
                                    here ? tk().warn : network ? tk().cnet : tk().c5xx, side);
        auto row = cells({cause, Cell::number(format::number(error.count)), Cell::number(format::clock(error.firstSeen), tk().text3),
                          Cell::number(format::clock(error.lastSeen), tk().text3)});
        row[0]->setToolTip(side + u": "_s + error.request + u" · "_s + what);
        m_model->appendRow(row);
    }
    m_tree = makeTable(m_model, {{tr("Side and cause"), 140, false, true}, {tr("Count"), 60, true}, {tr("First"), 52, true}, {tr("Last"), 52, true}},
                       row::dense);
    m_tree->setObjectName(u"errorTree"_s);
    m_tree->setAccessibleName(tr("Errors"));
    m_tree->setFixedHeight(28 + row::dense * std::clamp(int(m_errors.size()), 1, 5) + 2);
    body->insertWidget(body->indexOf(m_sampleTitle), m_tree);
    m_tree->setVisible(!m_errors.isEmpty());
    m_sample->setAccessibleName(tr("Sampled exchange"));
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { showSample(index.row()); });
    if (m_errors.isEmpty())
        showSample(-1);
    else
        m_tree->setCurrentIndex(m_model->index(0, 0));
}

void ReportErrors::showSample(int row)
{
    const bool has = row >= 0 && row < m_errors.size(), sampled = has && !m_errors[row].sample.isEmpty();
    m_sampleTitle->setAlignment(has ? Qt::AlignLeft : Qt::AlignCenter);
    m_sampleTitle->setFont(theme::font(has ? Type::Strong : Type::Small));
    setTone(m_sampleTitle, has ? QString() : u"3"_s);
    m_sampleTitle->setSizePolicy(QSizePolicy::Preferred, has ? QSizePolicy::Maximum : QSizePolicy::Expanding);
    m_sampleTitle->setText(sampled ? tr("Sampled exchange, %1").arg(format::clock(m_errors[row].firstSeen))
                               : has ? tr("No exchange was kept.") : tr("No request failed."));
    m_sample->setVisible(sampled);
    m_sample->setPlainText(has ? m_errors[row].sample : QString());
}

} // namespace ui
