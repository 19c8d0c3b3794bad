// A step of a case (`Contents` of the reference): a request with its cards, or a control instruction with its children.
#pragma once

#include "models/domain/card.h"
#include "models/domain/ids.h"
#include <QJsonValue>

namespace domain {

/// Contents.data_type.
enum class StepKind {
    Request = 0, Data = 1, Loop = 201, Condition = 202, UserShare = 203, Throughput = 204, Rendezvous = 301, Plugin = 302
};

struct Step
{
    StepId id; ///< not written to files; given by the document
    StepKind kind = StepKind::Request;
    bool disabled = false;
    TransactionId transaction; ///< `content_id`: the steps come from this library transaction
    QString transactionName;   ///< `selected_temp_name`

    // Request
    Message message;
    std::optional<ThinkTime> thinkTime;
    std::optional<Checkpoint> checkpoint;
    QVector<Extraction> extractions;

    // Control instructions: settings as in semantics.md 2.6 without the children, which stand in `children`.
    QJsonObject data;
    QJsonValue conditions; ///< given back unchanged
    QVector<Step> children;
    QVector<Step> elseChildren;          ///< Condition
    QVector<QVector<Step>> branches;     ///< UserShare; names and weights in data["branches"]

    QJsonObject extra;

    bool operator==(const Step &other) const;
};

// Out of the class: in it, the lists of a still incomplete Step could not be compared.
inline bool Step::operator==(const Step &other) const = default;

QJsonObject toJson(const Step &step, int index);
Result<Step> stepFromJson(const QJsonObject &json, int depth = 0); ///< nested at most ten levels
QJsonArray toJson(const QVector<Step> &steps);
Result<QVector<Step>> stepsFromJson(const QJsonArray &json, int depth = 0);
Step newRequest(const QString &name, const QString &method, const QString &url); ///< verify is on, as the contract says

} // namespace domain
