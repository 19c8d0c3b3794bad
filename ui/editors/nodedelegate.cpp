#include "ui/editors/nodedelegate.h"
#include "models/document/noderef.h"
#include "models/domain/step.h"
#include "models/items/noderoles.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

QColor tint(int kind)
{
    switch (domain::StepKind(kind)) {
    case domain::StepKind::Loop:
    case domain::StepKind::Condition:
    case domain::StepKind::UserShare: return tk().series[3];
    case domain::StepKind::Throughput:
    case domain::StepKind::Rendezvous: return tk().series[0];
    default: return tk().series[2];
    }
}

} // namespace

Cell NodeDelegate::cell(const QModelIndex &index) const
{
    Cell cell(index.data().toString());
    const bool enabled = index.data(items::EnabledRole).isNull() || index.data(items::EnabledRole).toBool();
    cell.dim = !enabled;
    if (index.data(items::KindRole).toInt() == document::NodeRef::Step) {
        cell.kind = CellKind::Card;
        if (index.data(items::StepKindRole).toInt() == int(domain::StepKind::Request)) {
            cell.extra[u"method"_s] = index.data(items::MethodRole).toString();
            cell.s2 = index.data(items::UrlRole).toString();
        } else {
            cell.icon = index.data(items::IconRole).toString();
            cell.color = tint(index.data(items::StepKindRole).toInt());
        }
        if (!enabled)
            cell.extra[u"pill"_s] = tr("disabled");
        else if (index.data(items::SetupRole).toBool())
            cell.extra[u"pill"_s] = tr("once");
    } else {
        cell.icon = index.data(items::IconRole).toString();
        cell.color = enabled && index.data(items::KindRole).toInt() == document::NodeRef::Case ? tk().accentText : tk().text3;
        if (!enabled)
            cell.extra[u"badge"_s] = tr("disabled");
    }
    return cell;
}

QWidget *NodeDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(u"nameEditor"_s);
    edit->setAccessibleName(tr("Name"));
    edit->setText(index.data(Qt::EditRole).toString());
    return edit;
}

} // namespace ui
