// What was sent or what came back: laid out, headers, cookies, as it was, and as bytes. GUI thread.
#pragma once

#include "app/services/jsonlayout.h"
#include "ui/widgets/texts.h"
#include <QTemporaryDir>
#include <QWidget>
#include <memory>

class QStackedWidget;
class QStandardItemModel;
class QToolButton;
class QUrl;

namespace ui {

class CodeEdit;
class SubTabs;

class MessagePane : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Pretty, Headers, Cookies, Raw, Hex, TabCount };

    /// `name` begins the object names: "request" or "answer".
    explicit MessagePane(const QString &name, QWidget *parent = nullptr);

    /// `head`: lines with CRLF, the first one is no header. `isCut`: the body went on beyond what is kept.
    void setMessage(const QByteArray &head, const QByteArray &body, bool isCut);
    void showTab(Tab tab);
    /// The JSON node under the cursor of the laid-out body; null: none.
    const services::JsonLine *node() const;

    // What asks the system; replaced by tests.
    std::function<bool(const QUrl &)> openUrl;
    std::function<QString(const QString &suggestion)> choosePath; ///< empty: not chosen

signals:
    void complaint(const QString &sentence); ///< the body could not be written
    void nodeChanged(); ///< another one, or none

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill(int tab);
    void retitle();
    void saveBody();
    void openBody(); ///< in the system's viewer, from a file that goes with this program
    bool writeBody(const QString &path);
    QString fileName() const; ///< by the content type

    bool m_isAnswer;
    QByteArray m_head, m_body;
    bool m_isCut = false;
    QVector<services::JsonLine> m_lines; ///< of the laid-out body; empty: it is no JSON
    QVector<std::pair<QString, QString>> m_headers, m_cookies;
    QVector<bool> m_filled;
    Texts m_texts;
    SubTabs *m_tabs;
    QStackedWidget *m_pages;
    CodeEdit *m_pretty, *m_raw, *m_hex;
    QStandardItemModel *m_headerModel, *m_cookieModel;
    QToolButton *m_more; ///< what can be done with the body
    std::unique_ptr<QTemporaryDir> m_folder; ///< of bodies that were opened
};

} // namespace ui
