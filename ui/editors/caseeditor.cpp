#include "ui/editors/caseeditor.h"
#include "models/items/slamodel.h"
#include "models/items/stepsmodel.h"
#include "ui/editors/nodedelegate.h"
#include "ui/editors/requesteditor.h"
#include "ui/editors/stageeditor.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/forms.h"
#include "ui/widgets/rowstable.h"

using namespace Qt::StringLiterals;

namespace ui {

using domain::StepKind;

CaseEditor::CaseEditor(document::ProjectDocument &document, domain::CaseId testCase, QWidget *parent)
    : QWidget(parent), m_document(document), m_case(testCase), m_model(new items::StepsModel(document, this)),
      m_rules(new items::SlaModel(document, this)), m_tree(new Tree(row::normal, 18, true)), m_addMenu(new QMenu(this)),
      m_pages(new QStackedWidget), m_right(new QStackedWidget), m_request(new RequestEditor(document)),
      m_stages(new StageEditor(document)), m_controlTitle(text({}, Type::Heading)), m_control(new RowsTable(2)),
      m_rulesTable(new QTableView)
{
    m_parts = new SubTabs({{u"Steps"_s, {}}, {u"Load"_s, {}}, {u"Rules"_s, {}}}, 0, 37);
    m_parts->setObjectName(u"caseParts"_s);
    auto *partLine = hbox(0, {2, 0, sp::m, 0});
    partLine->addWidget(m_parts);
    partLine->addStretch(1);
    auto *partWidget = wrap(partLine, u"paneHeader"_s);
    partWidget->setFixedHeight(38);

    auto *empty = vbox(sp::s, {sp::xl, sp::xl, sp::xl, sp::xl});
    auto *hint = form::para({}, Type::Body);
    empty->addWidget(hint);
    empty->addStretch(1);
    m_right->addWidget(wrap(empty, u"pane"_s));
    m_right->addWidget(m_request);
    m_right->addWidget(controlPage());
    auto *split = new QSplitter(Qt::Horizontal);
    split->setHandleWidth(1);
    split->addWidget(stepList());
    split->addWidget(m_right);
    split->setStretchFactor(1, 1);
    split->setSizes({330, 700});
    m_pages->addWidget(split);
    m_pages->addWidget(m_stages);
    m_pages->addWidget(rulesPage());
    auto *all = vbox(0);
    all->addWidget(partWidget);
    all->addWidget(m_pages, 1);
    setLayout(all);

    m_model->setCase(testCase);
    m_stages->setCase(testCase);
    m_rules->setOwner(testCase);
    m_tree->expandAll();
    m_texts.add([=, this] {
        m_parts->setItems({{tr("Steps"), {}}, {tr("Load"), {}}, {tr("Rules"), {}}});
        m_parts->setAccessibleName(tr("Parts of the case"));
        hint->setText(tr("Choose a step on the left, or add one: a request, a loop, a condition."));
        fillAddMenu();
    });
    connect(m_parts, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showCurrent(); });
    connect(&m_document, &document::ProjectDocument::nodeChanged, this, [this](document::NodeRef node) {
        if (node == document::NodeRef(currentStep()))
            readControl();
    });
    connect(&m_document, &document::ProjectDocument::nodeRemoved, this, [this] { showCurrent(); });
    connect(&m_document, &document::ProjectDocument::stepsChanged, this, [this] {
        m_tree->expandAll();
        showCurrent();
    });
    if (m_model->rowCount() > 0)
        m_tree->setCurrentIndex(m_model->index(0, 0));
    showCurrent();
}

QWidget *CaseEditor::stepList()
{
    m_tree->setObjectName(u"stepTree"_s);
    m_tree->setItemDelegate(new NodeDelegate(row::normal, m_tree));
    m_tree->setModel(m_model);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->setDragDropMode(QAbstractItemView::InternalMove);
    m_tree->setDragEnabled(true);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *add = button({}, u"ghost"_s, u"plus"_s);
    add->setObjectName(u"addStep"_s);
    add->setMenu(m_addMenu);
    auto *title = text({}, Type::Heading);
    auto *head = hbox(sp::xs, {sp::m, 0, sp::s, 0});
    head->addWidget(title, 1);
    head->addWidget(add);
    auto *headWidget = wrap(head, u"paneHeader"_s);
    headWidget->setFixedHeight(44);
    auto *l = vbox(0);
    l->addWidget(headWidget);
    l->addWidget(m_tree, 1);

    const auto action = [this](const QString &name, const QKeySequence &keys, std::function<void(domain::StepId)> run) {
        auto *a = new QAction(m_tree);
        a->setObjectName(name);
        a->setShortcut(keys);
        a->setShortcutContext(Qt::WidgetShortcut);
        m_tree->addAction(a);
        connect(a, &QAction::triggered, this, [this, run] {
            if (currentStep().isValid())
                run(currentStep());
        });
        return a;
    };
    auto *rename = action(u"renameStep"_s, Qt::Key_F2, [this](domain::StepId) { m_tree->edit(m_tree->currentIndex()); });
    auto *copy = action(u"duplicateStep"_s, QKeySequence(u"Ctrl+D"_s), [this](domain::StepId s) { m_document.duplicate(s); });
    auto *toggle = action(u"toggleStep"_s, QKeySequence(u"Ctrl+T"_s),
                          [this](domain::StepId s) { m_document.setEnabled(s, !m_document.isEnabled(s)); });
    auto *remove = action(u"removeStep"_s, QKeySequence::Delete, [this](domain::StepId s) { m_document.remove(s); });
    m_texts.add([=, this] {
        title->setText(m_document.nameOf(m_case));
        add->setText(tr("Add"));
        add->setAccessibleName(tr("Add a step"));
        m_tree->setAccessibleName(tr("Steps of the case"));
        rename->setText(tr("Rename"));
        copy->setText(tr("Duplicate"));
        toggle->setText(tr("Enable or disable"));
        remove->setText(tr("Delete"));
    });
    connect(&m_document, &document::ProjectDocument::nodeChanged, title, [this, title](document::NodeRef node) {
        if (node == document::NodeRef(m_case))
            title->setText(m_document.nameOf(m_case));
    });
    auto *pane = wrap(l, u"pane"_s);
    pane->setMinimumWidth(260);
    return pane;
}

void CaseEditor::fillAddMenu()
{
    m_addMenu->clear();
    const auto add = [this](const QString &icon, const QString &name, domain::Step step) {
        auto *a = m_addMenu->addAction(theme::icon(icon), name);
        connect(a, &QAction::triggered, this, [this, step] { addStep(step); });
    };
    const auto control = [](StepKind kind, QJsonObject data) {
        domain::Step s;
        s.kind = kind;
        s.data = std::move(data);
        return s;
    };
    add(u"send"_s, tr("Request"), domain::newRequest(tr("New request"), u"GET"_s, u"http://"_s));
    m_addMenu->addSeparator();
    add(u"repeat"_s, tr("Loop"), control(StepKind::Loop, {{u"loop_type"_s, 0}, {u"loop_count"_s, u"2"_s}}));
}

QWidget *CaseEditor::controlPage()
{
    m_control->setObjectName(u"controlTable"_s);
    auto *l = vbox(sp::s, {sp::l, sp::m, sp::l, sp::m});
    l->addWidget(m_controlTitle);
    l->addWidget(m_control, 1);
    m_texts.add([this] {
        m_control->setHorizontalHeaderLabels({tr("Setting"), tr("Value")});
        m_control->setAccessibleName(tr("Settings of the step"));
    });
    connect(m_control, &RowsTable::edited, this, &CaseEditor::writeControl);
    return wrap(l, u"pane"_s);
}

QWidget *CaseEditor::rulesPage()
{
    m_rulesTable->setObjectName(u"slaTable"_s);
    m_rulesTable->setModel(m_rules);
    m_rulesTable->verticalHeader()->hide();
    m_rulesTable->setShowGrid(false);
    m_rulesTable->setTabKeyNavigation(false);
    m_rulesTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto *add = button({}, u"ghost"_s, u"plus"_s), *remove = button({}, u"ghost"_s, u"x"_s);
    add->setObjectName(u"addRule"_s);
    remove->setObjectName(u"removeRule"_s);
    auto *hint = form::para({});
    auto *l = vbox(sp::s, {sp::m, sp::s, sp::m, sp::s});
    l->addWidget(hint);
    l->addWidget(m_rulesTable, 1);
    l->addLayout(form::line({add, remove}));
    m_texts.add([=, this] {
        m_rulesTable->setAccessibleName(tr("Rules of the case"));
        hint->setText(tr("What must hold while the test runs. A rule that breaks is told, or stops the run."));
        add->setText(tr("Add rule"));
        remove->setText(tr("Remove"));
    });
    connect(add, &QPushButton::clicked, this, [this] {
        domain::SlaRule rule;
        rule.name = tr("p95 below 500 ms");
        rule.value = 500;
        m_rules->addRule(rule);
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        if (m_rulesTable->currentIndex().isValid())
            m_rules->removeRows(m_rulesTable->currentIndex().row(), 1);
    });
    return wrap(l, u"pane"_s);
}

void CaseEditor::showPart(Part part) { m_parts->setCurrentIndex(part); }

domain::StepId CaseEditor::currentStep() const { return m_model->stepAt(m_tree->currentIndex()); }

void CaseEditor::showStep(domain::StepId step)
{
    showPart(Steps);
    const QModelIndex index = m_model->indexOf(step);
    if (index.isValid())
        m_tree->setCurrentIndex(index);
}

void CaseEditor::addStep(domain::Step step)
{
    const domain::StepId id = m_document.addStep(m_case, std::move(step), currentStep());
    showStep(id);
}

void CaseEditor::showCurrent()
{
    const domain::Step *step = m_document.step(currentStep());
    if (!step) {
        m_right->setCurrentIndex(0);
        m_request->setStep({});
        return;
    }
    if (step->kind == StepKind::Request) {
        m_request->setStep(step->id);
        m_right->setCurrentIndex(1);
    } else {
        m_right->setCurrentIndex(2);
        readControl();
    }
}

void CaseEditor::readControl()
{
    const domain::Step *step = m_document.step(currentStep());
    if (!step || step->kind == StepKind::Request)
        return;
    m_controlTitle->setText(m_document.nameOf(step->id));
    QVector<QStringList> rows;
    for (auto it = step->data.begin(); it != step->data.end(); ++it) {
        if (!it->isArray() && !it->isObject())
            rows << QStringList{it.key(), it->toVariant().toString()};
    }
    m_control->setRows(rows);
}

void CaseEditor::writeControl()
{
    const domain::Step *step = m_document.step(currentStep());
    if (!step)
        return;
    domain::Step after = *step;
    QJsonObject data;
    for (auto it = step->data.begin(); it != step->data.end(); ++it) {
        if (it->isArray() || it->isObject())
            data[it.key()] = *it;
    }
    for (const QStringList &r : m_control->rows()) {
        bool isNumber = false;
        const double number = r[1].toDouble(&isNumber);
        data[r[0]] = isNumber ? QJsonValue(number) : r[1] == u"true" ? QJsonValue(true) : r[1] == u"false" ? QJsonValue(false) : QJsonValue(r[1]);
    }
    after.data = data;
    if (after != *step)
        m_document.setStep(m_case, after, tr("Change the settings of the step"));
}

void CaseEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
