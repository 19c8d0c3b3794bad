// A project and its undo history: the one path on which a project changes.
#pragma once

#include "models/document/noderef.h"
#include "models/document/stepplace.h"
#include <QHash>
#include <QObject>
#include <QUndoStack>

namespace document {

struct Subtree;

struct ProjectHead
{
    QString name, description;

    bool operator==(const ProjectHead &) const = default;
};

/// Where a directory or case comes to stand, so exactly that undo restores every sort number.
struct Placement
{
    NodeRef node, under;
    int row = 0;           ///< among the children of `under` before the move
    int at = -1;           ///< a directory's index in the project's list, once it is taken out
    QHash<int, int> sorts; ///< of cases, by id
};

/// Each editing function pushes at most one undo command, named after what the user did. Input that makes no sense (an
/// unknown id, a directory moved into itself) changes nothing; functions that make something then return an invalid id.
/// A non-empty mergeKey joins edits of one field in a row into one command. Lives in the GUI thread.
class ProjectDocument : public QObject
{
    Q_OBJECT

public:
    /// Gives a new, never used id for a directory, case, task, variable or transaction.
    using IdSource = std::function<int(NodeRef::Kind)>;

    explicit ProjectDocument(domain::Project project = {}, IdSource idSource = {}, QObject *parent = nullptr);
    ~ProjectDocument() override;

    /// Shows another project: no command, the history starts anew.
    void load(domain::Project project);

    const domain::Project &project() const { return m_project; }
    QUndoStack &undoStack() { return m_undoStack; }

    // Looking. Pointers live until the next edit.
    NodeRef root() const { return m_project.id; }
    bool contains(NodeRef node) const;
    const domain::TestCase *testCase(domain::CaseId id) const;
    const domain::Directory *directory(domain::DirectoryId id) const;
    const domain::Step *step(domain::StepId id) const;
    const domain::Step *step(domain::CaseId testCase, domain::StepId id) const;
    domain::CaseId caseOf(domain::StepId id) const;
    std::optional<StepPlace> placeOf(domain::StepId id) const;
    bool isSetup(domain::StepId id) const; ///< itself or what holds it stands in the setup steps
    QString nameOf(NodeRef node) const;
    bool isEnabled(NodeRef node) const;
    /// The tree: directories before cases (by sort); setup steps before steps. Invalid parent: `node` is the root.
    NodeRef parentOf(NodeRef node) const;
    int rowOf(NodeRef node) const; ///< -1 when unknown
    int childCount(NodeRef node) const;
    NodeRef childAt(NodeRef node, int row) const;
    bool canMove(NodeRef what, NodeRef under) const;

    // Tree
    domain::DirectoryId addDirectory(const QString &name, domain::DirectoryId parent = {});
    domain::CaseId addCase(const QString &name, domain::DirectoryId directory = {}, domain::TestCase initial = {});
    domain::StepId addStep(domain::CaseId testCase, domain::Step step, domain::StepId after = {}, bool setup = false);
    /// As one command, in order; ids are given anew.
    QVector<domain::StepId> insertSteps(StepPlace at, QVector<domain::Step> steps, const QString &text = {});
    void remove(NodeRef node);                  ///< a directory with all in it; cases leave their tasks
    void remove(const QVector<NodeRef> &nodes); ///< one command
    void rename(NodeRef node, const QString &name);
    NodeRef duplicate(NodeRef node);
    /// `row` among the children of `under`, as seen before the move; -1: at the end.
    void move(NodeRef what, NodeRef under, int row = -1);
    void moveStep(domain::StepId what, const StepPlace &to); ///< row as before the move
    void setEnabled(NodeRef node, bool enabled); ///< case or step

    // Case
    /// Everything but id, directory and sort. Steps without id get one.
    void setCase(domain::TestCase after, const QString &text, const QString &mergeKey = {});
    void setStages(domain::CaseId id, QVector<domain::Stage> stages, const QString &text, const QString &mergeKey = {});
    void setSlaRules(domain::CaseId id, QVector<domain::SlaRule> rules, const QString &text, const QString &mergeKey = {});
    void setStep(domain::CaseId testCase, domain::Step after, const QString &text, const QString &mergeKey = {});
    void setSteps(domain::CaseId testCase, QVector<domain::Step> steps, QVector<domain::Step> setupSteps, const QString &text,
                  const QString &mergeKey = {});

    // Project
    void setVariables(QVector<domain::Variable> variables, const QString &text, const QString &mergeKey = {});
    void setEnvironments(QVector<domain::Environment> environments, const QString &text, const QString &mergeKey = {});
    domain::TaskId addTask(domain::Task task);
    void setTask(domain::Task task, const QString &text, const QString &mergeKey = {});
    void removeTask(domain::TaskId id);
    domain::TransactionId addTransaction(domain::Transaction transaction);
    void setTransaction(domain::Transaction transaction, const QString &text, const QString &mergeKey = {});
    void setProjectHead(const QString &name, const QString &description);
    void replaceProject(domain::Project project, const QString &text); ///< keeps the project's id

signals:
    // Directories, cases and steps. A removed or inserted node takes what it holds along.
    void nodeAboutToBeInserted(document::NodeRef parent, int row);
    void nodeInserted(document::NodeRef node);
    void nodeAboutToBeRemoved(document::NodeRef node);
    void nodeRemoved(document::NodeRef parent);
    /// As beginMoveRows: `row` is the destination in the rows before the move.
    void nodeAboutToMove(document::NodeRef node, document::NodeRef under, int row);
    void nodeMoved(document::NodeRef node);
    void nodeChanged(document::NodeRef node); ///< its own fields; of a case: stages and rules too

    /// The steps of a case were replaced in a way no single insertion, removal or change can tell.
    void stepsAboutToChange(domain::CaseId testCase);
    void stepsChanged(domain::CaseId testCase);
    void variablesChanged();
    void environmentsChanged();
    void tasksChanged();
    void transactionsChanged();
    void aboutToReset(); ///< another project (load, replaceProject)
    void reset();

    /// Write this row to the store now: after every do, undo and redo. Variables and environments come as a whole.
    void edited(document::NodeRef node);
    void deleted(document::NodeRef node);
    void replaced(); ///< replaceProject and its undo: write all of it

private:
    friend class DocumentCommand;
    struct StepSpot
    {
        domain::CaseId testCase;
        domain::StepId parent;
        int row = 0;
        bool setup = false;
        const domain::Step *step = nullptr; ///< steps are only changed by writeSteps, which reads the spots anew
    };

    // What the commands are made of; each tells the views and the store.
    void put(const Subtree &subtree);
    Subtree take(NodeRef root);
    void writeCase(const domain::TestCase &after);
    void writeDirectory(const domain::Directory &after);
    void writeTask(const domain::Task &after);
    void writeTransaction(const domain::Transaction &after);
    void writeVariables(const QVector<domain::Variable> &after);
    void writeEnvironments(const QVector<domain::Environment> &after);
    void writeHead(const ProjectHead &after);
    void writeProject(const domain::Project &after);
    void place(const Placement &to);

    void writeSteps(int caseIndex, const QVector<domain::Step> &steps, const QVector<domain::Step> &setupSteps);
    void storeSteps(int caseIndex, const QVector<domain::Step> &steps, const QVector<domain::Step> &setupSteps);
    void push(QUndoCommand *command);
    int newId(NodeRef::Kind kind);
    void giveIds(QVector<domain::Step> &steps, bool anew);
    void giveIds(domain::TestCase &testCase, bool anew);
    void giveIds(domain::Project &project);
    void noteIds(const domain::Project &project);
    QString freeName(const QString &name, NodeRef parent, NodeRef::Kind kind) const;

    void indexAll();
    void indexCases();
    void indexDirectories();
    void indexChildren();
    void indexRows(NodeRef parent);
    void insertChild(NodeRef parent, int row, NodeRef node);
    void dropChild(NodeRef parent, NodeRef node);
    QVector<NodeRef> nodesInside(NodeRef root) const; ///< directories and cases, parents first
    void indexSteps(const domain::TestCase &testCase);
    void forgetSteps(const domain::TestCase &testCase);
    bool isInside(NodeRef node, NodeRef ancestor) const;
    NodeRef known(NodeRef parent) const; ///< the root instead of a directory that does not exist

    domain::Project m_project;
    QUndoStack m_undoStack;
    IdSource m_idSource;
    QHash<int, int> m_lastId; ///< by kind
    int m_lastStep = 0;
    QHash<int, int> m_caseAt, m_directoryAt;    ///< id to index in the project
    QHash<NodeRef, QVector<NodeRef>> m_children; ///< of the root and the directories
    QHash<NodeRef, int> m_rows;                  ///< of directories and cases
    QHash<int, StepSpot> m_steps;
};

} // namespace document
