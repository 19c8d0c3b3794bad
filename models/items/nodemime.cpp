#include "models/items/nodemime.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace items {

using document::NodeRef;

namespace {

QString mark(const void *owner)
{
    return u"%1/%2"_s.arg(QCoreApplication::applicationPid()).arg(quintptr(owner), 0, 16);
}

} // namespace

QMimeData *nodesToMime(const QVector<NodeRef> &nodes, const void *owner)
{
    QJsonArray list;
    for (NodeRef node : nodes)
        list.append(QJsonObject{{"kind"_L1, int(node.kind)}, {"id"_L1, node.value}});
    auto *data = new QMimeData;
    data->setData(QString::fromLatin1(nodesMimeType),
                  QJsonDocument(QJsonObject{{"owner"_L1, mark(owner)}, {"nodes"_L1, list}}).toJson(QJsonDocument::Compact));
    return data;
}

QVector<NodeRef> nodesFromMime(const QMimeData *data, const void *owner)
{
    if (!data || !data->hasFormat(QString::fromLatin1(nodesMimeType)))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(data->data(QString::fromLatin1(nodesMimeType))).object();
    if (json["owner"_L1].toString() != mark(owner))
        return {};
    QVector<NodeRef> nodes;
    const QJsonArray list = json["nodes"_L1].toArray();
    for (const QJsonValue &item : list) {
        const int kind = item["kind"_L1].toInt(NodeRef::None), id = item["id"_L1].toInt();
        if (kind < NodeRef::Project || kind > NodeRef::Environment || id <= 0)
            return {};
        nodes.append(NodeRef(NodeRef::Kind(kind), id));
    }
    return nodes;
}

} // namespace items
