#include "ui/editors/stageeditor.h"
#include "app/services/loadcurve.h"
#include "models/items/stagesmodel.h"
#include "ui/editors/loadcurveview.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/charts.h"
#include "ui/widgets/forms.h"

using namespace Qt::StringLiterals;

namespace ui {

using domain::PressureMode;
using domain::Stage;

StageEditor::StageEditor(document::ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_model(new items::StagesModel(document, this)), m_curve(new LoadCurveView),
      m_table(new QTableView), m_totals(text({}, Type::Small, u"2"_s))
{
    m_curve->setObjectName(u"loadCurve"_s);
    m_table->setObjectName(u"stageTable"_s);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(row::normal);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);

    auto *bar = hbox(sp::s, {sp::m, 6, sp::m, 6});
    const auto act = [&](const QString &name, const QString &icon, std::function<QString()> label, void (StageEditor::*slot)()) {
        auto *b = button({}, u"ghost"_s, icon);
        b->setObjectName(name);
        m_texts.add([b, label] { b->setText(label()); });
        connect(b, &QPushButton::clicked, this, slot);
        bar->addWidget(b);
        return b;
    };
    act(u"addStage"_s, u"plus"_s, [] { return tr("Add stage"); }, &StageEditor::addStage);
    act(u"duplicateStage"_s, u"copy"_s, [] { return tr("Duplicate"); }, &StageEditor::duplicateStage);
    act(u"removeStage"_s, u"x"_s, [] { return tr("Remove"); }, &StageEditor::removeStage);
    bar->addStretch(1);
    bar->addWidget(m_totals);

    auto *lower = hbox(0);
    lower->addWidget(m_table, 1);
    lower->addWidget(vline());
    lower->addWidget(fieldsPane());
    auto *all = vbox(0, {sp::m, sp::s, sp::m, sp::s});
    all->addWidget(m_curve, 3);
    all->addLayout(bar);
    all->addWidget(hline());
    all->addLayout(lower, 4);
    auto *outer = vbox(0);
    outer->addWidget(wrap(all, u"pane"_s));
    setLayout(outer);

    connect(m_curve, &LoadCurveView::stageClicked, this, &StageEditor::selectStage);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { read(); });
    connect(&m_document, &document::ProjectDocument::nodeChanged, this, [this](document::NodeRef node) {
        if (node == document::NodeRef(m_case))
            read();
    });
    m_texts.add([this] {
        m_curve->setAccessibleName(tr("Load curve"));
        m_table->setAccessibleName(tr("Stages"));
        read();
    });
}

QWidget *StageEditor::fieldsPane()
{
    m_name = new QLineEdit;
    m_name->setObjectName(u"stageName"_s);
    m_mode = new QComboBox;
    m_mode->setObjectName(u"stageMode"_s);
    m_ends = new QComboBox;
    m_ends->setObjectName(u"stageEnds"_s);
    auto *l = vbox(sp::s, {sp::l, sp::s, sp::m, sp::s});
    const auto labelled = [&](QWidget *w, std::function<QString()> label) {
        auto *name = text({}, Type::Small, u"2"_s);
        name->setBuddy(w);
        auto *one = hbox(sp::s);
        name->setFixedWidth(132);
        one->addWidget(name);
        one->addWidget(w, 1);
        auto *holder = wrap(one);
        m_texts.add([=] {
            name->setText(label());
            w->setAccessibleName(label());
        });
        l->addWidget(holder);
        return holder;
    };
    labelled(m_name, [] { return tr("Name"); });
    labelled(m_mode, [] { return tr("Mode"); });
    m_endsHolder = labelled(m_ends, [] { return tr("Ends"); });
    m_texts.add([this] {
        m_reading = true;
        m_mode->clear();
        for (int i = 0; i < 8; ++i)
            m_mode->addItem(items::StagesModel::modeName(PressureMode(i)));
        m_ends->clear();
        m_ends->addItems({tr("after a time"), tr("after a number of passes")});
        m_reading = false;
    });
    m_fieldBox = new QWidget;
    m_fieldBox->setLayout(vbox(sp::s));
    addFields();
    l->addWidget(m_fieldBox);
    l->addStretch(1);
    auto *scroll = form::scroll(wrap(l, u"pane"_s), 312);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        write(u"name"_s, tr("Rename the stage"), [name](Stage &s) { s.name = name; });
    });
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this](int mode) {
        if (mode < 0)
            return;
        write({}, tr("Change the mode of the stage"), [mode](Stage &s) {
            Stage fresh = preset(PressureMode(mode));
            fresh.name = s.name;
            fresh.seconds = s.seconds;
            s = fresh;
        });
    });
    connect(m_ends, &QComboBox::currentIndexChanged, this, [this](int byCount) {
        write({}, tr("Change how the stage ends"), [byCount](Stage &s) {
            s.byCount = byCount == 1;
            if (s.byCount)
                s.count = std::max(s.count, s.users);
        });
    });
    return scroll;
}

void StageEditor::addField(const QString &name, int least, int most, std::function<QString()> label,
                           std::function<bool(const Stage &)> counts, std::function<int(const Stage &)> get,
                           std::function<void(Stage &, int)> set)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(least, most);
    box->setGroupSeparatorShown(true);
    auto *caption = text({}, Type::Small, u"2"_s);
    caption->setBuddy(box);
    caption->setFixedWidth(132);
    auto *one = hbox(sp::s);
    one->addWidget(caption);
    one->addWidget(box, 1);
    auto *holder = wrap(one);
    m_texts.add([=] {
        caption->setText(label());
        box->setAccessibleName(label());
    });
    m_fieldBox->layout()->addWidget(holder);
    connect(box, &QSpinBox::valueChanged, this, [=, this](int value) {
        write(name, tr("Change “%1”").arg(label()), [set, value](Stage &s) { set(s, value); });
    });
    m_fields << Field{box, holder, std::move(counts), std::move(get)};
}

void StageEditor::addFields()
{
    const auto is = [](const Stage &s, std::initializer_list<PressureMode> modes) {
        return std::find(modes.begin(), modes.end(), s.mode) != modes.end();
    };
    using M = PressureMode;
    constexpr int most = 2000000, day = 30 * 86400;
    addField(u"stageUsers"_s, 1, most, [] { return tr("Users, at most"); },
             [is](const Stage &s) { return is(s, {M::Concurrency, M::Tps, M::Peak, M::SurgeTps, M::OscillationTps}); },
             [](const Stage &s) { return s.users; }, [](Stage &s, int v) { s.users = v; });
    addField(u"stageTps"_s, 1, most, [] { return tr("Passes a second"); }, [is](const Stage &s) { return is(s, {M::Tps}); },
             [](const Stage &s) { return int(s.tps); }, [](Stage &s, int v) { s.tps = v; });
    addField(u"stageSeconds"_s, 0, day, [] { return tr("Length, s"); }, [](const Stage &s) { return !s.byCount; },
             [](const Stage &s) { return s.seconds; }, [](Stage &s, int v) { s.seconds = v; });
    addField(u"stageCount"_s, 1, std::numeric_limits<int>::max(), [] { return tr("Passes in all"); },
             [](const Stage &s) { return s.byCount; }, [](const Stage &s) { return s.count; }, [](Stage &s, int v) { s.count = v; });
    addField(u"stageStartUsers"_s, 0, most, [] { return tr("Starts with, users"); },
             [is](const Stage &s) { return !s.byCount && is(s, {M::Concurrency, M::Peak}); },
             [](const Stage &s) { return s.startUsers; }, [](Stage &s, int v) { s.startUsers = v; });
    addField(u"stageStartTps"_s, 0, most, [] { return tr("Starts with, passes/s"); },
             [is](const Stage &s) { return !s.byCount && is(s, {M::Tps}); }, [](const Stage &s) { return int(s.startTps); },
             [](Stage &s, int v) { s.startTps = v; });
    addField(u"stageRampUp"_s, 0, day, [] { return tr("Rises for, s"); },
             [is](const Stage &s) { return !s.byCount && is(s, {M::Concurrency, M::Tps, M::Peak}); },
             [](const Stage &s) { return s.rampUp; }, [](Stage &s, int v) { s.rampUp = v; });
    const auto swings = [is](const Stage &s) {
        return is(s, {M::SurgeUsers, M::SurgeTps, M::OscillationUsers, M::OscillationTps, M::SmartPeak});
    };
    addField(u"stageMinimum"_s, 1, most, [] { return tr("Lowest"); }, swings, [](const Stage &s) { return s.minimum; },
             [](Stage &s, int v) { s.minimum = v; });
    addField(u"stageMaximum"_s, 1, most, [] { return tr("Highest"); }, swings, [](const Stage &s) { return s.maximum; },
             [](Stage &s, int v) { s.maximum = v; });
    addField(u"stageLoops"_s, 1, 100000, [] { return tr("Times"); },
             [is](const Stage &s) { return is(s, {M::SurgeUsers, M::SurgeTps, M::OscillationUsers, M::OscillationTps}); },
             [](const Stage &s) { return s.loopCount; }, [](Stage &s, int v) { s.loopCount = v; });
    addField(u"stageMaxDuration"_s, 1, day, [] { return tr("At the top for, s"); },
             [is](const Stage &s) { return is(s, {M::SurgeUsers, M::SurgeTps}); }, [](const Stage &s) { return s.maxDuration; },
             [](Stage &s, int v) { s.maxDuration = v; });
    addField(u"stageStepSize"_s, 1, most, [] { return tr("Step, users"); }, [is](const Stage &s) { return is(s, {M::SmartPeak}); },
             [](const Stage &s) { return s.stepSize; }, [](Stage &s, int v) { s.stepSize = v; });
    addField(u"stageStepDuration"_s, 1, day, [] { return tr("A step lasts, s"); },
             [is](const Stage &s) { return is(s, {M::SmartPeak}); }, [](const Stage &s) { return s.stepDuration; },
             [](Stage &s, int v) { s.stepDuration = v; });
}

Stage StageEditor::preset(PressureMode mode)
{
    Stage s;
    s.mode = mode;
    s.tps = s.isRate() ? 50 : 0;
    s.users = s.isRate() ? 100 : 10;
    switch (mode) {
    case PressureMode::Peak:
        s.users = 200;
        s.startUsers = 10;
        s.rampUp = 60;
        break;
    case PressureMode::SurgeUsers:
    case PressureMode::SurgeTps:
        s.minimum = 10;
        s.maximum = 50;
        s.loopCount = 2;
        s.maxDuration = 10;
        break;
    case PressureMode::OscillationUsers:
    case PressureMode::OscillationTps:
        s.minimum = 10;
        s.maximum = 50;
        s.loopCount = 2;
        break;
    case PressureMode::SmartPeak:
        s.minimum = 10;
        s.maximum = 100;
        s.stepSize = 10;
        s.stepDuration = 10;
        s.seconds = 120;
        break;
    default: break;
    }
    return s;
}

void StageEditor::setCase(domain::CaseId testCase)
{
    m_case = testCase;
    m_model->setCase(testCase);
    if (m_model->rowCount() > 0)
        selectStage(0);
    read();
}

int StageEditor::currentStage() const { return m_table->currentIndex().row(); }

void StageEditor::selectStage(int row) { m_table->setCurrentIndex(m_model->index(row, 0)); }

void StageEditor::insertStage(int row, const Stage &stage, const QString &text)
{
    const domain::TestCase *c = m_document.testCase(m_case);
    if (!c)
        return;
    QVector<Stage> stages = c->stages;
    stages.insert(std::clamp(row, 0, int(stages.size())), stage);
    m_document.setStages(m_case, stages, text);
    selectStage(row);
}

void StageEditor::addStage()
{
    const domain::TestCase *c = m_document.testCase(m_case);
    if (!c)
        return;
    Stage s = preset(PressureMode::Concurrency);
    s.name = tr("Stage %1").arg(c->stages.size() + 1);
    insertStage(int(c->stages.size()), s, tr("Add a stage"));
}

void StageEditor::duplicateStage()
{
    const domain::TestCase *c = m_document.testCase(m_case);
    const int at = currentStage();
    if (c && at >= 0 && at < c->stages.size())
        insertStage(at + 1, Stage(c->stages[at]), tr("Duplicate the stage"));
}

void StageEditor::removeStage()
{
    const domain::TestCase *c = m_document.testCase(m_case);
    const int at = currentStage();
    if (!c || at < 0 || at >= c->stages.size())
        return;
    QVector<Stage> stages = c->stages;
    stages.removeAt(at);
    m_document.setStages(m_case, stages, tr("Remove the stage"));
    if (!stages.isEmpty())
        selectStage(std::min(at, int(stages.size()) - 1));
}

void StageEditor::write(const QString &mergeField, const QString &text, const std::function<void(Stage &)> &change)
{
    const domain::TestCase *c = m_document.testCase(m_case);
    const int at = currentStage();
    if (m_reading || !c || at < 0 || at >= c->stages.size())
        return;
    QVector<Stage> stages = c->stages;
    change(stages[at]);
    if (stages != c->stages)
        m_document.setStages(m_case, stages, text,
                             mergeField.isEmpty() ? QString() : u"stage/%1/%2/%3"_s.arg(m_case.value).arg(at).arg(mergeField));
}

void StageEditor::read()
{
    const domain::TestCase *c = m_document.testCase(m_case);
    const int at = currentStage();
    const bool any = c && at >= 0 && at < c->stages.size();
    m_curve->setStages(c ? c->stages : QVector<Stage>(), at);
    for (QWidget *w : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_mode), m_endsHolder, m_fieldBox})
        w->setEnabled(any);
    if (c) {
        const services::LoadCurve curve = services::loadCurve(c->stages);
        QString totals = tr("%n stage(s)", nullptr, int(c->stages.size())) + u" · "_s + clock(int(curve.seconds));
        if (curve.starts > 0)
            totals += u" · "_s + tr("%1 passes planned").arg(num(curve.starts));
        m_totals->setText(totals);
    }
    if (!any)
        return;
    const Stage &s = c->stages[at];
    m_reading = true;
    if (m_name->text() != s.name)
        m_name->setText(s.name);
    m_mode->setCurrentIndex(int(s.mode));
    m_ends->setCurrentIndex(s.byCount ? 1 : 0);
    m_endsHolder->setVisible(s.mode == PressureMode::Concurrency || s.mode == PressureMode::Tps);
    for (const Field &f : m_fields) {
        f.holder->setVisible(f.counts(s));
        f.box->setValue(f.get(s));
    }
    m_reading = false;
}

void StageEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
