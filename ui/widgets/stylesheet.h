// The style sheet of the whole program, built from the tokens.
#pragma once

#include "ui/widgets/theme.h"

namespace ui {

/// `images`: files of the tinted arrows down, up, left, right, of check (on the accent) and of tick (in menus).
QString styleSheet(const Tokens &tokens, const QHash<QString, QString> &images);

} // namespace ui
