// All commands with their shortcuts; typing new keys into a row changes it. Keys that another command has are refused
// with a sentence. GUI thread.
#pragma once

#include "ui/widgets/texts.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace ui {

class Commands;
class ShortcutModel;

class ShortcutTable : public QWidget
{
    Q_OBJECT

public:
    explicit ShortcutTable(Commands &commands, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    QString currentId() const;
    void updateButtons();

    Commands &m_commands;
    ShortcutModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QLineEdit *m_filter;
    QTableView *m_table;
    QPushButton *m_clear, *m_standard, *m_allStandard;
    QLabel *m_refusal;
    Texts m_texts;
};

} // namespace ui
