#include "ui/editors/requestchecks.h"
#include "app/services/livematch.h"
#include "models/items/checksmodel.h"
#include "models/items/extractionsmodel.h"
#include "ui/editors/edittable.h"
#include "ui/widgets/basics.h"

using namespace Qt::StringLiterals;

namespace ui {

using domain::Checkpoint;
using domain::Step;

namespace {

Checkpoint &checkpointOf(Step &step)
{
    if (!step.checkpoint)
        step.checkpoint.emplace();
    return *step.checkpoint;
}

Checkpoint shown(const Step &step) { return step.checkpoint.value_or(Checkpoint{}); }

items::LiveCell cellOf(const services::LiveMatch &match)
{
    using Match = services::LiveMatch;
    const auto state = match.kind == Match::Held ? items::LiveCell::Held
        : match.kind == Match::NotHeld           ? items::LiveCell::NotHeld
        : match.kind == Match::Wrong             ? items::LiveCell::Wrong
                                                 : items::LiveCell::Open;
    return {state, match.text};
}

/// Calls `match` when the step the page shows got another answer.
void followAnswers(QObject *page, const StepTarget &target, const std::function<void(const Step &)> &match)
{
    auto &book = services::AnswerBook::of(target.document);
    QObject::connect(&book, &services::AnswerBook::noted, page, [&target, match](domain::StepId step) {
        if (step == target.step && target.get())
            match(*target.get());
    });
}

const services::Answer *lastAnswer(const StepTarget &target) { return services::AnswerBook::of(target.document).find(target.step); }

QWidget *hintLine(QLabel *hint)
{
    auto *line = hbox(6);
    line->addWidget(iconLabel(u"info"_s, theme::tk().text3, 13), 0, Qt::AlignTop);
    line->addWidget(hint, 1);
    return wrap(line);
}

} // namespace

RequestChecks::RequestChecks(StepTarget &target, VariableHelp *help)
    : StepPage(target), m_model(new items::ChecksModel(target.document, this))
{
    auto *on = m_fields.flag(u"checkEnabled"_s, [] { return tr("Check the answer"); },
                             [](const Step &s) { return s.checkpoint && s.checkpoint->enabled; },
                             [](Step &s, bool v) { checkpointOf(s).enabled = v; });
    auto *rule = m_fields.segments(u"checkRule"_s, [] { return tr("The request passes when"); },
                                   [] { return QStringList{tr("all hold"), tr("one holds")}; },
                                   [](const Step &s) { return shown(s).all ? 0 : 1; },
                                   [](Step &s, int one) { checkpointOf(s).all = one == 0; });
    auto *retries = m_fields.number(u"checkRetries"_s, 0, 100, [] { return tr("Tries after a failure"); },
                                    [](const Step &s) { return shown(s).retryTimes; },
                                    [](Step &s, int v) { checkpointOf(s).retryTimes = v; });
    auto *pause = m_fields.number(u"checkRetryInterval"_s, 0, 3600000, [] { return tr("Pause between tries, ms"); },
                                  [](const Step &s) { return shown(s).retryIntervalMs; },
                                  [](Step &s, int v) { checkpointOf(s).retryIntervalMs = v; });
    retries->setFixedWidth(84);
    pause->setFixedWidth(110);
    auto *table = m_table = new EditTable(u"checkTable"_s, help);
    table->setModel(m_model);
    table->setWidths({140, 0, 130, 0, 170});
    auto *add = button(u" "_s, u"ghost"_s, u"plus"_s);
    add->setObjectName(u"addCheck"_s);
    auto *passes = text({}, Type::Body, u"2"_s), *again = text({}, Type::Body, u"2"_s), *after = text({}, Type::Body, u"2"_s),
         *unit = text({}, Type::Body, u"2"_s);
    auto *hint = form::para({}, Type::Small, u"3"_s);
    auto *top = hbox(sp::m);
    top->addWidget(on);
    top->addStretch(1);
    top->addWidget(passes);
    top->addWidget(rule);
    auto *foot = hbox(sp::s);
    foot->addWidget(add);
    foot->addStretch(1);
    for (QWidget *w : {static_cast<QWidget *>(again), static_cast<QWidget *>(retries), static_cast<QWidget *>(after),
                       static_cast<QWidget *>(pause), static_cast<QWidget *>(unit)})
        foot->addWidget(w);
    auto *l = vbox(sp::s, {sp::m, sp::s, sp::m, sp::s});
    l->addLayout(top);
    l->addWidget(table, 1);
    l->addLayout(foot);
    l->addWidget(hintLine(hint));
    setLayout(l);
    m_texts.add([=] {
        passes->setText(tr("The request passes when"));
        again->setText(tr("If it fails, try again"));
        after->setText(tr("times, after"));
        unit->setText(tr("ms"));
        add->setText(u" "_s + tr("Add check"));
        table->setAccessibleName(tr("Checkpoints"));
        table->setHint(tr("Without a check, an answer with a 2xx status passes."));
        hint->setText(tr("Only the last try enters the report. Numbers are compared as numbers; a status also as 2xx or 200-299. "
                         "After debugging, checks are tried on the last answer as you type."));
    });
    followAnswers(this, m_target, [this](const Step &step) { match(step); });
    connect(add, &QPushButton::clicked, table, [table] {
        // A new check starts as one of the status: the most common by far.
        const QModelIndex source = table->model()->index(table->model()->rowCount() - 1, 0);
        table->model()->setData(source, u"status"_s);
        const QModelIndex value = table->model()->index(table->model()->rowCount() - 2, items::ChecksModel::ValueColumn);
        table->setFocus();
        table->setCurrentIndex(value);
        table->edit(value);
    });
    m_fields.onRead([=](const Step &s) {
        const bool checks = s.checkpoint && s.checkpoint->enabled;
        for (QWidget *w : {static_cast<QWidget *>(rule), static_cast<QWidget *>(retries), static_cast<QWidget *>(pause)})
            w->setEnabled(checks);
    });
}

void RequestChecks::enter(domain::StepId step) { m_model->setStep(step); }

void RequestChecks::read(const Step &step)
{
    StepPage::read(step);
    match(step);
}

void RequestChecks::match(const Step &step)
{
    const services::Answer *answer = lastAnswer(m_target);
    QVector<items::LiveCell> cells;
    for (const domain::CheckItem &item : step.checkpoint ? step.checkpoint->items : QVector<domain::CheckItem>())
        cells << cellOf(services::matchOf(item, answer, m_target.document.project().variables));
    m_model->setLiveCells(cells);
    m_table->setColumnHidden(items::ChecksModel::LiveColumn, !answer);
}

RequestExtraction::RequestExtraction(StepTarget &target, VariableHelp *help)
    : StepPage(target), m_model(new items::ExtractionsModel(target.document, this))
{
    auto *table = m_table = new EditTable(u"extractionTable"_s, help);
    table->setModel(m_model);
    table->setWidths({120, 110, 0, 54, 54, 90, 90, 150});
    auto *add = button(u" "_s, u"ghost"_s, u"plus"_s);
    add->setObjectName(u"addExtraction"_s);
    auto *hint = form::para({}, Type::Small, u"3"_s);
    auto *l = vbox(sp::s, {sp::m, sp::s, sp::m, sp::s});
    l->addWidget(table, 1);
    l->addLayout(form::line({add}));
    l->addWidget(hintLine(hint));
    setLayout(l);
    m_texts.add([=] {
        add->setText(u" "_s + tr("Add extraction"));
        table->setAccessibleName(tr("Extraction"));
        table->setHint(tr("Keeps a part of the answer as ${variable} for later steps of the same user."));
        hint->setText(tr("Match counts from 1; group 0 is the whole match, 1 what the first ( ) holds. With “Must be” set, another "
                         "value fails the request. After debugging, what is found in the last answer shows as you type."));
    });
    followAnswers(this, m_target, [this](const Step &step) { match(step); });
    connect(add, &QPushButton::clicked, table, &EditTable::addRow);
}

void RequestExtraction::enter(domain::StepId step) { m_model->setStep(step); }

void RequestExtraction::read(const Step &step)
{
    StepPage::read(step);
    match(step);
}

void RequestExtraction::match(const Step &step)
{
    const services::Answer *answer = lastAnswer(m_target);
    QVector<items::LiveCell> cells;
    for (const domain::Extraction &extraction : step.extractions)
        cells << cellOf(services::matchOf(extraction, answer));
    m_model->setLiveCells(cells);
    m_table->setColumnHidden(items::ExtractionsModel::LiveColumn, !answer);
}

} // namespace ui
