#include "models/store/runblob.h"
#include "models/store/runcodec.h"

namespace store {

using namespace domain;

QByteArray encodeLog(const LogRecord &entry)
{
    BlobWriter out = beginBlob();
    out.number(quint64(entry.item));
    out.real(entry.at);
    out.number(quint64(entry.status));
    out.number(quint64(entry.outcome));
    out.signedNumber(entry.time);
    out.number(entry.sentBytes);
    out.number(entry.receivedBytes);
    out.number(entry.sampled);
    out.text(entry.message);
    out.text(entry.exchange);
    return out.result();
}

Result<LogRecord> decodeLog(const QByteArray &blob)
{
    quint64 found = 0;
    BlobReader in = openBlob(blob, found);
    LogRecord entry;
    entry.item = in.integer();
    entry.at = in.real();
    entry.status = in.integer();
    entry.outcome = engine::Outcome(in.number(engine::failureClasses));
    entry.time = in.signedNumber();
    entry.sentBytes = in.number();
    entry.receivedBytes = in.number();
    entry.sampled = in.number(1) == 1;
    entry.message = in.text();
    entry.exchange = in.text();
    if (const auto checked = doneWith(in); !checked)
        return tl::unexpected(checked.error());
    return entry;
}

} // namespace store
