// A project and everything in it: plain values, as files and the store hold them.
#pragma once

#include "models/domain/slarule.h"
#include "models/domain/stage.h"
#include "models/domain/step.h"
#include <QJsonArray>

namespace domain {

struct Directory
{
    DirectoryId id;
    QString name;
    DirectoryId parent; ///< not valid: top level
    QJsonObject extra;

    bool operator==(const Directory &) const = default;
};

/// CaseInfoDetail.
struct TestCase
{
    CaseId id;
    QString name;
    DirectoryId directory;
    int sort = 0;
    bool enabled = true; ///< status 1, else 2
    QVector<Step> steps;      ///< contents
    QVector<Step> setupSteps; ///< setup_contents: once a user
    QVector<Stage> stages;
    QVector<SlaRule> slaRules;
    QJsonObject caseInfo;     ///< case_info; as values: casedocument.h
    bool logsByCase = false;  ///< collect_log_policy 1: all requests of a pass in one record; else each on its own
    int warmUp = 0;           ///< ours: `warm_up`, seconds from its start that are drawn but count in no figure
    int replicas = 0;         ///< user_replicas: executors asked for, 0: as many as needed; stored only
    QJsonObject extra;

    bool operator==(const TestCase &) const = default;
};

/// VariableDetail.variable_type.
enum class VariableType { IntegerRange = 1, Enumeration = 2, File = 3, Text = 5 };

struct Variable
{
    VariableId id;
    QString name;
    VariableType type = VariableType::Text;
    QJsonArray values;     ///< `variable`: range [min,max], list, column names of a file, or one text
    bool random = false;   ///< variable_mode 1
    bool perUser = false;  ///< share_mode 1
    bool sensitive = false;
    QString file;          ///< File: path, relative to the project file
    bool stopAtEnd = false; ///< ours: `stop_at_end`
    QJsonObject extra;

    bool operator==(const Variable &) const = default;
};

struct Environment
{
    QString name;
    QVector<KeyValue> values;

    bool operator==(const Environment &) const = default;
};

/// A library transaction (TempInfo).
struct Transaction
{
    TransactionId id;
    QString name, description;
    QVector<Step> steps;
    QJsonObject extra;

    bool operator==(const Transaction &) const = default;
};

struct Task
{
    TaskId id;
    QString name, description;
    bool parallel = true;
    int operateMode = 2;
    QVector<CaseId> cases;
    int benchConcurrent = 100;
    bool scaleByBench = false;
    bool fullLink = false;
    QVector<SlaRule> slaRules;
    QJsonObject extra;

    bool operator==(const Task &) const = default;
};

struct Project
{
    ProjectId id;
    QString name, description;
    QVector<Directory> directories;
    QVector<TestCase> cases;
    QVector<Variable> variables;
    QVector<Environment> environments;
    QVector<Transaction> transactions;
    QVector<Task> tasks;
    QJsonObject extra; ///< unknown top-level members of a project file

    /// `host_bindings` of the project's head (ours): name → addresses, comma-separated, used instead of DNS by every
    /// request; those of a card come first.
    QVector<KeyValue> hostBindings() const;
    void setHostBindings(const QVector<KeyValue> &bindings);

    const TestCase *findCase(CaseId id) const;
    const Task *findTask(TaskId id) const;
    bool operator==(const Project &) const = default;
};

QJsonObject toJson(const TestCase &testCase);
Result<TestCase> testCaseFromJson(const QJsonObject &json);
QJsonObject toJson(const Variable &variable); ///< never the value of a sensitive one
Result<Variable> variableFromJson(const QJsonObject &json);
QJsonObject toJson(const Transaction &transaction);
Result<Transaction> transactionFromJson(const QJsonObject &json);
QJsonObject toJson(const Task &task);
Result<Task> taskFromJson(const QJsonObject &json);

/// The project file of the contract (`crescendo-project`, version 1), stable key order, two-space indent.
QByteArray toProjectFile(const Project &project);
/// Refuses a foreign, newer or damaged file with one sentence that names `where`.
Result<Project> projectFromFile(const QByteArray &bytes, const QString &where);

} // namespace domain
