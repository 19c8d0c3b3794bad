#include "app/api/taskjson.h"

#include "app/api/casejson.h"
#include <QJsonArray>

namespace api {

using namespace Qt::StringLiterals;

namespace {

/// Members of a task that say where it stands, and come back in a body that was read before; the cases are set apart.
const QStringList answered{u"id"_s, u"project_id"_s, u"case_id_list"_s, u"case_list"_s, u"run_status"_s, u"run_type"_s,
                           u"task_run_info"_s, u"related_temp_running_data"_s, u"create_time"_s, u"update_time"_s};

constexpr int notRunYet = 9; // crawler_status: the outcome of single requests is in the report

QJsonObject runningCase(const domain::RunRecord &run, const domain::CaseRecord &record)
{
    QJsonArray requests;
    for (const auto &item : record.items)
        if (item.kind == domain::ItemRecord::Request)
            requests.append(u"%1#%2#%3"_s.arg(item.name, item.method, item.address));
    const int status = run.status == domain::RunStatus::Paused ? int(domain::RunStatus::Running) : int(run.status);
    return {{u"content_method_url"_s, requests}, {u"crawler_status"_s, notRunYet}, {u"related_temp_running_id"_s, record.caseRunId},
            {u"task_run_info_id"_s, run.id.value}, {u"temp_id"_s, 0}, {u"temp_name"_s, record.name}, {u"temp_running_status"_s, status}};
}

} // namespace

QJsonObject taskJson(const domain::Task &task, int lastRun)
{
    return {{u"bench_concurrent"_s, task.benchConcurrent}, {u"description"_s, task.description}, {u"id"_s, task.id.value},
            {u"name"_s, task.name}, {u"operate_mode"_s, task.operateMode}, {u"parallel"_s, task.parallel},
            {u"task_run_info"_s, QJsonObject{{u"id"_s, lastRun}, {u"run_type"_s, 0}}}};
}

QJsonObject taskInfoJson(const domain::Project &project, const domain::Task &task, domain::RunStatus status, const domain::RunRecord *head)
{
    QJsonArray cases, running;
    for (const domain::CaseId id : task.cases)
        if (const auto *testCase = project.findCase(id))
            cases.append(caseJson(*testCase));
    if (head) {
        for (const auto &record : head->cases) {
            QJsonObject json = runningCase(*head, record);
            json["related_temp_running_data"_L1] = QJsonArray{json};
            running.append(json);
        }
    }
    QJsonObject json = domain::toJson(task);
    json.remove("case_id_list"_L1);
    if (task.slaRules.isEmpty())
        json.remove("sla_rules"_L1);
    json["case_list"_L1] = cases;
    json["description"_L1] = task.description;
    json["project_id"_L1] = project.id.value;
    json["related_temp_running_data"_L1] = running;
    json["run_status"_L1] = int(status);
    return json;
}

domain::Result<domain::Task> changedTask(const domain::Task &before, const QJsonObject &body)
{
    QJsonObject changes = body;
    for (const QString &member : answered)
        changes.remove(member);
    if (changes["temps"_L1].toArray().isEmpty())
        changes.remove("temps"_L1);
    auto after = domain::taskFromJson(merged(domain::toJson(before), changes));
    if (!after)
        return after;
    after->id = before.id;
    after->cases = before.cases;
    return after;
}

} // namespace api
