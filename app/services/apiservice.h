// What the user chose about the local API, kept with its secrets in a file only its owner can read; and how the server
// does. The server itself stands above (app/api): it follows `wantedChanged` and reports back. GUI thread.
#pragma once

#include "models/domain/result.h"
#include <QObject>

namespace services {

/// Who may come in. A password is kept as a salted hash; a secret key must be kept as it is, for it signs.
struct ApiSecrets
{
    QString user;
    QByteArray salt, passwordHash; ///< PBKDF2-HMAC-SHA-256
    int rounds = 0;
    QString accessKey;
    QByteArray secretKey;

    bool operator==(const ApiSecrets &) const = default;
};

/// Compares in a time that does not tell where the first difference is.
bool equalInConstantTime(const QByteArray &a, const QByteArray &b);
QByteArray passwordHash(const QString &password, const QByteArray &salt, int rounds);
bool isPasswordOf(const ApiSecrets &secrets, const QString &user, const QString &password);
QByteArray randomBytes(int count); ///< from the system's generator

class ApiService : public QObject
{
    Q_OBJECT

public:
    /// `file` empty: nothing is kept. One that others can read is refused (`problem`) until it is written anew.
    explicit ApiService(const QString &file = {}, QObject *parent = nullptr);

    bool isWanted() const { return m_wanted; }
    void setWanted(bool wanted);
    quint16 port() const { return m_port; } ///< 0: a free one at each start
    void setPort(quint16 port);
    const ApiSecrets &secrets() const { return m_secrets; }
    /// An empty user: nobody signs in by password.
    void setPassword(const QString &user, const QString &password);
    void setAccessKey(const QString &accessKey, const QByteArray &secretKey);
    void makeAccessKey(); ///< a new random pair; the one before is worth nothing any more
    QString problem() const { return m_problem; } ///< of the file; empty when there is none

    // Told by the server
    void setRunning(const QString &url); ///< empty: it ended
    void setFailed(const QString &why);
    QString url() const { return m_url; }
    QString failure() const { return m_failure; }

signals:
    void wantedChanged(); ///< the switch or the port
    void secretsChanged(); ///< tokens given out before are worth nothing any more
    void stateChanged();

private:
    void load();
    void save();

    QString m_file, m_problem, m_url, m_failure;
    bool m_wanted = false;
    quint16 m_port = 0;
    ApiSecrets m_secrets;
};

} // namespace services
