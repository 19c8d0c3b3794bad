// A project of CodeArts PerfTest. The vendor's page names the members of cases, transactions and variables but not the frame
// around them, so they are taken wherever they stand.
#include "app/exchange/formats.h"
#include "app/exchange/importtools.h"
#include "app/exchange/ledger.h"

#include <QCoreApplication>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::PerfTestImport)
};

class PerfTestReader
{
public:
    Result<Imported> read(const QJsonObject &file, const QString &name)
    {
        domain::Project &project = m_imported.project;
        const QJsonObject head = file["project"_L1].isObject() ? file["project"_L1].toObject() : file;
        project.name = head["name"_L1].toString(head["project_name"_L1].toString(name));
        project.description = head["description"_L1].toString();
        collect(file, {});
        connectTransactions();
        if (project.cases.isEmpty() && project.transactions.isEmpty())
            return domain::fail(Words::tr("there is no case and no transaction in it."));
        for (auto &variable : project.variables) {
            if (variable.type != domain::VariableType::File)
                continue;
            if (variable.file.isEmpty())
                variable.file = variable.name + u".csv"_s;
            m_ledger.add(Words::tr("Files of variables are not in an exported project: put them beside it."), variable.file);
        }
        m_imported.ledger = m_ledger.lines();
        return std::move(m_imported);
    }

private:
    void collect(const QJsonValue &value, const QString &under)
    {
        if (value.isArray()) {
            for (const QJsonValue &one : value.toArray())
                collect(one, under);
            return;
        }
        const QJsonObject object = value.toObject();
        if (object.contains("variable_type"_L1))
            return takeVariable(object);
        if (object["contents"_L1].isArray())
            return under.contains(u"temp") || under.contains(u"transaction") ? takeTransaction(object) : takeCase(object);
        if (object["case_id_list"_L1].isArray())
            takeTask(object);
        for (auto member = object.begin(); member != object.end(); ++member)
            collect(*member, member.key());
    }

    void takeCase(QJsonObject json)
    {
        const int id = json.take("case_id"_L1).toInt(json.take("id"_L1).toInt());
        json.remove("directory_id"_L1);
        auto read = domain::testCaseFromJson(json);
        if (!read)
            return m_ledger.add(Words::tr("A case was left out: %1").arg(read.error().message), json["name"_L1].toString());
        domain::TestCase &made = addCase(m_imported.project, read->name);
        const auto ours = made.id;
        const auto stages = made.stages;
        const QString name = made.name;
        made = std::move(*read);
        made.id = ours;
        made.name = name;
        if (made.stages.isEmpty())
            made.stages = stages;
        m_cases.insert(id, ours);
    }

    void takeTransaction(QJsonObject json)
    {
        const int id = json.take("id"_L1).toInt(json.take("temp_id"_L1).toInt());
        auto read = domain::transactionFromJson(json);
        if (!read)
            return m_ledger.add(Words::tr("A transaction was left out: %1").arg(read.error().message), json["name"_L1].toString());
        read->id.value = int(m_imported.project.transactions.size()) + 1;
        m_transactions.insert(id, read->id);
        m_imported.project.transactions.append(std::move(*read));
    }

    void takeVariable(QJsonObject json)
    {
        json.remove("id"_L1);
        auto read = domain::variableFromJson(json);
        if (!read)
            return m_ledger.add(Words::tr("A variable was left out: %1").arg(read.error().message), json["name"_L1].toString());
        read->id.value = int(m_imported.project.variables.size()) + 1;
        m_imported.project.variables.append(std::move(*read));
    }

    void takeTask(QJsonObject json)
    {
        json.remove("id"_L1);
        QJsonArray none;
        const QJsonArray cases = json.take("case_id_list"_L1).toArray();
        json["case_id_list"_L1] = none;
        if (auto read = domain::taskFromJson(json)) {
            read->id.value = int(m_imported.project.tasks.size()) + 1;
            m_imported.project.tasks.append(std::move(*read));
            m_taskCases.append(cases);
        } else {
            m_ledger.add(Words::tr("A task was left out: %1").arg(read.error().message), json["name"_L1].toString());
        }
    }

    /// References by the file's ids become references by ours.
    void connectTransactions()
    {
        domain::Project &project = m_imported.project;
        for (auto &testCase : project.cases) {
            redirect(testCase.steps, testCase.name);
            redirect(testCase.setupSteps, testCase.name);
        }
        for (auto &transaction : project.transactions)
            redirect(transaction.steps, transaction.name);
        for (qsizetype i = 0; i < project.tasks.size(); ++i)
            for (const QJsonValue &id : m_taskCases[i])
                if (const auto ours = m_cases.value(id.toInt()); ours.isValid())
                    project.tasks[i].cases.append(ours);
    }

    void redirect(QVector<domain::Step> &steps, const QString &place)
    {
        for (domain::Step &step : steps) {
            if (step.transaction.isValid()) {
                const auto ours = m_transactions.value(step.transaction.value);
                const bool hasOwnCards = !step.message.url.isEmpty();
                if (!ours.isValid() && !hasOwnCards)
                    m_ledger.add(Words::tr("A transaction that is not in the file was left out."), place);
                step.disabled = step.disabled || (!ours.isValid() && !hasOwnCards);
                step.transaction = ours;
            }
            redirect(step.children, place);
            redirect(step.elseChildren, place);
            for (auto &branch : step.branches)
                redirect(branch, place);
        }
    }

    Imported m_imported;
    Ledger m_ledger;
    QHash<int, domain::CaseId> m_cases;               ///< by the file's ids
    QHash<int, domain::TransactionId> m_transactions; ///< by the file's ids
    QVector<QJsonArray> m_taskCases;                  ///< the file's ids, by task
};

} // namespace

Result<Imported> importPerfTest(const QByteArray &bytes, const QString &name)
{
    auto json = jsonObject(bytes);
    if (!json) {
        // A bare list of cases is as good.
        json = jsonObject("{\"cases\":" + bytes + '}');
        if (!json)
            return tl::unexpected(jsonObject(bytes).error());
    }
    return PerfTestReader().read(*json, name);
}

} // namespace exchange
