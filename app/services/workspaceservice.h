// The workspace file and the project open in it: every edit of the document is written through at once. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "models/store/runstore.h"
#include "models/store/workspace.h"
#include <QObject>
#include <QTimer>
#include <memory>

namespace services {

using ProjectInfo = store::ProjectEntry; ///< id, name, description, modified
using RunInfo = store::RunEntry;         ///< a line of the run list
using Stamps = store::Stamps;            ///< when a thing was made and last changed

/// A run of a workspace file that another program may hold open.
domain::Result<domain::RunRecord> readStoredRun(const QString &workspace, domain::RunId id);
domain::Result<domain::RunRecord> readRunFile(const QString &path);

class WorkspaceService : public QObject
{
    Q_OBJECT

public:
    /// Edits get their times from `clock`; without one it is this computer's.
    explicit WorkspaceService(QObject *parent = nullptr, store::Clock clock = {});
    ~WorkspaceService() override;

    static QString defaultPath(); ///< in the user's application data folder
    /// Opens or makes the file; runs of a killed program become aborted. Closes the one before.
    domain::Result<> open(const QString &path);
    void close();
    bool isOpen() const;
    /// Whether every edit stands in the file. One that could not be written (a full disk) stays in the document and is
    /// tried again every few seconds, and with the next edit.
    bool isSaved() const { return !m_unsaved; }
    bool saveNow(); ///< tries again at once; whether all is saved now
    /// What to do about a workspace that open() refused, in a sentence. Looks at the file, changes nothing.
    static QString adviceFor(const QString &path);
    QString path() const { return m_path; }

    QVector<ProjectInfo> projects() const;
    domain::Result<domain::ProjectId> createProject(const QString &name, const QString &description = {});
    domain::Result<> openProject(domain::ProjectId id); ///< loads it into document()
    domain::Result<> deleteProject(domain::ProjectId id); ///< with its runs, not while one is under way; an open one is closed
    domain::ProjectId currentProject() const { return m_document.project().id; }
    document::ProjectDocument &document() { return m_document; }

    // Projects beside the open one, for whoever edits without a window (otherdocuments.cpp).
    /// The document of any project, the open one's own where it is that: edits of all are written through alike. Null
    /// when there is no such project. Lives until the next call, or until the project is opened or deleted.
    document::ProjectDocument *documentOf(domain::ProjectId id);
    domain::ProjectId ownerOf(document::NodeRef node) const; ///< not valid: there is no such thing in any project
    QHash<int, QJsonObject> projectExtras() const;           ///< unknown members of all projects, by id
    /// Of a project's directories, cases, transactions or tasks, by id.
    QHash<int, Stamps> stamps(document::NodeRef::Kind kind, domain::ProjectId project) const;
    domain::RunId reserveRunId();                            ///< not valid while no workspace is open
    domain::Result<domain::RunRecord> loadRunHead(domain::RunId id) const; ///< without figures

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
    domain::Result<> setBaseline(domain::RunId id, bool on); ///< pins a run as what others of its task are compared with
    domain::Result<domain::RunId> addRun(domain::RunRecord run); ///< under an id of its own
    domain::Result<domain::RunId> importRun(const QString &path); ///< the run of a run file
    void noteRunsChanged() { emit runsChanged(); } ///< a run was begun or ended by a session

signals:
    void workspaceOpened(); ///< another workspace file
    void projectsChanged();
    void projectOpened(domain::ProjectId id);
    void runsChanged();
    void importBegan(const QString &name);
    void importEnded(const QString &name, const QString &cause); ///< cause: why it failed; empty when it did not
    void writeFailed(const QString &text); ///< an edit could not be written; the document keeps it
    void savedChanged(bool saved);

private:
    static store::IdKind idKind(document::NodeRef::Kind kind);
    document::ProjectDocument::IdSource idSource();
    void writeThrough(document::ProjectDocument &document);
    void write(const document::ProjectDocument &document, document::NodeRef node);
    void erase(document::NodeRef node);
    void writeAll(const domain::Project &project);
    bool report(const domain::Result<> &result); ///< whether it was written
    void setUnsaved(bool unsaved);

    store::Clock m_clock;
    std::unique_ptr<store::Workspace> m_store;
    std::unique_ptr<store::RunStore> m_runs;
    document::ProjectDocument m_document;
    std::vector<std::unique_ptr<document::ProjectDocument>> m_others; ///< the last used first
    QString m_path;
    bool m_unsaved = false;
    QTimer m_retry;
};

} // namespace services
