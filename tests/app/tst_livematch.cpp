// What editors show of checks and extractions on the last answer is what a run would find.
#include "app/services/livematch.h"
#include "models/document/projectdocument.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using services::LiveMatch;

class LiveMatchTest : public QObject
{
    Q_OBJECT

    const services::Answer m_answer{201, "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n\r\n",
                                    "{\"token\":\"t-1\",\"total\":8.40,\"items\":[{\"id\":7}]}", "http://shop/orders?k=5"};

    static QString shown(const LiveMatch &match)
    {
        const QStringList kinds{u"open"_s, u"held"_s, u"not held"_s, u"wrong"_s};
        return kinds[match.kind] + u": "_s + match.text;
    }

private slots:
    void extractions_data()
    {
        QTest::addColumn<domain::Extraction>("extraction");
        QTest::addColumn<QString>("expected");
        using domain::Extraction;
        QTest::newRow("regex") << Extraction{u"t"_s, 1, u"\"token\"\\s*:\\s*\"(.*?)\""_s, {}} << u"held: t-1"_s;
        QTest::newRow("regex without a match") << Extraction{u"t"_s, 1, u"no(.)"_s, {}, 1, 1, u"none"_s} << u"not held: none"_s;
        QTest::newRow("header") << Extraction{u"t"_s, 2, u"Content-Type: (.*)\r\n"_s, {}} << u"held: application/json"_s;
        QTest::newRow("URL") << Extraction{u"t"_s, 3, u"k=(\\d)"_s, {}} << u"held: 5"_s;
        QTest::newRow("status") << Extraction{u"t"_s, 4, {}, {}} << u"held: 201"_s;
        QTest::newRow("key path") << Extraction{u"t"_s, 5, {}, u"items[0].id"_s} << u"held: 7"_s;
        QTest::newRow("JSONPath") << Extraction{u"t"_s, 5, {}, u"$..id"_s} << u"held: 7"_s;
        QTest::newRow("XPath on JSON") << Extraction{u"t"_s, 6, {}, u"//id"_s, 1, 1, u"none"_s} << u"not held: none"_s;
        QTest::newRow("not as expected") << Extraction{u"t"_s, 4, {}, {}, 1, 1, {}, u"200"_s} << u"not held: 201"_s;
        QTest::newRow("nothing written yet") << Extraction{u"t"_s, 1, {}, {}} << u"open: "_s;
    }

    void extractions()
    {
        QFETCH(domain::Extraction, extraction);
        QTEST(shown(services::matchOf(extraction, &m_answer)), "expected");
    }

    void checks_data()
    {
        QTest::addColumn<domain::CheckItem>("item");
        QTest::addColumn<QString>("expected");
        using domain::CheckItem;
        QTest::newRow("status") << CheckItem{u"status"_s, {}, u"=="_s, u"2xx"_s} << u"held: 201"_s;
        QTest::newRow("number") << CheckItem{u"json"_s, u"total"_s, u">="_s, u"10"_s} << u"not held: 8.4"_s;
        QTest::newRow("header") << CheckItem{u"header"_s, u"content-type"_s, u"contains"_s, u"json"_s} << u"held: application/json"_s;
        QTest::newRow("text of a variable") << CheckItem{u"json"_s, u"token"_s, u"=="_s, u"${token}"_s} << u"held: t-1"_s;
        QTest::newRow("known in a run only") << CheckItem{u"json"_s, u"token"_s, u"=="_s, u"${other}"_s} << u"open: t-1"_s;
        QTest::newRow("expression") << CheckItem{u"body"_s, {}, u"regex"_s, u"("_s} << u"wrong"_s;
        QTest::newRow("JSONPath") << CheckItem{u"jsonpath"_s, u"$["_s, u"exists"_s, {}} << u"wrong"_s;
        QTest::newRow("XPath") << CheckItem{u"xpath"_s, u"//a["_s, u"exists"_s, {}} << u"wrong"_s;
    }

    void checks()
    {
        QFETCH(domain::CheckItem, item);
        QFETCH(QString, expected);
        domain::Variable token;
        token.name = u"token"_s;
        token.values = {u"t-1"_s};
        const QString found = shown(services::matchOf(item, &m_answer, {token}));
        QVERIFY2(expected == u"wrong"_s ? found.startsWith(u"wrong: The "_s) : found == expected, qPrintable(found));
    }

    void withoutAnAnswerOnlyMistakesShow()
    {
        QCOMPARE(services::matchOf(domain::Extraction{u"t"_s, 1, u"a(b)"_s, {}}, nullptr), LiveMatch());
        QCOMPARE(services::matchOf(domain::Extraction{u"t"_s, 1, u"a(b"_s, {}}, nullptr).kind, LiveMatch::Wrong);
        QCOMPARE(services::matchOf(domain::CheckItem{u"body"_s, {}, u"regex"_s, u"("_s}, nullptr, {}).kind, LiveMatch::Wrong);
    }

    void theBookOfADocumentForgetsWhatWasNotAnsweredAgain()
    {
        document::ProjectDocument document({}, [n = 0](document::NodeRef::Kind) mutable { return ++n; });
        services::AnswerBook &book = services::AnswerBook::of(document);
        QCOMPARE(&services::AnswerBook::of(document), &book);
        QSignalSpy noted(&book, &services::AnswerBook::noted);
        book.note({3}, m_answer);
        QCOMPARE(book.find({3})->status, 201);
        book.note({3}, {});
        QVERIFY(!book.find({3}));
        book.note({}, m_answer);
        QCOMPARE(noted.size(), 2);
    }
};


QTEST_GUILESS_MAIN(LiveMatchTest)
#include "tst_livematch.moc"
