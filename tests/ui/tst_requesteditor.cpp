#include "models/domain/step.h"
#include "models/items/choices.h"
#include "ui/editors/edittable.h"
#include "ui/editors/requesteditor.h"
#include "ui/editors/variablehelp.h"
#include "ui/widgets/codeedit.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/theme.h"
#include <QTest>

using namespace Qt::StringLiterals;
using ui::RequestEditor;

class TestRequestEditor : public QObject
{
    Q_OBJECT

    const domain::Step &step() const { return *m_document->step(m_step); }
    template <class T> T *find(const QString &name) const
    {
        T *found = m_editor->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    QUndoStack &history() const { return m_document->undoStack(); }

    /// Types into a cell as a user does: select, type, Enter.
    static void type(ui::EditTable *table, int row, int column, const QString &text)
    {
        const QModelIndex index = table->model()->index(row, column);
        table->setCurrentIndex(index);
        table->edit(index);
        auto *edit = table->findChild<QLineEdit *>(u"cellEditor"_s);
        QVERIFY(edit);
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(!table->findChild<QLineEdit *>(u"cellEditor"_s));
    }

private slots:
    void init()
    {
        ui::theme::apply(false);
        m_document = std::make_unique<document::ProjectDocument>();
        m_case = m_document->addCase(u"Shop"_s);
        m_step = m_document->addStep(m_case, domain::newRequest(u"Home"_s, u"GET"_s, u"http://a"_s));
        domain::Variable base;
        base.name = u"base"_s;
        base.values = {u"http://a"_s};
        m_document->setVariables({base}, u"Add"_s);
        m_editor = std::make_unique<RequestEditor>(*m_document);
        m_editor->resize(900, 600);
        m_editor->setStep(m_step);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
        history().clear();
    }
    void cleanup()
    {
        m_editor.reset();
        m_document.reset();
    }

    void typingAnAddressIsOneUndoStep()
    {
        auto *url = find<ui::CodeEdit>(u"requestUrl"_s);
        url->moveCursor(QTextCursor::End);
        QTest::keyClicks(url, u"bc"_s);
        QCOMPARE(step().message.url, u"http://abc"_s);
        QCOMPARE(history().count(), 1);
        history().undo();
        QCOMPARE(step().message.url, u"http://a"_s);
        QCOMPARE(url->toPlainText(), u"http://a"_s);
        history().redo();
        QCOMPARE(url->toPlainText(), u"http://abc"_s);
    }

    void theMethodIsWrittenAtOnce()
    {
        auto *method = find<QComboBox>(u"requestMethod"_s);
        QTest::keyClicks(method, u"PO"_s);
        method->setCurrentText(u"POST"_s);
        emit method->textActivated(u"POST"_s);
        QCOMPARE(step().message.method, u"POST"_s);
        history().undo();
        QCOMPARE(method->currentText(), u"GET"_s);
    }

    void whatIsNoUrlIsSaidInPlace()
    {
        auto *url = find<ui::CodeEdit>(u"requestUrl"_s);
        auto *note = find<QLabel>(u"requestNote"_s);
        QVERIFY(!note->isVisible());
        url->setPlainText(u"localhost/x"_s);
        QVERIFY(note->isVisible());
        QVERIFY(note->text().startsWith(u"This is not a URL yet"_s));
        url->setPlainText(u"${base}/x"_s);
        QVERIFY(!note->isVisible());
    }

    void anUnknownNameIsUnderlinedUntilItExists()
    {
        auto *url = find<ui::CodeEdit>(u"requestUrl"_s);
        url->setPlainText(u"${base}/${basis}"_s);
        QCOMPARE(url->extraSelections().size(), 1);
        QCOMPARE(url->extraSelections().first().cursor.selectedText(), u"${basis}"_s);
        QCOMPARE(url->extraSelections().first().format.underlineStyle(), QTextCharFormat::WaveUnderline);
        QVERIFY(find<QLabel>(u"requestNote"_s)->text().contains(u"${basis}"_s));
        domain::Step earlier = domain::newRequest(u"Earlier"_s, u"GET"_s, u"http://a"_s);
        earlier.extractions.append(domain::Extraction{});
        earlier.extractions.first().name = u"basis"_s;
        m_document->addStep(m_case, earlier);
        QCOMPARE(url->extraSelections().size(), 0);
    }

    void aDollarBraceOffersNames()
    {
        auto *url = find<ui::CodeEdit>(u"requestUrl"_s);
        url->setFocus();
        url->moveCursor(QTextCursor::End);
        QTest::keyClicks(url, u"/${ba"_s);
        auto *popup = m_editor->help()->completer()->popup();
        QTRY_VERIFY(popup->isVisible());
        QCOMPARE(m_editor->help()->completer()->currentCompletion(), u"base"_s);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(step().message.url, u"http://a/${base}"_s);
        QTest::keyClicks(url, u"/${uuid"_s);
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Tab);
        QTRY_COMPARE(step().message.url, u"http://a/${base}/${__uuid()}"_s);
        QTest::keyClicks(url, u"x"_s); // the cursor stands between the parentheses
        QCOMPARE(step().message.url, u"http://a/${base}/${__uuid(x)}"_s);
        QTest::keyClicks(url, u"${"_s);
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
    }

    void parametersAndHeadersAreTypedIntoTables()
    {
        m_editor->showTab(RequestEditor::Params);
        auto *query = find<ui::EditTable>(u"queryTable"_s);
        type(query, 0, 1, u"page"_s);
        type(query, 0, 2, u"${base}"_s);
        QCOMPARE(step().message.query, QVector<domain::KeyValue>({{u"page"_s, u"${base}"_s}}));
        m_editor->showTab(RequestEditor::Headers);
        auto *headers = find<ui::EditTable>(u"headerTable"_s);
        type(headers, 0, 1, u"X Y"_s);
        QVERIFY(headers->model()->index(0, 1).data(items::ProblemRole).toString().contains(u"not a header name"_s));
        headers->setCurrentIndex(headers->model()->index(0, 1));
        QTest::keyClick(headers, Qt::Key_Delete);
        QVERIFY(step().message.headers.isEmpty());
        history().undo();
        QCOMPARE(step().message.headers.size(), 1);
        // The box before a row switches it.
        const QRect box = headers->visualRect(headers->model()->index(0, 0));
        QTest::mouseClick(headers->viewport(), Qt::LeftButton, {}, box.center());
        QVERIFY(!step().message.headers.first().enabled);
    }

    void theBodyIsFormattedAndItsMistakesSaid()
    {
        m_editor->showTab(RequestEditor::Body);
        auto *body = find<ui::CodeEdit>(u"requestBody"_s);
        auto *note = find<QLabel>(u"bodyNote"_s);
        body->setFocus();
        QTest::keyClicks(body, u"{\"n\":${base},\"t\":\"${base}\"}"_s);
        QCOMPARE(note->text(), QString());
        QTest::mouseClick(find<QPushButton>(u"formatBody"_s), Qt::LeftButton);
        QCOMPARE(step().message.body, u"{\n  \"n\": ${base},\n  \"t\": \"${base}\"\n}"_s);
        body->setPlainText(u"{\"n\":\n1,,}"_s);
        QVERIFY2(note->text().contains(u"line 2"_s), qPrintable(note->text()));
        const QString broken = step().message.body;
        QTest::mouseClick(find<QPushButton>(u"formatBody"_s), Qt::LeftButton);
        QCOMPARE(step().message.body, broken);
    }

    void aMultipartBodyHasFiles()
    {
        m_editor->showTab(RequestEditor::Body);
        find<ui::Segmented>(u"bodyKind"_s)->at(2)->click();
        QCOMPARE(step().message.bodyType, domain::BodyType::Multipart);
        auto *parts = find<ui::EditTable>(u"partsTable"_s);
        QVERIFY(parts->isVisible());
        type(parts, 0, 1, u"photo"_s);
        type(parts, 0, 2, u"me.png"_s);
        QVERIFY(parts->model()->setData(parts->model()->index(0, 3), true));
        type(parts, 0, 4, u"image/png"_s);
        const domain::FormPart part = domain::formPart(step().message.form.first());
        QVERIFY(part.isFile);
        QCOMPARE(part.contentType, u"image/png"_s);
        while (history().canUndo())
            history().undo();
        QCOMPARE(step().message.bodyType, domain::BodyType::Text);
        QVERIFY(find<ui::CodeEdit>(u"requestBody"_s)->isVisible());
    }

    void authenticationShowsItsOwnFields()
    {
        m_editor->showTab(RequestEditor::Auth);
        auto *user = find<QLineEdit>(u"authUser"_s);
        auto *token = find<QLineEdit>(u"authToken"_s);
        QVERIFY(!user->isVisible() && !token->isVisible());
        find<ui::Segmented>(u"authKind"_s)->at(1)->click();
        QVERIFY(user->isVisible() && !token->isVisible());
        QTest::keyClicks(user, u"ann"_s);
        QTest::keyClicks(find<QLineEdit>(u"authPassword"_s), u"pw"_s);
        QCOMPARE(step().message.auth.user, u"ann"_s);
        QCOMPARE(step().message.auth.password, u"pw"_s);
        find<ui::Segmented>(u"authKind"_s)->at(2)->click();
        QTest::keyClicks(token, u"${base}"_s);
        QCOMPARE(step().message.auth.kind, domain::Authentication::Bearer);
        QCOMPARE(step().message.auth.token, u"${base}"_s);
    }

    void checksAndExtractionAreTables()
    {
        m_editor->showTab(RequestEditor::Checkpoints);
        auto *on = find<QCheckBox>(u"checkEnabled"_s);
        QVERIFY(!find<QSpinBox>(u"checkRetries"_s)->isEnabled());
        on->click();
        QVERIFY(step().checkpoint->enabled);
        find<QPushButton>(u"addCheck"_s)->click();
        auto *table = find<ui::EditTable>(u"checkTable"_s);
        auto *edit = table->findChild<QLineEdit *>(u"cellEditor"_s);
        QVERIFY(edit);
        QTest::keyClicks(edit, u"201"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(step().checkpoint->items.first().value, u"201"_s);
        find<QSpinBox>(u"checkRetries"_s)->setValue(3);
        find<ui::Segmented>(u"checkRule"_s)->at(1)->click();
        QCOMPARE(step().checkpoint->retryTimes, 3);
        QVERIFY(!step().checkpoint->all);
        m_editor->showTab(RequestEditor::Extraction);
        auto *extraction = find<ui::EditTable>(u"extractionTable"_s);
        type(extraction, 0, 0, u"token"_s);
        type(extraction, 0, 2, u"id=(.*)"_s);
        QCOMPARE(step().extractions.first().regexp, u"id=(.*)"_s);
        while (history().canUndo())
            history().undo();
        QVERIFY(!step().checkpoint && step().extractions.isEmpty());
        QVERIFY(!on->isChecked());
    }

    void optionsAreWrittenAndUndone()
    {
        m_editor->showTab(RequestEditor::Options);
        const domain::Step before = step();
        auto *timeout = find<QSpinBox>(u"connectTimeout"_s);
        timeout->setFocus();
        timeout->selectAll();
        QTest::keyClicks(timeout, u"750"_s);
        QCOMPARE(step().message.connectTimeoutMs, 750);
        QCOMPARE(history().count(), 1);
        for (const char *flag : {"followRedirects", "cookies", "decodeBody", "endIteration", "newConnection", "verifyTls", "thinkEnabled"})
            find<QCheckBox>(QLatin1StringView(flag))->click();
        QVERIFY(!step().message.followRedirects && !step().message.cookies && !step().message.decode && step().message.newConnection
                && !step().message.verifyTls);
        QCOMPARE(step().message.onFailure, u"end_iteration"_s);
        find<QSpinBox>(u"thinkTime"_s)->setValue(250);
        find<ui::Segmented>(u"thinkFixed"_s)->at(1)->click();
        QCOMPARE(step().thinkTime->ms, 250);
        QVERIFY(step().thinkTime->fixed);
        QTest::keyClicks(find<QLineEdit>(u"clientCertificate"_s), u"me.pem"_s);
        QVERIFY(find<QLineEdit>(u"clientKey"_s)->isEnabled());
        QCOMPARE(step().message.clientCertificate.certificate, u"me.pem"_s);
        auto *proxy = find<QLineEdit>(u"proxy"_s);
        auto *note = find<QLabel>(u"proxyNote"_s);
        QTest::keyClicks(proxy, u"ftp://x"_s);
        QVERIFY(note->isVisible());
        proxy->clear();
        QTest::keyClicks(proxy, u"http://p:8080"_s);
        QVERIFY(!note->isVisible());
        QCOMPARE(step().message.proxy, u"http://p:8080"_s);
        type(find<ui::EditTable>(u"hostTable"_s), 0, 1, u"shop"_s);
        QCOMPARE(step().message.hosts.first().key, u"shop"_s);
        while (history().canUndo())
            history().undo();
        QVERIFY(step() == before);
        QVERIFY(!find<QCheckBox>(u"thinkEnabled"_s)->isChecked());
    }

    void aStepThatGoesLeavesAnEmptyEditor()
    {
        m_document->remove(m_step);
        QVERIFY(!m_editor->isEnabled());
        history().undo();
    }

private:
    std::unique_ptr<document::ProjectDocument> m_document;
    std::unique_ptr<RequestEditor> m_editor;
    domain::CaseId m_case;
    domain::StepId m_step;
};

QTEST_MAIN(TestRequestEditor)
#include "tst_requesteditor.moc"
