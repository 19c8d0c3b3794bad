// Help with ${…} in texts: unknown names are underlined, "${" opens a list of what may stand there. GUI thread.
#pragma once

#include "app/services/names.h"
#include <QObject>

class QCompleter;
class QLineEdit;
class QPainter;
class QPlainTextEdit;
class QRectF;
class QStandardItemModel;
class QWidget;

namespace ui {

class CodeEdit;

class VariableHelp : public QObject
{
    Q_OBJECT

public:
    explicit VariableHelp(QObject *parent = nullptr);

    void setNames(const services::KnownNames &names);
    const services::KnownNames &names() const { return m_names; }
    QStringList unknownIn(const QString &text) const;
    /// One sentence about the unknown names of `text`; empty when all are known.
    QString problem(const QString &text) const;

    void watch(CodeEdit *edit);
    void watch(QLineEdit *edit);
    QCompleter *completer() const { return m_completer; }

    /// The text of a table cell: references as chips, unknown ones underlined.
    void draw(QPainter *painter, const QRectF &rect, const QString &text, const QColor &colour) const;

    /// Where ${…} stand in `text`: start and length, from the outside.
    struct Span
    {
        int start = 0, length = 0;
        bool known = true;
    };
    QVector<Span> spansIn(const QString &text) const;

signals:
    void namesChanged();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void mark(CodeEdit *edit) const;
    void mark(QLineEdit *edit) const;
    void offer(QWidget *edit);
    void insert(const QString &name, bool function);

    services::KnownNames m_names;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
};

} // namespace ui
