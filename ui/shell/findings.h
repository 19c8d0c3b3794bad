// What the palette finds: commands, cases, and requests also by what stands inside them.
#pragma once

#include "models/document/projectdocument.h"
#include <QVector>

namespace ui {

class Commands;

struct Finding
{
    enum Kind { Command, Case, Request } kind = Command;
    QString icon, method, name;
    QString detail; ///< the address, or the place inside the request where the words stand
    QString where;  ///< name of the case
    QString id;     ///< of a command
    QString keys;   ///< its shortcut
    document::NodeRef node;
};

/// Reads everything once; find() then costs no walk over the document. Holds no reference to it.
class Finder
{
public:
    static constexpr int most = 200;

    Finder(const document::ProjectDocument &document, const Commands &commands);

    /// All words must stand in one thing. A leading > keeps commands only, @ requests only. Best first: by name, then by
    /// address, then inside; at most `most`.
    QVector<Finding> find(const QString &text) const;

private:
    struct Entry
    {
        Finding finding;
        QStringList inside; ///< "header: …", "body: …"
    };
    void addStep(const document::ProjectDocument &document, document::NodeRef node, const QString &where);

    QVector<Entry> m_entries;
};

} // namespace ui
