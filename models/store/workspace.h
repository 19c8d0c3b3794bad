// The workspace file: projects, settings and (see runstore.h) runs. Every edit is written through at once; there is
// nothing to save. Belongs to the thread that opened it; a further thread opens a RunStore of its own.
#pragma once

#include "models/domain/project.h"
#include "models/store/database.h"
#include <QDateTime>
#include <QHash>
#include <functional>

namespace store {

class FileLock;
struct Row;

/// Whose ids: each kind counts for itself, over all projects of a workspace.
enum class IdKind { Project, Directory, Case, Variable, Transaction, Task, Run, CaseRun };

struct ProjectEntry
{
    domain::ProjectId id;
    QString name, description;
    QDateTime modified, created; ///< UTC

    bool operator==(const ProjectEntry &) const = default;
};

struct Stamps
{
    QDateTime created, updated; ///< UTC

    bool operator==(const Stamps &) const = default;
};

using Clock = std::function<qint64()>; ///< ms since 1970

class Workspace
{
public:
    /// Makes or migrates the file and holds its lock; runs a killed program left running become aborted. A file that is
    /// foreign, damaged, newer or open elsewhere is refused and left as it was.
    /// Edits get their times from `clock`; without one it is this computer's.
    static Result<std::unique_ptr<Workspace>> open(const QString &path, Clock clock = {});
    /// Takes no lock and changes nothing; another program may have the file open.
    static Result<std::unique_ptr<Workspace>> openReadOnly(const QString &path);
    ~Workspace();

    QString path() const { return m_database->path(); }

    Result<QVector<ProjectEntry>> projects(); ///< by name
    Result<domain::Project> loadProject(domain::ProjectId id);
    /// Gives ids to the project and all in it; given ones stay where they are free. Ids that refer to others follow.
    Result<> saveNewProject(domain::Project &project);
    Result<> replaceProject(const domain::Project &project); ///< all of an existing one, ids as they are
    Result<> removeProject(domain::ProjectId id);            ///< with its runs; refused while one of them is under way
    /// Name, description and unknown members.
    Result<> putProjectHead(const domain::Project &project);

    /// Whose directory, case, variable, transaction or task that is; not valid when there is none of that id.
    Result<domain::ProjectId> projectOf(IdKind kind, int id);
    Result<QHash<int, QJsonObject>> projectExtras(); ///< unknown members of all projects, by id
    /// Of a project's directories, cases, transactions or tasks, by id; removed ones are among them.
    Result<QHash<int, Stamps>> stamps(IdKind kind, domain::ProjectId project);

    // Writing one thing: made when its id is new, changed otherwise; a new one goes to the end of its list.
    Result<> putCase(domain::ProjectId project, const domain::TestCase &testCase);
    Result<> putDirectory(domain::ProjectId project, const domain::Directory &directory);
    Result<> putTask(domain::ProjectId project, const domain::Task &task);
    Result<> putTransaction(domain::ProjectId project, const domain::Transaction &transaction);
    Result<> putVariable(domain::ProjectId project, const domain::Variable &variable);
    Result<> removeCase(domain::CaseId id);
    Result<> removeDirectory(domain::DirectoryId id); ///< its row only: cases and directories in it are the caller's
    Result<> removeTask(domain::TaskId id);
    Result<> removeTransaction(domain::TransactionId id);
    Result<> removeVariable(domain::VariableId id);

    // Writing a whole list in its order; what is not in it goes.
    Result<> putDirectories(domain::ProjectId project, const QVector<domain::Directory> &directories);
    Result<> putVariables(domain::ProjectId project, const QVector<domain::Variable> &variables);
    Result<> putEnvironments(domain::ProjectId project, const QVector<domain::Environment> &environments);

    Result<int> nextId(IdKind kind); ///< positive, never given twice, also after removals

    Result<QString> setting(const QString &key); ///< empty when it was never set
    Result<> setSetting(const QString &key, const QString &value);

private:
    Workspace(std::unique_ptr<Database> database, std::unique_ptr<FileLock> lock, Clock clock);
    Result<> putRow(const QString &table, domain::ProjectId project, const Row &row);
    Result<> removeRow(const QString &table, int id);
    Result<> putList(const QString &table, domain::ProjectId project, const QVector<Row> &rows);
    Result<> touch(domain::ProjectId project);

    std::unique_ptr<FileLock> m_lock; ///< let go of after the database is closed
    std::unique_ptr<Database> m_database;
    Clock m_clock;
};

} // namespace store
