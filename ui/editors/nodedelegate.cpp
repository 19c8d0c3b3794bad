#include "ui/editors/nodedelegate.h"
#include "models/document/noderef.h"
#include "models/domain/step.h"
#include "models/items/noderoles.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

/// The models name what a row is; its picture in the icon set is the window's business.
QString picture(const QString &what)
{
    static const QHash<QString, QString> pictures{
        {u"project"_s, u"package"_s}, {u"case"_s, u"file-code"_s}, {u"request"_s, u"send"_s}, {u"data"_s, u"braces"_s},
        {u"loop"_s, u"repeat"_s}, {u"condition"_s, u"split"_s}, {u"usershare"_s, u"percent"_s}, {u"throughput"_s, u"gauge"_s},
        {u"rendezvous"_s, u"flag"_s}, {u"plugin"_s, u"plug"_s},
        {u"transaction"_s, u"blocks"_s}};
    return pictures.value(what, what);
}

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
    if (index.data(items::GroupRole).toBool())
        return groupCell(index);
    const bool enabled = index.data(items::EnabledRole).isNull() || index.data(items::EnabledRole).toBool();
    cell.dim = !enabled;
    if (index.data(items::KindRole).toInt() == document::NodeRef::Step)
        return stepCell(index, enabled);
    cell.icon = picture(index.data(items::IconRole).toString());
    cell.color = enabled && index.data(items::KindRole).toInt() == document::NodeRef::Case ? tk().accentText : tk().text3;
    if (!enabled)
        cell.extra[u"badge"_s] = tr("disabled");
    return cell;
}

Cell NodeDelegate::groupCell(const QModelIndex &index) const
{
    Cell cell(index.data().toString());
    cell.s2 = index.data(items::DetailRole).toString();
    if (index.parent().isValid()) {
        cell.icon = u"corner-down-right"_s;
        cell.color = tk().series[3];
        cell.kind = CellKind::Card;
    } else {
        cell.strong = true;
    }
    return cell;
}

Cell NodeDelegate::stepCell(const QModelIndex &index, bool enabled) const
{
    Cell cell(index.data().toString());
    cell.dim = !enabled;
    cell.kind = CellKind::Card;
    const QString method = index.data(items::MethodRole).toString();
    if (!method.isEmpty()) {
        cell.extra[u"method"_s] = method;
        const QString url = index.data(items::UrlRole).toString();
        // Within one case the host is mostly the same: the path says more.
        const qsizetype host = url.indexOf("://"_L1), path = host < 0 ? -1 : url.indexOf(u'/', host + 3);
        cell.s2 = path < 0 ? url : url.mid(path);
        if (const int ms = index.data(items::ThinkRole).toInt())
            cell.extra[u"time"_s] = tr("%1 ms").arg(QLocale().toString(ms));
        if (const int checks = index.data(items::ChecksRole).toInt())
            cell.extra[u"checks"_s] = QString::number(checks);
        if (const int extracts = index.data(items::ExtractsRole).toInt())
            cell.extra[u"extracts"_s] = QString::number(extracts);
    } else {
        cell.icon = picture(index.data(items::IconRole).toString());
        cell.color = tint(index.data(items::StepKindRole).toInt());
        cell.s2 = index.data(items::DetailRole).toString();
    }
    if (!enabled)
        cell.extra[u"pill"_s] = tr("disabled");
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
