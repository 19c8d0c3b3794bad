#include "models/items/tasksmodel.h"

#include "models/items/stagesmodel.h"
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace items {

using document::NodeRef;
using document::ProjectDocument;
using domain::Task;

namespace {

constexpr char rowMimeType[] = "application/x-crescendo-task-row";

} // namespace

TasksModel::TasksModel(ProjectDocument &document, QObject *parent)
    : DocumentTable(document, parent)
{
    connect(&document, &ProjectDocument::tasksChanged, this, [this] { sync(); });
    connect(&document, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (node.kind == NodeRef::Task)
            sync();
    });
    startOver();
}

int TasksModel::listSize() const { return int(m_document.project().tasks.size()); }

domain::TaskId TasksModel::taskAt(int row) const
{
    return row >= 0 && row < listSize() ? m_document.project().tasks.at(row).id : domain::TaskId{};
}

QModelIndex TasksModel::indexOf(domain::TaskId id) const
{
    for (int row = 0; row < listSize(); ++row) {
        if (taskAt(row) == id)
            return index(row, 0);
    }
    return {};
}

int TasksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TasksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= listSize())
        return {};
    const Task &task = m_document.project().tasks.at(index.row());
    if (role == Qt::DecorationRole && index.column() == NameColumn)
        return u"activity"_s;
    if (role == ProblemRole && index.column() == NameColumn)
        return task.cases.isEmpty() ? tr("The task has no case yet: add one.") : QString();
    if (role == Qt::TextAlignmentRole && index.column() == CasesColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    if (index.column() == NameColumn)
        return task.name;
    return index.column() == CasesColumn ? QVariant(int(task.cases.size()))
                                         : QVariant(task.parallel ? tr("together") : tr("one by one"));
}

bool TasksModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() != NameColumn || role != Qt::EditRole || value.toString().trimmed().isEmpty())
        return false;
    m_document.rename(taskAt(index.row()), value.toString().trimmed());
    return true;
}

QVariant TasksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == CasesColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QStringList names{tr("Task"), tr("Cases"), tr("They run")};
    return role == Qt::DisplayRole ? names.value(section) : QVariant();
}

Qt::ItemFlags TasksModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (!index.isValid())
        return Qt::NoItemFlags;
    return index.column() == NameColumn ? flags | Qt::ItemIsEditable : flags;
}

bool TasksModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > listSize())
        return false;
    QVector<NodeRef> nodes;
    for (int i = row; i < row + count; ++i)
        nodes << taskAt(i);
    m_document.remove(nodes);
    return true;
}

TaskCasesModel::TaskCasesModel(ProjectDocument &document, QObject *parent)
    : DocumentTable(document, parent)
{
    connect(&document, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (m_task.isValid() && (node == NodeRef(m_task) || node.kind == NodeRef::Case))
            sync();
    });
    connect(&document, &ProjectDocument::tasksChanged, this, [this] { sync(); });
}

void TaskCasesModel::setTask(domain::TaskId task)
{
    m_task = task;
    startOver();
}

int TaskCasesModel::listSize() const { return task() ? int(task()->cases.size()) : 0; }

void TaskCasesModel::write(const QVector<domain::CaseId> &cases, const QString &text)
{
    if (!task())
        return;
    Task after = *task();
    after.cases = cases;
    m_document.setTask(after, text);
}

void TaskCasesModel::addCase(domain::CaseId testCase)
{
    if (task() && m_document.testCase(testCase) && !task()->cases.contains(testCase))
        write(task()->cases + QVector<domain::CaseId>{testCase}, tr("Add case “%1” to the task").arg(m_document.nameOf(testCase)));
}

void TaskCasesModel::moveCase(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= listSize() || to >= listSize())
        return;
    QVector<domain::CaseId> cases = task()->cases;
    cases.move(from, to);
    write(cases, tr("Change the order of the cases"));
}

QVector<domain::CaseId> TaskCasesModel::missing() const
{
    QVector<domain::CaseId> cases;
    for (const auto &testCase : m_document.project().cases) {
        if (task() && !task()->cases.contains(testCase.id))
            cases << testCase.id;
    }
    return cases;
}

int TaskCasesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TaskCasesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= listSize())
        return {};
    const domain::TestCase *testCase = m_document.testCase(task()->cases.at(index.row()));
    if (role == Qt::DecorationRole && index.column() == NameColumn)
        return u"file-code"_s;
    if (role == ProblemRole && index.column() == NameColumn)
        return !testCase ? tr("This case does not exist any more.") : testCase->enabled ? QString() : tr("The case is switched off.");
    if (role == Qt::TextAlignmentRole && index.column() == NumberColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == NumberColumn)
        return index.row() + 1;
    if (!testCase)
        return index.column() == NameColumn ? tr("Case %1").arg(task()->cases.at(index.row()).value) : QString();
    if (index.column() == NameColumn)
        return testCase->name;
    QStringList loads;
    for (const auto &stage : testCase->stages)
        loads << StagesModel::summary(stage);
    return loads.size() > 2 ? tr("%1, … %2 stages").arg(loads.first()).arg(loads.size()) : loads.join(u", "_s);
}

QVariant TaskCasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == NumberColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QStringList names{QString(), tr("Case"), tr("Load")};
    return role == Qt::DisplayRole ? names.value(section) : QVariant();
}

Qt::ItemFlags TaskCasesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

bool TaskCasesModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > listSize())
        return false;
    QVector<domain::CaseId> cases = task()->cases;
    cases.remove(row, count);
    write(cases, tr("Take cases out of the task"));
    return true;
}

QStringList TaskCasesModel::mimeTypes() const { return {QString::fromLatin1(rowMimeType)}; }

QMimeData *TaskCasesModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(QString::fromLatin1(rowMimeType), QByteArray::number(indexes.first().row()));
    return data;
}

bool TaskCasesModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    bool isNumber = false;
    const int from = data->data(QString::fromLatin1(rowMimeType)).toInt(&isNumber);
    if (action != Qt::MoveAction || !isNumber)
        return false;
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : listSize();
    moveCase(from, std::clamp(before > from ? before - 1 : before, 0, std::max(0, listSize() - 1)));
    return false; // the row has moved already
}

} // namespace items
