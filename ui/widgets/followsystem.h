// What the theme "system" looks like from now on. GUI thread.
#pragma once

namespace ui::theme {

/// The desktop turned dark or light: paints everything anew where the theme follows it.
void followSystem(bool dark);

} // namespace ui::theme
