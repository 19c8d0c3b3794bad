#include "ui/shell/findings.h"
#include "ui/shell/commands.h"
#include <QCoreApplication>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {

using document::NodeRef;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Finder)
};

bool hasAll(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&text](const QString &w) { return text.contains(w, Qt::CaseInsensitive); });
}

/// The part of a long text around the first word.
QString around(const QString &text, const QString &word)
{
    constexpr int before = 20, length = 90;
    const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    const qsizetype from = std::max<qsizetype>(0, at - before);
    return (from > 0 ? u"…"_s : QString()) + text.mid(from, length).simplified();
}

} // namespace

Finder::Finder(const document::ProjectDocument &document, const Commands &commands)
{
    QVector<NodeRef> open{document.root()};
    for (qsizetype i = 0; i < open.size(); ++i) {
        for (int row = 0; row < document.childCount(open[i]); ++row) {
            const NodeRef child = document.childAt(open[i], row);
            open << child;
            if (child.kind == NodeRef::Case)
                m_entries << Entry{{Finding::Case, u"file-code"_s, {}, document.nameOf(child), {}, document.nameOf(document.parentOf(child)), {}, {}, child}, {}};
            else if (child.kind == NodeRef::Step)
                addStep(document, child, document.nameOf(document.caseOf(child.step())));
        }
    }
    for (const auto &command : commands.all()) {
        if (command.action->isEnabled())
            m_entries << Entry{{Finding::Command, u"terminal"_s, {}, command.action->text().remove(u'…').remove(u'&'), {}, {},
                                command.action->objectName(), command.action->shortcut().toString(QKeySequence::NativeText), {}}, {}};
    }
}

void Finder::addStep(const document::ProjectDocument &document, NodeRef node, const QString &where)
{
    const domain::Step *step = document.step(node.step());
    if (step->kind != domain::StepKind::Request)
        return;
    const domain::Message &m = step->message;
    QStringList inside;
    const auto pairs = [&inside](const QString &what, const QVector<domain::KeyValue> &all) {
        for (const auto &pair : all)
            inside << what + pair.key + u": "_s + pair.value;
    };
    pairs(Words::tr("header") + u"  "_s, m.headers);
    pairs(Words::tr("parameter") + u"  "_s, m.query);
    pairs(Words::tr("field") + u"  "_s, m.form);
    if (!m.body.isEmpty())
        inside << Words::tr("body") + u"  "_s + m.body;
    if (step->checkpoint) {
        for (const auto &check : step->checkpoint->items)
            inside << Words::tr("check") + u"  "_s + QStringList{check.source, check.key, check.comparison, check.value}.join(u' ').simplified();
    }
    for (const auto &extraction : step->extractions)
        inside << Words::tr("extraction") + u"  "_s + extraction.name + u' ' + extraction.regexp + extraction.key;
    m_entries << Entry{{Finding::Request, u"send"_s, m.method, m.name, m.url, where, {}, {}, node}, inside};
}

QVector<Finding> Finder::find(const QString &text) const
{
    QString wanted = text.trimmed();
    const bool commandsOnly = wanted.startsWith(u'>'), requestsOnly = wanted.startsWith(u'@');
    if (commandsOnly || requestsOnly)
        wanted.remove(0, 1);
    const QStringList words = wanted.split(u' ', Qt::SkipEmptyParts);
    std::array<QVector<Finding>, 3> ranks; // by name, by address, inside
    for (const Entry &entry : m_entries) {
        const Finding &f = entry.finding;
        if ((commandsOnly && f.kind != Finding::Command) || (requestsOnly && f.kind != Finding::Request))
            continue;
        if (hasAll(f.name, words))
            ranks[0] << f;
        else if (hasAll(f.name + u' ' + f.method + u' ' + f.detail + u' ' + f.where, words))
            ranks[1] << f;
        else if (const auto at = std::find_if(entry.inside.begin(), entry.inside.end(), [&](const QString &t) { return hasAll(t, words); });
                 at != entry.inside.end()) {
            Finding found = f;
            found.detail = around(*at, words.first());
            ranks[2] << found;
        }
    }
    QVector<Finding> all = ranks[0] + ranks[1] + ranks[2];
    // What one works on comes before what one can do with it; with nothing typed yet it is the other way round.
    std::stable_partition(all.begin(), all.end(), [&](const Finding &f) { return (f.kind == Finding::Command) == words.isEmpty(); });
    return all.mid(0, most);
}

} // namespace ui
