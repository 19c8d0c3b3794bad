// The application style sheet, built from the tokens.
#pragma once

#include "ui/widgets/theme.h"

namespace ui {

/// The images are files: style sheets take none from memory.
QString styleSheet(const Tokens &tokens, const QString &imageDown, const QString &imageUp, const QString &imageCheck);

} // namespace ui
