// The search box over the project tree: rows whose name or URL has the text, and what leads to them.
#pragma once

#include <QSet>
#include <QSortFilterProxyModel>

namespace items {

/// Expects a source with one internal id a node, as the project tree has. What is shown is found in one walk a key:
/// Qt's own recursive filtering takes rows out one by one, which took seconds among 10,000 cases.
class ProjectFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ProjectFilter(QObject *parent = nullptr);

    qsizetype shownCount() const { return m_shown.size(); } ///< nodes that match or lead to a match, as of the last text
    void setText(const QString &text); ///< every word must be there; upper and lower case are the same
    QString text() const { return m_text; }
    void setSourceModel(QAbstractItemModel *model) override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    void find();
    bool collect(const QModelIndex &index, QSet<quintptr> &shown) const;

    QString m_text;
    QStringList m_words;
    QSet<quintptr> m_shown; ///< by internal id; of no use without words
};

} // namespace items
