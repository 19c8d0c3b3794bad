#include "models/domain/step.h"
#include "models/domain/jsonreader.h"

namespace domain {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 10; ///< levels of control instructions

enum CardType { Think = 1, MessageCard, Check, Extract };

QJsonObject card(CardType type, const QJsonObject &content)
{
    return {{u"content_type"_s, int(type)}, {u"content"_s, content}};
}

QJsonArray cardsOf(const Step &step)
{
    QJsonArray cards;
    const bool refersOnly = step.transaction.isValid() && step.message == Message() && !step.thinkTime && !step.checkpoint
        && step.extractions.isEmpty();
    if (step.kind != StepKind::Request || refersOnly)
        return cards;
    cards.append(card(MessageCard, toJson(step.message)));
    if (step.thinkTime)
        cards.append(card(Think, toJson(*step.thinkTime)));
    if (step.checkpoint)
        cards.append(card(Check, toJson(*step.checkpoint)));
    for (const Extraction &extraction : step.extractions)
        cards.append(card(Extract, toJson(extraction)));
    return cards;
}

template <class T, class Target> bool readInto(Target &target, Result<T> card, QString &error)
{
    if (card) {
        target = std::move(*card);
        return true;
    }
    error = card.error().message;
    return false;
}

/// Adds one card to a request.
bool readCard(Step &step, int type, const QJsonObject &content, QString &error)
{
    switch (type) {
    case Think: return readInto(step.thinkTime, thinkTimeFromJson(content), error);
    case MessageCard: return readInto(step.message, messageFromJson(content), error);
    case Check: return readInto(step.checkpoint, checkpointFromJson(content), error);
    default: return readInto(step.extractions.emplaceBack(), extractionFromJson(content), error);
    }
}

bool isLeaf(StepKind kind)
{
    return kind == StepKind::Request || kind == StepKind::Data || kind == StepKind::Rendezvous || kind == StepKind::Plugin;
}

QVector<Step> children(JsonReader &data, QLatin1StringView key, int depth)
{
    auto steps = stepsFromJson(data.list(key), depth + 1);
    if (!steps)
        data.fail(key + steps.error().message);
    return steps.value_or(QVector<Step>());
}

Result<> readData(Step &step, const QJsonObject &json, int depth)
{
    JsonReader data(json);
    if (!isLeaf(step.kind) && step.kind != StepKind::UserShare)
        step.children = children(data, "contents"_L1, depth);
    if (step.kind == StepKind::Condition)
        step.elseChildren = children(data, "else_contents"_L1, depth);
    if (step.kind == StepKind::UserShare) {
        QJsonArray heads;
        step.branches = data.objects<QVector<Step>>("branches"_L1, [&](const QJsonObject &branch) -> Result<QVector<Step>> {
            JsonReader reader(branch);
            auto steps = children(reader, "contents"_L1, depth);
            if (reader.failed())
                return reader.error();
            heads.append(reader.rest());
            return steps;
        });
        step.data = data.rest();
        step.data["branches"_L1] = heads;
    } else {
        step.data = data.rest();
    }
    if (data.failed())
        return data.error();
    return {};
}

/// One entry of `contents`: mostly one step; several messages in one entry are as many requests.
Result<QVector<Step>> entryFromJson(const QJsonObject &json, int depth)
{
    if (depth > deepest)
        return fail(JsonReader::tr("contents: instructions are nested deeper than ten levels."));
    JsonReader reader(json);
    Step step;
    const int kind = reader.integer("data_type"_L1, 0);
    if (kind != 0 && kind != 1 && (kind < 201 || kind > 204) && kind != 301 && kind != 302)
        reader.fail(JsonReader::tr("data_type: %1 is not a known kind of step.").arg(kind));
    step.kind = StepKind(kind);
    step.disabled = reader.flag("is_disabled"_L1, false);
    step.transaction.value = reader.integer("content_id"_L1, 0);
    step.transactionName = reader.text("selected_temp_name"_L1);
    step.conditions = json["conditions"_L1];
    if (step.conditions.isUndefined())
        step.conditions = QJsonValue::Null;
    reader.take("conditions"_L1);
    reader.take("index"_L1);
    const QJsonArray cards = reader.list("content"_L1);
    // `data` may be anything (api decision 46): what is no object with members stays in `extra` as it is.
    if (const QJsonValue data = json["data"_L1]; data.isNull())
        reader.take("data"_L1);
    else if (!data.toObject().isEmpty())
        if (const auto read = readData(step, reader.object("data"_L1), depth); !read)
            reader.fail(u"data"_s, read.error());
    step.extra = reader.rest();

    QVector<Step> steps{step};
    bool hasMessage = false;
    for (qsizetype i = 0; i < cards.size() && !reader.failed(); ++i) {
        JsonReader cardReader(cards[i].toObject());
        const int type = cardReader.integer("content_type"_L1, 0, 1, 4);
        const QJsonObject content = cardReader.object("content"_L1);
        QString error;
        if (type == 0)
            cardReader.fail(JsonReader::tr("content_type: must be a whole number from 1 to 4."));
        if (cardReader.failed()) {
            reader.fail(u"content[%1]"_s.arg(i), cardReader.error().value());
            break;
        }
        if (type == MessageCard && hasMessage)
            steps.append(step);
        hasMessage = hasMessage || type == MessageCard;
        if (!readCard(steps.last(), type, content, error))
            reader.fail(u"content[%1].content."_s.arg(i) + error);
    }
    if (reader.failed())
        return reader.error();
    return steps;
}

} // namespace

QJsonObject toJson(const Step &step, int index)
{
    QJsonObject json = step.extra;
    json["content_id"_L1] = step.transaction.value;
    json["content"_L1] = cardsOf(step);
    json["index"_L1] = index;
    json["selected_temp_name"_L1] = step.transactionName;
    json["data_type"_L1] = int(step.kind);
    json["conditions"_L1] = step.conditions;
    json["is_disabled"_L1] = step.disabled;

    QJsonObject data = step.data;
    if (!isLeaf(step.kind) && step.kind != StepKind::UserShare)
        data["contents"_L1] = toJson(step.children);
    if (step.kind == StepKind::Condition)
        data["else_contents"_L1] = toJson(step.elseChildren);
    if (step.kind == StepKind::UserShare) {
        const QJsonArray heads = data["branches"_L1].toArray();
        QJsonArray branches;
        for (qsizetype i = 0; i < step.branches.size(); ++i) {
            QJsonObject branch = i < heads.size() ? heads[i].toObject() : QJsonObject();
            branch["contents"_L1] = toJson(step.branches[i]);
            branches.append(branch);
        }
        data["branches"_L1] = branches;
    }
    if (!data.isEmpty() || !json.contains("data"_L1))
        json["data"_L1] = data.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(data);
    return json;
}

Result<Step> stepFromJson(const QJsonObject &json, int depth)
{
    auto steps = entryFromJson(json, depth);
    if (!steps)
        return tl::unexpected(steps.error());
    if (steps->size() != 1)
        return fail(JsonReader::tr("content: holds more than one request."));
    return std::move(steps->first());
}

QJsonArray toJson(const QVector<Step> &steps)
{
    QJsonArray list;
    for (qsizetype i = 0; i < steps.size(); ++i)
        list.append(toJson(steps[i], int(i)));
    return list;
}

/// The error begins with the place in the list: "[2].data_type: …".
Result<QVector<Step>> stepsFromJson(const QJsonArray &json, int depth)
{
    // `index` gives the order where all entries have one; the list's own order decides between equals.
    QVector<std::pair<double, QVector<Step>>> entries;
    bool ordered = true;
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (!json[i].isObject())
            return fail(JsonReader::tr("[%1]: must be an object.").arg(i));
        const QJsonObject entry = json[i].toObject();
        auto steps = entryFromJson(entry, depth);
        if (!steps)
            return fail(u"[%1]."_s.arg(i) + steps.error().message);
        ordered = ordered && entry["index"_L1].isDouble();
        entries.emplaceBack(entry["index"_L1].toDouble(), std::move(*steps));
    }
    if (ordered)
        std::stable_sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QVector<Step> all;
    for (auto &entry : entries)
        all += std::move(entry.second);
    return all;
}

Step newRequest(const QString &name, const QString &method, const QString &url)
{
    Step step;
    step.message.name = name;
    step.message.method = method;
    step.message.url = url;
    step.message.protocol = url.startsWith("https:"_L1, Qt::CaseInsensitive) ? Protocol::Https : Protocol::Http;
    step.message.verifyTls = true;
    return step;
}

} // namespace domain
