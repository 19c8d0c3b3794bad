// The rules of one case, or of one task, about the figures of its runs.
#pragma once

#include "models/items/choices.h"
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
    QVector<domain::SlaRule> rules() const;
    void setRule(int row, const domain::SlaRule &rule, const QString &text, const QString &mergeKey = {});

    Choices targets() const; ///< the whole case, then names of requests and transactions that run
    /// The scope a target of this name has: case (no name), transaction or request.
    QString scopeOf(const QString &target) const;
    static Choices metrics();
    static Choices comparisons();
    static QString unitOf(const QString &metric); ///< "ms", "%", "/s" or empty
    /// "Raise an alarm when p95 of the whole case is not below 300 ms in 3 windows in a row (18 s)."
    static QString sentence(const domain::SlaRule &rule);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

protected:
    int listSize() const override;

private:
    void write(QVector<domain::SlaRule> rules, const QString &text, const QString &mergeKey = {});

    document::NodeRef m_owner;
};

} // namespace items
