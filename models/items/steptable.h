// Base of the tables over one list inside a step, with an empty last row to type into.
#pragma once

#include "models/items/documenttable.h"

namespace items {

class StepTable : public DocumentTable
{
    Q_OBJECT

public:
    void setStep(domain::StepId step); ///< not valid: an empty table
    domain::StepId step() const { return m_step; }

    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

protected:
    enum Edit { Added, Changed, Removed };

    /// `key` tells the tables of one step apart in merge keys.
    StepTable(document::ProjectDocument &document, const QString &key, QObject *parent);

    const domain::Step *current() const { return m_document.step(m_step); }
    int listSize() const override;

    virtual int rowsIn(const domain::Step &step) const = 0; ///< without the empty one
    /// `row` may be the one after the last: it is made first. False: the value makes no sense, nothing happens.
    virtual bool setCell(domain::Step &step, int row, int column, const QVariant &value) const = 0;
    virtual void removeFrom(domain::Step &step, int row, int count) const = 0;
    virtual QString undoText(Edit edit) const = 0;
    /// The variable the row gives; a change of it renames the uses in the case.
    virtual QString givenBy(const domain::Step &, int) const { return {}; }

private:
    QString m_key;
    domain::StepId m_step;
};

} // namespace items
