// Foreign files as projects: one registry of formats for the command line and the window. Pure and thread-safe: a file's
// bytes in, a project and the ledger of what was left out. Foreign input never makes more than one sentence of trouble.
#pragma once

#include "models/domain/project.h"

namespace exchange {

struct Imported
{
    domain::Project project; ///< ids from 1; a caller gives its own
    QStringList ledger;      ///< what was not converted or means something else here, a line each

    bool operator==(const Imported &) const = default;
};

struct Format
{
    QString id;           ///< of the command line: perftest jmx har postman openapi curl
    QString name;         ///< for people; a proper name, not translated
    QStringList suffixes; ///< of its files, without the dot
    /// Whether the beginning of a file looks like it; `head` is at most 64 KB.
    bool (*recognises)(QByteArrayView head);
    /// `name`: what the project is called where the file does not say.
    domain::Result<Imported> (*read)(const QByteArray &bytes, const QString &name);
};

constexpr qint64 largestImport = 256 * 1024 * 1024; ///< bytes

const QVector<Format> &formats();
const Format *formatById(const QString &id); ///< null: no such format
/// By content; null: none fits, which includes this program's own project files.
const Format *formatOf(QByteArrayView head);
/// As the given format, else as the one the content shows.
domain::Result<Imported> importFile(const QString &path, const QString &formatId = {});

} // namespace exchange
