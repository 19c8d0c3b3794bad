// Starts a run and follows it to its end: progress, signals, control lines, output files, summary.
#pragma once

#include "app/cli/cli.h"
#include "app/cli/liveoutputs.h"
#include "app/cli/outputs.h"
#include "app/services/runservice.h"

namespace cli {

struct FollowOptions
{
    Outputs outputs;
    QString workspace; ///< --save; empty: the run stays in memory
    bool quiet = false, control = false;
    LiveOutputs live;
};

int follow(services::RunRequest request, FollowOptions &options, Console console);

} // namespace cli
