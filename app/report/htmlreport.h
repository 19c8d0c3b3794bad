// One self-contained page: no network, light and dark, English and Chinese, prints; carries the run file inside.
#pragma once

#include "models/domain/runrecord.h"
#include <QByteArray>
#include <optional>

namespace report {

struct Comparison;

/// With a comparison the page has a section of differences. Needs the compiled resources (":/report/…").
domain::Result<QByteArray> toHtml(const domain::RunRecord &run, const Comparison *comparison = nullptr);
/// The run a page made by toHtml carries; nullopt when there is none.
std::optional<QByteArray> runFileInHtml(const QByteArray &html);

} // namespace report
