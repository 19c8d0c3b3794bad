// What a style sheet cannot say about Fusion, which lies beneath it.
#pragma once

#include <QProxyStyle>

namespace ui {

class WindowStyle : public QProxyStyle
{
public:
    WindowStyle();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
};

} // namespace ui
