#include "app/api/templatescontroller.h"

#include "app/api/casejson.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace api {

using namespace Qt::StringLiterals;
using domain::Transaction;
using domain::TransactionId;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::TemplatesController)
};

const Transaction &transactionOf(const document::ProjectDocument &document, TransactionId id)
{
    return *std::ranges::find(document.project().transactions, id, &Transaction::id);
}

} // namespace

QVector<Route> TemplatesController::routes()
{
    return {{u"ShowTempSet"_s, [this](const Request &r) { return list(r); }},
            {u"CreateTemp"_s, [this](const Request &r) { return create(r); }},
            {u"ShowTemp"_s, [this](const Request &r) { return show(r); }},
            {u"UpdateTemp"_s, [this](const Request &r) { return change(r); }},
            {u"DeleteTemp"_s, [this](const Request &r) { return remove(r); }}};
}

Response TemplatesController::list(const Request &request) const
{
    const int suite = request.id(u"test_suite_id"_s);
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    const auto &all = document->project().transactions;
    const auto [from, count] = page(request, all.size());
    QJsonArray list;
    const auto times = m_workshop.workspace().stamps(document::NodeRef::Transaction, {suite});
    for (const Transaction &one : all.mid(from, count)) {
        QJsonObject json{{u"id"_s, one.id.value}, {u"name"_s, one.name}, {u"description"_s, one.description},
                         {u"temp_type"_s, one.extra["temp_type"_L1].toInt()},
                         {u"is_quoted"_s, usesTransaction(document->project(), one.id)}};
        putTimes(json, {{}, times.value(one.id.value).updated});
        list.append(json);
    }
    return success(200, {{u"temps"_s, list}});
}

Response TemplatesController::create(const Request &request) const
{
    QJsonObject body = request.object();
    const int suite = body["project_id"_L1].toInt();
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    body.remove("id"_L1);
    auto made = changedTransaction({}, body);
    if (!made)
        return wrong(made.error().message);
    if (auto refused = checkName(made->name))
        return *refused;
    return success(201, {{u"tempId"_s, document->addTransaction(std::move(*made)).value}});
}

Response TemplatesController::show(const Request &request) const
{
    const TransactionId id{request.id(u"template_id"_s)};
    auto *document = m_workshop.ownerOf(id);
    if (!document)
        return notFound(Words::tr("transaction"), id.value);
    return success(200, {{u"temp_info"_s, transactionJson(transactionOf(*document, id), document->project().id)}});
}

Response TemplatesController::change(const Request &request) const
{
    const TransactionId id{request.id(u"template_id"_s)};
    auto *document = m_workshop.ownerOf(id);
    if (!document)
        return notFound(Words::tr("transaction"), id.value);
    const Transaction &before = transactionOf(*document, id);
    auto after = changedTransaction(before, request.object());
    if (!after)
        return wrong(after.error().message);
    if (auto refused = checkName(after->name))
        return *refused;
    document->setTransaction(std::move(*after), Words::tr("Change transaction “%1”").arg(before.name));
    return empty(204);
}

Response TemplatesController::remove(const Request &request) const
{
    const TransactionId id{request.id(u"template_id"_s)};
    auto *document = m_workshop.ownerOf(id);
    if (!document)
        return notFound(Words::tr("transaction"), id.value);
    if (usesTransaction(document->project(), id))
        return problem(Fault::Conflict, Words::tr("A case uses the transaction: take it out there first."));
    document->remove(document::NodeRef(id));
    return success(200);
}

} // namespace api
