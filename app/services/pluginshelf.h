// Finds and loads the plugins a project names. NAME is the path of a JSON descriptor, relative to the project file, or the
// name of one: plugins/NAME.json beside the project file, then in the plugins folder of the user. Each is loaded once.
#pragma once

#include "engine/plan/plugin.h"
#include "models/domain/result.h"
#include <QHash>
#include <QStringList>

namespace services {

class PluginShelf
{
public:
    explicit PluginShelf(QString folder) : m_folder(std::move(folder)) {}

    /// A function of that kind, by plugin and name.
    domain::Result<engine::PluginFunction> find(const QString &plugin, const QString &function, engine::Plugin::Kind kind);
    /// By "PLUGIN.FUNCTION".
    domain::Result<engine::PluginFunction> find(const QString &both, engine::Plugin::Kind kind);

    /// Descriptors that could be named, for choosing: those beside the project file and those of the user.
    QStringList available() const;
    domain::Result<std::shared_ptr<const engine::Plugin>> load(const QString &name);

private:
    QStringList folders() const;
    QString descriptorOf(const QString &name) const;

    QString m_folder;
    QHash<QString, std::shared_ptr<const engine::Plugin>> m_loaded;
};

} // namespace services
