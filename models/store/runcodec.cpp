#include "models/store/runcodec.h"
#include "models/store/runblob.h"

#include <QJsonDocument>

namespace store {

using namespace domain;

QByteArray encodeRunTotals(const RunRecord &record)
{
    BlobWriter out = beginBlob();
    out.number(quint64(record.health.size()));
    for (const HealthPoint &point : record.health) {
        out.real(point.cpuPercentMax);
        out.signedNumber(point.openDescriptors);
        out.signedNumber(point.latenessP50);
        out.signedNumber(point.latenessP99);
        out.signedNumber(point.lagP99);
        out.signedNumber(point.takenPorts);
        out.number(quint64(point.cpuPercent.size()));
        for (const double percent : point.cpuPercent)
            out.real(percent);
    }
    write(out, record.lateness);
    out.number(quint64(record.rules.size()));
    for (const RuleResult &result : record.rules) {
        out.bytes(bytesOf(toJson(result.rule)));
        out.real(result.actual);
        out.number(result.passed);
        out.number(result.judged);
        out.number(result.triggers);
        out.number(quint64(result.events.size()));
        for (const RuleEvent &event : result.events) {
            out.number(quint64(event.caseIndex));
            out.real(event.at);
            out.real(event.value);
        }
    }
    out.number(quint64(record.descriptorLimit));
    out.number(quint64(record.portLimit));
    out.number(quint64(record.warnings.size()));
    for (const QString &warning : record.warnings)
        out.text(warning);
    return out.result();
}

Result<> decodeRunTotals(const QByteArray &blob, RunRecord &record)
{
    quint64 found = 0;
    BlobReader in = openBlob(blob, found);
    for (qsizetype left = in.length(11); left > 0 && !in.failed(); --left) {
        HealthPoint point;
        point.cpuPercentMax = in.real();
        point.openDescriptors = int(in.signedNumber());
        point.latenessP50 = in.signedNumber();
        point.latenessP99 = in.signedNumber();
        if (found > 3) {
            point.lagP99 = in.signedNumber();
            point.takenPorts = int(in.signedNumber());
            for (qsizetype workers = in.length(8); workers > 0 && !in.failed(); --workers)
                point.cpuPercent.append(in.real());
        }
        record.health.append(point);
    }
    record.lateness = readHistogram(in);
    for (qsizetype left = in.length(10); left > 0 && !in.failed(); --left) {
        const auto rule = slaRuleFromJson(QJsonDocument::fromJson(in.bytes()).object());
        if (!rule)
            return tl::unexpected(rule.error());
        RuleResult result;
        result.rule = *rule;
        result.actual = in.real();
        result.passed = in.number(1) == 1;
        if (found > 1) {
            result.judged = in.number(1) == 1;
            result.triggers = in.number();
            for (qsizetype events = in.length(17); events > 0 && !in.failed(); --events) {
                RuleEvent event;
                event.caseIndex = in.integer();
                event.at = in.real();
                event.value = in.real();
                result.events.append(event);
            }
        }
        record.rules.append(result);
    }
    if (found > 3) {
        record.descriptorLimit = in.integer();
        record.portLimit = in.integer();
        for (qsizetype left = in.length(); left > 0 && !in.failed(); --left)
            record.warnings.append(in.text());
    }
    return doneWith(in);
}

} // namespace store
