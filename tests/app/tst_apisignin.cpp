// Nobody unverified gets in: tokens, passwords, signatures, and the file that holds the secrets.
#include "tests/support/apifixture.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

class ApiSignInTest : public QObject
{
    Q_OBJECT

    static QJsonObject credentials(const QString &user, const QString &password)
    {
        const QJsonObject who{{u"name"_s, user}, {u"password"_s, password}, {u"domain"_s, QJsonObject{{u"name"_s, u"any"_s}}}};
        return {{u"auth"_s, QJsonObject{{u"identity"_s, QJsonObject{{u"methods"_s, QJsonArray{u"password"_s}},
                                                                    {u"password"_s, QJsonObject{{u"user"_s, who}}}}}}}};
    }

    static http::Request signedRequest(const QByteArray &key, const QByteArray &secret, const QByteArray &date)
    {
        http::Request request;
        request.method = "PUT";
        request.target = "/v1/a b/x%2Fy?b=2&a=%E4%BD%A0&a=1";
        request.path = "/v1/a%20b/x%2Fy";
        request.query = "b=2&a=%E4%BD%A0&a=1";
        request.body = R"({"name":"n"})";
        request.headers = {{"host", "127.0.0.1:1"}, {"x-sdk-date", date}, {"content-type", "application/json"}};
        const QList<QByteArray> names{"content-type", "host", "x-sdk-date"};
        const QByteArray text = "SDK-HMAC-SHA256\n" + date + '\n'
            + QCryptographicHash::hash(api::canonicalRequest(request, names), QCryptographicHash::Sha256).toHex();
        request.headers.emplaceBack("authorization", "SDK-HMAC-SHA256 Access=" + key + ", SignedHeaders=content-type;host;x-sdk-date, Signature="
                                                         + QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toHex());
        return request;
    }

    static constexpr qint64 noon = 1'700'000'000'000; // 2023-11-14T22:13:20Z
    static QByteArray dateOf(qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyyMMdd'T'hhmmss'Z'"_s).toLatin1(); }

private slots:
    void withoutATokenThereIsNothing()
    {
        ApiFixture api;
        const QByteArray token = std::exchange(api.token, {});
        for (const QString &path : {u"/v1/{p}/test-suites"_s, u"/v3/projects"_s, u"/no/such"_s})
            EXPECT_ANSWER(api.call("GET", path), 401);
        api.token = token + "x";
        EXPECT_ANSWER(api.call("GET", u"/v3/projects"_s), 401);
        api.token = token;
        EXPECT_ANSWER(api.call("GET", u"/v3/projects"_s), 200);
    }

    void theRightPasswordGivesAToken()
    {
        ApiFixture api;
        api.access.setPassword(u"username"_s, u"*****#"_s);
        api.token.clear();
        const auto answer = api.call("POST", u"/v3/auth/tokens"_s, api.example(u"KeystoneCreateUserTokenByPassword"_s, u"request"_s, u"example0"_s).toObject());
        EXPECT_ANSWER(answer, 201);
        api.token = answer.header("X-Subject-Token");
        QVERIFY(api.token.size() >= 40);
        const auto projects = api.call("GET", u"/v3/projects/"_s);
        EXPECT_ANSWER(projects, 200);
        QCOMPARE(projects.json["projects"_L1][0]["id"_L1].toString(), api.tenant);
        QCOMPARE(api.call("GET", u"/v3/projects?name=elsewhere"_s).json["projects"_L1].toArray().size(), 0);
        api.token.clear();
        EXPECT_ANSWER(api.call("POST", u"/v3/auth/tokens"_s, credentials(u"username"_s, u"*****"_s)), 401);
        EXPECT_ANSWER(api.call("POST", u"/v3/auth/tokens"_s, credentials(u"other"_s, u"*****#"_s)), 401);
        EXPECT_ANSWER(api.call("POST", u"/v3/auth/tokens"_s, QJsonObject{{u"auth"_s, QJsonObject()}}), 400);
    }

    void withNoUserSetNobodySignsIn()
    {
        ApiFixture api;
        api.token.clear();
        EXPECT_ANSWER(api.call("POST", u"/v3/auth/tokens"_s, credentials({}, {})), 401);
        http::Request request = signedRequest({}, {}, dateOf(api.now));
        QCOMPARE(api.send(request).status, 401);
    }

    void aTokenLivesADayAndNotLonger()
    {
        ApiFixture api;
        api.now += api::SignIn::tokenLifeMs - 1;
        EXPECT_ANSWER(api.call("GET", u"/v3/projects"_s), 200);
        api.now += 1;
        EXPECT_ANSWER(api.call("GET", u"/v3/projects"_s), 401);
    }

    void aNewPasswordEndsAllTokens()
    {
        ApiFixture api;
        EXPECT_ANSWER(api.call("GET", u"/v3/projects"_s), 200);
        api.access.setPassword(u"u"_s, u"p"_s);
        EXPECT_ANSWER(api.call("GET", u"/v3/projects"_s), 401);
    }

    void wrongPasswordsMakeTheNextOnesWait()
    {
        qint64 now = noon;
        services::ApiService access;
        access.setPassword(u"u"_s, u"right"_s);
        api::SignIn signIn(access, [&] { return now; });
        for (int i = 0; i < api::SignIn::freeFailures; ++i)
            QVERIFY(!signIn.isPassword(u"u"_s, u"wrong"_s));
        QCOMPARE(signIn.wait(), std::optional<qint64>(0));
        QVERIFY(!signIn.isPassword(u"u"_s, u"wrong"_s));
        QCOMPARE(signIn.wait(), std::optional<qint64>(250));
        QCOMPARE(signIn.wait(), std::optional<qint64>(500)); // tries at once stand in a row
        for (int i = 0; i < 10; ++i)
            QVERIFY(!signIn.isPassword(u"u"_s, u"wrong"_s));
        QVERIFY(*signIn.wait() >= 8000);
        QVERIFY(signIn.wait().has_value());
        QVERIFY(!signIn.wait().has_value());
        QVERIFY(signIn.isPassword(u"u"_s, u"right"_s));
        QCOMPARE(signIn.wait(), std::optional<qint64>(0));
    }

    void theCanonicalRequestIsTheVendorsOwn()
    {
        const http::Request request = signedRequest("AK", "SK", "20231114T221320Z");
        QCOMPARE(api::canonicalRequest(request, {"content-type", "host", "x-sdk-date"}),
                 QByteArray("PUT\n/v1/a%20b/x%2Fy/\na=1&a=%E4%BD%A0&b=2\ncontent-type:application/json\nhost:127.0.0.1:1\n"
                            "x-sdk-date:20231114T221320Z\n\ncontent-type;host;x-sdk-date\n")
                     + QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex());
    }

    void onlyAGenuineFreshSignaturePasses()
    {
        const QByteArray date = dateOf(noon);
        const http::Request good = signedRequest("AK", "SK", date);
        QVERIFY(api::isSigned(good, u"AK"_s, "SK", noon));
        QVERIFY(api::isSigned(good, u"AK"_s, "SK", noon + 15 * 60 * 1000));
        QVERIFY(!api::isSigned(good, u"AK"_s, "SK", noon + 15 * 60 * 1000 + 1000));
        QVERIFY(!api::isSigned(good, u"AK"_s, "SK", noon - 15 * 60 * 1000 - 1000));
        QVERIFY(!api::isSigned(good, u"AK"_s, "other", noon));
        QVERIFY(!api::isSigned(good, u"BK"_s, "SK", noon));
        QVERIFY(!api::isSigned(good, {}, {}, noon));
        http::Request bad = good;
        bad.body += ' ';
        QVERIFY(!api::isSigned(bad, u"AK"_s, "SK", noon));
        bad = good;
        bad.method = "POST";
        QVERIFY(!api::isSigned(bad, u"AK"_s, "SK", noon));
        bad = good;
        bad.query += "&c=3";
        QVERIFY(!api::isSigned(bad, u"AK"_s, "SK", noon));
        bad = good;
        bad.path += "z";
        QVERIFY(!api::isSigned(bad, u"AK"_s, "SK", noon));
        bad = good;
        bad.headers[0].second = "localhost:1";
        QVERIFY(!api::isSigned(bad, u"AK"_s, "SK", noon));
        bad = good;
        bad.headers.last().second.replace("content-type;host;x-sdk-date", "content-type");
        QVERIFY(!api::isSigned(bad, u"AK"_s, "SK", noon));
        for (const char *nonsense : {"", "SDK-HMAC-SHA256", "SDK-HMAC-SHA256 ", "Basic eA==", "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature="}) {
            bad = good;
            bad.headers.last().second = nonsense;
            QVERIFY(!api::isSigned(bad, u"AK"_s, "SK", noon));
        }
    }

    void comparingTellsNothingButTheResult()
    {
        QVERIFY(services::equalInConstantTime("abc", "abc"));
        QVERIFY(services::equalInConstantTime("", ""));
        for (const char *other : {"", "ab", "abd", "abcc", "Abc"})
            QVERIFY(!services::equalInConstantTime("abc", other) && !services::equalInConstantTime(other, "abc"));
    }

    void secretsAreKeptForTheirOwnerAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"api.json"_s);
        {
            services::ApiService access(path);
            access.setPassword(u"u"_s, u"my password"_s);
            access.makeAccessKey();
            access.setPort(8123);
            access.setWanted(true);
        }
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFileInfo(path).permissions() & others));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("my password"));
        services::ApiService again(path);
        QVERIFY(again.isWanted());
        QCOMPARE(again.port(), quint16(8123));
        QVERIFY(services::isPasswordOf(again.secrets(), u"u"_s, u"my password"_s));
        QVERIFY(!services::isPasswordOf(again.secrets(), u"u"_s, u"my passwor"_s));
        QVERIFY(!again.secrets().accessKey.isEmpty() && again.secrets().secretKey.size() >= 30);
        QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
        services::ApiService open(path);
        QVERIFY(!open.problem().isEmpty());
        QVERIFY(open.secrets().user.isEmpty());
        QVERIFY(!open.isWanted());
    }
};

QTEST_GUILESS_MAIN(ApiSignInTest)
#include "tst_apisignin.moc"
