#include "app/cli/readrun.h"

#include "app/report/jsonreport.h"
#include "app/services/workspaceservice.h"
#include <QCoreApplication>
#include <QFile>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::ReadRun)
};

} // namespace

domain::Result<domain::RunRecord> readRun(const QString &where)
{
    const qsizetype hash = where.lastIndexOf(u'#');
    bool isNumber = false;
    const int id = where.mid(hash + 1).toInt(&isNumber);
    if (hash > 0 && isNumber && !QFile::exists(where))
        return services::readStoredRun(where.left(hash), {id});
    QFile file(where);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(Words::tr("%1 cannot be read: %2.").arg(where, file.errorString()));
    return report::runFromFile(file.readAll(), where);
}

} // namespace cli
