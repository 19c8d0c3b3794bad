// The commands as rows: name, keys. Writing the keys of a row asks Commands; what it refuses is told by refused().
#pragma once

#include <QAbstractTableModel>

namespace ui {

class Commands;

class ShortcutModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Keys, ColumnCount };
    static constexpr int IdRole = Qt::UserRole + 1;

    explicit ShortcutModel(Commands &commands, QObject *parent = nullptr);

    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    void refused(const QString &text); ///< empty: the last change was taken

private:
    Commands &m_commands;
};

} // namespace ui
