// Files of other programs on their way into a project: read beside the GUI thread, put in as one undo step. GUI thread.
#pragma once

#include "app/exchange/importer.h"
#include "app/services/importbook.h"
#include "models/document/projectdocument.h"

#include <memory>

class QThread;

namespace services {

class ForeignImport : public QObject
{
    Q_OBJECT

public:
    explicit ForeignImport(ImportBook &book, QObject *parent = nullptr);
    ~ForeignImport() override; ///< waits for a file that is being read

    static bool isForeign(const QString &path); ///< one of the formats of app/exchange/importer.h, by its content

    bool start(const QString &path); ///< false: another one is being read
    void cancel();                   ///< what is read comes to nothing; finished() is not told
    bool isBusy() const { return m_thread != nullptr; }

signals:
    void finished(const QString &path, const domain::Result<exchange::Imported> &imported);
    void busyChanged(bool busy);

private:
    void end();

    ImportBook &m_book;
    QThread *m_thread = nullptr;
    std::shared_ptr<domain::Result<exchange::Imported>> m_result;
    QString m_path;
    bool m_cancelled = false;
};

/// Puts all of it into the project as one step of its history: a directory `name` with the cases; variables, environments
/// are not replaced where there is one of that name. Answers the directory and adds to `ledger` what stayed as it was.
domain::DirectoryId putInto(document::ProjectDocument &document, const domain::Project &project, const QString &name, QStringList &ledger);

} // namespace services
