// The tasks of a project, and the cases of one task in the order they run.
#pragma once

#include "models/items/choices.h"
#include "models/items/documenttable.h"

namespace items {

class TasksModel : public DocumentTable
{
    Q_OBJECT

public:
    enum Column { NameColumn, CasesColumn, OrderColumn, ColumnCount };

    explicit TasksModel(document::ProjectDocument &document, QObject *parent = nullptr);

    domain::TaskId taskAt(int row) const;
    QModelIndex indexOf(domain::TaskId id) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override; ///< renames
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

protected:
    int listSize() const override;
};

class TaskCasesModel : public DocumentTable
{
    Q_OBJECT

public:
    enum Column { NumberColumn, NameColumn, LoadColumn, ColumnCount };

    explicit TaskCasesModel(document::ProjectDocument &document, QObject *parent = nullptr);

    void setTask(domain::TaskId task);
    void addCase(domain::CaseId testCase); ///< at the end, once
    void moveCase(int from, int to);       ///< `to`: its row afterwards
    QVector<domain::CaseId> missing() const; ///< cases of the project the task does not run

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

protected:
    int listSize() const override;

private:
    const domain::Task *task() const { return m_document.project().findTask(m_task); }
    void write(const QVector<domain::CaseId> &cases, const QString &text);

    domain::TaskId m_task;
};

} // namespace items
