// Turns a project (Qt values) into what the engine executes (std values): the only unit that knows both worlds. Pure but
// for reading the files of file variables; thread-safe.
#pragma once

#include "engine/plan/plan.h"
#include "models/domain/fulllink.h"
#include "models/domain/project.h"
#include <QHash>
#include <QStringList>

namespace services {

struct CompileOptions
{
    QString environment;            ///< name; empty: none
    QHash<QString, QString> values; ///< --var and friends: laid over environment and variables
    QString folder;                 ///< files of file variables are relative to it
    int threads = 0;                ///< 0: cores less one, at least 1
    double scale = 1;               ///< of users and rates of all stages (bench_concurrent / 100)
    bool parallel = true;
    bool fullLink = false;          ///< requests carry the stress mark, as those of a case with linked applications do anyway
    domain::StressMark mark;
};

struct CompiledRun
{
    std::shared_ptr<const engine::Plan> plan; ///< cases in the order they were chosen
    QStringList warnings;                     ///< sentences, e.g. of an unknown ${name}
};

/// Fails with the first mistake and its place; a run that would send nothing is a mistake too.
domain::Result<CompiledRun> compile(const domain::Project &project, const QVector<domain::CaseId> &cases,
                                    const CompileOptions &options = {});
int defaultThreads(); ///< cores less one, at least 1

/// Values of a stage as the engine takes them; `scale` as in CompileOptions.
engine::Stage engineStage(const domain::Stage &stage, double scale = 1);

} // namespace services
