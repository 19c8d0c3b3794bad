#include "models/domain/step.h"

#include "models/domain/jsonreader.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr int deepest = 10; // semantics.md 2.1

QJsonObject card(int type, const QJsonObject &content) { return {{u"content_type"_s, type}, {u"content"_s, content}}; }

QJsonArray cardsOf(const Step &step)
{
    QJsonArray cards{card(2, toJson(step.message))};
    if (step.thinkTime)
        cards << card(1, toJson(*step.thinkTime));
    if (step.checkpoint)
        cards << card(3, toJson(*step.checkpoint));
    for (const Extraction &extraction : step.extractions)
        cards << card(4, toJson(extraction));
    return cards;
}

template <class T> bool assign(JsonReader &reader, const Result<T> &from, T &to)
{
    if (from)
        to = *from;
    else
        reader.problem(from.error().message);
    return from.has_value();
}

void readCards(JsonReader &reader, const QJsonArray &cards, Step &step)
{
    for (qsizetype i = 0; i < cards.size() && reader.error().isEmpty(); ++i) {
        const QJsonObject one = cards[i].toObject();
        const QJsonObject content = one[u"content"_s].toObject();
        switch (one[u"content_type"_s].toInt()) {
        case 1: assign(reader, thinkTimeFromJson(content), step.thinkTime.emplace()); break;
        case 2: assign(reader, messageFromJson(content), step.message); break;
        case 3: assign(reader, checkpointFromJson(content), step.checkpoint.emplace()); break;
        case 4: assign(reader, extractionFromJson(content), step.extractions.emplaceBack()); break;
        default: reader.problem(u"content[%1]: “content_type” must be 1, 2, 3 or 4"_s.arg(i));
        }
    }
}

void readChildren(JsonReader &reader, const QJsonValue &json, QVector<Step> &into, int depth)
{
    if (json.isNull() || json.isUndefined())
        return;
    assign(reader, stepsFromJson(json.toArray(), depth), into);
}

} // namespace

QJsonObject toJson(const Step &step, int index)
{
    QJsonObject json = step.extra;
    json[u"index"_s] = index;
    json[u"data_type"_s] = int(step.kind);
    json[u"content_id"_s] = step.transaction.value;
    json[u"selected_temp_name"_s] = step.transactionName.isEmpty() ? QJsonValue() : QJsonValue(step.transactionName);
    json[u"is_disabled"_s] = step.disabled;
    json[u"conditions"_s] = step.conditions;
    json[u"content"_s] = step.kind == StepKind::Request && !step.transaction.isValid() ? cardsOf(step) : QJsonArray();
    if (step.kind == StepKind::Request) {
        json[u"data"_s] = step.data.isEmpty() ? QJsonValue() : QJsonValue(step.data);
        return json;
    }
    QJsonObject data = step.data;
    if (step.kind == StepKind::UserShare) {
        QJsonArray branches = data[u"branches"_s].toArray();
        for (qsizetype i = 0; i < step.branches.size(); ++i) {
            QJsonObject branch = branches.size() > i ? branches[i].toObject() : QJsonObject{{u"weight"_s, 1}};
            branch[u"contents"_s] = toJson(step.branches[i]);
            if (branches.size() > i)
                branches[i] = branch;
            else
                branches << branch;
        }
        data[u"branches"_s] = branches;
    } else if (step.kind == StepKind::Loop || step.kind == StepKind::Condition || step.kind == StepKind::Throughput) {
        data[u"contents"_s] = toJson(step.children);
        if (!step.elseChildren.isEmpty())
            data[u"else_contents"_s] = toJson(step.elseChildren);
    }
    json[u"data"_s] = data;
    return json;
}

Result<Step> stepFromJson(const QJsonObject &json, int depth)
{
    if (depth >= deepest)
        return fail(u"Steps are nested more than ten levels deep"_s);
    JsonReader reader(json);
    Step step;
    const int kind = reader.integer(u"data_type"_s, 0);
    if (!QVector{0, 1, 201, 202, 203, 204, 301, 302}.contains(kind))
        return fail(u"“data_type” %1 is not known"_s.arg(kind));
    step.kind = StepKind(kind);
    reader.value(u"index"_s);
    step.disabled = reader.flag(u"is_disabled"_s);
    step.transaction.value = reader.integer(u"content_id"_s, 0);
    step.transactionName = reader.text(u"selected_temp_name"_s);
    step.conditions = reader.value(u"conditions"_s);
    readCards(reader, reader.array(u"content"_s), step);
    const QJsonValue data = reader.value(u"data"_s);
    step.data = data.toObject();
    if (step.kind == StepKind::UserShare) {
        QJsonArray branches = step.data[u"branches"_s].toArray();
        for (qsizetype i = 0; i < branches.size(); ++i) {
            QJsonObject branch = branches[i].toObject();
            readChildren(reader, branch.take(u"contents"_s), step.branches.emplaceBack(), depth + 1);
            branches[i] = branch;
        }
        step.data[u"branches"_s] = branches;
    } else {
        readChildren(reader, step.data.take(u"contents"_s), step.children, depth + 1);
        readChildren(reader, step.data.take(u"else_contents"_s), step.elseChildren, depth + 1);
    }
    step.extra = reader.extra();
    if (!reader.error().isEmpty())
        return fail(reader.error());
    return step;
}

QJsonArray toJson(const QVector<Step> &steps)
{
    QJsonArray json;
    for (qsizetype i = 0; i < steps.size(); ++i)
        json << toJson(steps[i], int(i));
    return json;
}

Result<QVector<Step>> stepsFromJson(const QJsonArray &json, int depth)
{
    QVector<Step> steps;
    for (qsizetype i = 0; i < json.size(); ++i) {
        auto step = stepFromJson(json[i].toObject(), depth);
        if (!step)
            return fail(u"contents[%1]: %2"_s.arg(i).arg(step.error().message));
        steps << *step;
    }
    return steps;
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
