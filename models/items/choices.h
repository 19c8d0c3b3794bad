// What a cell of a table may be set to, for the editor a view opens on it.
#pragma once

#include <QMetaType>
#include <QString>
#include <QVariant>
#include <QVector>

namespace items {

struct Choice
{
    QVariant value; ///< for setData(EditRole)
    QString label;  ///< as the cell shows it

    bool operator==(const Choice &) const = default;
};
using Choices = QVector<Choice>;

enum CellRole {
    ChoicesRole = Qt::UserRole + 50, ///< Choices; a cell without is free text or a number
    FreeChoiceRole, ///< bool: the choices are proposals, other texts may be typed
    ProblemRole,    ///< QString: what is wrong with the cell, one sentence; empty: nothing
    ReferencesRole, ///< bool: the text may hold ${…}
    LiveRole,       ///< bool: what is typed is written at once, as something that is shown depends on it
    ToneRole        ///< int: 1 good, 2 bad; absent: neither
};

/// The label of `value`, or `value` itself as text.
inline QString labelOf(const Choices &choices, const QVariant &value)
{
    for (const Choice &choice : choices) {
        if (choice.value == value)
            return choice.label;
    }
    return value.toString();
}

} // namespace items

Q_DECLARE_METATYPE(items::Choices)
