#include "ui/shell/findingdelegate.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

constexpr int rowHeight = 34, headHeight = 26, margin = 16;

} // namespace

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {200, index.data(Qt::UserRole).canConvert<Finding>() ? rowHeight : headHeight};
}

double FindingDelegate::paintMarked(QPainter &p, double x, const QRectF &room, const QString &full, const QFont &font, const QColor &colour) const
{
    const QString text = QFontMetricsF(font).elidedText(full, Qt::ElideRight, std::max(0.0, room.right() - x));
    QVector<bool> hit(text.size(), false);
    for (const QString &word : m_words) {
        for (qsizetype at = 0; (at = text.indexOf(word, at, Qt::CaseInsensitive)) >= 0; at += word.size())
            std::fill_n(hit.begin() + at, word.size(), true);
    }
    for (qsizetype from = 0, to; from < text.size(); from = to) {
        for (to = from; to < text.size() && hit[to] == hit[from];)
            ++to;
        QFont part = font;
        if (hit[from])
            part.setWeight(QFont::DemiBold);
        p.setFont(part);
        p.setPen(hit[from] ? tk().accentText : colour);
        const QString piece = text.mid(from, to - from);
        p.drawText(QRectF(x, room.top(), room.right() - x + 20, room.height()), Qt::AlignVCenter | Qt::AlignLeft, piece);
        x += QFontMetricsF(part).horizontalAdvance(piece);
    }
    return x;
}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QPainter &p = *painter;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF r = option.rect;
    if (!index.data(Qt::UserRole).canConvert<Finding>()) {
        p.setFont(theme::font(Type::Caption));
        p.setPen(tk().text3);
        p.drawText(r.adjusted(margin, 4, -margin, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        return p.restore();
    }
    const auto f = index.data(Qt::UserRole).value<Finding>();
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        p.setPen(Qt::NoPen);
        p.setBrush(option.state & QStyle::State_Selected ? tk().selected : tk().hover);
        p.drawRoundedRect(r.adjusted(6, 1, -6, -1), 6, 6);
    }
    if (!f.method.isEmpty()) {
        QFont font = theme::font(Type::Caption);
        font.setPixelSize(10);
        font.setWeight(QFont::DemiBold);
        p.setFont(font);
        p.setPen(theme::method(f.method));
        p.drawText(QRectF(r.left() + margin, r.top(), 44, r.height()), Qt::AlignVCenter, f.method);
    } else
        p.drawPixmap(QPointF(r.left() + margin, r.center().y() - 8), theme::pix(f.icon, 16, f.kind == Finding::Case ? tk().accentText : tk().text3));
    const QFont small = theme::font(Type::Small);
    const QString right = f.kind == Finding::Command ? f.keys : f.where;
    const double rightWidth = QFontMetricsF(small).horizontalAdvance(right);
    p.setFont(small);
    p.setPen(tk().text3);
    p.drawText(QRectF(r.right() - margin - rightWidth, r.top(), rightWidth + 1, r.height()), Qt::AlignVCenter, right);
    const QRectF room(r.left() + margin + 46, r.top(), r.width() - 2 * margin - 46 - rightWidth - 12, r.height());
    const double x = paintMarked(p, room.left(), room, f.name, theme::font(Type::Body), tk().text);
    paintMarked(p, x + 10, room, f.detail, theme::font(Type::MonoSmall), tk().text3);
    p.restore();
}

} // namespace ui
