#include "app/services/names.h"

#include "engine/plan/functions.h"
#include "models/document/stepplace.h"
#include "models/document/steptexts.h"
#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace services {

using domain::Step;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::Names)
};

const domain::Transaction *library(const domain::Project &project, domain::TransactionId id)
{
    for (const auto &transaction : project.transactions) {
        if (id.isValid() && transaction.id == id)
            return &transaction;
    }
    return nullptr;
}

class Collector
{
public:
    KnownNames known;

    void add(KnownName::Kind kind, const QString &name, const QString &detail)
    {
        if (name.isEmpty() || m_seen.contains(name))
            return;
        m_seen << name;
        known.names << KnownName{kind, name, detail};
    }

    void steps(const domain::Project &project, const QVector<Step> &steps)
    {
        document::forEachStep(steps, [&](const Step &step) {
            const QString from = step.message.name;
            for (const auto &extraction : step.extractions)
                add(KnownName::Extracted, extraction.name, Words::tr("extracted by “%1”").arg(from));
            for (const QJsonValue &parameter : step.data["params"_L1].toArray()) {
                if (step.kind == domain::StepKind::Data)
                    add(KnownName::Computed, parameter["name"_L1].toString(), Words::tr("computed"));
            }
            const auto *transaction = library(project, step.transaction);
            if (transaction && !m_open.contains(transaction->id.value)) {
                m_open << transaction->id.value;
                this->steps(project, transaction->steps);
            }
        });
    }

private:
    QSet<QString> m_seen;
    QSet<int> m_open; ///< transactions looked into, against circles
};

QString functionDetail(const QString &name)
{
    static const QHash<QString, const char *> details{
        {u"idcard"_s, QT_TRANSLATE_NOOP("services::Names", "random identity number")},
        {u"mobile"_s, QT_TRANSLATE_NOOP("services::Names", "random mobile number")},
        {u"random"_s, QT_TRANSLATE_NOOP("services::Names", "random whole number: 1,100")},
        {u"randomStr"_s, QT_TRANSLATE_NOOP("services::Names", "random text: length")},
        {u"timestamp"_s, QT_TRANSLATE_NOOP("services::Names", "now: s or ms")},
        {u"time"_s, QT_TRANSLATE_NOOP("services::Names", "now by pattern: yyyy-MM-dd, offset in seconds")},
        {u"uuid"_s, QT_TRANSLATE_NOOP("services::Names", "random, 32 characters")},
        {u"vu"_s, QT_TRANSLATE_NOOP("services::Names", "number of the virtual user")},
        {u"iter"_s, QT_TRANSLATE_NOOP("services::Names", "number of the pass")},
        {u"case"_s, QT_TRANSLATE_NOOP("services::Names", "name of the case")},
        {u"loop"_s, QT_TRANSLATE_NOOP("services::Names", "number of the turn")},
    };
    const char *detail = details.value(name);
    return detail ? Words::tr(detail) : Words::tr("function");
}

} // namespace

bool KnownNames::contains(const QString &name) const
{
    return std::any_of(names.begin(), names.end(), [&](const KnownName &known) { return known.name == name; })
        || (open && !name.startsWith("__"_L1));
}

KnownNames knownNames(const domain::Project &project, const QVector<Step> &steps)
{
    Collector collect;
    for (const auto &variable : project.variables) {
        if (variable.type != domain::VariableType::File) {
            collect.add(KnownName::Variable, variable.name, Words::tr("variable"));
            continue;
        }
        collect.known.open = collect.known.open || variable.values.isEmpty();
        for (const QJsonValue &column : variable.values)
            collect.add(KnownName::Column, column.toString(), Words::tr("column of “%1”").arg(variable.name));
        for (const QJsonValue &column : variable.values)
            collect.add(KnownName::Column, variable.name + u'.' + column.toString(), Words::tr("column of “%1”").arg(variable.name));
    }
    for (const auto &environment : project.environments) {
        for (const auto &value : environment.values)
            collect.add(KnownName::Environment, value.key, Words::tr("of an environment"));
    }
    collect.steps(project, steps);
    for (const std::string_view function : engine::functionNames()) {
        const QString name = QString::fromUtf8(function.data(), qsizetype(function.size()));
        collect.add(KnownName::Function, u"__"_s + name, functionDetail(name));
    }
    return collect.known;
}

KnownNames knownNames(const domain::Project &project, const domain::TestCase &testCase)
{
    return knownNames(project, testCase.setupSteps + testCase.steps);
}

QStringList referencesIn(const QString &text) { return document::referencesIn(text); }

QSet<QString> referencesIn(const QVector<Step> &steps)
{
    QSet<QString> names;
    QVector<Step> copy = steps;
    document::forEachStep(copy, [&](Step &step) {
        document::visitTexts(step, [&](const QString &, QString &text) {
            for (const QString &name : document::referencesIn(text))
                names << name;
        });
    });
    return names;
}

QSet<QString> namesGivenBy(const QVector<Step> &steps)
{
    Collector collect;
    collect.steps({}, steps);
    QSet<QString> names;
    for (const auto &known : std::as_const(collect.known.names))
        names << known.name;
    return names;
}

} // namespace services
