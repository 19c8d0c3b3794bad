// Every mistake a card or an instruction can have is said under its editor, in the words of `check`, and goes when it is mended.
#include "models/domain/instruction.h"
#include "models/domain/validation.h"
#include "ui/editors/stepeditor.h"
#include "ui/editors/stepproblems.h"
#include "ui/widgets/theme.h"
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Step;

class StepProblemsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<document::ProjectDocument> m_document;
    std::unique_ptr<ui::StepEditor> m_editor;
    domain::CaseId m_case;

    static Step request() { return domain::newRequest(u"Order"_s, u"GET"_s, u"http://h/"_s); }
    template <class Settings> static Step made(const Settings &settings)
    {
        Step step;
        domain::put(step, settings);
        return step;
    }
    ui::StepProblems *problems() const { return m_editor->findChild<ui::StepProblems *>(); }

private slots:
    void init()
    {
        ui::theme::apply(false);
        m_document = std::make_unique<document::ProjectDocument>();
        m_case = m_document->addCase(u"Shop"_s);
        m_editor = std::make_unique<ui::StepEditor>(*m_document);
        m_editor->resize(800, 600);
        m_editor->show();
    }
    void cleanup()
    {
        m_editor.reset();
        m_document.reset();
    }

    void aMistakeIsSaidUnderTheEditor_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QString &says, const std::function<void(Step &)> &spoil) {
            Step step = request();
            spoil(step);
            QTest::newRow(name) << step << says;
        };
        row("message without address", u"The request has no URL."_s, [](Step &s) { s.message.url.clear(); });
        row("header", u"“a b” is not a header name."_s, [](Step &s) { s.message.headers = {{u"a b"_s, u"1"_s}}; });
        row("timeouts", u"Timeouts must be"_s, [](Step &s) { s.message.returnTimeoutMs = 10; });
        row("multipart without file", u"The part “photo” names no file."_s, [](Step &s) {
            s.message.bodyType = domain::BodyType::Multipart;
            s.message.form = {{u"photo"_s, {}, true, {{u"type"_s, u"file"_s}}}};
        });
        row("basic authentication", u"needs a user"_s, [](Step &s) { s.message.auth.kind = domain::Authentication::Basic; });
        row("bearer token", u"needs a token"_s, [](Step &s) { s.message.auth.kind = domain::Authentication::Bearer; });
        row("client certificate", u"certificate and key"_s, [](Step &s) { s.message.clientCertificate.certificate = u"c.pem"_s; });
        row("bound host", u"A bound host needs"_s, [](Step &s) { s.message.hosts = {{u"h"_s, {}}}; });
        row("proxy", u"is not a proxy"_s, [](Step &s) { s.message.proxy = u"proxy:80"_s; });
        row("think time", u"Think time must not be negative."_s, [](Step &s) {
            s.thinkTime.emplace();
            s.thinkTime->ms = -1;
        });
        const auto check = [&row](const char *name, const QString &says, const domain::CheckItem &item) {
            row(name, says, [item](Step &s) {
                s.checkpoint = domain::Checkpoint();
                s.checkpoint->items = {item};
            });
        };
        check("source of a check", u"cannot look at “moon”"_s, {u"moon"_s, {}, u"=="_s, {}});
        check("key of a check", u"does not say which value"_s, {u"json"_s, {}, u"=="_s, {}});
        check("comparison of a check", u"is not a way to compare"_s, {u"body"_s, {}, u"~"_s, {}});
        row("retries", u"repeated at most 100 times"_s, [](Step &s) {
            s.checkpoint = domain::Checkpoint();
            s.checkpoint->retryTimes = 101;
        });
        row("match index", u"Matches are counted from 1."_s, [](Step &s) { s.extractions = {{u"t"_s, 1, u"a"_s, {}, 0}}; });
        row("extraction without expression", u"has no regular expression"_s, [](Step &s) { s.extractions = {{u"t"_s, 2, {}, {}}}; });
        row("extraction without XPath", u"has no XPath"_s, [](Step &s) { s.extractions = {{u"t"_s, 6, {}, {}}}; });
        row("extraction without key", u"which JSON value"_s, [](Step &s) { s.extractions = {{u"t"_s, 5, {}, {}}}; });
        using namespace domain;
        QTest::newRow("data") << made(DataInstruction{{{u" "_s, u"1"_s}}}) << u"A parameter has no name."_s;
        QTest::newRow("loop") << made(Loop{u"100001"_s, {}}) << u"A loop runs 0 to 100,000 times"_s;
        QTest::newRow("condition") << made(Condition{true, {{u"1"_s, u"<>"_s, u"2"_s}}}) << u"“<>” is not a way to compare."_s;
        QTest::newRow("weight 0") << made(UserShare{true, {{u"A"_s, 1}, {u"B"_s, 0}}}) << u"from 1 to 10,000, not 0."_s;
        QTest::newRow("no branch") << made(UserShare{}) << u"needs at least one branch"_s;
        QTest::newRow("throughput") << made(Throughput{0}) << u"The ceiling must be above 0"_s;
        Rendezvous meeting;
        meeting.count = 2'000'001;
        QTest::newRow("rendezvous") << made(meeting) << u"waits for at most 2,000,000 users"_s;
        QTest::newRow("plugin") << made(PluginRequest{u"p"_s, {}, {}}) << u"names no plugin or no function"_s;
    }

    void aMistakeIsSaidUnderTheEditor()
    {
        QFETCH(Step, step);
        QFETCH(QString, says);
        const auto id = m_document->addStep(m_case, request());
        m_editor->setStep(id);
        QVERIFY(!problems()->isVisible());
        const auto bad = m_document->addStep(m_case, step);
        m_editor->setStep(bad);
        QVERIFY(problems()->isVisible());
        QCOMPARE(problems()->sentences().size(), 1);
        const QString text = m_editor->findChild<QLabel *>(u"stepProblemText"_s)->text();
        QVERIFY2(text.contains(says), qPrintable(text));
        // The words are those of check.
        const auto findings = domain::validate(m_document->project());
        QVERIFY(std::ranges::any_of(findings, [&](const domain::Finding &f) { return f.step == bad && text.endsWith(f.message); }));
    }

    void whatIsMendedIsSaidNoMore()
    {
        Step step = request();
        step.message.proxy = u"proxy:80"_s;
        const auto id = m_document->addStep(m_case, step);
        m_editor->setStep(id);
        QVERIFY(problems()->isVisible());
        Step mended = *m_document->step(id);
        mended.message.proxy.clear();
        m_document->setStep(m_case, mended, u"Mend"_s);
        QTRY_VERIFY(!problems()->isVisible());
        m_document->undoStack().undo();
        QTRY_VERIFY(problems()->isVisible());
    }

    void aReferenceToATransactionThatIsGoneIsSaid()
    {
        Step step;
        step.transaction = {77};
        const auto id = m_document->addStep(m_case, step);
        m_editor->setStep(id);
        QVERIFY(problems()->isVisible());
        QVERIFY(problems()->sentences().first().contains(u"not in the library"_s));
    }
};

QTEST_MAIN(StepProblemsTest)
#include "tst_stepproblems.moc"
