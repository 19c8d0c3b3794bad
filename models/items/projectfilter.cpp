#include "models/items/projectfilter.h"

#include "models/items/noderoles.h"

namespace items {

ProjectFilter::ProjectFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void ProjectFilter::setText(const QString &text)
{
    const QString wanted = text.simplified();
    if (wanted == m_text)
        return;
    m_text = wanted;
    m_words = wanted.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool ProjectFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString url = index.data(UrlRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return name.contains(word, Qt::CaseInsensitive) || url.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace items
