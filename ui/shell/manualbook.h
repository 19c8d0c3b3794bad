// The manual as text: its pages in the order of reading, their sections, and what holds some words. Pages are Markdown in
// the program's resources, one folder a language. Pure functions.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace ui {

struct ManualSection
{
    QString id;    ///< the same in every language where the page gives it: `## <a id="rate"></a>Rate`
    QString title; ///< empty: what stands before the first heading of this kind
    QString text;
};

struct ManualText
{
    QString name; ///< "load"
    QString title;
    QString markdown; ///< without the marks of the ids
    QStringList headings; ///< ids of all headings in their order
    QVector<ManualSection> sections; ///< by the headings of level 2
};

namespace manual {

QStringList pages(); ///< in the order of reading
/// A page in "en" or "zh"; an empty name when there is none.
ManualText read(const QString &language, const QString &page);
/// The sections that hold all of these words, by their place in `sections`. No words: none.
QVector<int> find(const ManualText &page, const QString &words);

} // namespace manual
} // namespace ui
