#include "models/items/environmentsmodel.h"

using namespace Qt::StringLiterals;

namespace items {

using document::ProjectDocument;
using domain::Environment;

EnvironmentsModel::EnvironmentsModel(ProjectDocument &document, QObject *parent)
    : DocumentTable(document, parent)
{
    // Columns come and go and rows change their names: both are rare, and a reset tells them truly.
    const auto again = [this] {
        if (names() != m_names) {
            m_names = names();
            startOver();
        } else {
            sync();
        }
    };
    connect(&document, &ProjectDocument::variablesChanged, this, again);
    connect(&document, &ProjectDocument::environmentsChanged, this, [this] {
        m_names = names();
        startOver();
    });
    connect(&document, &ProjectDocument::reset, this, [this] {
        m_names = names();
        startOver();
    });
    m_names = names();
    startOver();
}

QStringList EnvironmentsModel::names() const
{
    QStringList all;
    for (const auto &variable : m_document.project().variables) {
        if (variable.type == domain::VariableType::Text || variable.type == domain::VariableType::Enumeration)
            all << variable.name;
    }
    for (const auto &environment : m_document.project().environments) {
        for (const auto &value : environment.values)
            all << value.key;
    }
    all.removeDuplicates();
    return all;
}

const domain::Variable *EnvironmentsModel::variable(const QString &name) const
{
    for (const auto &variable : m_document.project().variables) {
        if (variable.name == name)
            return &variable;
    }
    return nullptr;
}

QString EnvironmentsModel::nameAt(int row) const { return m_names.value(row); }

int EnvironmentsModel::listSize() const { return int(m_names.size()); }

void EnvironmentsModel::addEnvironment(const QString &name)
{
    auto all = m_document.project().environments;
    const auto taken = [&](const QString &wanted) {
        return std::any_of(all.begin(), all.end(), [&](const Environment &one) { return one.name == wanted; });
    };
    QString free = name;
    for (int i = 2; taken(free); ++i)
        free = u"%1 %2"_s.arg(name).arg(i);
    all << Environment{free, {}};
    m_document.setEnvironments(all, tr("Add environment “%1”").arg(free));
}

void EnvironmentsModel::duplicateEnvironment(int environment)
{
    auto all = m_document.project().environments;
    if (environment < 0 || environment >= all.size())
        return;
    Environment copy = all[environment];
    const QString base = copy.name;
    for (int i = 2; std::any_of(all.begin(), all.end(), [&](const Environment &one) { return one.name == copy.name; }); ++i)
        copy.name = u"%1 %2"_s.arg(base).arg(i);
    all.insert(environment + 1, copy);
    m_document.setEnvironments(all, tr("Duplicate environment “%1”").arg(base));
}

void EnvironmentsModel::removeEnvironment(int environment)
{
    auto all = m_document.project().environments;
    if (environment < 0 || environment >= all.size())
        return;
    const QString name = all.takeAt(environment).name;
    m_document.setEnvironments(all, tr("Delete environment “%1”").arg(name));
}

bool EnvironmentsModel::renameEnvironment(int environment, const QString &name)
{
    auto all = m_document.project().environments;
    if (environment < 0 || environment >= all.size() || name.trimmed().isEmpty())
        return false;
    for (int i = 0; i < all.size(); ++i) {
        if (i != environment && all[i].name == name.trimmed())
            return false;
    }
    const QString old = all[environment].name;
    all[environment].name = name.trimmed();
    m_document.setEnvironments(all, tr("Rename environment “%1”").arg(old));
    return true;
}

int EnvironmentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstEnvironment + int(m_document.project().environments.size());
}

QVariant EnvironmentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_names.size())
        return {};
    const QString name = m_names[index.row()];
    const domain::Variable *of = variable(name);
    if (index.column() == NameColumn) {
        if (role == Qt::DecorationRole)
            return of && of->sensitive ? u"key-round"_s : of ? u"variable"_s : u"globe"_s;
        return role == Qt::DisplayRole ? QVariant(name) : QVariant();
    }
    if (index.column() == BaseColumn) {
        if (role != Qt::DisplayRole)
            return {};
        if (!of)
            return tr("— no variable");
        if (of->sensitive)
            return u"••••••"_s;
        QStringList texts;
        for (const QJsonValue &value : of->values)
            texts << value.toVariant().toString();
        return texts.join(u", "_s);
    }
    if (role == ReferencesRole)
        return true;
    const auto &environments = m_document.project().environments;
    const int at = index.column() - FirstEnvironment;
    if (at >= environments.size() || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    for (const auto &value : environments[at].values) {
        if (value.key != name || !value.enabled)
            continue;
        if (of && of->sensitive)
            return role == Qt::DisplayRole ? u"••••••"_s : QString();
        return value.value;
    }
    return {};
}

bool EnvironmentsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const int at = index.column() - FirstEnvironment;
    auto all = m_document.project().environments;
    if (!index.isValid() || index.row() >= m_names.size() || at < 0 || at >= all.size() || role != Qt::EditRole)
        return false;
    const QString name = m_names[index.row()];
    const domain::Variable *of = variable(name);
    if (of && of->sensitive && value.toString().isEmpty())
        return false; // the editor of a sensitive value starts empty: leaving it so keeps the value
    auto &values = all[at].values;
    values.removeIf([&](const domain::KeyValue &one) { return one.key == name; });
    if (!value.toString().isEmpty())
        values << domain::KeyValue{name, value.toString()};
    m_document.setEnvironments(all, tr("Set “%1” in “%2”").arg(name, all[at].name), u"%1/%2"_s.arg(at).arg(name));
    return true;
}

QVariant EnvironmentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == NameColumn)
        return tr("Variable");
    if (section == BaseColumn)
        return tr("Without environment");
    const auto &environments = m_document.project().environments;
    return section - FirstEnvironment < environments.size() ? environments[section - FirstEnvironment].name : QString();
}

Qt::ItemFlags EnvironmentsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (!index.isValid())
        return Qt::NoItemFlags;
    return index.column() >= FirstEnvironment ? flags | Qt::ItemIsEditable : flags;
}

bool EnvironmentsModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > m_names.size())
        return false;
    const QStringList gone = m_names.mid(row, count);
    auto all = m_document.project().environments;
    for (Environment &environment : all)
        environment.values.removeIf([&](const domain::KeyValue &one) { return gone.contains(one.key); });
    m_document.setEnvironments(all, tr("Clear “%1” in all environments").arg(gone.join(u", "_s)));
    return true;
}

} // namespace items
