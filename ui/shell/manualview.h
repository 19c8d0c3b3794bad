// A page of the manual as it is read: Markdown in the fonts and colours of the theme, with links between pages, the way
// back, and found words marked. GUI thread.
#pragma once

#include "ui/shell/manualbook.h"
#include <QTextBrowser>

namespace ui {

class ManualView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ManualView(QWidget *parent = nullptr);

    /// "load", or "load#surge" for a section of it. In the language of now.
    void open(const QString &target);
    QString page() const; ///< the name of the page shown
    void mark(const QString &words);
    void again(); ///< the page in the language and theme of now, at the same place
    /// What is put in the place of `{{name}}`; asked each time a page is shown.
    std::function<QString(const QString &name)> fill;

    static QString language(); ///< folder of the language of now

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;

private:
    void arrive(const QUrl &url);
    void dress();
    void scrollTo(const QString &id);

    ManualText m_text;
};

} // namespace ui
