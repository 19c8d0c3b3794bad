#include "ui/editors/caseoverview.h"
#include "models/items/casesmodel.h"
#include "ui/editors/edittable.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using document::NodeRef;
using document::ProjectDocument;

CaseOverview::CaseOverview(ProjectDocument &document, NodeRef under, QWidget *parent)
    : QWidget(parent), m_document(document), m_under(under), m_model(new items::CasesModel(document, under, this)),
      m_table(new EditTable(u"overviewCases"_s)), m_runAll(button({}, u"primary"_s, u"play"_s)), m_runSelected(button({}, {}, u"play"_s))
{
    m_table->setModel(m_model);
    m_table->setWidths({240, 160, 90, 0});
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->installEventFilter(this);
    m_runAll->setObjectName(u"overviewRunAll"_s);
    m_runSelected->setObjectName(u"overviewRunSelected"_s);
    auto *add = button({}, u"ghost"_s, u"plus"_s);
    add->setObjectName(u"overviewAddCase"_s);
    auto *tiles = hbox(sp::s, {sp::l, sp::s, sp::l, sp::s});
    for (int i = 0; i < (under.kind == NodeRef::Project ? 6 : 2); ++i) {
        m_tiles << new Tile({});
        m_tiles.last()->setObjectName(u"overviewTile%1"_s.arg(i));
        tiles->addWidget(m_tiles.last());
    }
    auto *bar = hbox(sp::s, {sp::l, sp::s, sp::l, sp::s});
    bar->addWidget(m_runAll);
    bar->addWidget(m_runSelected);
    bar->addWidget(add);
    bar->addStretch(1);
    auto *l = vbox(0);
    l->addLayout(tiles);
    l->addLayout(bar);
    l->addWidget(m_table, 1);
    setLayout(l);
    m_texts.add([=, this] {
        m_runAll->setText(u" "_s + (m_under.kind == NodeRef::Project ? tr("Run all cases") : tr("Run this directory")));
        m_runSelected->setText(u" "_s + tr("Run only these"));
        add->setText(u" "_s + tr("Add a case"));
        m_table->setAccessibleName(tr("Cases"));
        m_table->setHint(tr("No case here yet: add one."));
        show();
    });
    connect(m_model, &items::CasesModel::listChanged, this, &CaseOverview::show);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CaseOverview::show);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CaseOverview::show);
    for (auto changed : {&ProjectDocument::variablesChanged, &ProjectDocument::environmentsChanged, &ProjectDocument::tasksChanged,
                         &ProjectDocument::transactionsChanged})
        connect(&document, changed, this, &CaseOverview::show);
    connect(m_table, &QTableView::doubleClicked, this, &CaseOverview::open);
    connect(m_runAll, &QPushButton::clicked, this, [this] { emit runRequested(m_model->enabledCases()); });
    connect(m_runSelected, &QPushButton::clicked, this, [this] { emit runRequested(selected()); });
    connect(add, &QPushButton::clicked, this, &CaseOverview::addCase);
}

QVector<domain::CaseId> CaseOverview::selected() const
{
    QVector<domain::CaseId> cases;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_table->selectionModel()->rowIntersectsSelection(row, {}))
            cases << m_model->caseAt(row);
    return cases;
}

void CaseOverview::show()
{
    const auto enabled = m_model->enabledCases();
    quint64 requests = 0;
    for (const auto id : enabled)
        if (const auto *testCase = m_document.testCase(id))
            requests += quint64(items::requestCount(testCase->setupSteps) + items::requestCount(testCase->steps));
    m_runAll->setEnabled(!enabled.isEmpty());
    m_runSelected->setEnabled(m_table->selectionModel()->hasSelection());
    const qsizetype all = m_model->cases().size();
    Tile::Spec cases{tr("Cases"), format::number(quint64(all)), {}, enabled.size() < all ? tr("%1 of them on").arg(enabled.size()) : QString()};
    QVector<Tile::Spec> specs{cases, {tr("Requests a pass"), format::number(requests)}};
    const domain::Project &project = m_document.project();
    specs << Tile::Spec{tr("Variables"), format::number(quint64(project.variables.size()))}
          << Tile::Spec{tr("Environments"), format::number(quint64(project.environments.size()))}
          << Tile::Spec{tr("Transactions"), format::number(quint64(project.transactions.size()))}
          << Tile::Spec{tr("Tasks"), format::number(quint64(project.tasks.size()))};
    for (qsizetype i = 0; i < m_tiles.size(); ++i)
        m_tiles[i]->setSpec(specs[i]);
}

void CaseOverview::addCase()
{
    domain::TestCase fresh;
    fresh.stages = {domain::Stage()};
    emit openRequested(m_document.addCase(tr("New case"), m_under.directory(), fresh));
}

void CaseOverview::open()
{
    if (const auto id = m_model->caseAt(m_table->currentIndex().row()); id.isValid())
        emit openRequested(id);
}

bool CaseOverview::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            open();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void CaseOverview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
