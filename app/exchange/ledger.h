// What an import could not take over, in plain words: a line for each reason, with the places it happened at.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace exchange {

class Ledger
{
public:
    static constexpr int mostPlaces = 5; ///< named in a line; the others are counted

    /// `sentence` ends with a full stop; `place` is the name of the request or element, empty: of the whole file.
    void add(const QString &sentence, const QString &place = {});
    QStringList lines() const; ///< in the order in which they were first added: "sentence (place, place and 3 more)"

private:
    struct Entry
    {
        QString sentence;
        QStringList places;
        int count = 0; ///< with a place
    };
    QVector<Entry> m_entries;
};

} // namespace exchange
