// Texts of steps: what ${…} names, renaming it, search and replace.
#include "models/document/steptexts.h"
#include "tests/models/outline.h"

#include <QTest>

using namespace Qt::StringLiterals;

class StepTextsTest : public QObject
{
    Q_OBJECT

    static domain::Variable variable(const QString &name)
    {
        domain::Variable one;
        one.name = name;
        one.values = {u"1"_s};
        return one;
    }

private slots:
    void referencesAreReadFromText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("none") << u"plain $ {a} ${ }$"_s << QStringList{u" "_s};
        QTest::newRow("two") << u"${a}/${b}?${a}"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("function") << u"${__md5(${a},${__vu})}"_s << QStringList{u"__md5"_s, u"a"_s, u"__vu"_s};
        QTest::newRow("open") << u"${a"_s << QStringList();
        QTest::newRow("column") << u"${users.name}"_s << QStringList{u"users.name"_s};
    }
    void referencesAreReadFromText()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, names);
        QCOMPARE(document::referencesIn(text), names);
    }

    void aNameIsRenamedWhereItStandsAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("after");
        QTest::newRow("plain") << u"${a}-${ab}-a"_s << u"${x}-${ab}-a"_s;
        QTest::newRow("argument") << u"${__md5(${a})}"_s << u"${__md5(${x})}"_s;
        QTest::newRow("column of a file") << u"${a.user}"_s << u"${x.user}"_s;
        QTest::newRow("other's column") << u"${b.a}"_s << u"${b.a}"_s;
    }
    void aNameIsRenamedWhereItStandsAlone()
    {
        QFETCH(QString, text);
        QFETCH(QString, after);
        QCOMPARE(document::withRenamed(text, u"a"_s, u"x"_s), after);
    }

    void renamingAVariableRenamesItsUses()
    {
        SampleProject sample;
        document::ProjectDocument &document = sample.document;
        document.setVariables({variable(u"base"_s)}, u"Add"_s);
        domain::Step step = *document.step(sample.step(u"add"_s));
        step.message.url = u"${base}/cart"_s;
        step.message.body = u"{\"at\": \"${__base64(${base})}\"}"_s;
        step.checkpoint.emplace();
        step.checkpoint->items = {{u"body"_s, {}, u"contains"_s, u"${base}"_s}};
        document.setStep(sample.cart, step, u"Edit"_s);
        domain::Step loop = *document.step(sample.step(u"loop"_s));
        loop.data[u"loop_count"_s] = u"${base}"_s;
        document.setStep(sample.cart, loop, u"Edit"_s);
        domain::Transaction shared;
        shared.name = u"Sign in"_s;
        shared.steps = {request(u"post"_s, u"${base}/login"_s)};
        document.addTransaction(shared);
        document.setEnvironments({{u"Staging"_s, {{u"base"_s, u"http://b"_s}}}}, u"Add"_s);
        document.undoStack().clear();
        const domain::Project before = document.project();

        document.rename(document.project().variables.first().id, u"host"_s);
        QCOMPARE(document.undoStack().count(), 1);
        QCOMPARE(document.undoStack().undoText(), u"Rename variable “base”"_s);
        const domain::Step *add = document.step(sample.step(u"add"_s));
        QCOMPARE(add->message.url, u"${host}/cart"_s);
        QCOMPARE(add->message.body, u"{\"at\": \"${__base64(${host})}\"}"_s);
        QCOMPARE(add->checkpoint->items.first().value, u"${host}"_s);
        QCOMPARE(document.step(sample.step(u"loop"_s))->data[u"loop_count"_s].toString(), u"${host}"_s);
        QCOMPARE(document.project().transactions.first().steps.first().message.url, u"${host}/login"_s);
        QCOMPARE(document.project().environments.first().values.first().key, u"host"_s);
        QCOMPARE(document::usesIn(document.project()).value(u"base"_s), 0);
        document.undoStack().undo();
        QVERIFY(document.project() == before);
    }

    void ofTwoWithOneNameOnlyTheVariableIsRenamed()
    {
        SampleProject sample;
        sample.document.setVariables({variable(u"a"_s), variable(u"a"_s)}, u"Add"_s);
        domain::Step step = *sample.document.step(sample.step(u"add"_s));
        step.message.url = u"${a}"_s;
        sample.document.setStep(sample.cart, step, u"Edit"_s);
        sample.document.rename(sample.document.project().variables.last().id, u"b"_s);
        QCOMPARE(sample.document.step(sample.step(u"add"_s))->message.url, u"${a}"_s);
    }

    void searchLooksEverywhereInAStep()
    {
        SampleProject sample;
        domain::Step step = *sample.document.step(sample.step(u"add"_s));
        step.message.headers = {{u"X-Shop"_s, u"north"_s}};
        step.message.body = u"shop=SHOP"_s;
        sample.document.setStep(sample.cart, step, u"Edit"_s);
        sample.document.undoStack().clear();
        const auto find = [&](const document::Search &search, const QString &by = u"market"_s) {
            return document::find(sample.document, {sample.cart}, search, by);
        };
        QCOMPARE(find({u"shop"_s}).size(), 4); // two URLs, a header's name, the body
        QCOMPARE(find({u"shop"_s, true}).size(), 3);
        QCOMPARE(find({u"north"_s}).first().place, u"Header X-Shop"_s);
        QVERIFY(find({u"sho"_s, false, true}).isEmpty());
        QCOMPARE(find({u"s(h)op"_s, true, false, true}, u"\\1"_s).first().after, u"http://h/open"_s);
        QCOMPARE(find({u"shop"_s, true}, u"\\1"_s).first().after, u"http://\\1/open"_s); // no group without an expression
        QVERIFY(document::mistakeIn({u"(a"_s, false, false, true}).contains(u"does not hold"_s));
        QVERIFY(find({u"(a"_s, false, false, true}).isEmpty());
        QVERIFY(find({QString()}).isEmpty());
    }

    void replacingIsOneCommand()
    {
        SampleProject sample;
        const auto found = document::find(sample.document, {sample.login, sample.cart}, {u"http://shop"_s}, u"${base}"_s);
        QCOMPARE(found.size(), 2);
        QCOMPARE(document::replace(sample.document, found), 2);
        QCOMPARE(sample.document.step(sample.step(u"add"_s))->message.url, u"${base}/cart"_s);
        QCOMPARE(sample.document.undoStack().count(), 1);
        QCOMPARE(document::replace(sample.document, found), 0); // the texts are others now
        sample.document.undoStack().undo();
        QCOMPARE(sample.document.step(sample.step(u"add"_s))->message.url, u"http://shop/cart"_s);
    }
};

QTEST_GUILESS_MAIN(StepTextsTest)
#include "tst_steptexts.moc"
