// The stages of a case as they are run: its gradient (`increase_setting`, semantics.md 1.1) comes first.
#pragma once

#include "models/domain/project.h"
#include <optional>

namespace services {

/// Users are added in equal steps; a case has at most one gradient.
struct GradientSetting
{
    int startUsers = 10, increaseUsers = 100; ///< the last step has their sum
    double percent = 10;                      ///< of increaseUsers that a step adds, above 0, at most 100
    int stepSeconds = 60;                     ///< at least 1
    int totalSeconds = 0;                     ///< 0: every step lasts stepSeconds

    bool operator==(const GradientSetting &) const = default;
};

std::optional<GradientSetting> gradientOf(const domain::TestCase &testCase);
/// Members of the setting this program does not know are kept.
void putGradient(domain::TestCase &testCase, const std::optional<GradientSetting> &gradient);
QVector<domain::Stage> gradientStages(const domain::TestCase &testCase);
QVector<domain::Stage> stagesOf(const domain::TestCase &testCase);

} // namespace services
