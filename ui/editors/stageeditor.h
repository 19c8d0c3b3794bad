// The load of a case: the curve, the stages as a table, the fields of the chosen stage's own mode, presets, what it adds up
// to. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/widgets/texts.h"
#include <QWidget>
#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTableView;

namespace items { class StagesModel; }

namespace ui {

class LoadCurveView;

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
    /// A stage of this mode with values that make sense, all of them valid.
    static domain::Stage preset(domain::PressureMode mode);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field
    {
        QSpinBox *box;
        QWidget *holder;
        std::function<bool(const domain::Stage &)> counts;
        std::function<int(const domain::Stage &)> get;
    };
    void write(const QString &mergeField, const QString &text, const std::function<void(domain::Stage &)> &change);
    void read();
    void addField(const QString &name, int least, int most, std::function<QString()> label,
                  std::function<bool(const domain::Stage &)> counts, std::function<int(const domain::Stage &)> get,
                  std::function<void(domain::Stage &, int)> set);
    void addFields();
    QWidget *fieldsPane();
    void insertStage(int row, const domain::Stage &stage, const QString &text);

    document::ProjectDocument &m_document;
    domain::CaseId m_case;
    bool m_reading = false;
    Texts m_texts;
    items::StagesModel *m_model;
    LoadCurveView *m_curve;
    QTableView *m_table;
    QLabel *m_totals;
    QLineEdit *m_name;
    QComboBox *m_mode, *m_ends;
    QVector<Field> m_fields;
    QWidget *m_fieldBox, *m_endsHolder;
};

} // namespace ui
