#include "models/items/slamodel.h"

#include <QLocale>
#include <QSet>
#include <cmath>

using namespace Qt::StringLiterals;

namespace items {

using document::NodeRef;
using document::ProjectDocument;
using domain::SlaRule;

namespace {

bool isOneOf(const Choices &choices, const QVariant &value)
{
    return std::any_of(choices.begin(), choices.end(), [&](const Choice &choice) { return choice.value == value; });
}

const domain::Task *taskOf(const ProjectDocument &document, domain::TaskId id)
{
    const auto &tasks = document.project().tasks;
    const auto found = std::find_if(tasks.cbegin(), tasks.cend(), [&](const domain::Task &task) { return task.id == id; });
    return found == tasks.cend() ? nullptr : &*found;
}

} // namespace

SlaModel::SlaModel(ProjectDocument &document, QObject *parent)
    : DocumentTable(document, parent)
{
    connect(&document, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (m_owner.isValid() && node == m_owner)
            sync();
    });
    const auto leave = [this] {
        if (m_owner.isValid() && !m_document.contains(m_owner))
            setOwner({});
    };
    connect(&document, &ProjectDocument::nodeRemoved, this, leave);
    connect(&document, &ProjectDocument::tasksChanged, this, leave);
}

void SlaModel::setOwner(NodeRef owner)
{
    m_owner = owner;
    startOver();
}

QVector<SlaRule> SlaModel::rules() const
{
    if (const domain::TestCase *testCase = m_document.testCase(m_owner.testCase()))
        return testCase->slaRules;
    const domain::Task *task = taskOf(m_document, m_owner.task());
    return task ? task->slaRules : QVector<SlaRule>();
}

void SlaModel::write(QVector<SlaRule> rules, const QString &text, const QString &mergeKey)
{
    if (m_owner.kind == NodeRef::Case)
        return m_document.setSlaRules(m_owner.testCase(), std::move(rules), text, mergeKey);
    if (const domain::Task *task = taskOf(m_document, m_owner.task())) {
        domain::Task after = *task;
        after.slaRules = std::move(rules);
        m_document.setTask(after, text, mergeKey);
    }
}

void SlaModel::addRule(const SlaRule &rule)
{
    write(rules() + QVector<SlaRule>{rule}, tr("Add rule"));
}

void SlaModel::setRule(int row, const SlaRule &rule, const QString &text, const QString &mergeKey)
{
    QVector<SlaRule> all = rules();
    if (row < 0 || row >= all.size() || all[row] == rule)
        return;
    all[row] = rule;
    write(all, text, mergeKey.isEmpty() ? QString() : u"rule/%1/%2"_s.arg(row).arg(mergeKey));
}

Choices SlaModel::targets() const
{
    Choices all{{QString(), tr("Whole case")}};
    QSet<QString> seen;
    const auto add = [&](const QString &name) {
        if (!name.isEmpty() && !seen.contains(name)) {
            seen << name;
            all << Choice{name, name};
        }
    };
    QVector<domain::CaseId> cases;
    if (m_owner.kind == NodeRef::Case)
        cases << m_owner.testCase();
    else if (const domain::Task *task = taskOf(m_document, m_owner.task()))
        cases = task->cases;
    for (domain::CaseId id : std::as_const(cases)) {
        const domain::TestCase *testCase = m_document.testCase(id);
        if (!testCase)
            continue;
        document::forEachStep(testCase->setupSteps + testCase->steps, [&](const domain::Step &step) {
            if (step.kind == domain::StepKind::Request)
                add(m_document.nameOf(step.id));
        });
    }
    return all;
}

QString SlaModel::scopeOf(const QString &target) const
{
    if (target.isEmpty())
        return u"case"_s;
    const auto &library = m_document.project().transactions;
    const bool isTransaction = std::any_of(library.begin(), library.end(), [&](const auto &one) { return one.name == target; });
    return isTransaction ? u"transaction"_s : u"request"_s;
}

Choices SlaModel::metrics()
{
    Choices all{{u"avg"_s, tr("Response time, mean")}, {u"min"_s, tr("Response time, shortest")}, {u"max"_s, tr("Response time, longest")}};
    for (const auto &[id, name] : {std::pair(u"p50"_s, u"p50"_s), std::pair(u"p75"_s, u"p75"_s), std::pair(u"p85"_s, u"p85"_s),
                                   std::pair(u"p90"_s, u"p90"_s), std::pair(u"p95"_s, u"p95"_s), std::pair(u"p99"_s, u"p99"_s),
                                   std::pair(u"p999"_s, u"p99.9"_s), std::pair(u"p9999"_s, u"p99.99"_s)})
        all << Choice{id, tr("Response time, %1").arg(name)};
    all << Choice{u"rps"_s, tr("Requests a second")} << Choice{u"tps"_s, tr("Passes a second")}
        << Choice{u"success_rate"_s, tr("Success")} << Choice{u"errors"_s, tr("Failed requests")};
    return all;
}

Choices SlaModel::comparisons()
{
    return {{u"<"_s, u"<"_s}, {u"<="_s, u"≤"_s}, {u">="_s, u"≥"_s}, {u">"_s, u">"_s}, {u"=="_s, u"="_s}};
}

QString SlaModel::unitOf(const QString &metric)
{
    if (metric == "rps"_L1 || metric == "tps"_L1)
        return tr("/s");
    return metric == "success_rate"_L1 ? u"%"_s : metric == "errors"_L1 ? QString() : tr("ms");
}

QString SlaModel::sentence(const SlaRule &rule)
{
    const QString what = labelOf(metrics(), rule.metric);
    const QString whose = rule.target.isEmpty() ? tr("the whole case") : u"“%1”"_s.arg(rule.target);
    const QString limit = (QLocale().toString(rule.value, 'g', 10) + u' ' + unitOf(rule.metric)).trimmed();
    const QString must = u"%1 %2"_s.arg(labelOf(comparisons(), rule.comparison), limit);
    const QString when = rule.times > 1 ? tr("in %1 windows of 6 s in a row").arg(rule.times) : tr("in a window of 6 s");
    return (rule.stop ? tr("%1 of %2 must be %3. If it is not %4, the test stops.")
                      : tr("%1 of %2 must be %3. If it is not %4, an alarm is raised and the test goes on."))
        .arg(what, whose, must, when);
}

int SlaModel::listSize() const
{
    return int(rules().size());
}

int SlaModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SlaModel::data(const QModelIndex &index, int role) const
{
    const QVector<SlaRule> all = rules();
    if (!index.isValid() || index.row() >= all.size())
        return {};
    if (role == ChoicesRole) {
        switch (index.column()) {
        case TargetColumn:
            return QVariant::fromValue(targets());
        case MetricColumn:
            return QVariant::fromValue(metrics());
        case ComparisonColumn:
            return QVariant::fromValue(comparisons());
        case StopColumn:
            return QVariant::fromValue(Choices{{false, tr("Alarm")}, {true, tr("Stop the run")}});
        }
        return {};
    }
    if (role == FreeChoiceRole)
        return index.column() == TargetColumn;
    if (role == Qt::TextAlignmentRole && (index.column() == ValueColumn || index.column() == TimesColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == ProblemRole && index.column() == TargetColumn) {
        const bool known = all[index.row()].target.isEmpty() || isOneOf(targets(), all[index.row()].target);
        return known ? QString() : tr("No request or transaction here has this name: the rule would never be looked at.");
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    const SlaRule &rule = all[index.row()];
    switch (index.column()) {
    case NameColumn:
        return rule.name;
    case TargetColumn:
        return rule.target.isEmpty() && role == Qt::DisplayRole ? tr("Whole case") : rule.target;
    case MetricColumn:
        return role == Qt::DisplayRole ? labelOf(metrics(), rule.metric) : rule.metric;
    case ComparisonColumn:
        return role == Qt::DisplayRole ? labelOf(comparisons(), rule.comparison) : rule.comparison;
    case ValueColumn:
        return role == Qt::EditRole ? QVariant(rule.value)
                                    : QVariant((QLocale().toString(rule.value, 'g', 10) + u' ' + unitOf(rule.metric)).trimmed());
    case TimesColumn:
        return rule.times;
    case StopColumn:
        return role == Qt::EditRole ? QVariant(rule.stop) : QVariant(rule.stop ? tr("Stop the run") : tr("Alarm"));
    }
    return {};
}

bool SlaModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    QVector<SlaRule> all = rules();
    if (!index.isValid() || index.row() >= all.size() || role != Qt::EditRole)
        return false;
    SlaRule &rule = all[index.row()];
    bool valid = true;
    switch (index.column()) {
    case NameColumn:
        rule.name = value.toString();
        break;
    case TargetColumn:
        rule.target = value.toString();
        rule.scope = scopeOf(rule.target);
        break;
    case MetricColumn:
        valid = isOneOf(metrics(), value);
        rule.metric = value.toString();
        break;
    case ComparisonColumn:
        valid = isOneOf(comparisons(), value);
        rule.comparison = value.toString();
        break;
    case ValueColumn:
        rule.value = value.toDouble(&valid);
        valid = valid && std::isfinite(rule.value);
        break;
    case TimesColumn:
        rule.times = value.toInt(&valid);
        valid = valid && rule.times >= 1;
        break;
    default:
        rule.stop = value.toBool();
    }
    if (valid)
        write(all, tr("Edit rule %1").arg(index.row() + 1), u"rule/%1/%2"_s.arg(index.row()).arg(index.column()));
    return valid;
}

QVariant SlaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == ValueColumn || section == TimesColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QStringList names{tr("Name"), tr("Applies to"), tr("Measure"), tr("Must be"), tr("Value"), tr("Windows"), tr("Then")};
    return role == Qt::DisplayRole ? names.value(section) : QVariant();
}

Qt::ItemFlags SlaModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
    return index.isValid() ? flags : Qt::ItemFlags(Qt::NoItemFlags);
}

bool SlaModel::removeRows(int row, int count, const QModelIndex &parent)
{
    QVector<SlaRule> all = rules();
    if (parent.isValid() || row < 0 || count < 1 || row + count > all.size())
        return false;
    all.remove(row, count);
    write(all, count == 1 ? tr("Delete rule %1").arg(row + 1) : tr("Delete %1 rules").arg(count));
    return true;
}

} // namespace items
