// The fields of one stage, those of its own mode only, and what is wrong with it. GUI thread.
#pragma once

#include "models/domain/project.h"
#include "ui/editors/fields.h"

namespace ui {

class StageFields : public QWidget
{
    Q_OBJECT

public:
    explicit StageFields(Fields<domain::Stage>::Write write, QWidget *parent = nullptr);

    void read(const domain::Stage &stage, int number);

protected:
    void changeEvent(QEvent *event) override;

private:
    using Counts = std::function<bool(const domain::Stage &)>;
    void place(QWidget *control, Label label, Counts counts, bool wide = false);
    void addLoad();
    void addTime();
    void addGoals();
    void layOut(const domain::Stage &stage);

    struct Placed
    {
        QWidget *holder;
        Counts counts;
        bool wide;
    };
    Texts m_texts;
    Fields<domain::Stage> m_fields;
    QVector<Placed> m_placed;
    QVector<bool> m_shown; ///< which of them are laid out
    QGridLayout *m_grid;
    QLabel *m_title, *m_icon, *m_problem;
};

/// One sentence on what is wrong with the stage; empty: nothing.
QString stageProblem(const domain::Stage &stage);

} // namespace ui
