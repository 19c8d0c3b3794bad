// One connection to an SQLite file: WAL, synchronous=NORMAL, foreign keys, five seconds of patience with another writer.
// A connection belongs to the thread that opened it; each has a name of its own, so a thread simply opens another.
#pragma once

#include "models/domain/result.h"
#include <QSqlQuery>
#include <QVariantList>
#include <memory>

namespace store {

using domain::Result;

class Database
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// ReadWrite makes the file (readable by its owner only) when it is missing; ReadOnly may read a file another
    /// program writes.
    static Result<std::unique_ptr<Database>> open(const QString &path, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one statement; the error says what the database says and in which file.
    Result<> run(const QString &sql, const QVariantList &values = {});
    /// As run(), giving the rows; the query must not outlive this.
    Result<QSqlQuery> select(const QString &sql, const QVariantList &values = {});
    Result<qint64> number(const QString &sql, const QVariantList &values = {}); ///< first column of the first row, else 0

    QString path() const { return m_path; }

private:
    Database(QString path, QString name) : m_path(std::move(path)), m_name(std::move(name)) {}
    domain::Error sentence(const QSqlError &error) const;

    QString m_path, m_name;
};

/// Takes the write lock at once, so that a transaction never fails half-way for another writer's sake. Rolls back
/// unless committed.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    Result<> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}

    Database *m_database;
};

} // namespace store
