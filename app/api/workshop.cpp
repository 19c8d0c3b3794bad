#include "app/api/workshop.h"

#include <QCoreApplication>
#include <QDateTime>

namespace api {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 255, pageSize = 200, mostPage = 1000;
const QString tenantSetting = u"api_project_id"_s;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::Workshop)
};

} // namespace

QString Workshop::tenant() const
{
    QString id = workspace().setting(tenantSetting);
    if (id.isEmpty()) {
        id = QString::fromLatin1(services::randomBytes(16).toHex());
        workspace().setSetting(tenantSetting, id);
    }
    return id;
}

document::ProjectDocument *Workshop::ownerOf(document::NodeRef node) const
{
    if (node.value <= 0)
        return nullptr;
    return workspace().documentOf(workspace().ownerOf(node));
}

Response notFound(const QString &what, int id)
{
    return problem(Fault::NotFound, Words::tr("There is no %1 %2.").arg(what).arg(id));
}

Response wrong(const QString &sentence) { return problem(Fault::BadInput, sentence); }

std::optional<Response> checkName(const QString &name)
{
    if (name.trimmed().isEmpty())
        return wrong(Words::tr("name: must not be empty."));
    if (name.size() > longestName)
        return wrong(Words::tr("name: must have at most %1 characters.").arg(longestName));
    return std::nullopt;
}

QJsonValue stamp(const QDateTime &time, Qt::DateFormat precision)
{
    if (!time.isValid())
        return QJsonValue::Null;
    const QDateTime local = time.toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(precision);
}

void putTimes(QJsonObject &json, const services::Stamps &stamps)
{
    if (stamps.created.isValid())
        json["create_time"_L1] = stamp(stamps.created, Qt::ISODateWithMs);
    if (stamps.updated.isValid())
        json["update_time"_L1] = stamp(stamps.updated, Qt::ISODateWithMs);
}

std::pair<qsizetype, qsizetype> page(const Request &request, qsizetype size)
{
    const qsizetype from = std::min<qsizetype>(request.number(u"offset"_s, 0), size);
    const qsizetype limit = std::clamp(request.number(u"limit"_s, pageSize), 1, mostPage);
    return {from, std::min(limit, size - from)};
}

QJsonObject merged(QJsonObject json, const QJsonObject &changes)
{
    for (auto member = changes.begin(); member != changes.end(); ++member)
        if (!member->isNull())
            json[member.key()] = *member;
    return json;
}

} // namespace api
