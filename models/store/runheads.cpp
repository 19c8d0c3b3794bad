#include "models/store/runcodec.h"
#include "models/store/runstore.h"

#include <QCoreApplication>

namespace store {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(store::RunStore)
};

} // namespace

Result<domain::RunRecord> RunStore::loadRunHead(domain::RunId id)
{
    auto run = readRow(id);
    if (!run)
        return run;
    auto cases = m_database->select(u"SELECT head FROM run_case WHERE run = ? ORDER BY position"_s, {id.value});
    if (!cases)
        return tl::unexpected(cases.error());
    while (cases->next()) {
        auto one = decodeCaseHead(cases->value(0).toByteArray());
        if (!one)
            return domain::fail(Words::tr("Run %1 in “%2” cannot be read: %3").arg(id.value).arg(m_database->path(), one.error().message));
        run->cases.append(std::move(*one));
    }
    return run;
}

} // namespace store
