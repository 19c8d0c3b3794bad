// Flows blocks down A4 pages: positions in points, a new page when a block does not fit.
#pragma once

#include "app/report/svgchart.h"

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPdfWriter>

namespace report {

/// The light tokens of the page on screen.
namespace ink {
inline const QColor text{0x1A, 0x1D, 0x24}, text2{0x4B, 0x54, 0x63}, text3{0x60, 0x6A, 0x79}, border{0xE4, 0xE7, 0xEC},
    strong{0xCB, 0xD1, 0xDA}, sunken{0xF1, 0xF3, 0xF6}, accent{0x54, 0x57, 0xCD}, ok{0x12, 0x73, 0x4F}, warn{0x8A, 0x52, 0x00},
    bad{0xBF, 0x2A, 0x2E}, okWash{0xEF, 0xF8, 0xF4}, badWash{0xFD, 0xF1, 0xF1}, warnWash{0xFD, 0xF7, 0xEA}, s1{0x1D, 0x6F, 0xC4},
    s2{0xC8, 0x60, 0x0A}, p50{0x4F, 0xA3, 0xDE}, p95{0x1D, 0x5F, 0xB0}, c2{0x1E, 0x8F, 0x73}, c3{0x4A, 0x9E, 0xDB},
    c4{0xD9, 0x9A, 0x1C}, c5{0xCC, 0x3A, 0x1E}, c0{0x7A, 0x3F, 0x96};
}

class PdfPage
{
public:
    explicit PdfPage(QPdfWriter &writer, const QString &footer);

    QPainter &painter() { return m_painter; }
    bool isActive() const { return m_painter.isActive(); }
    double width() const { return m_width; }
    double y() const { return m_y; }
    void skip(double height) { m_y += height; }
    bool fits(double height) const { return m_y + height <= m_bottom; }
    void need(double height); ///< starts a page unless so much is left
    void finish();            ///< footer of the last page; ends painting

    static QFont font(double points, QFont::Weight weight = QFont::Normal);
    /// Elided to `width`. Answers the height used.
    double text(const QRectF &box, const QString &text, const QFont &font, const QColor &colour, Qt::Alignment align = Qt::AlignLeft);
    /// Wrapped to the page's width, over pages if need be.
    void paragraph(const QString &text, const QFont &font, const QColor &colour);
    void card(const QRectF &box, const QColor &fill, const QColor &edge);

private:
    void footer();

    QPdfWriter &m_writer;
    QPainter m_painter;
    QString m_footer;
    double m_width = 0, m_bottom = 0, m_y = 0;
    int m_number = 1;
};

/// Draws a chart of the same spec as svgChart, with its title and legend. Colours are "#rrggbb".
void drawChart(PdfPage &page, const QRectF &box, const ChartSpec &spec);

} // namespace report
