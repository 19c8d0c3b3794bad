// The field that finds in a text of code: over its upper right corner, all finds marked, Enter to the next. GUI thread.
#pragma once

#include <QFrame>
#include <QTextEdit>

class QLabel;
class QLineEdit;

namespace ui {

class CodeEdit;

class CodeSearch : public QFrame
{
    Q_OBJECT

public:
    explicit CodeSearch(CodeEdit &edit);

    void open(); ///< with what is selected
    void place();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void find(bool forward, bool fromStart);
    void mark();
    void name();

    CodeEdit &m_edit;
    QLineEdit *m_field;
    QLabel *m_count;
};

} // namespace ui
