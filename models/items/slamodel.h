// The rules of one case, or of one task, about the figures of its runs.
#pragma once

#include "models/items/documenttable.h"

namespace items {

class SlaModel : public DocumentTable
{
    Q_OBJECT

public:
    enum Column { NameColumn, TargetColumn, MetricColumn, ComparisonColumn, ValueColumn, TimesColumn, StopColumn, ColumnCount };

    explicit SlaModel(document::ProjectDocument &document, QObject *parent = nullptr);

    void setOwner(document::NodeRef owner); ///< a case or a task
    document::NodeRef owner() const { return m_owner; }
    void addRule(const domain::SlaRule &rule);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

protected:
    int listSize() const override;

private:
    QVector<domain::SlaRule> rules() const;
    void write(QVector<domain::SlaRule> rules, const QString &text, const QString &mergeKey = {});

    document::NodeRef m_owner;
};

} // namespace items
