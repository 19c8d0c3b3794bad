#include "app/cli/readrun.h"

#include "app/services/workspaceservice.h"
#include <QFile>

namespace cli {

domain::Result<domain::RunRecord> readRun(const QString &where)
{
    const qsizetype hash = where.lastIndexOf(u'#');
    bool isNumber = false;
    const int id = where.mid(hash + 1).toInt(&isNumber);
    if (hash > 0 && isNumber && !QFile::exists(where))
        return services::readStoredRun(where.left(hash), {id});
    return services::readRunFile(where);
}

} // namespace cli
