#include "ui/editors/slaeditor.h"
#include "models/items/slamodel.h"
#include "ui/editors/edittable.h"

using namespace Qt::StringLiterals;

namespace ui {

using domain::SlaRule;
using items::SlaModel;

namespace {

int placeOf(const items::Choices &choices, const QString &value)
{
    for (int i = 0; i < choices.size(); ++i) {
        if (choices[i].value == value)
            return i;
    }
    return -1;
}

QStringList labelsOf(const items::Choices &choices)
{
    QStringList labels;
    for (const auto &choice : choices)
        labels << choice.label;
    return labels;
}

} // namespace

SlaEditor::SlaEditor(document::ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_model(new SlaModel(document, this)),
      m_fields(this, m_texts,
               [this](const QString &field, const QString &text, const auto &change) {
                   const auto rules = m_model->rules();
                   if (const int row = currentRule(); row >= 0 && row < rules.size()) {
                       SlaRule after = rules[row];
                       change(after);
                       m_model->setRule(row, after, text, field);
                   }
               }),
      m_table(new EditTable(u"slaTable"_s))
{
    m_table->setModel(m_model);
    m_table->setWidths({120, 0, 170, 70, 90, 74, 110});
    auto *add = button(u" "_s, {}, u"plus"_s);
    add->setObjectName(u"addRule"_s);
    auto *remove = button(u" "_s, u"ghost"_s, u"x"_s);
    remove->setObjectName(u"removeRule"_s);
    auto *hint = new ElideLabel({}, Type::Small);
    auto *bar = hbox(sp::s, {sp::m, 7, sp::m, 7});
    bar->addWidget(add);
    bar->addWidget(remove);
    bar->addWidget(hint, 1);
    auto *left = vbox(0);
    left->addWidget(m_table, 1);
    left->addWidget(hline());
    left->addLayout(bar);
    m_inspector = inspector();
    auto *all = hbox(0);
    all->addWidget(wrap(left, u"pane"_s), 1);
    all->addWidget(vline());
    all->addWidget(m_inspector);
    setLayout(all);
    m_texts.add([=, this] {
        add->setText(u" "_s + tr("Add rule"));
        remove->setText(u" "_s + tr("Delete"));
        hint->setText(tr("Checked every 6 s while the test runs, and over the whole run at its end."));
        m_table->setAccessibleName(tr("Rules"));
        m_table->setHint(tr("No rule yet. A rule says what must hold, for example that 95 % of the answers come within 300 ms."));
        read();
    });
    connect(add, &QPushButton::clicked, this, &SlaEditor::addRule);
    connect(remove, &QPushButton::clicked, m_table, &EditTable::removeSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SlaEditor::read);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, [this] { read(); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SlaEditor::read);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SlaEditor::read);
}

QWidget *SlaEditor::inspector()
{
    m_target = new QComboBox;
    m_target->setObjectName(u"ruleTarget"_s);
    m_target->setMinimumHeight(30);
    connect(m_target, &QComboBox::activated, this, [this](int i) {
        const QString target = m_target->itemData(i).toString();
        m_fields.write({}, changeText(tr("Applies to")), [=, this](SlaRule &r) {
            r.target = target;
            r.scope = m_model->scopeOf(target);
        });
    });
    auto *name = m_fields.line(u"ruleName"_s, [] { return tr("Name"); }, [](const SlaRule &r) { return r.name; },
                               [](SlaRule &r, const QString &v) { r.name = v; });
    auto *metric = m_fields.choice(u"ruleMetric"_s, [] { return tr("Measure"); }, [] { return labelsOf(SlaModel::metrics()); },
                                   [](const SlaRule &r) { return placeOf(SlaModel::metrics(), r.metric); },
                                   [](SlaRule &r, int i) { r.metric = SlaModel::metrics().at(i).value.toString(); });
    auto *must = m_fields.segments(u"ruleComparison"_s, [] { return tr("Must be"); },
                                   [] { return labelsOf(SlaModel::comparisons()); },
                                   [](const SlaRule &r) { return placeOf(SlaModel::comparisons(), r.comparison); },
                                   [](SlaRule &r, int i) { r.comparison = SlaModel::comparisons().at(i).value.toString(); });
    auto *value = m_fields.decimal(u"ruleValue"_s, 0, 1e12, 2, [] { return tr("Value"); }, [](const SlaRule &r) { return r.value; },
                                   [](SlaRule &r, double v) { r.value = v; });
    auto *times = m_fields.number(u"ruleTimes"_s, 1, 10'000, [] { return tr("Windows in a row"); },
                                  [](const SlaRule &r) { return r.times; }, [](SlaRule &r, int v) { r.times = v; });
    auto *then = m_fields.segments(u"ruleStop"_s, [] { return tr("When it breaks"); },
                                   [] { return QStringList{tr("alarm, go on"), tr("stop the test")}; },
                                   [](const SlaRule &r) { return r.stop ? 1 : 0; }, [](SlaRule &r, int i) { r.stop = i == 1; });
    m_sentence = form::para({}, Type::Small, {});
    m_sentence->setObjectName(u"ruleSentence"_s);
    m_unit = text({}, Type::Small, u"3"_s);
    auto *note = hbox(sp::s, {10, 8, 10, 8});
    note->addWidget(iconLabel(u"info"_s, theme::tk().accentText, 14), 0, Qt::AlignTop);
    note->addWidget(m_sentence, 1);
    auto *limit = hbox(sp::s);
    limit->addWidget(value, 1);
    limit->addWidget(m_unit);
    auto *l = vbox(sp::m, {sp::l, sp::m, sp::l, sp::m});
    l->addWidget(wrap(note, u"note"_s));
    l->addWidget(labelled(m_texts, name, [] { return tr("Name"); }));
    l->addWidget(labelled(m_texts, m_target, [] { return tr("Applies to"); }));
    l->addWidget(labelled(m_texts, metric, [] { return tr("Measure"); }));
    l->addWidget(labelled(m_texts, must, [] { return tr("Must be"); }));
    auto *valueLabel = text({}, Type::Small, u"2"_s);
    m_texts.add([valueLabel] { valueLabel->setText(tr("Value")); });
    auto *valueField = vbox(4);
    valueField->addWidget(valueLabel);
    valueField->addLayout(limit);
    l->addLayout(valueField);
    l->addWidget(labelled(m_texts, times, [] { return tr("Windows of 6 s in a row"); }));
    l->addWidget(labelled(m_texts, then, [] { return tr("When it breaks"); }));
    l->addStretch(1);
    return form::scroll(wrap(l, u"pane"_s), 300);
}

void SlaEditor::setOwner(document::NodeRef owner)
{
    m_model->setOwner(owner);
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, SlaModel::MetricColumn));
    read();
}

void SlaEditor::addRule()
{
    SlaRule rule;
    rule.comparison = u"<="_s;
    rule.value = 300;
    rule.times = 3;
    m_model->addRule(rule);
    m_table->setCurrentIndex(m_model->index(m_model->rowCount() - 1, SlaModel::MetricColumn));
}

int SlaEditor::currentRule() const { return m_table->currentIndex().row(); }

void SlaEditor::read()
{
    const auto rules = m_model->rules();
    const int row = currentRule();
    const bool any = row >= 0 && row < rules.size();
    m_inspector->setVisible(any);
    if (!any)
        return;
    const items::Choices targets = m_model->targets();
    {
        const QSignalBlocker quiet(m_target);
        m_target->clear();
        for (const auto &choice : targets)
            m_target->addItem(choice.label, choice.value);
        if (placeOf(targets, rules[row].target) < 0)
            m_target->addItem(rules[row].target, rules[row].target);
        m_target->setCurrentIndex(m_target->findData(rules[row].target));
    }
    m_fields.read(rules[row]);
    m_unit->setText(SlaModel::unitOf(rules[row].metric));
    m_sentence->setText(SlaModel::sentence(rules[row]));
}

void SlaEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
