#include "ui/run/livecards.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Index of the stage under way, as the run told it; -1 before the first and after the last.
int stageUnderWay(const domain::CaseRecord &record)
{
    const int begun = int(record.stageRecords.size());
    if (begun == 0 || begun > record.stages.size())
        return -1;
    const domain::StageRecord &last = record.stageRecords.last();
    return last.end > last.start ? -1 : begun - 1;
}

} // namespace

LoadCard::LoadCard() : Card(u" "_s)
{
    body->setSpacing(6);
    m_kind = new Segmented({tr("Rate"), tr("Users")}, 1);
    m_kind->setObjectName(u"loadKind"_s);
    addHeaderWidget(m_kind);
    m_case = new QComboBox;
    m_case->setObjectName(u"loadCase"_s);
    m_now = new Number({}, {}, Type::Title);
    m_now->setObjectName(u"loadNow"_s);
    m_value = new QSpinBox;
    m_value->setObjectName(u"loadValue"_s);
    m_value->setRange(0, 1'000'000);
    m_value->setFixedWidth(92);
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setObjectName(u"loadSlider"_s);
    m_apply = button(u" "_s, u"primary"_s);
    m_apply->setObjectName(u"loadApply"_s);
    auto *line = hbox(sp::xs);
    for (const int by : {-20, -5, 5, 20}) {
        auto *step = button((by < 0 ? u"\u2212"_s : u"+"_s) + QString::number(std::abs(by)));
        step->setObjectName(u"loadStep%1"_s.arg(by));
        step->setFixedWidth(50);
        connect(step, &QPushButton::clicked, this, [this, by] { m_value->setValue(m_value->value() + by); });
        m_steps.append(step);
        line->addWidget(step);
    }
    line->addStretch(1);
    line->addWidget(m_apply);
    auto *top = hbox(sp::s);
    top->addWidget(m_now);
    top->addStretch(1);
    top->addWidget(m_value);
    auto *controls = vbox(6);
    controls->addWidget(m_case);
    controls->addLayout(top);
    controls->addWidget(m_slider);
    controls->addLayout(line);
    m_controls = wrap(controls);
    m_note = text({}, Type::Small, u"3"_s);
    m_note->setObjectName(u"loadNote"_s);
    m_note->setWordWrap(true);
    body->addWidget(m_controls);
    body->addWidget(m_note);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // the wrapped hint may need more than its guess
    connect(m_slider, &QSlider::valueChanged, m_value, &QSpinBox::setValue);
    connect(m_value, &QSpinBox::valueChanged, m_slider, [this](int value) {
        if (value > m_slider->maximum())
            m_slider->setMaximum(value);
        m_slider->setValue(value);
    });
    connect(m_case, &QComboBox::activated, this, &LoadCard::showTarget);
    connect(m_kind, &Segmented::chosen, this, &LoadCard::showTarget);
    connect(m_apply, &QPushButton::clicked, this, &LoadCard::apply);
}

void LoadCard::retranslate()
{
    setTitle(tr("Change the load"));
    m_kind->setTexts({tr("Rate"), tr("Users")});
    m_kind->setAccessibleName(tr("What is changed"));
    m_case->setAccessibleName(tr("Case changed"));
    m_value->setAccessibleName(tr("New load"));
    m_slider->setAccessibleName(tr("New load"));
    m_apply->setText(tr("Apply"));
    m_apply->setToolTip(tr("Applies at once and ends the plan of this stage."));
}

const LoadCard::Target *LoadCard::target() const
{
    const int at = std::clamp(m_case->currentIndex(), 0, std::max(0, int(m_targets.size()) - 1));
    return m_targets.isEmpty() ? nullptr : &m_targets[at];
}

void LoadCard::show(const domain::RunRecord &run, bool running)
{
    QVector<Target> targets;
    bool stageThere = false;
    for (int i = 0; running && i < run.cases.size(); ++i) {
        const domain::CaseRecord &record = run.cases[i];
        const int at = stageUnderWay(record);
        stageThere |= at >= 0;
        if (at < 0 || !record.stages[at].manual)
            continue;
        const domain::Stage &stage = record.stages[at];
        const domain::CasePoint last = record.seconds.isEmpty() ? domain::CasePoint{} : record.seconds.last();
        Target target{i, at, stage.isRate(), stage.isRate() ? last.target : double(last.users), 0, record.name};
        target.most = std::max({double(stage.maximum), stage.isRate() ? stage.tps * 2 : stage.users * 2.0, 20.0});
        targets.append(target);
    }
    const bool otherCases = targets.size() != m_targets.size()
        || !std::equal(targets.cbegin(), targets.cend(), m_targets.cbegin(), [](const Target &a, const Target &b) { return a.same(b); });
    m_targets = targets;
    if (otherCases) {
        m_case->clear();
        for (const Target &one : m_targets)
            m_case->addItem(one.name);
    }
    m_case->setVisible(m_targets.size() > 1);
    const bool usable = !m_targets.isEmpty();
    m_kind->setVisible(usable);
    m_controls->setVisible(usable);
    for (QWidget *part : {static_cast<QWidget *>(m_value), static_cast<QWidget *>(m_slider), static_cast<QWidget *>(m_apply)})
        part->setEnabled(usable);
    m_note->setText(usable       ? tr("Applies at once; the rest of this stage's plan no longer counts.")
                        : running ? stageThere ? tr("This stage follows its plan. Set its regulation to manual in the stage editor to change the load by hand.")
                                               : tr("No stage is under way yet.")
                                  : tr("The run has ended."));
    if (!usable) {
        m_shown = {};
        return;
    }
    if (!target()->same(m_shown)) {
        m_kind->setCurrent(target()->rate ? 0 : 1);
        showTarget();
    }
    m_kind->at(0)->setEnabled(target()->rate);
    m_kind->at(0)->setToolTip(target()->rate ? QString() : tr("This stage is given in users."));
    m_now->setValue(target()->rate ? format::rate(target()->now) : format::number(target()->now), target()->rate ? tr("TPS now") : tr("users now"));
}

/// The value to begin with: what the case has now.
void LoadCard::showTarget()
{
    const Target *now = target();
    if (!now)
        return;
    if (!now->same(m_shown) && !now->rate)
        m_kind->setCurrent(1);
    m_shown = *now;
    m_slider->setRange(0, int(std::max(now->most, now->now)));
    m_value->setValue(int(std::lround(now->now)));
}

void LoadCard::apply()
{
    m_value->interpretText(); // what was typed counts without leaving the field
    if (!target())
        return;
    if (m_kind->current() == 0)
        emit rateApplied(target()->caseIndex, m_value->value());
    else
        emit usersApplied(target()->caseIndex, m_value->value());
}

} // namespace ui
