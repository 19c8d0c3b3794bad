// The bar that finds and replaces in a text of code: over its upper right corner, all finds marked, Enter to the next. Where
// the text is read only it finds only. GUI thread.
#pragma once

#include <QFrame>
#include <QTextEdit>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace ui {

class CodeEdit;

class CodeSearch : public QFrame
{
    Q_OBJECT

public:
    explicit CodeSearch(CodeEdit &edit);

    void open();        ///< with what is selected
    void openReplace(); ///< the second line too
    void place();
    static bool isReplaceKey(const QKeyEvent &key); ///< Ctrl+H

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override; ///< round the bar: the text around it keeps Tab for itself

private:
    void find(bool forward, bool fromStart);
    void replaceOne(); ///< what is found now, then on to the next
    void replaceAll();
    void showReplace(bool on);
    int mark(); ///< how many there are, up to the most that are marked
    void name();

    CodeEdit &m_edit;
    QLineEdit *m_field, *m_with;
    QLabel *m_count;
    QToolButton *m_more;
    QPushButton *m_one, *m_all;
    QWidget *m_second; ///< the line that replaces
};

} // namespace ui
