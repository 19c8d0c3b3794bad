#include "app/services/pluginshelf.h"

#include "engine/plugin/loader.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>

namespace services {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::PluginShelf)
};

QString kindName(engine::Plugin::Kind kind)
{
    switch (kind) {
    case engine::Plugin::Request: return Words::tr("request");
    case engine::Plugin::Function: return Words::tr("function");
    case engine::Plugin::Check: return Words::tr("check");
    }
    return {};
}

} // namespace

QStringList PluginShelf::folders() const
{
    return {QDir(m_folder).filePath(u"plugins"_s),
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/crescendo/plugins"_L1};
}

QString PluginShelf::descriptorOf(const QString &name) const
{
    if (name.endsWith(".json"_L1))
        return QDir(m_folder).filePath(name);
    for (const QString &folder : folders())
        if (const QString path = folder + u'/' + name + ".json"_L1; QFile::exists(path))
            return path;
    return {};
}

QStringList PluginShelf::available() const
{
    QStringList names;
    for (const QString &folder : folders())
        for (const QString &file : QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name))
            names << file.chopped(5);
    names.removeDuplicates();
    return names;
}

domain::Result<std::shared_ptr<const engine::Plugin>> PluginShelf::load(const QString &name)
{
    if (const auto found = m_loaded.constFind(name); found != m_loaded.constEnd())
        return *found;
    const QString path = descriptorOf(name);
    if (path.isEmpty())
        return domain::fail(Words::tr("The plugin “%1” is not there: neither plugins/%1.json beside the project nor in your plugins folder.").arg(name));
    std::string problem;
    auto plugin = engine::loadPlugin(QFile::encodeName(path).toStdString(), problem);
    if (!plugin)
        return domain::fail(Words::tr("The plugin “%1”: %2").arg(name, QString::fromStdString(problem)));
    m_loaded.insert(name, plugin);
    return plugin;
}

domain::Result<engine::PluginFunction> PluginShelf::find(const QString &name, const QString &function, engine::Plugin::Kind kind)
{
    const auto plugin = load(name);
    if (!plugin)
        return tl::unexpected(plugin.error());
    const auto &functions = (*plugin)->functions;
    const auto found = std::ranges::find(functions, function.toStdString(), &engine::Plugin::Entry::name);
    if (found == functions.end())
        return domain::fail(Words::tr("The plugin “%1” has no function “%2”.").arg(name, function));
    if (found->kind != kind)
        return domain::fail(Words::tr("“%2” of the plugin “%1” is a %3, where a %4 is needed.")
                                .arg(name, function, kindName(found->kind), kindName(kind)));
    return engine::PluginFunction{*plugin, int(found - functions.begin())};
}

domain::Result<engine::PluginFunction> PluginShelf::find(const QString &both, engine::Plugin::Kind kind)
{
    const qsizetype dot = both.lastIndexOf(u'.');
    if (dot < 1)
        return domain::fail(Words::tr("“%1” does not name a plugin and its function as PLUGIN.FUNCTION.").arg(both));
    return find(both.left(dot), both.mid(dot + 1), kind);
}

} // namespace services
