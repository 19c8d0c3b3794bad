// The search box over the project tree: rows whose name or URL has the text, and what leads to them.
#pragma once

#include <QSortFilterProxyModel>

namespace items {

class ProjectFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ProjectFilter(QObject *parent = nullptr);

    void setText(const QString &text); ///< every word must be there; upper and lower case are the same
    QString text() const { return m_text; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    QStringList m_words;
};

} // namespace items
