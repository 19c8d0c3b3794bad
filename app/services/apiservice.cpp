#include "app/services/apiservice.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPasswordDigestor>
#include <QRandomGenerator>
#include <QSaveFile>

namespace services {

using namespace Qt::StringLiterals;

namespace {

constexpr int roundsNow = 30'000;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QByteArray fromHex(const QJsonValue &value) { return QByteArray::fromHex(value.toString().toLatin1()); }
QString toHex(const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); }

} // namespace

bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    uint difference = uint(a.size() ^ b.size());
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= uint(uchar(a[i]) ^ (b.isEmpty() ? 1u : uchar(b[i % b.size()])));
    return difference == 0;
}

QByteArray passwordHash(const QString &password, const QByteArray &salt, int rounds)
{
    return QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha256, password.toUtf8(), salt, std::max(1, rounds), 32);
}

bool isPasswordOf(const ApiSecrets &secrets, const QString &user, const QString &password)
{
    // The hash is taken also for a wrong name, which must not answer faster.
    const QByteArray hash = passwordHash(password, secrets.salt, secrets.rounds ? secrets.rounds : roundsNow);
    const bool known = !secrets.user.isEmpty() && equalInConstantTime(user.toUtf8(), secrets.user.toUtf8());
    return equalInConstantTime(hash, secrets.passwordHash) && known;
}

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    return bytes;
}

ApiService::ApiService(const QString &file, QObject *parent) : QObject(parent), m_file(file) { load(); }

void ApiService::setWanted(bool wanted)
{
    if (std::exchange(m_wanted, wanted) == wanted)
        return;
    save();
    emit wantedChanged();
}

void ApiService::setPort(quint16 port)
{
    if (std::exchange(m_port, port) == port)
        return;
    save();
    emit wantedChanged();
}

void ApiService::setPassword(const QString &user, const QString &password)
{
    m_secrets.user = user;
    m_secrets.salt = user.isEmpty() ? QByteArray() : randomBytes(16);
    m_secrets.rounds = user.isEmpty() ? 0 : roundsNow;
    m_secrets.passwordHash = user.isEmpty() ? QByteArray() : services::passwordHash(password, m_secrets.salt, roundsNow);
    save();
    emit secretsChanged();
}

void ApiService::setAccessKey(const QString &accessKey, const QByteArray &secretKey)
{
    m_secrets.accessKey = accessKey;
    m_secrets.secretKey = secretKey;
    save();
    emit secretsChanged();
}

void ApiService::makeAccessKey()
{
    setAccessKey(QString::fromLatin1(randomBytes(10).toHex().toUpper()), randomBytes(30).toBase64(QByteArray::Base64UrlEncoding));
}

void ApiService::setRunning(const QString &url)
{
    m_failure.clear();
    m_url = url;
    emit stateChanged();
}

void ApiService::setFailed(const QString &why)
{
    m_url.clear();
    m_failure = why;
    emit stateChanged();
}

void ApiService::load()
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.exists())
        return;
    if (file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther)) {
        m_problem = tr("%1 holds secrets and others could read it: set the password of the API anew.").arg(QDir::toNativeSeparators(m_file));
        return;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        m_problem = tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(m_file), file.errorString());
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    m_wanted = json["enabled"_L1].toBool();
    m_port = quint16(std::clamp(json["port"_L1].toInt(), 0, 65535));
    m_secrets.user = json["user"_L1].toString();
    m_secrets.salt = fromHex(json["salt"_L1]);
    m_secrets.passwordHash = fromHex(json["password_hash"_L1]);
    m_secrets.rounds = json["rounds"_L1].toInt();
    m_secrets.accessKey = json["access_key"_L1].toString();
    m_secrets.secretKey = json["secret_key"_L1].toString().toUtf8();
}

void ApiService::save()
{
    if (m_file.isEmpty())
        return;
    const QJsonObject json{{u"enabled"_s, m_wanted}, {u"port"_s, m_port}, {u"user"_s, m_secrets.user},
                           {u"salt"_s, toHex(m_secrets.salt)}, {u"password_hash"_s, toHex(m_secrets.passwordHash)},
                           {u"rounds"_s, m_secrets.rounds}, {u"access_key"_s, m_secrets.accessKey},
                           {u"secret_key"_s, QString::fromUtf8(m_secrets.secretKey)}};
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file); // made readable by its owner only, and moved over the old one when it is whole
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly)
        && file.write(QJsonDocument(json).toJson()) > 0 && file.commit();
    m_problem = written ? QString() : tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(m_file), file.errorString());
    if (written)
        QFile::setPermissions(m_file, ownerOnly);
}

} // namespace services
