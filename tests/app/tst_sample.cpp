// The sample project is without mistakes and compiles as a whole.
#include "app/services/plancompiler.h"
#include "models/domain/validation.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

class SampleTest : public QObject
{
    Q_OBJECT

private slots:
    void theSampleHasNoMistake()
    {
        QFile file(u":/samples/shop.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto project = domain::projectFromFile(file.readAll(), u"shop.json"_s);
        QVERIFY2(project, qPrintable(project ? QString() : project.error().message));
        for (const auto &finding : domain::validate(*project))
            QFAIL(qPrintable(finding.place + u": "_s + finding.message));
        QVERIFY(!project->tasks.isEmpty());
        services::CompileOptions options;
        options.values.insert(u"base"_s, u"http://127.0.0.1:1"_s);
        const auto run = services::compile(*project, project->tasks.first().cases, options);
        QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
        QVERIFY(run->warnings.isEmpty());
        QCOMPARE(run->plan->cases.size(), size_t(project->tasks.first().cases.size()));
    }
};

QTEST_GUILESS_MAIN(SampleTest)
#include "tst_sample.moc"
