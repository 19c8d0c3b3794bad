// The workspace file and the project open in it: every edit of the document is written through at once. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "models/domain/runrecord.h"
#include <QObject>
#include <memory>

namespace store { class Database; }

namespace services {

struct ProjectInfo
{
    domain::ProjectId id;
    QString name, description;

    bool operator==(const ProjectInfo &) const = default;
};

/// A line of the run list.
struct RunInfo
{
    domain::RunId id;
    domain::ProjectId project;
    domain::TaskId task;
    QString name, environment; ///< of the task or case
    QDateTime started, ended;
    domain::RunStatus status = domain::RunStatus::Finished;

    bool operator==(const RunInfo &) const = default;
};

class WorkspaceService : public QObject
{
    Q_OBJECT

public:
    explicit WorkspaceService(QObject *parent = nullptr);
    ~WorkspaceService() override;

    static QString defaultPath(); ///< in the user's application data folder
    /// Opens or makes the file; runs of a killed program become aborted. Closes the one before.
    domain::Result<> open(const QString &path);
    void close();
    bool isOpen() const;
    QString path() const { return m_path; }
    store::Database *database() const { return m_database.get(); } ///< null while closed

    QVector<ProjectInfo> projects() const;
    domain::Result<domain::ProjectId> createProject(const QString &name, const QString &description = {});
    domain::Result<> openProject(domain::ProjectId id); ///< loads it into document()
    domain::Result<> deleteProject(domain::ProjectId id); ///< with its runs; an open one is closed
    domain::ProjectId currentProject() const { return m_document.project().id; }
    document::ProjectDocument &document() { return m_document; }

    /// Project file or folder of the contract.
    domain::Result<domain::ProjectId> importProject(const QString &path);
    domain::Result<domain::ProjectId> addProject(domain::Project project); ///< ids are given anew
    domain::Result<> exportProject(const QString &path); ///< the open one; a path without .json is a folder
    /// The sample project, from the program's own resources; `base` aims at the demo target.
    domain::Result<domain::ProjectId> addSample();

    QVector<RunInfo> runs(domain::ProjectId project = {}) const; ///< newest first; not valid: of all projects
    domain::Result<domain::RunRecord> loadRun(domain::RunId id) const;
    domain::Result<> deleteRun(domain::RunId id);

signals:
    void projectsChanged();
    void projectOpened(domain::ProjectId id);
    void runsChanged();
    void writeFailed(const QString &text); ///< an edit could not be written; the document keeps it

private:
    void write(document::NodeRef node);
    void erase(document::NodeRef node);
    void writeAll();
    void report(const domain::Result<> &result);

    std::unique_ptr<store::Database> m_database;
    document::ProjectDocument m_document;
    QString m_path;
};

} // namespace services
