// The blobs of a run (blob.h says how numbers are written). Each begins with its version, 5; earlier ones are read too.
//   second:      case point: users (signed), target (real), starts, dropped, droppedWhileFree, cutOff, retried,
//                redirectHops; number of items; an item: 1 if it has counts, plus 2 if it has a stream's. Counts: requests,
//                successes, 5 failed, 5 status, 3 sides, sent, received, then signed sum, min, max, p50, p90, p95, p99:
//                168 bytes at most. A stream's: a bit for each number that is not 0, then these numbers: plays, packets
//                sent and received, bytes of audio sent and received, of video sent and received, 13 failures
//   case head:   name, id, caseRunId, startOffset, warmUp, stages (JSON), items: kind, name, method, address, setup
//   case totals: startOffset, items' tallies with figures of streams, errors, stage records, events
//   run totals:  health points, lateness, rules (JSON, actual, passed, judged, triggers, events),
//                limits of descriptors and ports, warnings
// A histogram: number of buckets, then of each the distance of its index from the one before and its count; signed sum,
// min, max.
#pragma once

#include "models/domain/runrecord.h"

namespace store {

using domain::Result;

QByteArray encodeSecond(const domain::CaseRecord &record, int second);
/// Into `record`, whose lists grow to hold `second`; a blob for another number of items is damaged.
Result<> decodeSecond(const QByteArray &blob, domain::CaseRecord &record, int second);

QByteArray encodeCaseHead(const domain::CaseRecord &record);
Result<domain::CaseRecord> decodeCaseHead(const QByteArray &blob);

QByteArray encodeCaseTotals(const domain::CaseRecord &record);
Result<> decodeCaseTotals(const QByteArray &blob, domain::CaseRecord &record);

/// One exchange of the request log; its number is the key of its row.
QByteArray encodeLog(const domain::LogRecord &entry);
Result<domain::LogRecord> decodeLog(const QByteArray &blob);

QByteArray encodeRunTotals(const domain::RunRecord &record);
Result<> decodeRunTotals(const QByteArray &blob, domain::RunRecord &record);

} // namespace store
