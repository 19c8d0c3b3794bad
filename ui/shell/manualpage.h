// The manual: its contents, a search over all pages, and the page itself. GUI thread.
#pragma once

#include "ui/widgets/texts.h"
#include <QWidget>

class QLineEdit;
class QToolButton;
class QTreeWidget;

namespace ui {

class Commands;
class ManualView;

class ManualPage : public QWidget
{
    Q_OBJECT

public:
    explicit ManualPage(const Commands &commands, QWidget *parent = nullptr);

    void open(const QString &target); ///< "load", or "load#surge" for a section of it
    QString page() const;

signals:
    void closed(); ///< back to what was in view before

protected:
    void changeEvent(QEvent *event) override;

private:
    void list();
    void follow();
    QString shortcutTable() const;

    const Commands &m_commands;
    QLineEdit *m_search;
    QTreeWidget *m_contents;
    ManualView *m_view;
    QToolButton *m_back, *m_forward;
    Texts m_texts;
};

} // namespace ui
