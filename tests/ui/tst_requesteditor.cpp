#include "models/domain/step.h"
#include "ui/editors/requesteditor.h"
#include "ui/widgets/codeedit.h"
#include "ui/widgets/theme.h"
#include <QTest>

using namespace Qt::StringLiterals;

class TestRequestEditor : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        ui::theme::apply(false);
        m_document = std::make_unique<document::ProjectDocument>();
        const auto id = m_document->addCase(u"Shop"_s);
        m_step = m_document->addStep(id, domain::newRequest(u"Home"_s, u"GET"_s, u"http://a"_s));
        m_editor = std::make_unique<ui::RequestEditor>(*m_document);
        m_editor->setStep(m_step);
        m_editor->show();
    }
    void cleanup()
    {
        m_editor.reset();
        m_document.reset();
    }
    void typingAnAddressIsOneUndoStep()
    {
        auto *url = m_editor->findChild<ui::CodeEdit *>(u"requestUrl"_s);
        QVERIFY(url);
        url->moveCursor(QTextCursor::End);
        QTest::keyClicks(url, u"bc"_s);
        QCOMPARE(m_document->step(m_step)->message.url, u"http://abc"_s);
        m_document->undoStack().undo();
        QCOMPARE(m_document->step(m_step)->message.url, u"http://a"_s);
        QCOMPARE(url->toPlainText(), u"http://a"_s);
        m_document->undoStack().redo();
        QCOMPARE(url->toPlainText(), u"http://abc"_s);
    }
    void theMethodIsWrittenAtOnce()
    {
        auto *method = m_editor->findChild<QComboBox *>(u"requestMethod"_s);
        QVERIFY(method);
        method->setCurrentText(u"POST"_s);
        QCOMPARE(m_document->step(m_step)->message.method, u"POST"_s);
    }

private:
    std::unique_ptr<document::ProjectDocument> m_document;
    std::unique_ptr<ui::RequestEditor> m_editor;
    domain::StepId m_step;
};

QTEST_MAIN(TestRequestEditor)
#include "tst_requesteditor.moc"
