#include "models/items/nodedata.h"

#include "models/items/stepdetail.h"
#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace items {

using document::NodeRef;
using document::ProjectDocument;
using document::StepPlace;

namespace {

/// A step that stands for a transaction of the library.
bool isReference(const domain::Step &step) { return step.kind == domain::StepKind::Request && step.transaction.isValid(); }

QString iconName(const domain::Step &step)
{
    switch (step.kind) {
    case domain::StepKind::Request:
        return isReference(step) ? u"transaction"_s : u"request"_s;
    case domain::StepKind::Data:
        return u"data"_s;
    case domain::StepKind::Loop:
        return u"loop"_s;
    case domain::StepKind::Condition:
        return u"condition"_s;
    case domain::StepKind::UserShare:
        return u"usershare"_s;
    case domain::StepKind::Throughput:
        return u"throughput"_s;
    case domain::StepKind::Rendezvous:
        return u"rendezvous"_s;
    case domain::StepKind::Plugin:
        return u"plugin"_s;
    }
    return {};
}

QString branchName(const ProjectDocument &document, domain::StepId id)
{
    const auto place = document.placeOf(id);
    if (!place || place->slot != StepPlace::Branch)
        return place && place->slot == StepPlace::Else ? u"else"_s : QString();
    const QString name = document.step(place->parent)->data["branches"_L1].toArray().at(place->branch)["name"_L1].toString();
    return name.isEmpty() ? QCoreApplication::translate("items::StepsModel", "Branch %1").arg(place->branch + 1) : name;
}

QVariant stepData(const ProjectDocument &document, const domain::Step &step, int role)
{
    switch (role) {
    case StepKindRole:
        return int(step.kind);
    case MethodRole:
        return step.kind == domain::StepKind::Request && !isReference(step) ? QVariant(step.message.method) : QVariant();
    case UrlRole:
        return step.kind == domain::StepKind::Request ? QVariant(step.message.url) : QVariant();
    case IconRole:
        return iconName(step);
    case SetupRole:
        return document.isSetup(step.id);
    case BranchRole:
        return branchName(document, step.id);
    case DetailRole:
        return stepDetail(step);
    case ChecksRole:
        return step.checkpoint && step.checkpoint->enabled ? int(step.checkpoint->items.size()) : 0;
    case ExtractsRole:
        return int(step.extractions.size());
    case ThinkRole:
        return step.thinkTime ? QVariant(step.thinkTime->ms) : QVariant();
    default:
        return {};
    }
}

} // namespace

QVariant nodeData(const ProjectDocument &document, NodeRef node, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return document.nameOf(node);
    case NodeRefRole:
        return QVariant::fromValue(node);
    case KindRole:
        return int(node.kind);
    case EnabledRole:
        return document.isEnabled(node);
    default:
        break;
    }
    if (const domain::Step *step = document.step(node.step()))
        return stepData(document, *step, role);
    if (role != IconRole)
        return {};
    return node.kind == NodeRef::Project ? u"project"_s : node.kind == NodeRef::Directory ? u"folder"_s : u"case"_s;
}

QHash<int, QByteArray> nodeRoleNames(QHash<int, QByteArray> names)
{
    names.insert({{NodeRefRole, "node"},
                  {KindRole, "kind"},
                  {StepKindRole, "stepKind"},
                  {MethodRole, "method"},
                  {UrlRole, "url"},
                  {EnabledRole, "enabled"},
                  {IconRole, "icon"},
                  {SetupRole, "setup"},
                  {BranchRole, "branch"},
                  {DetailRole, "detail"},
                  {ChecksRole, "checks"},
                  {ExtractsRole, "extracts"},
                  {ThinkRole, "think"},
                  {GroupRole, "group"}});
    return names;
}

bool setNodeData(ProjectDocument &document, NodeRef node, const QVariant &value, int role)
{
    if (!document.contains(node))
        return false;
    if (role == Qt::EditRole) {
        const QString name = value.toString().trimmed();
        if (name.isEmpty())
            return false;
        document.rename(node, name);
        return true;
    }
    if (role != EnabledRole || (node.kind != NodeRef::Case && node.kind != NodeRef::Step))
        return false;
    document.setEnabled(node, value.toBool());
    return true;
}

bool moveNodes(ProjectDocument &document, const QVector<NodeRef> &nodes, NodeRef under, int row)
{
    const auto movable = [&](NodeRef node) { return document.canMove(node, under); };
    if (nodes.isEmpty() || !std::all_of(nodes.begin(), nodes.end(), movable))
        return false;
    // Rows shift as nodes leave and arrive; the node they are to stand before does not, unless it moves itself.
    while (row >= 0 && row < document.childCount(under) && nodes.contains(document.childAt(under, row)))
        ++row;
    const NodeRef before = row < 0 ? NodeRef() : document.childAt(under, row);
    const auto moveAll = [&] {
        for (NodeRef node : nodes) {
            if (document.canMove(node, under))
                document.move(node, under, before.isValid() ? document.rowOf(before) : row < 0 ? -1 : document.childCount(under));
        }
    };
    if (nodes.size() == 1) {
        moveAll();
        return true;
    }
    document.undoStack().beginMacro(ProjectDocument::tr("Move %1 items").arg(nodes.size()));
    moveAll();
    document.undoStack().endMacro();
    return true;
}

} // namespace items
