// What was imported since the program started, and how it went (reference 4.1.6). GUI thread.
#pragma once

#include <QObject>
#include <QVector>

namespace services {

struct ImportEntry
{
    enum Status { Importing = 0, Done = 1, Failed = 2 };

    int id = 0;
    QString name;  ///< of the file
    Status status = Importing;
    QString cause; ///< why it failed

    bool operator==(const ImportEntry &) const = default;
};

class ImportBook : public QObject
{
    Q_OBJECT

public:
    static constexpr int most = 100; ///< ended ones kept

    using QObject::QObject;

    void begin(const QString &name);
    void end(const QString &name, const QString &cause); ///< of the first one under way by that name
    const QVector<ImportEntry> &entries() const { return m_entries; } ///< oldest first
    bool isBusy() const;

signals:
    void changed();

private:
    QVector<ImportEntry> m_entries;
    int m_last = 0;
};

} // namespace services
