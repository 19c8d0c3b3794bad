// The small building blocks of every page.
#pragma once

#include "ui/widgets/labels.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/tiles.h"
