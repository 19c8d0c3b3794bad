// Errors of a run grouped by side and cause, when they were seen, and one sampled exchange of the chosen one. GUI thread.
#pragma once

#include "models/domain/runrecord.h"
#include "ui/widgets/tiles.h"

class QPlainTextEdit;
class QStandardItemModel;

namespace ui {

class Tree;

class ReportErrors : public Card
{
    Q_OBJECT

public:
    ReportErrors();
    void show(const domain::RunRecord &run);
    QStandardItemModel *model() const { return m_model; }

private:
    void showSample(int row);

    QStandardItemModel *m_model = nullptr;
    Tree *m_tree = nullptr;
    QLabel *m_sampleTitle;
    QPlainTextEdit *m_sample;
    QVector<domain::ErrorRecord> m_errors; ///< most frequent first
};

} // namespace ui
