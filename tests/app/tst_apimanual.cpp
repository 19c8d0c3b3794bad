// The manual's page on the API, in each language: a curl command for each call that is what openapi.json describes, and all
// codes of errors.
#include "tests/support/apifixture.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

class ApiManualTest : public QObject
{
    Q_OBJECT

    static QString pageOf(const QString &language)
    {
        QFile file(QStringLiteral(SOURCE_ROOT "/resources/manual/%1/api.md").arg(language));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    /// The indented lines under the heading of that call, as one command.
    static QString commandOf(const QString &page, const QString &call)
    {
        QString command;
        const QString section = page.section(u"\n### "_s + call + u'\n', 1, 1).section(u"\n#"_s, 0, 0);
        for (const QString &line : section.split(u'\n'))
            if (line.startsWith("    "_L1))
                command += line.endsWith(u'\\') ? line.chopped(1) : line;
        return command.trimmed();
    }

    static QString part(const QString &command, const QString &pattern)
    {
        return QRegularExpression(pattern).match(command).captured(1);
    }

private slots:
    void eachCallHasACommandThatIsRight_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh") << u"zh"_s;
    }

    void eachCallHasACommandThatIsRight()
    {
        QFETCH(QString, language);
        ApiFixture api;
        const QString page = pageOf(language);
        for (const auto &operation : api.operations().all()) {
            const QString command = commandOf(page, operation.id);
            QVERIFY2(command.startsWith("curl "_L1), qPrintable(operation.id));
            const QString method = part(command, u"-X (\\w+)"_s);
            QCOMPARE(method.isEmpty() ? "GET" : method.toLatin1(), operation.method);
            const QString url = part(command, u"\"\\$URL([^\"?]*)"_s).replace(u"$PROJECT"_s, api.tenant);
            const auto match = api.operations().match(operation.method, url.toUtf8());
            QVERIFY2(match.operation && match.operation->id == operation.id, qPrintable(operation.id + u": "_s + url));
            const QString body = part(command, u"-d '([^']*)'"_s);
            QCOMPARE(!body.isEmpty(), operation.body.has_value());
            if (!operation.body)
                continue;
            const auto json = QJsonDocument::fromJson(body.toUtf8());
            const auto wrong = api.operations().schema().check(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()),
                                                               *operation.body, api::Schema::Nulls::Absent);
            QVERIFY2(!wrong, qPrintable(operation.id + u": "_s + wrong.value_or(QString())));
        }
    }

    void eachCodeOfAnErrorIsExplained()
    {
        for (const auto &language : {u"en"_s, u"zh"_s}) {
            const QString page = pageOf(language);
            for (int fault = 0; fault <= int(api::Fault::OtherVersion); ++fault) {
                const auto response = api::problem(api::Fault(fault), {});
                const QString row = u"| %1 | %2 | "_s.arg((*response.body)["error_code"_L1].toString()).arg(response.status);
                QVERIFY2(page.contains(row), qPrintable(language + u": "_s + row));
            }
        }
    }
};

QTEST_GUILESS_MAIN(ApiManualTest)
#include "tst_apimanual.moc"
