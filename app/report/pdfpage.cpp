#include "app/report/pdfpage.h"

#include <QFontMetricsF>
#include <QTextLayout>

namespace report {

using namespace Qt::StringLiterals;

namespace {

constexpr double footerHeight = 24;

} // namespace

PdfPage::PdfPage(QPdfWriter &writer, const QString &footer) : m_writer(writer), m_footer(footer)
{
    m_writer.setResolution(72); // one unit a point, so that layout reads as typography does
    m_painter.begin(&m_writer);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_width = m_writer.width();
    m_bottom = m_writer.height() - footerHeight;
}

void PdfPage::footer()
{
    const double y = m_bottom + footerHeight - 12;
    text(QRectF(0, y, m_width - 40, 12), m_footer, font(7.5), ink::text3);
    text(QRectF(m_width - 40, y, 40, 12), QString::number(m_number), font(7.5), ink::text3, Qt::AlignRight);
}

void PdfPage::need(double height)
{
    if (fits(height) || m_y == 0)
        return;
    footer();
    m_writer.newPage();
    ++m_number;
    m_y = 0;
}

void PdfPage::finish()
{
    footer();
    m_painter.end();
}

QFont PdfPage::font(double points, QFont::Weight weight)
{
    QFont font;
    font.setFamilies({u"Inter"_s, u"Noto Sans CJK SC"_s, u"PingFang SC"_s, u"Microsoft YaHei"_s, u"sans-serif"_s});
    font.setPointSizeF(points);
    font.setWeight(weight);
    // Inter puts another glyph for a colon between digits and the like; a PDF cannot say what character that was.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

double PdfPage::text(const QRectF &box, const QString &content, const QFont &font, const QColor &colour, Qt::Alignment align)
{
    const QFontMetricsF metrics(font, &m_writer);
    m_painter.setFont(font);
    m_painter.setPen(colour);
    const QString line = metrics.elidedText(QString(content).replace(u'\n', u' '), Qt::ElideRight, box.width());
    m_painter.drawText(box, int(align | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip, line);
    return metrics.height();
}

void PdfPage::paragraph(const QString &content, const QFont &font, const QColor &colour)
{
    QTextLayout layout(content, font, &m_writer);
    layout.beginLayout();
    while (true) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(m_width);
        line.setPosition({0, 0});
    }
    layout.endLayout();
    m_painter.setPen(colour);
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        need(line.height());
        line.draw(&m_painter, {0, m_y});
        m_y += line.height();
    }
}

void PdfPage::card(const QRectF &box, const QColor &fill, const QColor &edge)
{
    m_painter.setPen(QPen(edge, 0.6));
    m_painter.setBrush(fill);
    m_painter.drawRoundedRect(box, 5, 5);
    m_painter.setBrush(Qt::NoBrush);
}

} // namespace report
