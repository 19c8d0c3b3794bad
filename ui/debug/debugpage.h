// Debugging: one user, one pass of each case, by the plan and the engine of a load test; every exchange is shown as it was,
// failed checks with why, and what was extracted. Answers are noted in the document's answer book, for the editors. GUI thread.
#pragma once

#include "app/services/debugservice.h"
#include "models/document/projectdocument.h"
#include "ui/widgets/texts.h"
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;
class QTimer;

namespace ui {

class ExchangeView;
class PassLanes;
class Pill;
class Tree;

class DebugPage : public QWidget
{
    Q_OBJECT

public:
    explicit DebugPage(document::ProjectDocument &document, QWidget *parent = nullptr);

    /// One pass after the other. Refused while one is under way, or when the first cannot start; of a later one that cannot the
    /// page says why.
    domain::Result<> start(const QVector<services::DebugRequest> &passes);
    void stop();
    void clear(); ///< stops, and forgets what is shown
    bool isRunning() const { return m_service.isRunning() || !m_waiting.isEmpty(); }
    int count() const { return int(m_exchanges.size()); }
    ExchangeView *view() const { return m_view; }
    void select(int exchange);

signals:
    void debugRequested();                       ///< the open case
    void againRequested();                       ///< what was debugged last
    void stepRequested(document::NodeRef step);  ///< to be shown in its editor
    void complaint(const QString &sentence);
    void changed();                              ///< began or ended

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *emptyPage();
    QWidget *passPane();
    QWidget *sidePane();
    domain::Result<> startNext();
    void notice(const QString &sentence);
    void take(int index);
    void finish();
    void current(int index);
    void addRow(int index);
    void showSide();
    void retitle();
    void extract(const QString &path, const QString &name);

    document::ProjectDocument &m_document;
    services::DebugService m_service;
    QVector<services::DebugExchange> m_exchanges;
    QVector<services::DebugRequest> m_waiting; ///< passes that are still to come
    bool m_several = false;  ///< passes: exchanges are then named with their case
    QString m_caseName;      ///< of the pass under way, where there are several
    double m_passStart = 0;  ///< of the pass under way, ms since the first exchange
    qsizetype m_passFirst = 0; ///< its first exchange
    QString m_notice; ///< of the whole pass, e.g. a warning
    bool m_stale = false;  ///< the pass under way is one of a project that was left
    bool m_chosen = false; ///< the user looks at an exchange: new ones do not take the view away
    int m_current = -1;
    Texts m_texts;
    QStackedWidget *m_pages;
    QLabel *m_title, *m_total, *m_noticeText, *m_checksTitle, *m_checksCount;
    Pill *m_verdict;
    QPushButton *m_again, *m_stop, *m_open;
    QStandardItemModel *m_list, *m_checks, *m_values;
    Tree *m_table, *m_checkTable, *m_valueTable;
    PassLanes *m_lanes;
    ExchangeView *m_view;
};

} // namespace ui
