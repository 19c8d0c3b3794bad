// Headers, query parameters, form fields, parts of a multipart body or host bindings of one request: enabled, key, value,
// and of parts what they are; typing in the empty last row adds.
#pragma once

#include "models/items/documenttable.h"

namespace items {

class KeyValueModel : public DocumentTable
{
    Q_OBJECT

public:
    enum class List { Headers, Query, Form, Parts, Hosts };
    enum Column { EnabledColumn, KeyColumn, ValueColumn, ColumnCount, KindColumn = ColumnCount, TypeColumn, PartsColumnCount };

    KeyValueModel(document::ProjectDocument &document, List list, QObject *parent = nullptr);

    void setStep(domain::StepId step); ///< not valid: an empty table
    domain::StepId step() const { return m_step; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

protected:
    int listSize() const override;

private:
    QVector<domain::KeyValue> values() const;
    void write(QVector<domain::KeyValue> values, const QString &text, const QString &mergeKey);

    List m_list;
    domain::StepId m_step;
};

} // namespace items
