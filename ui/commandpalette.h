// Ctrl+K: commands, cases and requests by any words of their names, addresses and what stands inside. Closes by itself.
#pragma once

#include "ui/shell/findings.h"
#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;

namespace ui {

class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(const document::ProjectDocument &document, const Commands &commands, QWidget *parent);

signals:
    void nodeChosen(document::NodeRef node);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill(const QString &text);
    void addHead(const QString &text);
    void step(int by);
    void choose();

    Finder m_finder;
    const Commands &m_commands;
    QVector<Finding> m_found; ///< as the rows of the list, without the heads
    QLineEdit *m_edit;
    QListWidget *m_list;
    QLabel *m_count;
};

} // namespace ui
