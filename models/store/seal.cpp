#include "models/store/seal.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <system_error>
#include <unistd.h>

namespace store {

using namespace Qt::StringLiterals;
using domain::Result;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(store::Seal)
};

constexpr int keySize = 32, nonceSize = 12, tagSize = 16;
const QString mark = u"1:"_s;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *bytes(const QByteArray &array) { return reinterpret_cast<const unsigned char *>(array.constData()); }
unsigned char *bytes(QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); }

QByteArray readKey(const QString &workspace)
{
    QFile file(keyFileOf(workspace));
    if (!file.open(QFile::ReadOnly))
        return {};
    const QByteArray key = file.read(keySize + 1);
    return key.size() == keySize ? key : QByteArray();
}

Result<QByteArray> makeKey(const QString &workspace)
{
    const QString path = keyFileOf(workspace);
    const auto failed = [&](const QString &why) {
        return domain::fail(Words::tr("The key of the sensitive values, %1, cannot be made: %2.").arg(path, why));
    };
    if (QFileInfo::exists(path)) // damaged: with a new one in its place the old values would be lost for good
        return domain::fail(Words::tr("%1 holds no key for sensitive values; put the right file there, or remove it and type the values again.").arg(path));
    QByteArray key(keySize, '\0');
    if (RAND_bytes(bytes(key), keySize) != 1)
        return failed(Words::tr("the system gives no random numbers"));
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return failed(QString::fromStdString(std::generic_category().message(errno)));
    const bool written = ::write(file, key.constData(), keySize) == keySize && ::fsync(file) == 0;
    const int error = errno;
    ::close(file);
    if (written)
        return key;
    QFile::remove(path);
    return failed(QString::fromStdString(std::generic_category().message(error)));
}

} // namespace

QString keyFileOf(const QString &workspace) { return workspace + u".key"_s; }

bool isSealed(const QString &text) { return text.startsWith(mark); }

Result<QString> seal(const QString &workspace, const QString &text)
{
    QByteArray key = readKey(workspace);
    if (key.isEmpty()) {
        auto made = makeKey(workspace);
        if (!made)
            return tl::unexpected(made.error());
        key = *made;
    }
    const QByteArray plain = text.toUtf8();
    QByteArray sealed(nonceSize + plain.size() + tagSize, '\0');
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int size = 0, rest = 0;
    unsigned char *const out = bytes(sealed);
    const bool done = cipher && RAND_bytes(out, nonceSize) == 1
        && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes(std::as_const(key)), out) == 1
        && EVP_EncryptUpdate(cipher.get(), out + nonceSize, &size, bytes(plain), int(plain.size())) == 1
        && EVP_EncryptFinal_ex(cipher.get(), out + nonceSize + size, &rest) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, out + nonceSize + plain.size()) == 1;
    if (!done)
        return domain::fail(Words::tr("A sensitive value could not be encrypted, so it was not stored."));
    return mark + QString::fromLatin1(sealed.toBase64());
}

std::optional<QString> unseal(const QString &workspace, const QString &text)
{
    QByteArray sealed = QByteArray::fromBase64(QStringView(text).mid(mark.size()).toLatin1());
    const QByteArray key = readKey(workspace);
    const int size = int(sealed.size()) - nonceSize - tagSize;
    if (!isSealed(text) || key.isEmpty() || size < 0)
        return std::nullopt;
    QByteArray plain(size + 1, '\0'); // never empty, so that there is a place to write to
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int written = 0, rest = 0;
    unsigned char *const in = bytes(sealed);
    const bool done = cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes(key), in) == 1
        && EVP_DecryptUpdate(cipher.get(), bytes(plain), &written, in + nonceSize, size) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, in + nonceSize + size) == 1
        && EVP_DecryptFinal_ex(cipher.get(), bytes(plain) + written, &rest) == 1;
    if (!done)
        return std::nullopt;
    return QString::fromUtf8(plain.constData(), size);
}

} // namespace store
