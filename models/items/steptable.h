// Base of the tables over one list inside a step, with an empty last row to type into.
#pragma once

#include "models/items/documenttable.h"

namespace items {

/// What a row finds in the last answer to its request.
struct LiveCell
{
    enum State { Open, Held, NotHeld, Wrong } state = Open;
    QString text; ///< found; Wrong: why the expression is none

    bool operator==(const LiveCell &) const = default;
};

class StepTable : public DocumentTable
{
    Q_OBJECT

public:
    /// By row; rows beyond have none. Who shows the table works them out: items know no engine.
    void setLiveCells(QVector<LiveCell> cells);

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

    const LiveCell *liveCell(int row) const { return row < m_live.size() ? &m_live[row] : nullptr; }
    /// Of the column that shows it.
    QVariant liveData(int row, int role) const;
    virtual int liveColumn() const { return -1; }

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
    QVector<LiveCell> m_live;
};

} // namespace items
