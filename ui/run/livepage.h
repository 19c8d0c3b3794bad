// The page of a run under way: tiles, linked charts, the worst request first, errors by side, load control, health of
// this computer. Follows RunService by itself; redraws at most four times a second. GUI thread.
#pragma once

#include "app/services/runservice.h"
#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace ui {

class ErrorsCard;
class HealthCard;
class LiveCharts;
class LiveTiles;
class LoadCard;
class Number;
class Pill;
class ElideLabel;
class RequestsCard;
class Segmented;

class LivePage : public QWidget
{
    Q_OBJECT

public:
    static constexpr int redrawMs = 250;

    explicit LivePage(services::RunService *runs = nullptr, QWidget *parent = nullptr); ///< null: fed by show() alone
    ~LivePage() override;

    /// Draws this state at once. `elapsed`: seconds since the start.
    void showRun(const domain::RunRecord &run, const services::LiveStats &stats, double elapsed);
    bool isPaused() const { return m_paused; }
    void setPaused(bool paused); ///< the view only; the run goes on
    void setPercentile(int index); ///< into ui::percentiles
    int drawn() const { return m_drawn; } ///< how often the page was drawn

signals:
    void runRequested();    ///< the empty page's button
    void noted(const QString &text); ///< a mark the user typed; the run under way has it already
    void reportRequested(); ///< the run has ended and its report is wanted

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    void follow(services::RunSession *session);
    void schedule();
    void redraw();
    void retranslate();
    void showEnded(bool ended);
    void openNote(bool open);
    void takeNote();
    std::optional<double> limit() const;

    QPointer<services::RunSession> m_session;
    QTimer *m_timer;
    QElapsedTimer m_sinceRedraw;
    bool m_paused = false, m_ended = false, m_stale = false;
    int m_percentile = 2, m_drawn = 0;
    QStringList m_alarms;
    QStackedWidget *m_stack;
    Pill *m_status;
    QLabel *m_title, *m_emptyTitle, *m_emptyText, *m_alarm, *m_warnings;
    ElideLabel *m_stage;
    Number *m_clock;
    QProgressBar *m_progress;
    QPushButton *m_pause, *m_note, *m_stop, *m_report, *m_start;
    QWidget *m_noteRow;
    QLineEdit *m_noteText;
    Segmented *m_pick;
    QWidget *m_body;
    LiveTiles *m_tiles;
    LiveCharts *m_charts;
    RequestsCard *m_requests;
    ErrorsCard *m_errors;
    LoadCard *m_load;
    HealthCard *m_health;
};

} // namespace ui
