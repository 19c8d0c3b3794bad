// The bytes of a blob: unsigned numbers as LEB128 varints, signed ones zigzag before, reals as 8 bytes little endian,
// texts as length and UTF-8. Reading assumes malice: past the end or out of range it yields zeros and failed().
#pragma once

#include <QByteArray>
#include <QString>
#include <QtEndian>
#include <bit>
#include <limits>

namespace store {

class BlobWriter
{
public:
    void number(quint64 value)
    {
        for (; value >= 0x80; value >>= 7)
            m_bytes.append(char(value | 0x80));
        m_bytes.append(char(value));
    }
    void signedNumber(qint64 value) { number((quint64(value) << 1) ^ quint64(value >> 63)); }
    void real(double value)
    {
        const quint64 bits = qToLittleEndian(std::bit_cast<quint64>(value));
        m_bytes.append(reinterpret_cast<const char *>(&bits), sizeof bits);
    }
    void bytes(const QByteArray &value)
    {
        number(quint64(value.size()));
        m_bytes.append(value);
    }
    void text(const QString &value) { bytes(value.toUtf8()); }
    const QByteArray &result() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

class BlobReader
{
public:
    explicit BlobReader(QByteArray bytes) : m_bytes(std::move(bytes)), m_at(m_bytes.constData()), m_end(m_at + m_bytes.size()) {}

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_at == m_end; }
    void fail()
    {
        m_failed = true;
        m_at = m_end; // nothing after it means anything
    }

    quint64 number(quint64 highest = std::numeric_limits<quint64>::max())
    {
        const bool isShort = m_at != m_end && quint8(*m_at) < 0x80; // most are
        const quint64 value = isShort ? quint8(*m_at++) : longNumber();
        if (value <= highest)
            return value;
        fail();
        return 0;
    }
    quint32 count() { return quint32(number(std::numeric_limits<quint32>::max())); }
    int integer() { return int(number(std::numeric_limits<int>::max())); }
    qint64 signedNumber()
    {
        const quint64 value = number();
        return qint64(value >> 1) ^ -qint64(value & 1);
    }
    double real()
    {
        quint64 bits = 0;
        if (left() < qsizetype(sizeof bits)) {
            fail();
            return 0;
        }
        memcpy(&bits, m_at, sizeof bits);
        m_at += sizeof bits;
        return std::bit_cast<double>(qFromLittleEndian(bits));
    }
    QByteArray bytes()
    {
        const auto size = qsizetype(number(quint64(m_bytes.size())));
        if (size > left())
            fail();
        if (m_failed)
            return {};
        m_at += size;
        return QByteArray(m_at - size, size);
    }
    QString text() { return QString::fromUtf8(bytes()); }
    /// The length of a list whose elements take at least `least` bytes: never more than can follow.
    qsizetype length(qsizetype least = 1) { return qsizetype(number(quint64(left() / least))); }

private:
    qsizetype left() const { return m_end - m_at; }

    quint64 longNumber()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64 && m_at != m_end; shift += 7) {
            const auto byte = quint8(*m_at++);
            if (shift == 63 && byte > 1)
                break;
            value |= quint64(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        fail();
        return 0;
    }

    QByteArray m_bytes;
    const char *m_at, *m_end;
    bool m_failed = false;
};

} // namespace store
