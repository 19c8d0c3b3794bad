// The load of a case: shapes to choose from, the curve with its handles, the stages as a table, the gradient before them; at
// the side the fields of the chosen stage and what it all adds up to. GUI thread.
#pragma once

#include "app/services/stagecompiler.h"
#include "models/document/projectdocument.h"
#include "ui/editors/fields.h"
#include <QTimer>
#include <optional>

class QButtonGroup;
class QLabel;

namespace items { class StagesModel; }

namespace ui {

class EditTable;
class LoadCurveView;
class Number;
class StageFields;

class StageEditor : public QWidget
{
    Q_OBJECT

public:
    explicit StageEditor(document::ProjectDocument &document, QWidget *parent = nullptr);

    void setCase(domain::CaseId testCase);
    int currentStage() const;
    void selectStage(int row);
    void addStage();
    void duplicateStage();
    void removeStage();
    void moveStage(int by);
    /// How long a pass takes, for what is expected; seconds.
    void setPassSeconds(double seconds);
    LoadCurveView *curve() const { return m_curve; }

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *presets();
    QWidget *stageTable();
    QWidget *gradientPane();
    QWidget *expected();
    void write(const QString &mergeField, const QString &text, const std::function<void(domain::Stage &)> &change);
    void writeGradient(const QString &field, const QString &text, const std::function<void(services::GradientSetting &)> &change);
    void read();
    void readExpected(const domain::TestCase &testCase);
    void insertStage(int row, const domain::Stage &stage, const QString &text);
    void drawPresets();
    void showShortages();
    void judge(); ///< asks, beside this thread, whether this computer can make the load

    document::ProjectDocument &m_document;
    domain::CaseId m_case;
    Texts m_texts;
    items::StagesModel *m_model;
    Fields<services::GradientSetting> m_gradient;
    LoadCurveView *m_curve;
    EditTable *m_table;
    StageFields *m_fields;
    QWidget *m_gradientPane, *m_presetBar;
    QButtonGroup *m_presets;
    QPushButton *m_gradientButton;
    QSpinBox *m_warmUp;
    QDoubleSpinBox *m_passSeconds;
    Number *m_duration, *m_users, *m_starts, *m_rate, *m_needed;
    QLabel *m_verdict, *m_computer;
    QTimer m_judging;
    bool m_busy = false; ///< an answer is still to come
    std::optional<QStringList> m_shortages; ///< empty: none was judged yet
};

} // namespace ui
