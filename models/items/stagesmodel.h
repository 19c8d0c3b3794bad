// The pressure stages of one case.
#pragma once

#include "models/items/choices.h"
#include "models/items/documenttable.h"

namespace items {

/// Load is users, or iterations a second in a rate mode, shown as what the stage does; Length is seconds, or iterations
/// when by count (ByCountRole); Begins is where the stages before end.
class StagesModel : public DocumentTable
{
    Q_OBJECT

public:
    enum Column { NameColumn, ModeColumn, LoadColumn, BeginsColumn, LengthColumn, ColumnCount };
    enum Role { ByCountRole = Qt::UserRole + 1, RateRole };

    explicit StagesModel(document::ProjectDocument &document, QObject *parent = nullptr);

    void setCase(domain::CaseId testCase);
    domain::CaseId testCase() const { return m_case; }
    void addStage(const domain::Stage &stage); ///< at the end
    void moveStage(int from, int to);          ///< `to`: its row afterwards
    static QString modeName(domain::PressureMode mode);
    static QString summary(const domain::Stage &stage); ///< "40 to 320 users over 03:00"

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

protected:
    int listSize() const override;

private:
    domain::CaseId m_case;
};

} // namespace items
