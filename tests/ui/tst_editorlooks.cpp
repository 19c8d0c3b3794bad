// The editors at the smallest window: every control has a name for assistive technology, and no caption is cut.
// With CRESCENDO_SHOTS=FOLDER the pages are saved as pictures, in both themes.
#include "models/domain/instruction.h"
#include "ui/editors/caseeditor.h"
#include "ui/editors/environmentseditor.h"
#include "ui/editors/findreplace.h"
#include "ui/editors/libraryeditor.h"
#include "ui/editors/newsteps.h"
#include "ui/editors/requesteditor.h"
#include "ui/editors/stageeditor.h"
#include "ui/editors/presets.h"
#include "ui/editors/steplist.h"
#include "ui/editors/taskseditor.h"
#include "ui/editors/variableseditor.h"
#include "ui/widgets/theme.h"
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::CaseEditor;

class TestEditorLooks : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void fill(document::ProjectDocument &document) const
    {
        QFile file(m_folder.filePath(u"users.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("user,password,city\n");
        for (int i = 1; i <= 30; ++i)
            file.write("u" + QByteArray::number(i) + ",p" + QByteArray::number(i * 7) + ",Leiden\n");
        file.close();
        const auto variable = [](const QString &name, domain::VariableType type, const QJsonArray &values, const QString &path = {}) {
            domain::Variable one;
            one.name = name;
            one.type = type;
            one.values = values;
            one.file = path;
            return one;
        };
        using T = domain::VariableType;
        domain::Variable secret = variable(u"apiKey"_s, T::Text, {u"hunter2"_s});
        secret.sensitive = true;
        document.setVariables({variable(u"base"_s, T::Text, {u"https://shop.staging"_s}),
                               variable(u"users"_s, T::File, {u"user"_s, u"password"_s, u"city"_s}, u"users.csv"_s),
                               variable(u"page"_s, T::IntegerRange, {1, 40}),
                               variable(u"channel"_s, T::Enumeration, {u"web"_s, u"app"_s, u"kiosk"_s}), secret},
                              u"Add"_s);
        document.setEnvironments({{u"Staging"_s, {{u"base"_s, u"https://shop.staging"_s}}}, {u"Local"_s, {{u"base"_s, u"http://localhost:8080"_s}}}},
                                 u"Add"_s);
        domain::TestCase shop;
        domain::Step login = domain::newRequest(u"Log in"_s, u"POST"_s, u"${base}/auth/login"_s);
        login.extractions = {domain::Extraction{}};
        login.extractions[0].name = u"token"_s;
        login.extractions[0].regexp = u"\"token\"\\s*:\\s*\"(.*?)\""_s;
        domain::Step order = domain::newRequest(u"Place order"_s, u"POST"_s, u"${base}/orders?channel=${channel}&sku=${skuu}"_s);
        order.message.body = u"{\n  \"user\": \"${user}\",\n  \"items\": [\n    { \"sku\": \"SKU-1\", \"qty\": 2, \"price\": ${price} }\n  ],\n  \"express\": true,\n  \"at\": ${__timestamp(ms)}\n}"_s;
        order.message.headers = {{u"Content-Type"_s, u"application/json"_s}, {u"Authorization"_s, u"Bearer ${token}"_s}, {u"X-Trace"_s, u"${trace}"_s}};
        order.message.headers[2].enabled = true;
        order.message.query = {{u"page"_s, u"${page}"_s}, {u"debug"_s, u"1"_s, false}};
        order.checkpoint.emplace();
        order.checkpoint->items = {{u"status"_s, {}, u"=="_s, u"201"_s}, {u"header"_s, u"Content-Type"_s, u"contains"_s, u"json"_s},
                                   {u"jsonpath"_s, u"$.status"_s, u"=="_s, u"accepted"_s}, {u"body"_s, {}, u"regex"_s, u"ord_[A-Z"_s}};
        order.thinkTime.emplace();
        const auto made = [](auto settings, const QVector<domain::Step> &inside = {}) {
            domain::Step step;
            domain::put(step, settings);
            step.children = inside;
            return step;
        };
        domain::DataInstruction data;
        data.params = {{u"price"_s, u"${page} * 2"_s, true, 2}};
        domain::Loop loop;
        loop.count = u"2"_s;
        domain::Condition condition;
        condition.items = {{u"${price}"_s, u">"_s, u"0"_s}};
        domain::Step decide = made(condition, {order});
        decide.elseChildren = {domain::newRequest(u"Waiting list"_s, u"GET"_s, u"${base}/waitlist/${page}"_s)};
        domain::UserShare share;
        share.branches = {{u"Buyers"_s, 70}, {u"Lookers"_s, 30}};
        domain::Step split = made(share);
        split.branches = {{domain::newRequest(u"Pay"_s, u"PUT"_s, u"${base}/payments"_s)}, {}};
        domain::Step off = domain::newRequest(u"Search"_s, u"GET"_s, u"${base}/search?q=${channel}"_s);
        off.disabled = true;
        shop.setupSteps = {login};
        shop.steps = {domain::newRequest(u"Catalogue page"_s, u"GET"_s, u"${base}/catalog?page=${page}"_s),
                      made(loop, {domain::newRequest(u"Product"_s, u"GET"_s, u"${base}/catalog/${page}"_s)}), off, made(data),
                      made(domain::Throughput{}, {domain::newRequest(u"Add to cart"_s, u"PUT"_s, u"${base}/cart/items"_s)}),
                      made(domain::Rendezvous{{}, 50, 10'000}), decide, split};
        shop.stages = {ui::shaped(domain::Stage{}, ui::Preset::Ramp)};
        shop.stages[0].name = u"Warm-up"_s;
        shop.stages << ui::stageOf(domain::PressureMode::SurgeUsers) << ui::stageOf(domain::PressureMode::OscillationUsers)
                    << ui::stageOf(domain::PressureMode::SmartPeak);
        shop.stages[1].name = u"Flash sale"_s;
        shop.stages[2].name = u"Waves"_s;
        shop.stages[3].name = u"Find the limit"_s;
        domain::SlaRule rule;
        rule.value = 300;
        rule.times = 3;
        shop.slaRules = {rule};
        const auto first = document.addCase(u"Browse and checkout"_s, {}, shop);
        const auto second = document.addCase(u"Search only"_s, {}, shop);
        domain::Transaction signIn;
        signIn.name = u"Sign in"_s;
        signIn.description = u"token and profile"_s;
        signIn.steps = {login, domain::newRequest(u"Who am I"_s, u"GET"_s, u"${base}/me"_s)};
        document.addTransaction(signIn);
        document.addStep(first, ui::referenceTo(document.project().transactions.first()));
        domain::Task task;
        task.name = u"Evening peak"_s;
        task.cases = {first, second};
        task.slaRules = {rule};
        document.addTask(task);
    }

    void check(QWidget &page, const QString &name)
    {
        page.resize(1144, 610); // what the smallest window leaves beside rail and bars
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCoreApplication::processEvents();
        if (const QByteArray folder = qgetenv("CRESCENDO_SHOTS"); !folder.isEmpty()) {
            for (const bool dark : {true, false}) {
                ui::theme::apply(dark);
                QCoreApplication::processEvents();
                page.grab().save(u"%1/%2-%3.png"_s.arg(QString::fromLocal8Bit(folder), name, dark ? u"dark"_s : u"light"_s));
            }
        }
        for (const QWidget *w : page.findChildren<QWidget *>()) {
            if (!w->isVisible() || w->visibleRegion().isEmpty())
                continue;
            const auto *text = qobject_cast<const QAbstractButton *>(w);
            const bool control = text || qobject_cast<const QLineEdit *>(w) || qobject_cast<const QComboBox *>(w)
                || qobject_cast<const QAbstractSpinBox *>(w) || qobject_cast<const QPlainTextEdit *>(w) || (qobject_cast<const QAbstractItemView *>(w) && !qobject_cast<const QHeaderView *>(w));
            const bool inner = qobject_cast<const QAbstractSpinBox *>(w->parentWidget()) || w->objectName().startsWith(u"qt_"_s);
            if (control && !inner)
                QVERIFY2(!w->accessibleName().isEmpty() || (text && !text->text().trimmed().isEmpty()),
                         qPrintable(u"%1: no name: %2 %3"_s.arg(name, QLatin1StringView(w->metaObject()->className()), w->objectName())));
            const auto *label = qobject_cast<const QLabel *>(w);
            if (label && !label->wordWrap() && label->pixmap().isNull() && label->visibleRegion().boundingRect() == label->rect())
                QVERIFY2(label->width() + 1 >= label->fontMetrics().horizontalAdvance(label->text()),
                         qPrintable(u"%1: cut: %2"_s.arg(name, label->text())));
            if (text && qobject_cast<const QPushButton *>(w) && !text->text().isEmpty())
                QVERIFY2(text->width() + 2 >= text->sizeHint().width(), qPrintable(u"%1: cut: %2"_s.arg(name, text->text())));
        }
    }

private slots:
    void initTestCase() { ui::theme::apply(false); }

    void theCaseEditor()
    {
        document::ProjectDocument document;
        fill(document);
        const auto id = document.project().cases.first().id;
        CaseEditor editor(document, id);
        domain::StepId order;
        document::forEachStep(document.testCase(id)->steps, [&](const domain::Step &step) {
            if (step.message.name == u"Place order"_s)
                order = step.id;
        });
        editor.showStep(order);
        for (int tab = 0; tab < ui::RequestEditor::TabCount; ++tab) {
            editor.requestEditor()->showTab(tab);
            check(editor, u"request%1"_s.arg(tab));
        }
        QSet<int> seen{0};
        const auto steps = document.testCase(id)->steps;
        document::forEachStep(steps, [&](const domain::Step &step) {
            if (seen.contains(int(step.kind)) && !step.transaction.isValid())
                return;
            seen << int(step.kind);
            editor.showStep(step.id);
            check(editor, step.transaction.isValid() ? u"transaction"_s : u"step%1"_s.arg(int(step.kind)));
        });
        for (int part : {CaseEditor::Load, CaseEditor::Rules, CaseEditor::About}) {
            editor.showPart(CaseEditor::Part(part));
            check(editor, u"part%1"_s.arg(part));
        }
        editor.showPart(CaseEditor::Load);
        editor.stageEditor()->selectStage(1);
        check(editor, u"surge"_s);
        editor.findChild<QPushButton *>(u"addGradient"_s)->click();
        check(editor, u"gradient"_s);
    }

    void theProjectEditors()
    {
        document::ProjectDocument document;
        fill(document);
        ui::VariablesEditor variables(document);
        variables.setFolder(m_folder.path());
        for (int i = 0; i < 5; ++i) {
            variables.select(document.project().variables[i].id);
            variables.setFolder(m_folder.path());
            check(variables, u"variable%1"_s.arg(i));
        }
        ui::EnvironmentsEditor environments(document);
        check(environments, u"environments"_s);
        ui::TasksEditor tasks(document);
        check(tasks, u"task"_s);
        ui::LibraryEditor library(document);
        check(library, u"library"_s);
        auto *find = new ui::FindReplace(document, document.project().cases.first().id);
        find->setSearch(u"base"_s);
        check(*find, u"find"_s);
        find->close();
    }

    void withoutAnythingTheySayWhatToDo()
    {
        document::ProjectDocument document;
        const auto id = document.addCase(u"Empty"_s);
        CaseEditor editor(document, id);
        check(editor, u"empty-case"_s);
        editor.showPart(CaseEditor::Load);
        check(editor, u"empty-load"_s);
        editor.showPart(CaseEditor::Rules);
        check(editor, u"empty-rules"_s);
        ui::VariablesEditor variables(document);
        check(variables, u"empty-variables"_s);
        ui::EnvironmentsEditor environments(document);
        check(environments, u"empty-environments"_s);
        ui::TasksEditor tasks(document);
        check(tasks, u"empty-task"_s);
        ui::LibraryEditor library(document);
        check(library, u"empty-library"_s);
    }
};

QTEST_MAIN(TestEditorLooks)
#include "tst_editorlooks.moc"
