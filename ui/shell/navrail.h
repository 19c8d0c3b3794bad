// The rail at the left edge: one entry a page, one of them on or none. Up and down move, Space chooses.
#pragma once

#include "ui/widgets/texts.h"
#include <QFrame>

class QButtonGroup;
class QVBoxLayout;

namespace ui {

class NavRail : public QFrame
{
    Q_OBJECT

public:
    explicit NavRail(QWidget *parent = nullptr);

    void addEntry(int page, const QString &icon, std::function<QString()> name);
    void addSpace(); ///< entries after it stand at the bottom
    void setCurrent(int page); ///< a page without an entry: none is on

signals:
    void chosen(int page); ///< by the user

protected:
    void changeEvent(QEvent *event) override;

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_entries;
    Texts m_texts;
};

} // namespace ui
