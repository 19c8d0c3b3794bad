// What the window looked like when it was left: open tabs, page, environment, report, kept in the workspace for each
// project; geometry and splitters in the settings, as they belong to the screen and not to the work.
#pragma once

#include "models/document/noderef.h"
#include <QJsonObject>
#include <QVector>

class QWidget;

namespace services { class Settings; class WorkspaceService; }

namespace ui {

struct WindowState
{
    QVector<document::NodeRef> tabs; ///< from left to right: cases, and the project's or a directory's page
    document::NodeRef current;
    QString page, environment;
    domain::RunId report; ///< shown on the report page

    QJsonObject toJson() const;
    static WindowState fromJson(const QJsonObject &json); ///< members that make no sense are left out

    static WindowState load(const services::WorkspaceService &workspace); ///< of the open project
    void save(services::WorkspaceService &workspace) const;
    bool operator==(const WindowState &) const = default;
};

/// Gives the splitters in `root` the sizes they had, and keeps changed ones. Twice for the same splitter does no harm.
void followSplitters(QWidget *root, services::Settings &settings);

} // namespace ui
