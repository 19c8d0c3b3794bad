#include "app/services/importbook.h"

#include <algorithm>

namespace services {

void ImportBook::begin(const QString &name)
{
    m_entries.append({++m_last, name, ImportEntry::Importing, {}});
    if (m_entries.size() > most) {
        const auto ended = std::ranges::find_if(m_entries, [](const auto &entry) { return entry.status != ImportEntry::Importing; });
        if (ended != m_entries.end())
            m_entries.erase(ended);
    }
    emit changed();
}

void ImportBook::end(const QString &name, const QString &cause)
{
    for (ImportEntry &entry : m_entries) {
        if (entry.name != name || entry.status != ImportEntry::Importing)
            continue;
        entry.status = cause.isEmpty() ? ImportEntry::Done : ImportEntry::Failed;
        entry.cause = cause;
        emit changed();
        return;
    }
}

bool ImportBook::isBusy() const
{
    return std::ranges::any_of(m_entries, [](const auto &entry) { return entry.status == ImportEntry::Importing; });
}

} // namespace services
