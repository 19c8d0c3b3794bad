// Bodies made at random from the schemas of openapi.json, with a fixed seed: valid ones are taken and given back, spoilt
// ones get 4xx, and nothing makes the API answer 5xx.
#include "tests/support/apifixture.h"

#include <random>

using namespace Qt::StringLiterals;

namespace {

class Maker
{
public:
    Maker(const api::Schema &schema, unsigned seed) : m_schema(schema), m_random(seed) {}

    int number(int low, int high) { return std::uniform_int_distribution(low, high)(m_random); }

    QString text()
    {
        static const QStringList pieces{u"a"_s, u"Ü"_s, u"支付"_s, u"\""_s, u"\\"_s, u"\n"_s, u"${x}"_s, u"😀"_s, u"<b>"_s, u"0"_s, u" z"_s};
        QString made;
        for (int i = number(1, 6); i > 0; --i)
            made += pieces[number(0, int(pieces.size()) - 1)];
        return made;
    }

    QJsonValue value(const QJsonObject &given, int depth = 0)
    {
        QJsonObject schema = m_schema.resolved(given);
        if (const QJsonArray parts = schema["allOf"_L1].toArray(); !parts.isEmpty())
            schema = m_schema.resolved(parts.first().toObject());
        if (const QJsonArray choices = schema["enum"_L1].toArray(); !choices.isEmpty())
            return choices[number(0, int(choices.size()) - 1)];
        const QString type = schema["type"_L1].toString();
        if (type == "integer"_L1)
            return number(std::max(0, schema["minimum"_L1].toInt()), 500);
        if (type == "number"_L1)
            return number(0, 5000) / 4.0;
        if (type == "boolean"_L1)
            return number(0, 1) == 1;
        if (type == "string"_L1)
            return text();
        if (type == "array"_L1) {
            QJsonArray list;
            for (int i = depth > 9 ? 0 : number(0, 2); i > 0; --i)
                list.append(value(schema["items"_L1].toObject(), depth + 1));
            return list;
        }
        if (type == "object"_L1) {
            QJsonObject object;
            const QJsonObject properties = schema["properties"_L1].toObject();
            const QJsonArray required = schema["required"_L1].toArray();
            for (auto member = properties.begin(); member != properties.end(); ++member)
                if (required.contains(member.key()) || number(0, 2) > 0)
                    object[member.key()] = value(member->toObject(), depth + 1);
            if (number(0, 3) == 0)
                object["x_unknown"_L1] = text();
            return object;
        }
        return number(0, 1) ? QJsonValue(text()) : QJsonValue(QJsonValue::Null);
    }

    /// Puts something of a wrong kind somewhere into a body the schema types. False: it found no place.
    bool spoil(QJsonObject &object, const QJsonObject &given)
    {
        const QJsonObject schema = m_schema.resolved(given);
        const QJsonObject properties = schema["properties"_L1].toObject();
        QStringList typed;
        for (auto member = properties.begin(); member != properties.end(); ++member)
            if (const QString type = m_schema.resolved(member->toObject())["type"_L1].toString(); !type.isEmpty())
                typed << member.key();
        if (typed.isEmpty())
            return false;
        const QString key = typed[number(0, int(typed.size()) - 1)];
        const QString type = m_schema.resolved(properties[key].toObject())["type"_L1].toString();
        object[key] = type == "string"_L1 ? QJsonValue(QJsonArray{1}) : type == "array"_L1 ? QJsonValue(u"no list"_s) : QJsonValue(QJsonArray());
        return true;
    }

private:
    const api::Schema &m_schema;
    std::mt19937 m_random;
};

/// `got` holds all that `sent` held; null and absent are alike, and so are 1 and "1" where a text is kept.
QString lost(const QJsonValue &sent, const QJsonValue &got, const QString &place)
{
    if (sent.isNull())
        return {};
    if (sent.isObject()) {
        const QJsonObject object = sent.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            if (const QString why = lost(*member, got[member.key()], place + u'.' + member.key()); !why.isEmpty())
                return why;
        return {};
    }
    if (sent.isArray()) {
        const QJsonArray list = sent.toArray();
        if (list.size() != got.toArray().size())
            return place + u": %1 entries of %2"_s.arg(got.toArray().size()).arg(list.size());
        for (qsizetype i = 0; i < list.size(); ++i)
            if (const QString why = lost(list[i], got[i], u"%1[%2]"_s.arg(place).arg(i)); !why.isEmpty())
                return why;
        return {};
    }
    if (sent == got)
        return {};
    return u"%1: sent %2, got %3"_s.arg(place, QString::fromUtf8(QJsonDocument(QJsonArray{sent}).toJson(QJsonDocument::Compact)),
                                        QString::fromUtf8(QJsonDocument(QJsonArray{got}).toJson(QJsonDocument::Compact)));
}

} // namespace

class ApiRandomTest : public QObject
{
    Q_OBJECT

    /// A body as it comes back: what the server decides itself is left out, and the order of steps is theirs.
    static void forCase(QJsonObject &body, Maker &maker)
    {
        for (const QLatin1StringView own : {"case_id"_L1, "sort"_L1, "directory_id"_L1, "setup_contents"_L1, "contents"_L1, "case_info"_L1})
            body.remove(own);
        if (body["status"_L1] == QJsonValue(0))
            body["status"_L1] = 2; // deleted and switched off are one here
        QJsonArray stages; // what the schema leaves open of a limit
        for (const QJsonValue &one : body["stages"_L1].toArray()) {
            QJsonObject stage = one.toObject(), kpis = stage["peak_load_kpis"_L1].toObject();
            for (const QString &name : kpis.keys())
                if (kpis[name].isObject())
                    kpis[name] = QJsonObject{{u"comparison"_s, u"<="_s}, {u"value"_s, maker.number(1, 100)}};
            if (stage.contains("peak_load_kpis"_L1))
                stage["peak_load_kpis"_L1] = kpis;
            stages.append(stage);
        }
        if (body.contains("stages"_L1))
            body["stages"_L1] = stages;
        QJsonArray contents;
        for (int i = 0; i < maker.number(0, 3); ++i) {
            QJsonObject message{{u"name"_s, maker.text()}, {u"method"_s, u"POST"_s}, {u"url"_s, u"http://127.0.0.1/"_s + QString::number(i)},
                                {u"protocol_type"_s, 1}, {u"headers"_s, QJsonArray{QJsonObject{{u"key"_s, u"A"_s}, {u"value"_s, maker.text()}}}},
                                {u"body_type"_s, 0}, {u"bodys"_s, QJsonArray{maker.text()}}, {u"connect_timeout"_s, maker.number(20, 60000)},
                                {u"return_timeout"_s, maker.number(20, 60000)}, {u"x_unknown"_s, maker.text()}};
            contents.append(QJsonObject{{u"data_type"_s, 0}, {u"index"_s, i}, {u"is_disabled"_s, maker.number(0, 1) == 1},
                                        {u"is_continue"_s, true}, {u"content_id"_s, 0}, {u"selected_temp_name"_s, QString()},
                                        {u"content"_s, QJsonArray{QJsonObject{{u"content_type"_s, 2}, {u"content"_s, message}}}}});
        }
        body["contents"_L1] = contents;
    }

private slots:
    void validCasesSurviveARoundTrip()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        Maker maker(api.operations().schema(), 7);
        const QJsonObject schema{{u"$ref"_s, u"#/components/schemas/CaseInfoDetail"_s}};
        for (int i = 0; i < 80; ++i) {
            QJsonObject body = maker.value(schema).toObject();
            body["name"_L1] = u"case "_s + maker.text();
            body["project_id"_L1] = suite;
            forCase(body, maker);
            const auto made = api.call("POST", u"/v2/{p}/test-cases"_s, body);
            EXPECT_ANSWER(made, 200);
            const auto shown = api.call("GET", u"/v2/{p}/test-cases/%1"_s.arg(made.json["json"_L1]["test_case_id"_L1].toInt()));
            EXPECT_ANSWER(shown, 200);
            body.remove("project_id"_L1);
            const QString why = lost(body, shown.json["test_case"_L1], u"case"_s);
            QVERIFY2(why.isEmpty(), qPrintable(why));
        }
    }

    void validVariablesAndTransactionsSurviveARoundTrip()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        Maker maker(api.operations().schema(), 11);
        for (int i = 0; i < 60; ++i) {
            const int low = maker.number(-5, 5);
            const bool range = maker.number(0, 1);
            const QJsonObject variable{{u"name"_s, u"v%1"_s.arg(i)}, {u"variable_type"_s, range ? 1 : 2}, {u"is_quoted"_s, maker.number(0, 1) == 1},
                                       {u"variable"_s, range ? QJsonArray{low, low + maker.number(0, 9)} : QJsonArray{maker.text(), 3}},
                                       {u"variable_mode"_s, maker.number(0, 1)}, {u"share_mode"_s, maker.number(0, 1)}, {u"x_unknown"_s, maker.text()}};
            EXPECT_ANSWER(api.call("POST", u"/v1/{p}/variables/%1"_s.arg(suite), QJsonArray{variable}), 201);
            const auto list = api.call("GET", u"/v1/{p}/variables/0/test-suites/%1"_s.arg(suite));
            EXPECT_ANSWER(list, 200);
            const QString why = lost(variable, list.json["variable_list"_L1].toArray().last(), u"variable"_s);
            QVERIFY2(why.isEmpty(), qPrintable(why));
        }
        const QJsonObject schema{{u"$ref"_s, u"#/components/schemas/CreateTempRequestBody"_s}};
        for (int i = 0; i < 60; ++i) {
            QJsonObject body = maker.value(schema).toObject();
            body["project_id"_L1] = suite;
            body["name"_L1] = u"t"_s + maker.text();
            body["contents"_L1] = QJsonArray();
            const auto made = api.call("POST", u"/v1/{p}/templates"_s, body);
            EXPECT_ANSWER(made, 201);
            const auto shown = api.call("GET", u"/v1/{p}/templates/%1"_s.arg(made.json["tempId"_L1].toInt()));
            EXPECT_ANSWER(shown, 200);
            const QString why = lost(body, shown.json["temp_info"_L1], u"transaction"_s);
            QVERIFY2(why.isEmpty(), qPrintable(why));
        }
    }

    void spoiltBodiesGet400()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        const int id = api.call("POST", u"/v2/{p}/test-cases"_s, QJsonObject{{u"name"_s, u"c"_s}, {u"project_id"_s, suite}})
                           .json["json"_L1]["test_case_id"_L1].toInt();
        Maker maker(api.operations().schema(), 13);
        const QString ids[] = {QString::number(suite), QString::number(id)};
        for (int round = 0; round < 12; ++round) {
            for (const auto &operation : api.operations().all()) {
                if (!operation.body)
                    continue;
                QString path = operation.path;
                for (const auto &parameter : operation.parameters)
                    path.replace(u'{' + parameter.name + u'}', parameter.name == "project_id"_L1 ? api.tenant
                                     : !parameter.allowed.isEmpty()                              ? parameter.allowed.first()
                                     : parameter.name.startsWith("test_suit"_L1)                 ? ids[0]
                                                                                                 : ids[1]);
                const QJsonObject schema = api.operations().schema().resolved(*operation.body);
                const bool isList = schema["type"_L1] == QJsonValue(u"array"_s);
                const QJsonObject item = isList ? schema["items"_L1].toObject() : schema;
                QJsonObject body = maker.value(item).toObject();
                if (!maker.spoil(body, item))
                    continue;
                const auto answer = isList ? api.call(operation.method, path, QJsonArray{body}) : api.call(operation.method, path, body);
                QVERIFY2(answer.status == 400, qPrintable(u"%1 takes %2"_s.arg(operation.id, QString::fromUtf8(QJsonDocument(body).toJson()))));
                QVERIFY2(answer.wrong.isEmpty(), qPrintable(answer.wrong));
            }
        }
    }

    void nothingMakesItAnswer5xx()
    {
        ApiFixture api;
        const int suite = api.newSuite();
        Maker maker(api.operations().schema(), 17);
        const QStringList odd{u"0"_s, u"1"_s, u"2"_s, QString::number(suite), u"2147483647"_s, u"2147483648"_s, u"-1"_s, u"x"_s, u"%00"_s,
                              u"%2F"_s, u"1e3"_s, u"%F0%9F%98%80"_s, u".."_s, u"content"_s};
        for (int round = 0; round < 20; ++round) {
            for (const auto &operation : api.operations().all()) {
                if (operation.id == "UpdateTaskStatus"_L1 || operation.id == "BatchUpdateTaskStatus"_L1 || operation.id == "DebugCase"_L1
                    || operation.id.startsWith("KeystoneCreate"_L1))
                    continue; // these run things, or wait after wrong passwords
                QString path = operation.path;
                QStringList query;
                for (const auto &parameter : operation.parameters) {
                    const QString value = odd[maker.number(0, int(odd.size()) - 1)];
                    if (parameter.inPath)
                        path.replace(u'{' + parameter.name + u'}', parameter.name == "project_id"_L1 && maker.number(0, 9) ? api.tenant : value);
                    else if (maker.number(0, 3))
                        query << parameter.name + u'=' + value;
                }
                if (!query.isEmpty())
                    path += u'?' + query.join(u'&');
                const QJsonValue body = operation.body ? maker.value(*operation.body) : QJsonValue();
                const auto answer = body.isArray() ? api.call(operation.method, path, body.toArray()) : api.call(operation.method, path, body.toObject());
                QVERIFY2(answer.status < 500, qPrintable(path + u": "_s + QString::fromUtf8(answer.body)));
                QVERIFY2(answer.wrong.isEmpty(), qPrintable(path + u": "_s + answer.wrong));
            }
        }
    }

    void bytesAtRandomAreRefused()
    {
        ApiFixture api;
        const QByteArray good = R"({"name":"Shop","description":"a \u00e4 b","extra":[1,2,{"a":null}]})";
        std::mt19937 random(23);
        for (int i = 0; i < 500; ++i) {
            QByteArray bytes = good;
            for (unsigned j = random() % 4 + 1; j > 0; --j)
                bytes[qsizetype(random() % uint(bytes.size()))] = char(random() % 256);
            const auto answer = api.call("POST", u"/v1/{p}/test-suites"_s, bytes);
            QVERIFY2(answer.status == 201 || answer.status == 400, answer.body.constData());
        }
    }
};

QTEST_GUILESS_MAIN(ApiRandomTest)
#include "tst_apirandom.moc"
