// The workspace file and the project open in it: every edit of the document is written through at once. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "models/store/runstore.h"
#include "models/store/workspace.h"
#include <QObject>
#include <memory>

namespace services {

using ProjectInfo = store::ProjectEntry; ///< id, name, description, modified
using RunInfo = store::RunEntry;         ///< a line of the run list

/// A run of a workspace file that another program may hold open.
domain::Result<domain::RunRecord> readStoredRun(const QString &workspace, domain::RunId id);

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

    QVector<ProjectInfo> projects() const;
    domain::Result<domain::ProjectId> createProject(const QString &name, const QString &description = {});
    domain::Result<> openProject(domain::ProjectId id); ///< loads it into document()
    domain::Result<> deleteProject(domain::ProjectId id); ///< its runs stay; an open one is closed
    domain::ProjectId currentProject() const { return m_document.project().id; }
    document::ProjectDocument &document() { return m_document; }

    /// Project file or folder of the contract.
    domain::Result<domain::ProjectId> importProject(const QString &path);
    domain::Result<domain::ProjectId> addProject(domain::Project project); ///< ids are given anew
    domain::Result<> exportProject(const QString &path); ///< the open one; a path without .json is a folder
    /// The sample project, from the program's own resources; `base` aims at the demo target.
    domain::Result<domain::ProjectId> addSample();

    /// What the store remembers by key (`setting`); empty when it was never set or no workspace is open.
    QString setting(const QString &key) const;
    void setSetting(const QString &key, const QString &value);

    QVector<RunInfo> runs(domain::ProjectId project = {}) const; ///< newest first; not valid: of all projects
    domain::Result<domain::RunRecord> loadRun(domain::RunId id) const;
    domain::Result<> deleteRun(domain::RunId id);
    void noteRunsChanged() { emit runsChanged(); } ///< a run was begun or ended by a session

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

    std::unique_ptr<store::Workspace> m_store;
    std::unique_ptr<store::RunStore> m_runs;
    document::ProjectDocument m_document;
    QString m_path;
};

} // namespace services
