// The request log of one case: what the run kept of its exchanges, filtered by code, result and name, and the chosen
// exchange in full. GUI thread.
#pragma once

#include "models/domain/runrecord.h"
#include "ui/widgets/tiles.h"

class QComboBox;
class QPlainTextEdit;
class QStackedWidget;

namespace ui {

class LogFilter;
class LogModel;
class Tree;

class ReportLog : public Card
{
    Q_OBJECT

public:
    ReportLog();
    void show(const domain::CaseRecord &record); ///< filters stay as far as they still choose something
    void retranslate();
    int shownRows() const;

private:
    void fillFilters(const domain::CaseRecord &record);
    void filter();
    void showExchange(int row);

    LogModel *m_model;
    LogFilter *m_filtered;
    QComboBox *m_code, *m_result, *m_name;
    QStackedWidget *m_stack;
    QLabel *m_empty, *m_exchangeTitle;
    Tree *m_table;
    QPlainTextEdit *m_exchange;
    quint64 m_requests = 0; ///< of the case
};

} // namespace ui
