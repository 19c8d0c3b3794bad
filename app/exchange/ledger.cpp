#include "app/exchange/ledger.h"

#include <QCoreApplication>
#include <algorithm>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::Ledger)
};

constexpr qsizetype longestPlace = 60;

} // namespace

void Ledger::add(const QString &sentence, const QString &place)
{
    auto entry = std::ranges::find(m_entries, sentence, &Entry::sentence);
    if (entry == m_entries.end())
        entry = m_entries.insert(m_entries.end(), Entry{sentence, {}, 0});
    const QString shown = place.simplified().left(longestPlace);
    if (shown.isEmpty())
        return;
    ++entry->count;
    if (entry->places.size() < mostPlaces && !entry->places.contains(shown))
        entry->places.append(shown);
}

QStringList Ledger::lines() const
{
    QStringList lines;
    for (const Entry &entry : m_entries) {
        const QString places = entry.places.join(Words::tr(", "));
        if (entry.places.isEmpty())
            lines.append(entry.sentence);
        else if (entry.count > entry.places.size())
            lines.append(Words::tr("%1 (%2; %3 times in all)").arg(entry.sentence, places).arg(entry.count));
        else
            lines.append(u"%1 (%2)"_s.arg(entry.sentence, places));
    }
    return lines;
}

} // namespace exchange
