// The cases of a project or of a directory with all in it, in the order of the tree. A check box turns one off. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include <QAbstractTableModel>

namespace items {

int requestCount(const QVector<domain::Step> &steps); ///< enabled ones, nested ones too; a transaction counts as one

/// Of a project, a directory with all in it, a case or a step, in the order of the tree.
QVector<domain::CaseId> casesIn(const document::ProjectDocument &document, document::NodeRef node);
QVector<domain::CaseId> enabledCases(const document::ProjectDocument &document, document::NodeRef node);

class CasesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, PlaceColumn, RequestsColumn, LoadColumn, ColumnCount };

    CasesModel(document::ProjectDocument &document, document::NodeRef under, QObject *parent = nullptr);

    domain::CaseId caseAt(int row) const;
    QVector<domain::CaseId> enabledCases() const;
    const QVector<domain::CaseId> &cases() const { return m_cases; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void listChanged(); ///< cases came, went or were turned on or off, or their steps changed

private:
    void list();
    QString placeOf(const domain::TestCase &testCase) const;

    document::ProjectDocument &m_document;
    document::NodeRef m_under;
    QVector<domain::CaseId> m_cases;
};

} // namespace items
