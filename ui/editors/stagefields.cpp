#include "ui/editors/stagefields.h"
#include "models/domain/validation.h"
#include "models/items/stagesmodel.h"
#include "ui/editors/presets.h"

using namespace Qt::StringLiterals;

namespace ui {

using domain::PeakKpi;
using domain::PressureMode;
using domain::Stage;
using M = domain::PressureMode;

namespace {

constexpr int most = 2'000'000, day = 30 * 86400;

bool is(const Stage &s, std::initializer_list<M> modes) { return std::find(modes.begin(), modes.end(), s.mode) != modes.end(); }

bool plain(const Stage &s) { return is(s, {M::Concurrency, M::Tps}); }

bool swings(const Stage &s) { return is(s, {M::SurgeUsers, M::SurgeTps, M::OscillationUsers, M::OscillationTps}); }

bool ramps(const Stage &s) { return s.mode == M::Peak || (plain(s) && !s.byCount && !s.manual); }

const QStringList &signs()
{
    static const QStringList all{u"<="_s, u"<"_s, u">="_s, u">"_s, u"="_s};
    return all;
}

} // namespace

QString stageProblem(const Stage &stage)
{
    domain::TestCase one;
    one.stages = {stage};
    for (const auto &finding : domain::validate({}, one)) {
        if (finding.place.count(u" / "_s) == 2) // case / Stages / name
            return finding.message;
    }
    return {};
}

StageFields::StageFields(Fields<Stage>::Write write, QWidget *parent)
    : QWidget(parent), m_fields(this, m_texts, std::move(write)), m_grid(new QGridLayout), m_title(text({}, Type::Heading)),
      m_icon(iconLabel(u"users"_s, theme::tk().accentText, 16)), m_problem(form::para({}, Type::Small, {}))
{
    m_problem->setObjectName(u"stageProblem"_s);
    m_grid->setHorizontalSpacing(sp::s);
    m_grid->setVerticalSpacing(sp::s);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    auto *head = hbox(sp::s);
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    auto *note = hbox(sp::s, {10, 8, 10, 8});
    note->addWidget(iconLabel(u"triangle-alert"_s, theme::tk().bad, 14), 0, Qt::AlignTop);
    note->addWidget(m_problem, 1);
    auto *noteBox = wrap(note, u"noteBad"_s);
    m_fields.onRead([=, this](const Stage &s) {
        m_problem->setText(stageProblem(s));
        noteBox->setVisible(!m_problem->text().isEmpty());
    });
    auto *l = vbox(sp::m);
    l->addLayout(head);
    l->addWidget(noteBox);
    l->addLayout(m_grid);
    setLayout(l);

    auto *name = m_fields.line(u"stageName"_s, [] { return tr("Name"); }, [](const Stage &s) { return s.name; },
                               [](Stage &s, const QString &v) { s.name = v; });
    place(name, [] { return tr("Name"); }, [](const Stage &) { return true; }, true);
    auto *mode = m_fields.choice(u"stageMode"_s, [] { return tr("Mode"); },
                                 [] {
                                     QStringList names;
                                     for (int i = 0; i <= int(M::SmartPeak); ++i)
                                         names << items::StagesModel::modeName(PressureMode(i));
                                     return names;
                                 },
                                 [](const Stage &s) { return int(s.mode); },
                                 [](Stage &s, int i) {
                                     Stage fresh = stageOf(PressureMode(i));
                                     fresh.name = s.name;
                                     fresh.extra = s.extra;
                                     if (s.seconds > 0)
                                         fresh.seconds = s.seconds;
                                     fresh.rampUp = std::min(fresh.rampUp, fresh.seconds);
                                     fresh.maxDuration = std::min(fresh.maxDuration, std::max(1, fresh.seconds / fresh.loopCount - 1));
                                     s = fresh;
                                 });
    place(mode, [] { return tr("Mode"); }, [](const Stage &) { return true; }, true);
    auto *ends = m_fields.segments(u"stageEnds"_s, [] { return tr("Ends"); },
                                   [] { return QStringList{tr("after a time"), tr("after passes")}; },
                                   [](const Stage &s) { return s.byCount ? 1 : 0; },
                                   [](Stage &s, int byCount) {
                                       s.byCount = byCount == 1;
                                       if (s.byCount)
                                           s.count = std::max({s.count, s.users, 1});
                                       else
                                           s.seconds = std::max(s.seconds, 1);
                                   });
    place(ends, [] { return tr("Ends"); }, plain, true);
    auto *control = m_fields.segments(u"stageManual"_s, [] { return tr("Load"); },
                                      [] { return QStringList{tr("automatic"), tr("by hand")}; },
                                      [](const Stage &s) { return s.manual ? 1 : 0; },
                                      [](Stage &s, int manual) {
                                          s.manual = manual == 1;
                                          if (s.manual && s.startUsers < 1)
                                              s.startUsers = std::max(1, s.users / 10);
                                          if (s.manual && s.startTps <= 0)
                                              s.startTps = std::max(1.0, s.tps / 10);
                                      });
    place(control, [] { return tr("Load"); }, [](const Stage &s) { return plain(s) && !s.byCount; }, true);
    addLoad();
    addTime();
    addGoals();
}

void StageFields::place(QWidget *control, Label label, Counts counts, bool wide)
{
    auto *holder = labelled(m_texts, control, std::move(label));
    holder->setParent(this);
    holder->hide();
    m_placed << Placed{holder, std::move(counts), wide};
}

void StageFields::addLoad()
{
    const auto users = [this](const QString &name, int least, Label label, int Stage::*member, Counts counts) {
        auto *box = m_fields.number(name, least, most, label, [member](const Stage &s) { return s.*member; },
                                    [member](Stage &s, int v) { s.*member = v; });
        place(box, label, std::move(counts));
    };
    users(u"stageUsers"_s, 1, [] { return tr("Users"); }, &Stage::users, [](const Stage &s) { return is(s, {M::Concurrency, M::Peak}); });
    const auto rate = [this](const QString &name, double least, Label label, double Stage::*member, Counts counts) {
        auto *box = m_fields.decimal(name, least, most, 2, label, [member](const Stage &s) { return s.*member; },
                                     [member](Stage &s, double v) { s.*member = v; });
        place(box, label, std::move(counts));
    };
    rate(u"stageTps"_s, .01, [] { return tr("Passes a second"); }, &Stage::tps, [](const Stage &s) { return s.mode == M::Tps; });
    users(u"stageMinimum"_s, 1, [] { return tr("Lowest"); }, &Stage::minimum,
          [](const Stage &s) { return swings(s) || s.mode == M::SmartPeak; });
    users(u"stageMaximum"_s, 1, [] { return tr("Highest"); }, &Stage::maximum,
          [](const Stage &s) { return swings(s) || s.mode == M::SmartPeak; });
    users(u"stageCeiling"_s, 1, [] { return tr("Users, at most"); }, &Stage::users, [](const Stage &s) { return s.isRate(); });
    users(u"stageStartUsers"_s, 0, [] { return tr("Starts with, users"); }, &Stage::startUsers,
          [](const Stage &s) { return !s.byCount && is(s, {M::Concurrency, M::Peak}); });
    rate(u"stageStartTps"_s, 0, [] { return tr("Starts with, a second"); }, &Stage::startTps,
         [](const Stage &s) { return !s.byCount && s.mode == M::Tps; });
    users(u"stageStepSize"_s, 1, [] { return tr("Step, users"); }, &Stage::stepSize, [](const Stage &s) { return s.mode == M::SmartPeak; });
    users(u"stageLoops"_s, 1, [] { return tr("Times"); }, &Stage::loopCount, swings);
}

void StageFields::addTime()
{
    const auto number = [this](const QString &name, int least, int greatest, Label label, int Stage::*member, Counts counts) {
        auto *box = m_fields.number(name, least, greatest, label, [member](const Stage &s) { return s.*member; },
                                    [member](Stage &s, int v) { s.*member = v; });
        place(box, label, std::move(counts));
    };
    number(u"stageSeconds"_s, 0, day, [] { return tr("Lasts, s"); }, &Stage::seconds, [](const Stage &s) { return !s.byCount; });
    number(u"stageCount"_s, 1, std::numeric_limits<int>::max(), [] { return tr("Passes in all"); }, &Stage::count,
           [](const Stage &s) { return s.byCount; });
    number(u"stageRampUp"_s, 0, day, [] { return tr("Rises for, s"); }, &Stage::rampUp, ramps);
    number(u"stageMaxDuration"_s, 1, day, [] { return tr("At the top for, s"); }, &Stage::maxDuration,
           [](const Stage &s) { return is(s, {M::SurgeUsers, M::SurgeTps}); });
    number(u"stageStepDuration"_s, 1, day, [] { return tr("A step lasts, s"); }, &Stage::stepDuration,
           [](const Stage &s) { return s.mode == M::SmartPeak; });
}

void StageFields::addGoals()
{
    const auto seeks = [](const Stage &s) { return is(s, {M::Peak, M::SmartPeak}); };
    const auto goal = [&](const QString &name, Label title, std::optional<PeakKpi> Stage::*member, PeakKpi first, double greatest) {
        auto *on = m_fields.flag(name, title, [member](const Stage &s) { return (s.*member).has_value(); },
                                 [member, first](Stage &s, bool v) {
                                     s.*member = v ? std::optional(first) : std::nullopt;
                                 });
        auto *sign = m_fields.choice(name + u"Sign"_s, title, [] { return QStringList{u"≤"_s, u"<"_s, u"≥"_s, u">"_s, u"="_s}; },
                                     [member](const Stage &s) {
                                         return s.*member ? int(std::max<qsizetype>(0, signs().indexOf((s.*member)->comparison))) : 0;
                                     },
                                     [member](Stage &s, int i) {
                                         if (s.*member)
                                             (s.*member)->comparison = signs().at(i);
                                     });
        auto *value = m_fields.decimal(name + u"Value"_s, 0, greatest, 2, title,
                                       [member](const Stage &s) { return s.*member ? (s.*member)->value : 0.0; },
                                       [member](Stage &s, double v) {
                                           if (s.*member)
                                               (s.*member)->value = v;
                                       });
        sign->setFixedWidth(64);
        auto *l = hbox(sp::s);
        l->addWidget(sign);
        l->addWidget(value, 1);
        auto *both = vbox(4);
        both->addWidget(on);
        both->addLayout(l);
        auto *holder = wrap(both);
        holder->setParent(this);
        holder->hide();
        m_placed << Placed{holder, seeks, true};
        m_fields.onRead([=](const Stage &s) {
            sign->setEnabled((s.*member).has_value());
            value->setEnabled((s.*member).has_value());
        });
    };
    goal(u"stageGoalTime"_s, [] { return tr("The peak keeps the mean response time, ms"); }, &Stage::kpiResponseTime, {u"<="_s, 2000}, 60'000);
    goal(u"stageGoalSuccess"_s, [] { return tr("The peak keeps the success rate, %"); }, &Stage::kpiSuccessRate, {u">="_s, 99}, 100);
    auto *atKnee = m_fields.flag(u"stageStopAtKnee"_s, [] { return tr("End with the step that shows the knee"); },
                                 [](const Stage &s) { return s.stopAtKnee; }, [](Stage &s, bool v) { s.stopAtKnee = v; });
    atKnee->setParent(this);
    atKnee->hide();
    m_placed << Placed{atKnee, [](const Stage &s) { return s.mode == M::SmartPeak; }, true};
}

void StageFields::layOut(const Stage &stage)
{
    QVector<bool> shown;
    for (const Placed &one : std::as_const(m_placed))
        shown << one.counts(stage);
    if (shown == m_shown)
        return;
    m_shown = shown;
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0);
    int row = 0, column = 0;
    for (const Placed &one : std::as_const(m_placed)) {
        const bool counts = one.counts(stage);
        one.holder->setVisible(counts);
        if (!counts)
            continue;
        if (one.wide && column == 1) {
            ++row;
            column = 0;
        }
        m_grid->addWidget(one.holder, row, column, 1, one.wide ? 2 : 1);
        column = one.wide ? 0 : 1 - column;
        row += column == 0;
    }
}

void StageFields::read(const Stage &stage, int number)
{
    layOut(stage);
    m_fields.read(stage);
    theme::setIcon(m_icon, modeIcon(stage.mode), theme::tk().accentText, 16);
    m_title->setText(stage.name.isEmpty() ? tr("Stage %1").arg(number) : tr("Stage %1: %2").arg(number).arg(stage.name));
}

void StageFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
