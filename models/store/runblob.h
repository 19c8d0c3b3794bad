// What all blobs of a run begin and end with, and the histograms in two of them.
#pragma once

#include "models/domain/runrecord.h"
#include "models/store/blob.h"

#include <QJsonObject>

namespace store {

/// 1 knew no sides, no times of failures, no triggers of rules; 2 no figures of streams; 3 no warm-up, no lag, no ports, no
/// warnings; 4 no seconds of streams.
constexpr quint64 blobVersion = 5;

BlobWriter beginBlob();
/// `found`: the version it was written by.
BlobReader openBlob(const QByteArray &blob, quint64 &found);
domain::Result<> doneWith(const BlobReader &in); ///< an error when it was damaged or holds more

void write(BlobWriter &out, const engine::Histogram &histogram);
engine::Histogram readHistogram(BlobReader &in);

QByteArray bytesOf(const QJsonObject &json);

} // namespace store
