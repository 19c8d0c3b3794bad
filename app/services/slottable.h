// The names a case may write in ${…}: variables, columns of files, extracted values. Gives each name that is used a slot
// of the user's table, and the engine the sources that fill them. File variables are read when first used.
#pragma once

#include "app/services/pluginshelf.h"
#include "engine/plan/plan.h"
#include "models/domain/project.h"
#include <QHash>
#include <QSet>

namespace services {

class SlotTable
{
public:
    SlotTable(const QVector<domain::Variable> &variables, QString folder);

    void addExtracted(const QString &name) { m_extracted.insert(name); } ///< before any slotOf()
    /// -1: unknown. Notes a problem (file unreadable, sensitive value missing) for problem().
    int slotOf(const QString &name);
    /// Text with the plain texts among its variables put in place, so that it often becomes literal.
    QString inlined(const QString &text);
    engine::Template parse(const QString &text); ///< of inlined(text)
    /// As parse(), but a name that nothing ever fills is an empty text, as conditions want it.
    engine::Template parseCondition(const QString &text);
    const QString &folder() const { return m_folder; } ///< what paths are relative to
    PluginShelf &plugins() { return m_plugins; }
    std::shared_ptr<const engine::PluginTable> pluginTable() const; ///< of the functions that parsed texts call; may be null

    const QString &problem() const { return m_problem; } ///< first one; empty while all is well
    int slotCount() const { return int(m_slotNames.size()); }
    std::vector<std::string> slotNames() const { return m_slotNames; }
    std::vector<std::string> secrets() const { return m_secrets; } ///< values of sensitive variables that were used
    QString shown(QString text) const; ///< with secrets as ***
    std::vector<engine::VariableSource> takeSources() { return std::move(m_sources); }

private:
    void addSource(int index);
    void addFile(const domain::Variable &variable, engine::VariableSource source);
    void indexFileColumns();
    int newSlot(const QString &name);
    void addSecret(const domain::Variable &variable);
    void addSecret(const QString &text);
    void usePlugins(const std::vector<engine::Piece> &pieces);

    const QVector<domain::Variable> &m_variables;
    QString m_folder, m_problem;
    QSet<QString> m_extracted;
    QSet<int> m_added; ///< variables that have a source
    QHash<QString, int> m_slots, m_variableOf;
    QHash<QString, int> m_fileOfColumn; ///< column, or variable.column, to variable
    std::vector<engine::VariableSource> m_sources;
    std::vector<std::string> m_slotNames, m_secrets; ///< by slot; each once
    PluginShelf m_plugins;
    engine::PluginTable m_pluginTable;
    bool m_emptyWhenUnknown = false;
};

QString variableText(const QJsonValue &value); ///< a JSON text or number as it is written in a request

} // namespace services
