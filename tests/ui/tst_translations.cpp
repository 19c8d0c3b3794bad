// Every text of the program is translated: lupdate, run over the sources now, finds none that the translations lack.
#include "tests/support/windowfixture.h"
#include "ui/shell/language.h"
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context, source;
    QStringList translations; ///< more than one: plural forms
    bool finished = true;
};

QVector<Message> readTranslations(const QString &path)
{
    QVector<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages << Message{context, {}, {}};
        else if (xml.name() == "source"_L1)
            messages.last().source = xml.readElementText();
        else if (xml.name() == "numerusform"_L1)
            messages.last().translations << xml.readElementText();
        else if (xml.name() == "translation"_L1) {
            Message &message = messages.last();
            message.finished = !xml.attributes().hasAttribute("type"_L1);
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (!text.trimmed().isEmpty())
                message.translations << text;
        }
    }
    return xml.hasError() ? QVector<Message>{} : messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression mark(u"%(\\d|n)|\\$\\{|\\{[a-z]+\\}"_s);
    QStringList found;
    for (auto it = mark.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.removeDuplicates();
    found.sort();
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void theSourcesHoldNoTextWithoutTranslation()
    {
        QTemporaryDir folder;
        const QStringList files{u"crescendo_zh_CN.ts"_s, u"crescendo_en.ts"_s};
        const QString kept = QStringLiteral(SOURCE_ROOT) + u"/resources/i18n/"_s;
        for (const QString &file : files)
            QVERIFY(QFile::copy(kept + file, folder.filePath(file)));
        QProcess update;
        update.start(kept + u"update"_s, {QStringLiteral(LUPDATE), folder.path()});
        QVERIFY(update.waitForFinished(100'000));
        QCOMPARE(update.exitCode(), 0);
        QCOMPARE(QString::fromUtf8(update.readAllStandardError()), QString()); // a warning is a text that gets lost
        for (const QString &file : files) {
            const auto messages = readTranslations(folder.filePath(file));
            QVERIFY(messages.size() >= 5);
            for (const Message &message : messages)
                QVERIFY2(message.finished && !message.translations.isEmpty(), qPrintable(file + u": "_s + message.context + u": "_s + message.source));
        }
    }

    void noTranslationLosesAPlaceholder()
    {
        const auto messages = readTranslations(QStringLiteral(SOURCE_ROOT) + u"/resources/i18n/crescendo_zh_CN.ts"_s);
        QVERIFY(messages.size() > 1'000);
        for (const Message &message : messages) {
            for (const QString &text : message.translations)
                QVERIFY2(placeholders(text).filter(u"%"_s) == placeholders(message.source).filter(u"%"_s), qPrintable(message.source + u" = "_s + text));
        }
    }

    void theLanguageChangesWithoutRestartEverywhere()
    {
        WindowFixture fixture;
        fixture.open();
        QVERIFY(fixture.application().openSample());
        const auto texts = [&] {
            QStringList found;
            for (const auto *label : fixture.window().findChildren<QLabel *>())
                found << label->text();
            for (const auto *button : fixture.window().findChildren<QAbstractButton *>())
                found << button->text() << button->toolTip() << button->accessibleName();
            for (const auto *action : fixture.window().actions()) // other menus are filled when they open
                found << action->text();
            found.removeDuplicates();
            found.removeAll(QString());
            return found;
        };
        for (auto page : {ui::MainWindow::Design, ui::MainWindow::Data, ui::MainWindow::Library, ui::MainWindow::Tasks, ui::MainWindow::Settings})
            fixture.window().showPage(page); // made when first shown
        const QStringList english = texts();
        fixture.window().setLanguage(u"zh_CN"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
        QTRY_VERIFY(texts().contains(u"设计"_s));
        // What stands there in English still must be a text that both languages share: a name, a unit, a value.
        QHash<QString, QString> chinese;
        for (const Message &message : readTranslations(QStringLiteral(SOURCE_ROOT) + u"/resources/i18n/crescendo_zh_CN.ts"_s)) {
            if (message.context.startsWith("ui::"_L1))
                chinese.insert(message.source, message.translations.value(0));
        }
        const QSet<QString> data{u"Log in"_s, u"Checkout"_s, u"Browse"_s}; // names in the sample project
        QStringList left;
        const QStringList now = texts();
        for (const QString &text : now) {
            if (english.contains(text) && chinese.contains(text) && chinese.value(text) != text && !data.contains(text))
                left << text;
        }
        QCOMPARE(left.join(u" | "_s), QString());
        fixture.window().setLanguage(u"en"_s);
        QTRY_VERIFY(texts().contains(u"Design"_s));
    }

    void countsAgreeWithTheirNounsInEnglish()
    {
        ui::Language language;
        language.choose(u"en"_s);
        QCOMPARE(QCoreApplication::translate("ui::HistoryPage", "%n run(s)", nullptr, 1), u"1 run"_s);
        QCOMPARE(QCoreApplication::translate("ui::HistoryPage", "%n run(s)", nullptr, 7), u"7 runs"_s);
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
