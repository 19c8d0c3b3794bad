#include "ui/editors/instructionpages.h"
#include "models/domain/instruction.h"
#include "models/items/branchesmodel.h"
#include "models/items/conditionmodel.h"
#include "models/items/datamodel.h"
#include "models/items/pluginparamsmodel.h"
#include "ui/editors/edittable.h"
#include "ui/editors/variablehelp.h"

using namespace Qt::StringLiterals;

namespace ui {

using domain::Step;

namespace {

/// Settings of a step, or the defaults where they cannot be read.
template <class T> T orDefault(const domain::Result<T> &settings) { return settings.value_or(T{}); }

} // namespace

InstructionPage::InstructionPage(StepTarget &target, VariableHelp *help)
    : StepPage(target), m_help(help), m_rows(vbox(sp::m, {sp::l, sp::m, sp::l, sp::m})),
      m_problem(form::para({}, Type::Small, u"bad"_s))
{
    m_problem->setObjectName(u"instructionProblem"_s);
    m_problem->hide();
    auto *outer = vbox(0);
    outer->addWidget(wrap(m_rows, u"pane"_s));
    setLayout(outer);
}

void InstructionPage::setWords(const QString &icon, Label title, Label what)
{
    auto *heading = text({}, Type::Title);
    auto *words = form::para({}, Type::Body);
    auto *line = hbox(sp::s);
    line->addWidget(iconLabel(icon, theme::tk().accentText, 18));
    line->addWidget(heading, 1);
    auto *l = vbox(sp::xs);
    l->addLayout(line);
    l->addWidget(words);
    l->addWidget(m_problem);
    m_rows->addWidget(wrap(l));
    m_texts.add([=] {
        heading->setText(title());
        words->setText(what());
    });
}

QLineEdit *InstructionPage::nameField()
{
    auto *name = m_fields.line(u"instructionName"_s, [] { return tr("Name"); },
                               [](const Step &s) { return s.data["name"_L1].toString(); },
                               [](Step &s, const QString &v) {
                                   if (v.isEmpty())
                                       s.data.remove("name"_L1);
                                   else
                                       s.data["name"_L1] = v;
                               });
    name->setMaximumWidth(420);
    m_texts.add([name] { name->setPlaceholderText(tr("shown in the list and in reports")); });
    addRow(labelled(m_texts, name, [] { return tr("Name"); }));
    return name;
}

EditTable *InstructionPage::addTable(const QString &name, items::StepTable *model, const QList<int> &widths, Label title,
                                     Label hint, Label add)
{
    m_table = model;
    auto *heading = text({}, Type::Heading);
    auto *more = button(u" "_s, u"ghost"_s, u"plus"_s);
    more->setObjectName(name + u"Add"_s);
    auto *head = hbox(sp::s);
    head->addWidget(heading, 1);
    head->addWidget(more);
    auto *table = new EditTable(name, m_help);
    table->setModel(model);
    table->setWidths(widths);
    auto *l = vbox(sp::xs);
    l->addLayout(head);
    l->addWidget(table, 1);
    m_rows->addWidget(wrap(l), 1);
    m_texts.add([=] {
        heading->setText(title());
        more->setText(u" "_s + add());
        table->setAccessibleName(title());
        table->setHint(hint());
    });
    connect(more, &QPushButton::clicked, table, &EditTable::addRow);
    return table;
}

void InstructionPage::enter(domain::StepId step)
{
    if (m_table)
        m_table->setStep(step);
}

void InstructionPage::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

DataPage::DataPage(StepTarget &target, VariableHelp *help) : InstructionPage(target, help)
{
    setWords(u"braces"_s, [] { return tr("Data"); },
             [] { return tr("Makes variables of this user for the steps below: a text, or a number that is computed."); });
    nameField();
    addTable(u"dataTable"_s, new items::DataModel(target.document, this), {140, 0, 90, 76, 170}, [] { return tr("Values"); },
             [] { return tr("A number may be computed: ${price} * 2 + 1, with + - * / and parentheses."); },
             [] { return tr("Add value"); });
    m_fields.onRead([this](const Step &s) {
        const auto lines = domain::dataInstructionOf(s);
        setProblem(lines ? QString() : lines.error().message);
    });
}

LoopPage::LoopPage(StepTarget &target, VariableHelp *help) : InstructionPage(target, help)
{
    setWords(u"repeat"_s, [] { return tr("Loop"); },
             [] { return tr("Runs the steps inside again and again. ${__loop} is the number of the turn, from 1."); });
    nameField();
    auto *count = m_fields.line(u"loopCount"_s, [] { return tr("Turns"); },
                                [](const Step &s) { return orDefault(domain::loopOf(s)).count; },
                                [](Step &s, const QString &v) {
                                    domain::Loop loop = orDefault(domain::loopOf(s));
                                    loop.count = v.trimmed();
                                    domain::put(s, loop);
                                });
    count->setMaximumWidth(200);
    help->watch(count);
    addRow(labelled(m_texts, count, [] { return tr("Turns, 0 to 100,000, or a ${variable}"); }));
    auto *rule = m_fields.segments(u"breakRule"_s, [] { return tr("It ends early when"); },
                                   [] { return QStringList{tr("all hold"), tr("one holds")}; },
                                   [](const Step &s) {
                                       const auto loop = orDefault(domain::loopOf(s));
                                       return !loop.breakCondition || loop.breakCondition->all ? 0 : 1;
                                   },
                                   [](Step &s, int one) {
                                       domain::Loop loop = orDefault(domain::loopOf(s));
                                       if (!loop.breakCondition)
                                           loop.breakCondition.emplace();
                                       loop.breakCondition->all = one == 0;
                                       domain::put(s, loop);
                                   });
    addTable(u"breakTable"_s, new items::ConditionModel(target.document, items::ConditionModel::Break, this), {0, 150, 0},
             [] { return tr("Ends early"); }, [] { return tr("Without a comparison, every turn is made."); },
             [] { return tr("Add comparison"); });
    addRow(labelled(m_texts, rule, [] { return tr("It ends early when"); }));
    m_fields.onRead([=, this](const Step &s) {
        const auto loop = domain::loopOf(s);
        rule->parentWidget()->setVisible(loop && loop->breakCondition && loop->breakCondition->items.size() > 1);
        bool isNumber = false;
        const int turns = loop ? loop->count.toInt(&isNumber) : 0;
        const bool good = loop && (loop->count.contains("${"_L1) || (isNumber && turns >= 0 && turns <= 100'000));
        setProblem(!loop ? loop.error().message : good ? QString() : tr("The turns must be a whole number from 0 to 100,000, or a ${variable}."));
    });
}

ConditionPage::ConditionPage(StepTarget &target, VariableHelp *help) : InstructionPage(target, help)
{
    setWords(u"split"_s, [] { return tr("Condition"); },
             [] { return tr("Runs the steps under Then when it holds, else those under Else. Numbers are compared as numbers."); });
    nameField();
    auto *rule = m_fields.segments(u"conditionRule"_s, [] { return tr("It holds when"); },
                                   [] { return QStringList{tr("all hold"), tr("one holds")}; },
                                   [](const Step &s) { return orDefault(domain::conditionOf(s)).all ? 0 : 1; },
                                   [](Step &s, int one) {
                                       auto condition = orDefault(domain::conditionOf(s));
                                       condition.all = one == 0;
                                       domain::put(s, condition);
                                   });
    addTable(u"conditionTable"_s, new items::ConditionModel(target.document, items::ConditionModel::If, this), {0, 150, 0},
             [] { return tr("If"); }, [] { return tr("Without a comparison it always holds."); },
             [] { return tr("Add comparison"); });
    addRow(labelled(m_texts, rule, [] { return tr("It holds when"); }));
    m_fields.onRead([=, this](const Step &s) {
        const auto condition = domain::conditionOf(s);
        rule->parentWidget()->setVisible(condition && condition->items.size() > 1);
        setProblem(condition ? QString() : condition.error().message);
    });
}

UserSharePage::UserSharePage(StepTarget &target, VariableHelp *help) : InstructionPage(target, help)
{
    setWords(u"percent"_s, [] { return tr("Share of users"); },
             [] { return tr("Splits the users over branches by weight: 60 users in 1 : 2 : 3 are 10, 20 and 30."); });
    nameField();
    auto *kind = m_fields.segments(u"shareKind"_s, [] { return tr("A user"); },
                                   [] { return QStringList{tr("keeps its branch"), tr("draws at each pass")}; },
                                   [](const Step &s) { return orDefault(domain::userShareOf(s)).fixed ? 0 : 1; },
                                   [](Step &s, int random) {
                                       auto share = orDefault(domain::userShareOf(s));
                                       share.fixed = random == 0;
                                       domain::put(s, share);
                                   });
    addRow(labelled(m_texts, kind, [] { return tr("A user"); }));
    addTable(u"branchTable"_s, new items::BranchesModel(target.document, this), {0, 90, 90, 70}, [] { return tr("Branches"); },
             [] { return tr("Type a name: a branch of its own in the list of steps."); }, [] { return tr("Add branch"); });
    m_fields.onRead([this](const Step &s) {
        const auto share = domain::userShareOf(s);
        const bool weighs = share && std::all_of(share->branches.begin(), share->branches.end(),
                                                 [](const auto &b) { return b.weight >= 1 && b.weight <= 10'000; });
        setProblem(!share                      ? share.error().message
                       : share->branches.isEmpty() ? tr("It has no branch yet: add one.")
                       : weighs                ? QString()
                                               : tr("The weight of a branch must be from 1 to 10,000."));
    });
}

ThroughputPage::ThroughputPage(StepTarget &target, VariableHelp *help) : InstructionPage(target, help)
{
    setWords(u"gauge"_s, [] { return tr("Throughput limit"); },
             [] { return tr("All users of the case together send at most this many of the requests inside. Waiting is not counted "
                            "as response time."); });
    nameField();
    auto *rate = m_fields.decimal(u"throughputRate"_s, .01, 10'000'000, 2, [] { return tr("Requests a second, at most"); },
                                  [](const Step &s) { return orDefault(domain::throughputOf(s)).rps; },
                                  [](Step &s, double v) {
                                      auto limit = orDefault(domain::throughputOf(s));
                                      limit.rps = v;
                                      domain::put(s, limit);
                                  });
    rate->setMaximumWidth(200);
    addRow(labelled(m_texts, rate, [] { return tr("Requests a second, at most"); }));
    addRow(new QWidget);
    m_fields.onRead([this](const Step &s) {
        const auto limit = domain::throughputOf(s);
        setProblem(!limit ? limit.error().message : limit->rps > 0 ? QString() : tr("The limit must be above 0 requests a second."));
    });
}

RendezvousPage::RendezvousPage(StepTarget &target, VariableHelp *help) : InstructionPage(target, help)
{
    setWords(u"flag"_s, [] { return tr("Rendezvous"); },
             [] { return tr("Users wait here for each other and go on together. A new stage or the end of the test lets all go. "
                            "Waiting is not counted as response time."); });
    nameField();
    auto *count = m_fields.number(u"rendezvousCount"_s, 0, 2'000'000, [] { return tr("Users to wait for, 0: all that are active"); },
                                  [](const Step &s) { return orDefault(domain::rendezvousOf(s)).count; },
                                  [](Step &s, int v) {
                                      auto meeting = orDefault(domain::rendezvousOf(s));
                                      meeting.count = v;
                                      domain::put(s, meeting);
                                  });
    auto *timeout = m_fields.number(u"rendezvousTimeout"_s, 0, 86'400'000, [] { return tr("At most, ms, 0: without end"); },
                                    [](const Step &s) { return orDefault(domain::rendezvousOf(s)).timeoutMs; },
                                    [](Step &s, int v) {
                                        auto meeting = orDefault(domain::rendezvousOf(s));
                                        meeting.timeoutMs = v;
                                        domain::put(s, meeting);
                                    });
    for (QWidget *box : {count, timeout})
        box->setMaximumWidth(200);
    addRow(labelled(m_texts, count, [] { return tr("Users to wait for, 0: all that are active"); }));
    addRow(labelled(m_texts, timeout, [] { return tr("At most, ms, 0: without end"); }));
    addRow(new QWidget);
    m_fields.onRead([this](const Step &s) {
        const auto meeting = domain::rendezvousOf(s);
        setProblem(meeting ? QString() : meeting.error().message);
    });
}

PluginPage::PluginPage(StepTarget &target, VariableHelp *help) : InstructionPage(target, help)
{
    setWords(u"plug"_s, [] { return tr("Plugin request"); },
             [] { return tr("Calls a request function of a plugin: a Lua script or a shared library with its JSON descriptor."); });
    nameField();
    const auto field = [this](const QString &name, Label label, QString domain::PluginRequest::*member) {
        auto *edit = m_fields.line(name, label, [member](const Step &s) { return orDefault(domain::pluginRequestOf(s)).*member; },
                                   [member](Step &s, const QString &v) {
                                       auto request = orDefault(domain::pluginRequestOf(s));
                                       request.*member = v.trimmed();
                                       domain::put(s, request);
                                   });
        return labelled(m_texts, edit, label);
    };
    auto *line = hbox(sp::m);
    line->addWidget(field(u"pluginName"_s, [] { return tr("Plugin, or path of its descriptor"); }, &domain::PluginRequest::plugin), 2);
    line->addWidget(field(u"pluginFunction"_s, [] { return tr("Function"); }, &domain::PluginRequest::function), 1);
    addRow(wrap(line));
    addTable(u"pluginTable"_s, new items::PluginParamsModel(target.document, this), {180, 0}, [] { return tr("Parameters"); },
             [] { return tr("Type a name and a value: given to the function."); }, [] { return tr("Add parameter"); });
    m_fields.onRead([this](const Step &s) {
        const auto request = domain::pluginRequestOf(s);
        setProblem(!request                       ? request.error().message
                       : request->plugin.isEmpty() ? tr("Name the plugin.")
                       : request->function.isEmpty() ? tr("Name the function of the plugin.")
                                                     : QString());
    });
}

ReferencePage::ReferencePage(StepTarget &target, VariableHelp *help)
    : InstructionPage(target, help), m_library(&target.document), m_choice(new QComboBox),
      m_open(button(u" "_s, {}, u"library"_s)), m_holds(form::para({}, Type::Small))
{
    setWords(u"blocks"_s, [] { return tr("Transaction"); },
             [] { return tr("The steps of a transaction of the library run here, and are measured as one."); });
    m_choice->setObjectName(u"transactionChoice"_s);
    m_choice->setMaximumWidth(420);
    m_choice->setMinimumHeight(30);
    m_open->setObjectName(u"openTransaction"_s);
    addRow(labelled(m_texts, m_choice, [] { return tr("Which one"); }));
    addRow(m_holds);
    auto *line = hbox(0);
    line->addWidget(m_open);
    line->addStretch(1);
    addRow(wrap(line));
    addRow(new QWidget);
    m_texts.add([this] { m_open->setText(u" "_s + tr("Open in the library")); });
    connect(m_choice, &QComboBox::activated, this, [this](int i) {
        const domain::TransactionId id{m_choice->itemData(i).toInt()};
        m_target.write({}, tr("Choose the transaction"), [&](Step &s) {
            s.transaction = id;
            s.transactionName = m_choice->itemText(i);
        });
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const Step *step = m_target.get())
            emit openRequested(step->transaction);
    });
}

void ReferencePage::read(const Step &step)
{
    InstructionPage::read(step);
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    QStringList holds;
    for (const auto &transaction : m_library->project().transactions) {
        m_choice->addItem(transaction.name, transaction.id.value);
        if (transaction.id == step.transaction) {
            for (const Step &inner : transaction.steps)
                holds << (inner.message.name.isEmpty() ? inner.message.url : inner.message.name);
        }
    }
    const int at = m_choice->findData(step.transaction.value);
    m_choice->setCurrentIndex(at);
    m_open->setEnabled(at >= 0);
    m_holds->setText(at < 0 ? QString() : holds.isEmpty() ? tr("It has no steps yet.") : tr("It runs: %1.").arg(holds.join(u", "_s)));
    setProblem(at >= 0 ? QString() : tr("The transaction “%1” is not in the library: choose another.").arg(step.transactionName));
}

} // namespace ui
