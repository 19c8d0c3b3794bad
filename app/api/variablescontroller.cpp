#include "app/api/variablescontroller.h"

#include "app/api/casejson.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace api {

using namespace Qt::StringLiterals;
using domain::Variable;
using domain::VariableType;

namespace {

constexpr qsizetype mostAtOnce = 1'000; ///< each new one takes a number from the workspace

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::VariablesController)
};

} // namespace

QVector<Route> VariablesController::routes()
{
    return {{u"ListVariables"_s, [this](const Request &r) { return list(r); }},
            {u"CreateVariable"_s, [this](const Request &r) { return create(r); }},
            {u"UpdateVariable"_s, [this](const Request &r) { return change(r); }},
            {u"DeleteVariable"_s, [this](const Request &r) { return remove(r); }}};
}

qint64 VariablesController::sizeOf(const Variable &variable) const
{
    if (variable.type != VariableType::File || variable.file.isEmpty())
        return 0;
    const QDir folder = QFileInfo(m_workshop.workspace().path()).absoluteDir();
    return QFileInfo(folder.filePath(variable.file)).size();
}

Response VariablesController::list(const Request &request) const
{
    const int suite = request.id(u"test_suite_id"_s);
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    const int type = request.id(u"variable_type"_s);
    const QString texts = writtenTexts(document->project());
    QJsonArray variables;
    for (const Variable &variable : document->project().variables)
        if (type == 0 || int(variable.type) == type)
            variables.append(variableJson(variable, texts.contains(u"${%1}"_s.arg(variable.name)), sizeOf(variable)));
    return success(200, {{u"variable_list"_s, variables}});
}

Response VariablesController::create(const Request &request) const
{
    const int suite = request.id(u"test_suite_id"_s);
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    if (request.body.toArray().size() > mostAtOnce)
        return wrong(Words::tr("The list must have at most %1 variables.").arg(mostAtOnce));
    QVector<Variable> all = document->project().variables;
    QSet<int> before;
    for (const Variable &variable : std::as_const(all))
        before.insert(variable.id.value);
    const auto isKnownFile = [&](const QString &file) {
        return std::ranges::any_of(document->project().variables, [&](const Variable &one) { return one.type == VariableType::File && one.file == file; });
    };
    for (const QJsonValue &one : request.body.toArray()) {
        QJsonObject json = one.toObject();
        json.remove("id"_L1); // the server gives it
        auto variable = changedVariable({}, json);
        if (!variable)
            return wrong(variable.error().message);
        if (auto refused = checkName(variable->name))
            return *refused;
        if (variable->type == VariableType::File && (variable->file.isEmpty() || !isKnownFile(variable->file)))
            return wrong(Words::tr("file: must be a file that a variable of the test suite has already."));
        if (std::ranges::any_of(all, [&](const Variable &other) { return other.name == variable->name; }))
            return problem(Fault::Conflict, Words::tr("The test suite has a variable “%1” already.").arg(variable->name));
        variable->id = {};
        all.append(std::move(*variable));
    }
    document->setVariables(all, all.size() - before.size() == 1 ? Words::tr("Add variable “%1”").arg(all.last().name)
                                                                : Words::tr("Add variables"));
    int first = 0;
    for (const Variable &variable : document->project().variables)
        if (first == 0 && !before.contains(variable.id.value))
            first = variable.id.value;
    return success(201, {{u"json"_s, QJsonObject{{u"variable_id"_s, first}}}});
}

Response VariablesController::change(const Request &request) const
{
    const int suite = request.id(u"test_suite_id"_s);
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    QVector<Variable> all = document->project().variables;
    const QJsonArray list = request.body.toArray();
    if (list.size() > mostAtOnce)
        return wrong(Words::tr("The list must have at most %1 variables.").arg(mostAtOnce));
    for (const QJsonValue &one : list) {
        const int id = one["id"_L1].toInt();
        const auto found = std::ranges::find_if(all, [id](const Variable &variable) { return variable.id.value == id && id > 0; });
        if (found == all.end())
            return notFound(Words::tr("variable"), id);
        auto changed = changedVariable(*found, one.toObject());
        if (!changed)
            return wrong(changed.error().message);
        if (auto refused = checkName(changed->name))
            return *refused;
        if (changed->file != found->file || (changed->type == VariableType::File && changed->file.isEmpty()))
            return wrong(Words::tr("file: the file of a variable is chosen in the window."));
        if (changed->name != found->name && std::ranges::find(all, changed->name, &Variable::name) != all.end())
            return problem(Fault::Conflict, Words::tr("The test suite has a variable “%1” already.").arg(changed->name));
        *found = std::move(*changed);
    }
    document->setVariables(all, Words::tr("Change variables"));
    return success(201, {{u"json"_s, QJsonObject{{u"variable_id"_s, list.first()["id"_L1]}}}});
}

Response VariablesController::remove(const Request &request) const
{
    const int suite = request.number(u"test_suite_id"_s, 0);
    const domain::VariableId id{request.number(u"variable_id"_s, 0)};
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    if (std::ranges::find(document->project().variables, id, &Variable::id) == document->project().variables.end() || !id.isValid())
        return notFound(Words::tr("variable"), id.value);
    document->remove(document::NodeRef(id));
    return empty(200);
}

} // namespace api
