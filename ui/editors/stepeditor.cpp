#include "ui/editors/stepeditor.h"
#include "ui/editors/instructionpages.h"
#include "ui/editors/requesteditor.h"
#include "ui/editors/stepproblems.h"
#include "ui/editors/variablehelp.h"

using namespace Qt::StringLiterals;

namespace ui {

using document::ProjectDocument;
using domain::StepKind;

StepEditor::StepEditor(ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_target{document}, m_help(new VariableHelp(this)), m_pages(new QStackedWidget),
      m_request(new RequestEditor(document)), m_reference(new ReferencePage(m_target, m_help)),
      m_problems(new StepProblems(document))
{
    m_names = [this] {
        const auto *testCase = m_target.document.testCase(m_target.document.caseOf(m_target.step));
        return testCase ? services::knownNames(m_target.document.project(), *testCase) : services::KnownNames();
    };
    auto *empty = vbox(sp::s, {sp::xl, sp::xl, sp::xl, sp::xl});
    auto *hint = form::para({}, Type::Body);
    empty->addWidget(hint);
    empty->addStretch(1);
    m_pages->addWidget(wrap(empty, u"pane"_s));
    m_pages->addWidget(m_request);
    m_pages->addWidget(m_reference);
    auto *outer = vbox(0);
    outer->addWidget(m_pages, 1);
    outer->addWidget(m_problems);
    setLayout(outer);
    m_texts.add([=] { hint->setText(tr("Choose a step on the left, or add one: a request, a loop, a condition.")); });

    connect(m_reference, &ReferencePage::openRequested, this, &StepEditor::openTransaction);
    connect(&document, &ProjectDocument::nodeChanged, this, [this](document::NodeRef node) {
        const domain::Step *step = m_target.get();
        if (step && node == document::NodeRef(m_target.step))
            present(*step);
        if (node.kind == document::NodeRef::Step)
            readNames();
    });
    connect(&document, &ProjectDocument::stepsChanged, this, [this] { setStep(m_target.get() ? m_target.step : domain::StepId{}); });
    connect(&document, &ProjectDocument::nodeRemoved, this, [this] {
        if (!m_target.get())
            setStep({});
    });
    for (auto signal : {&ProjectDocument::variablesChanged, &ProjectDocument::environmentsChanged, &ProjectDocument::transactionsChanged,
                        &ProjectDocument::reset})
        connect(&document, signal, this, [this] {
            readNames();
            if (const domain::Step *step = m_target.get())
                present(*step);
        });
}

InstructionPage *StepEditor::pageFor(StepKind kind)
{
    InstructionPage *&page = m_instructions[int(kind)];
    if (page)
        return page;
    switch (kind) {
    case StepKind::Data: page = new DataPage(m_target, m_help); break;
    case StepKind::Loop: page = new LoopPage(m_target, m_help); break;
    case StepKind::Condition: page = new ConditionPage(m_target, m_help); break;
    case StepKind::UserShare: page = new UserSharePage(m_target, m_help); break;
    case StepKind::Throughput: page = new ThroughputPage(m_target, m_help); break;
    case StepKind::Rendezvous: page = new RendezvousPage(m_target, m_help); break;
    case StepKind::Plugin: page = new PluginPage(m_target, m_help); break;
    default: return nullptr;
    }
    m_pages->addWidget(page);
    return page;
}

void StepEditor::setLibrary(const ProjectDocument *library, std::function<services::KnownNames()> names)
{
    m_names = std::move(names);
    m_reference->setLibrary(library);
    m_problems->setLibrary(library);
    m_request->setNames(m_names);
    readNames();
}

void StepEditor::readNames()
{
    if (m_target.get())
        m_help->setNames(m_names());
}

void StepEditor::setStep(domain::StepId id)
{
    m_target.step = id;
    const domain::Step *step = m_target.get();
    readNames();
    m_problems->setStep(id);
    if (!step) {
        m_request->setStep({});
        m_pages->setCurrentIndex(0);
        return;
    }
    if (step->kind == StepKind::Request)
        m_request->setStep(step->transaction.isValid() ? domain::StepId{} : id);
    else if (auto *page = pageFor(step->kind))
        page->enter(id);
    present(*step);
}

void StepEditor::present(const domain::Step &step)
{
    if (step.kind == StepKind::Request && !step.transaction.isValid()) {
        m_pages->setCurrentWidget(m_request);
        return;
    }
    InstructionPage *page = step.kind == StepKind::Request ? m_reference : pageFor(step.kind);
    if (!page)
        return;
    page->read(step);
    m_pages->setCurrentWidget(page);
}

void StepEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
