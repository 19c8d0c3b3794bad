#include "ui/windowstate.h"
#include "app/services/settings.h"
#include "app/services/workspaceservice.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString keyOf(const services::WorkspaceService &workspace)
{
    return u"window/%1"_s.arg(workspace.currentProject().value);
}

} // namespace

QJsonObject WindowState::toJson() const
{
    QJsonArray tabs;
    for (domain::CaseId id : cases)
        tabs << id.value;
    return {{u"tabs"_s, tabs}, {u"current"_s, current.value}, {u"page"_s, page}, {u"environment"_s, environment}, {u"report"_s, report.value}};
}

WindowState WindowState::fromJson(const QJsonObject &json)
{
    WindowState state;
    for (const QJsonValue &tab : json["tabs"_L1].toArray()) {
        if (tab.toInt() > 0)
            state.cases << domain::CaseId{tab.toInt()};
    }
    state.current = {json["current"_L1].toInt()};
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
