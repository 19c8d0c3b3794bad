#include "app/services/foreignimport.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace services {

using namespace Qt::StringLiterals;
using domain::DirectoryId;
using domain::TransactionId;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::ForeignImport)
};

template <class T> QHash<QString, T> byName(const QVector<T> &all)
{
    QHash<QString, T> names;
    for (const T &one : all)
        names.insert(one.name, one);
    return names;
}

using Transactions = QHash<int, TransactionId>; ///< by the id of the file

/// Whether a reference was found and changed.
bool redirect(QVector<domain::Step> &steps, const Transactions &transactions)
{
    bool changed = false;
    for (domain::Step &step : steps) {
        if (step.transaction.isValid()) {
            step.transaction = transactions.value(step.transaction.value);
            changed = true;
        }
        changed |= redirect(step.children, transactions);
        changed |= redirect(step.elseChildren, transactions);
        for (auto &branch : step.branches)
            changed |= redirect(branch, transactions);
    }
    return changed;
}

Transactions putTransactions(document::ProjectDocument &document, const QVector<domain::Transaction> &all)
{
    Transactions ids;
    for (const auto &one : all)
        ids.insert(one.id.value, document.addTransaction(one));
    for (auto one : all) { // only now all of them have their ids
        const auto id = ids.value(one.id.value);
        if (!id.isValid() || !redirect(one.steps, ids))
            continue;
        one.id = id;
        document.setTransaction(one, Words::tr("Import transaction “%1”").arg(one.name));
    }
    return ids;
}

void putVariables(document::ProjectDocument &document, const domain::Project &project, QStringList &ledger)
{
    auto variables = document.project().variables;
    const auto known = byName(variables);
    for (auto variable : project.variables) {
        if (known.contains(variable.name)) {
            auto other = known.value(variable.name);
            other.id = variable.id;
            if (other != variable)
                ledger << Words::tr("The project's own variable “%1” stays as it is.").arg(variable.name);
            continue;
        }
        variable.id = {};
        variables << variable;
    }
    document.setVariables(variables, Words::tr("Import variables"));
    auto environments = document.project().environments;
    const auto knownEnvironments = byName(environments);
    for (const auto &environment : project.environments) {
        if (!knownEnvironments.contains(environment.name))
            environments << environment;
        else if (knownEnvironments.value(environment.name) != environment)
            ledger << Words::tr("The project's own environment “%1” stays as it is.").arg(environment.name);
    }
    document.setEnvironments(environments, Words::tr("Import environments"));
}

/// Parents stand before or after their children.
QHash<int, DirectoryId> putDirectories(document::ProjectDocument &document, const QVector<domain::Directory> &all, DirectoryId under)
{
    QHash<int, DirectoryId> ids{{0, under}};
    for (bool more = true; more;) {
        more = false;
        for (const auto &one : all) {
            if (ids.contains(one.id.value) || !ids.contains(one.parent.value))
                continue;
            ids.insert(one.id.value, document.addDirectory(one.name, ids.value(one.parent.value)));
            more = true;
        }
    }
    return ids;
}

} // namespace

DirectoryId putInto(document::ProjectDocument &document, const domain::Project &project, const QString &name, QStringList &ledger)
{
    QUndoStack &history = document.undoStack();
    history.beginMacro(Words::tr("Import “%1”").arg(name));
    putVariables(document, project, ledger);
    const auto transactions = putTransactions(document, project.transactions);
    const DirectoryId top = document.addDirectory(name);
    const auto directories = putDirectories(document, project.directories, top);
    QHash<int, domain::CaseId> cases;
    for (auto one : project.cases) {
        redirect(one.steps, transactions);
        redirect(one.setupSteps, transactions);
        cases.insert(one.id.value, document.addCase(one.name, directories.value(one.directory.value, top), one));
    }
    for (auto task : project.tasks) {
        for (auto &id : task.cases)
            id = cases.value(id.value);
        document.addTask(task);
    }
    history.endMacro();
    return top;
}

ForeignImport::ForeignImport(ImportBook &book, QObject *parent) : QObject(parent), m_book(book) {}

ForeignImport::~ForeignImport()
{
    if (m_thread)
        m_thread->wait();
}

bool ForeignImport::isForeign(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) && exchange::formatOf(file.read(64 * 1024)) != nullptr;
}

bool ForeignImport::start(const QString &path)
{
    if (m_thread)
        return false;
    m_path = path;
    m_cancelled = false;
    m_result = std::make_shared<domain::Result<exchange::Imported>>();
    m_book.begin(QFileInfo(path).fileName());
    m_thread = QThread::create([path, result = m_result] { *result = exchange::importFile(path); });
    m_thread->setParent(this);
    connect(m_thread, &QThread::finished, this, &ForeignImport::end);
    emit busyChanged(true);
    m_thread->start();
    return true;
}

void ForeignImport::cancel()
{
    if (!m_thread || m_cancelled)
        return;
    m_cancelled = true;
    m_book.end(QFileInfo(m_path).fileName(), Words::tr("The import was cancelled."));
    emit busyChanged(false);
}

void ForeignImport::end()
{
    std::exchange(m_thread, nullptr)->deleteLater();
    const auto result = std::exchange(m_result, nullptr);
    if (m_cancelled)
        return;
    m_book.end(QFileInfo(m_path).fileName(), *result ? QString() : result->error().message);
    emit busyChanged(false);
    emit finished(m_path, *result);
}

} // namespace services
