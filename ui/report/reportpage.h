// The report of a run: verdicts, tiles, curves with one crosshair, distributions, the statistics tree, errors with sampled
// exchanges, export. Figures come from app/report only. GUI thread.
#pragma once

#include "app/report/figures.h"
#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class ElideLabel;
class ReportCharts;
class ReportErrors;
class ReportLog;
class ReportPeak;
class ReportStreams;
class ReportTree;
class Tile;
class VerdictBanner;

class ReportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReportPage(QWidget *parent = nullptr);
    ~ReportPage() override;

    /// `isStored` false: nothing but this page has the run, so it offers to save it to a file.
    void setRun(domain::RunRecord run, bool isStored = true);
    const domain::RunRecord &run() const { return m_run; }
    /// Writes the run; a failure is shown on the page and answered.
    domain::Result<> exportTo(const QString &path);

signals:
    void compareRequested(domain::RunId run);
    void exported(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fill();
    void fillVerdict();
    void fillTiles();
    void showCase(int index);
    void showRow(int caseIndex, int item);
    void chooseExport(const QString &suffix, const QString &filter);
    void retranslate();

    domain::RunRecord m_run;
    QVector<report::CaseFigures> m_figures;
    int m_case = 0, m_item = 0; ///< what the charts show
    QLabel *m_title, *m_empty, *m_failure, *m_unsavedText;
    QWidget *m_unsaved;
    QPushButton *m_saveElsewhere;
    ElideLabel *m_caption;
    QComboBox *m_cases;
    QPushButton *m_compare, *m_export;
    QStackedWidget *m_stack;
    QScrollArea *m_scroll;
    VerdictBanner *m_verdict = nullptr;
    QVector<Tile *> m_tiles;
    ReportCharts *m_charts;
    ReportTree *m_tree;
    ReportErrors *m_errors;
    ReportLog *m_log;
    ReportPeak *m_peak;
    ReportStreams *m_streams;
    int m_logCase = -1; ///< the case whose log is shown; -1: none yet
    QWidget *m_lowRow;
};

} // namespace ui
