#include "models/items/slamodel.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace items {

using document::NodeRef;
using document::ProjectDocument;
using domain::SlaRule;

namespace {

const QStringList &metrics()
{
    static const QStringList list = u"avg min max p50 p75 p85 p90 p95 p99 p999 p9999 rps tps success_rate errors"_s.split(u' ');
    return list;
}

const QStringList &comparisons()
{
    static const QStringList list = u"< <= > >= =="_s.split(u' ');
    return list;
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
    if (!index.isValid() || index.row() >= all.size() || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    const SlaRule &rule = all[index.row()];
    switch (index.column()) {
    case NameColumn:
        return rule.name;
    case TargetColumn:
        return rule.target.isEmpty() && role == Qt::DisplayRole ? tr("All") : rule.target;
    case MetricColumn:
        return rule.metric;
    case ComparisonColumn:
        return rule.comparison;
    case ValueColumn:
        return rule.value;
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
        break;
    case MetricColumn:
        valid = metrics().contains(value.toString());
        rule.metric = value.toString();
        break;
    case ComparisonColumn:
        valid = comparisons().contains(value.toString());
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
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Name"), tr("Of"), tr("Figure"), tr("Must be"), tr("Value"), tr("Times in a row"), tr("Then")};
    return names.value(section);
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
