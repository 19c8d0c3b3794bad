// The kinds of steps a case can be given, each as a fresh step with values that make sense.
#pragma once

#include "models/domain/project.h"

namespace ui {

struct NewStep
{
    QString id;   ///< for object names
    QString icon, name;
    domain::Step step;
    bool separated = false; ///< a line stands before it in menus
};

QVector<NewStep> newSteps();
domain::Step referenceTo(const domain::Transaction &transaction);

} // namespace ui
