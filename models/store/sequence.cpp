#include "models/store/sequence.h"

#include <QCoreApplication>
#include <limits>

namespace store {

using namespace Qt::StringLiterals;

Result<int> takeId(Database &database, IdKind kind)
{
    const auto last = database.number(u"SELECT last FROM sequence WHERE kind = ?"_s, {int(kind)});
    if (!last)
        return tl::unexpected(last.error());
    if (*last >= std::numeric_limits<int>::max())
        return domain::fail(QCoreApplication::translate("store::Sequence", "The workspace “%1” has no numbers left.").arg(database.path()));
    const int id = int(*last) + 1;
    if (const auto noted = noteId(database, kind, id); !noted)
        return tl::unexpected(noted.error());
    return id;
}

Result<> noteId(Database &database, IdKind kind, int id)
{
    return database.run(u"INSERT INTO sequence (kind, last) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET last = max(last, excluded.last)"_s,
                        {int(kind), id});
}

} // namespace store
