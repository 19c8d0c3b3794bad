// The steps of one case for the card list, nested as they run: under "Once for each user" and "Every pass"; those of a
// condition under "Then" and "Else", those of a share of users under their branches.
#pragma once

#include "models/document/projectdocument.h"
#include "models/items/noderoles.h"
#include <QAbstractItemModel>
#include <memory>

namespace items {

/// A row is a step or a group of steps. The model keeps the shape it has shown last and, after an edit, tells views the
/// rows that came, went or moved within one list; a step that changed its list is a removal and an insertion.
class StepsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ColumnCount };

    explicit StepsModel(document::ProjectDocument &document, QObject *parent = nullptr);
    ~StepsModel() override;

    void setCase(domain::CaseId testCase);
    void setSections(bool on); ///< off: the steps of a pass alone, without the groups of the case
    domain::CaseId testCase() const { return m_case; }
    QModelIndex indexOf(domain::StepId step) const;
    domain::StepId stepAt(const QModelIndex &index) const; ///< not valid for a group
    bool isGroup(const QModelIndex &index) const;
    /// The index of the group of a list; invalid for lists that have none.
    QModelIndex groupAt(const document::StepPlace &list) const;
    /// Where a new step goes when `index` is selected: into a group or holder, at its end, else after the step.
    document::StepPlace placeFor(const QModelIndex &index) const;
    /// Selected steps in their order, without those inside another selected one.
    QVector<domain::StepId> topSteps(const QModelIndexList &indexes) const;
    /// As one command. False: one of them may not go there, nothing happens.
    bool moveTo(const QVector<domain::StepId> &steps, document::StepPlace place);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

    QStringList mimeTypes() const override;
    /// The nodes, for a move in this document, and the steps as text, for a copy in any.
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

private:
    struct Node;
    struct Shape;

    Shape wanted() const;
    void sync();
    void sync(Node &node, const Shape &shape);
    Node *nodeAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Node &node) const;
    Node *find(Node &under, domain::StepId step) const;
    bool isMine(document::NodeRef node) const;
    document::StepPlace placeAt(int row, const QModelIndex &parent) const;

    document::ProjectDocument &m_document;
    domain::CaseId m_case;
    std::unique_ptr<Node> m_root;
    bool m_sections = true;
};

} // namespace items
