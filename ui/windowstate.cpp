#include "ui/windowstate.h"
#include "app/services/settings.h"
#include "app/services/workspaceservice.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace ui {

using document::NodeRef;

namespace {

QString keyOf(const services::WorkspaceService &workspace)
{
    return u"window/%1"_s.arg(workspace.currentProject().value);
}

/// A case is its number; the others are named.
QJsonValue tabToJson(NodeRef node)
{
    switch (node.kind) {
    case NodeRef::Case: return node.value;
    case NodeRef::Directory: return QJsonObject{{u"directory"_s, node.value}};
    case NodeRef::Project: return QJsonObject{{u"project"_s, node.value}};
    default: return {};
    }
}

NodeRef tabFromJson(const QJsonValue &json)
{
    if (const int directory = json["directory"_L1].toInt(); directory > 0)
        return domain::DirectoryId{directory};
    if (const int project = json["project"_L1].toInt(); project > 0)
        return domain::ProjectId{project};
    return json.toInt() > 0 ? NodeRef(domain::CaseId{json.toInt()}) : NodeRef();
}

} // namespace

QJsonObject WindowState::toJson() const
{
    QJsonArray list;
    for (NodeRef node : tabs)
        list << tabToJson(node);
    return {{u"tabs"_s, list}, {u"current"_s, tabToJson(current)}, {u"page"_s, page}, {u"environment"_s, environment}, {u"report"_s, report.value}};
}

WindowState WindowState::fromJson(const QJsonObject &json)
{
    WindowState state;
    for (const QJsonValue &tab : json["tabs"_L1].toArray()) {
        if (const NodeRef node = tabFromJson(tab); node.isValid())
            state.tabs << node;
    }
    state.current = tabFromJson(json["current"_L1]);
    state.page = json["page"_L1].toString();
    state.environment = json["environment"_L1].toString();
    state.report = {json["report"_L1].toInt()};
    return state;
}

WindowState WindowState::load(const services::WorkspaceService &workspace)
{
    return fromJson(QJsonDocument::fromJson(workspace.setting(keyOf(workspace)).toUtf8()).object());
}

void WindowState::save(services::WorkspaceService &workspace) const
{
    if (workspace.currentProject().isValid())
        workspace.setSetting(keyOf(workspace), QString::fromUtf8(QJsonDocument(toJson()).toJson(QJsonDocument::Compact)));
}

void followSplitters(QWidget *root, services::Settings &settings)
{
    int number = 0;
    for (auto *splitter : root->findChildren<QSplitter *>()) {
        const QString own = splitter->objectName();
        const QString name = u"splitter/%1"_s.arg(own.isEmpty() ? QString::fromLatin1(root->metaObject()->className()) + QString::number(number) : own);
        ++number;
        if (splitter->property("followed").toBool())
            continue;
        splitter->setProperty("followed", true);
        splitter->restoreState(settings.layout(name));
        QObject::connect(splitter, &QSplitter::splitterMoved, splitter,
                         [splitter, name, &settings] { settings.setLayout(name, splitter->saveState()); });
    }
}

} // namespace ui
