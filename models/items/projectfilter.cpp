#include "models/items/projectfilter.h"

#include "models/items/noderoles.h"

namespace items {

ProjectFilter::ProjectFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void ProjectFilter::setSourceModel(QAbstractItemModel *model)
{
    if (sourceModel())
        disconnect(sourceModel(), nullptr, this, nullptr);
    QSortFilterProxyModel::setSourceModel(model);
    if (!model)
        return;
    // After the base class, which has taken the same signals: what leads to a changed row may come or go.
    const auto again = [this] {
        if (!m_words.isEmpty())
            find();
    };
    connect(model, &QAbstractItemModel::dataChanged, this, again);
    connect(model, &QAbstractItemModel::rowsInserted, this, again);
    connect(model, &QAbstractItemModel::rowsRemoved, this, again);
    connect(model, &QAbstractItemModel::rowsMoved, this, again);
    connect(model, &QAbstractItemModel::modelReset, this, again);
    again();
}

void ProjectFilter::setText(const QString &text)
{
    const QString wanted = text.simplified();
    if (wanted == m_text)
        return;
    m_text = wanted;
    m_words = wanted.split(u' ', Qt::SkipEmptyParts);
    if (m_words.isEmpty())
        invalidate();
    else
        find();
}

void ProjectFilter::find()
{
    QSet<quintptr> shown;
    for (int row = 0; sourceModel() && row < sourceModel()->rowCount(); ++row)
        collect(sourceModel()->index(row, 0), shown);
    // One change of layout keeps the selection and the open branches.
    m_shown = std::move(shown);
    invalidate();
}

bool ProjectFilter::collect(const QModelIndex &index, QSet<quintptr> &shown) const
{
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString url = index.data(UrlRole).toString();
    bool found = std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return name.contains(word, Qt::CaseInsensitive) || url.contains(word, Qt::CaseInsensitive);
    });
    const int rows = sourceModel()->rowCount(index);
    for (int row = 0; row < rows; ++row)
        found |= collect(sourceModel()->index(row, 0, index), shown);
    if (found)
        shown.insert(index.internalId());
    return found;
}

bool ProjectFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return m_words.isEmpty() || m_shown.contains(sourceModel()->index(row, 0, parent).internalId());
}

} // namespace items
