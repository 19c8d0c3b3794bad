#include "app/services/projectcheck.h"

#include "app/services/pluginshelf.h"
#include "app/services/rowsource.h"
#include "engine/check/evaluate.h"
#include "models/domain/bodyfile.h"
#include "models/domain/instruction.h"
#include "models/domain/stepchecking.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace services {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::ProjectCheck)
};

class StepWalk
{
public:
    StepWalk(const QString &folder, QVector<domain::Finding> &findings)
        : m_folder(folder), m_findings(findings), m_plugins(folder)
    {
    }

    void walk(const QVector<domain::Step> &steps, const QString &owner, domain::CaseId testCase)
    {
        m_owner = owner;
        m_case = testCase;
        walk(steps, 0);
    }

private:
    void walk(const QVector<domain::Step> &steps, int depth)
    {
        if (depth > domain::deepestNesting)
            return;
        for (const domain::Step &step : steps) {
            if (step.disabled || step.transaction.isValid())
                continue;
            if (step.kind == domain::StepKind::Request)
                request(step);
            else
                instruction(step);
            walk(step.children, depth + 1);
            walk(step.elseChildren, depth + 1);
            for (const auto &branch : step.branches)
                walk(branch, depth + 1);
        }
    }

    void add(const QString &place, const QString &message, domain::StepId step)
    {
        m_findings.push_back({m_owner + u" / "_s + place, message, m_case, step, true});
    }

    void request(const domain::Step &step)
    {
        const QString name = step.message.name.isEmpty() ? Words::tr("unnamed request") : step.message.name;
        if (step.checkpoint && step.checkpoint->enabled)
            for (const domain::CheckItem &item : step.checkpoint->items)
                checkItem(item, name + u" / "_s + Words::tr("Checkpoint"), step.id);
        for (const domain::Extraction &extraction : step.extractions) {
            const QString place = name + u" / "_s + Words::tr("Extraction") + u" / "_s + extraction.name;
            if (extraction.range <= 3 && !extraction.regexp.isEmpty())
                expression(extraction.regexp, extraction.groupIndex, place, step.id);
            if (extraction.range == 5 && extraction.key.startsWith(u'$'))
                jsonPath(extraction.key, place, step.id);
            if (extraction.range == 6)
                xPath(extraction.key, place, step.id);
        }
        for (const domain::KeyValue &part : step.message.form)
            if (part.enabled && step.message.bodyType == domain::BodyType::Multipart && domain::formPart(part).isFile)
                file(part.value, name + u" / "_s + Words::tr("Body"), step.id);
        if (domain::hasBodyFile(step.message)) {
            if (domain::bodyFile(step.message).trimmed().isEmpty())
                add(name + u" / "_s + Words::tr("Body"), Words::tr("The body comes from a file, and none is named."), step.id);
            file(domain::bodyFile(step.message), name + u" / "_s + Words::tr("Body"), step.id);
        }
        file(step.message.clientCertificate.certificate, name + u" / "_s + Words::tr("Client certificate"), step.id);
        file(step.message.clientCertificate.key, name + u" / "_s + Words::tr("Client certificate"), step.id);
    }

    void xPath(const QString &path, const QString &place, domain::StepId step)
    {
        if (path.isEmpty()) // said already
            return;
        if (const std::string error = engine::xpathError(path.toStdString()); !error.empty())
            add(place, QString::fromStdString(error), step);
    }

    void checkItem(const domain::CheckItem &item, const QString &place, domain::StepId step)
    {
        if (item.comparison == "regex"_L1 && !item.value.contains("${"_L1))
            expression(item.value, 0, place, step);
        if (item.source == "jsonpath"_L1 || (item.source == "json"_L1 && item.key.startsWith(u'$')))
            jsonPath(item.key, place, step);
        if (item.source == "xpath"_L1)
            xPath(item.key, place, step);
        if (item.source == "plugin"_L1 && !item.key.isEmpty())
            if (const auto function = m_plugins.find(item.key, engine::Plugin::Check); !function)
                add(place, function.error().message, step);
    }

    void instruction(const domain::Step &step)
    {
        const QString title = domain::stepTitle(step);
        if (step.kind == domain::StepKind::Condition) {
            if (const auto condition = domain::conditionOf(step))
                comparisons(condition->items, title, step.id);
        } else if (step.kind == domain::StepKind::Loop) {
            if (const auto loop = domain::loopOf(step); loop && loop->breakCondition)
                comparisons(loop->breakCondition->items, title, step.id);
        } else if (step.kind == domain::StepKind::Plugin) {
            const auto request = domain::pluginRequestOf(step);
            if (!request || request->plugin.isEmpty() || request->function.isEmpty())
                return;
            if (const auto function = m_plugins.find(request->plugin, request->function, engine::Plugin::Request); !function)
                add(title, function.error().message, step.id);
        }
    }

    void comparisons(const QVector<domain::Comparison> &items, const QString &place, domain::StepId step)
    {
        for (const domain::Comparison &item : items)
            if (item.comparison == "regex"_L1 && !item.right.contains("${"_L1))
                expression(item.right, 0, place, step);
    }

    void expression(const QString &text, int group, const QString &place, domain::StepId step)
    {
        const engine::Pattern pattern(text.toStdString());
        if (!pattern.error().empty())
            add(place, QString::fromStdString(pattern.error()), step);
        else if (group > pattern.groups())
            add(place, Words::tr("The regular expression has %1 groups, not %2.").arg(pattern.groups()).arg(group), step);
    }

    void jsonPath(const QString &text, const QString &place, domain::StepId step)
    {
        if (const engine::JsonPath path(text.toStdString()); !path.error().empty())
            add(place, QString::fromStdString(path.error()), step);
    }

    void file(const QString &path, const QString &place, domain::StepId step)
    {
        if (path.trimmed().isEmpty() || path.contains("${"_L1))
            return;
        const QString full = QDir(m_folder).filePath(path);
        if (!QFileInfo(full).isFile())
            add(place, Words::tr("The file %1 is not there.").arg(QDir::toNativeSeparators(full)), step);
    }

    const QString m_folder;
    QVector<domain::Finding> &m_findings;
    PluginShelf m_plugins;
    QString m_owner;
    domain::CaseId m_case;
};

} // namespace

QVector<domain::Finding> checkProject(const domain::Project &given, const QString &folder)
{
    const domain::Project project = withColumns(given, folder);
    QVector<domain::Finding> findings = domain::validate(project);
    for (const domain::Variable &variable : project.variables) {
        if (variable.type != domain::VariableType::File || variable.file.isEmpty())
            continue;
        if (const auto rows = openRows(variable, folder); !rows)
            findings.push_back({Words::tr("Variables") + u" / "_s + variable.name, rows.error().message, {}, {}, true});
    }
    StepWalk walk(folder, findings);
    for (const domain::Transaction &transaction : project.transactions)
        walk.walk(transaction.steps, Words::tr("Transactions") + u" / "_s + transaction.name, {});
    for (const domain::TestCase &testCase : project.cases) {
        if (!testCase.enabled)
            continue;
        walk.walk(testCase.setupSteps, testCase.name, testCase.id);
        walk.walk(testCase.steps, testCase.name, testCase.id);
    }
    return findings;
}

} // namespace services
