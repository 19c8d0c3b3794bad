#include "ui/editors/caseeditor.h"
#include "ui/editors/casepage.h"
#include "ui/editors/findreplace.h"
#include "ui/editors/slaeditor.h"
#include "ui/editors/stageeditor.h"
#include "ui/editors/stepeditor.h"
#include "ui/editors/steplist.h"
#include "ui/widgets/basics.h"

using namespace Qt::StringLiterals;

namespace ui {

CaseEditor::CaseEditor(document::ProjectDocument &document, domain::CaseId testCase, QWidget *parent)
    : QWidget(parent), m_document(document), m_case(testCase), m_list(new StepList(document, testCase)),
      m_editor(new StepEditor(document)), m_pages(new QStackedWidget),
      m_stages(new LazyPage<StageEditor>([this] {
          auto *stages = new StageEditor(m_document);
          stages->setCase(m_case);
          return stages;
      })),
      m_complaint(text({}, Type::Small, u"bad"_s))
{
    m_parts = new SubTabs({{u"Steps"_s, {}}, {u"Load"_s, {}}, {u"Rules"_s, {}}, {u"About"_s, {}}}, 0, 37);
    m_parts->setObjectName(u"caseParts"_s);
    m_complaint->setObjectName(u"caseComplaint"_s);
    auto *partLine = hbox(sp::s, {2, 0, sp::m, 0});
    partLine->addWidget(m_parts);
    partLine->addStretch(1);
    partLine->addWidget(m_complaint);
    auto *partWidget = wrap(partLine, u"paneHeader"_s);
    partWidget->setFixedHeight(38);

    auto *split = new QSplitter(Qt::Horizontal);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(m_list);
    split->addWidget(m_editor);
    split->setStretchFactor(1, 1);
    split->setSizes({380, 700});
    m_pages->addWidget(split);
    m_pages->addWidget(m_stages);
    m_pages->addWidget(new LazyPage<SlaEditor>([this] {
        auto *rules = new SlaEditor(m_document);
        rules->setOwner(m_case);
        return rules;
    }));
    m_pages->addWidget(new LazyPage<CasePage>([this] { return new CasePage(m_document, m_case); }));
    auto *all = vbox(0);
    all->addWidget(partWidget);
    all->addWidget(m_pages, 1);
    setLayout(all);

    const auto count = [this] {
        const auto *c = m_document.testCase(m_case);
        const auto figure = [](qsizetype n) { return n > 0 ? QString::number(n) : QString(); };
        m_parts->setItems({{tr("Steps"), {}},
                           {tr("Load"), figure(c ? c->stages.size() : 0)},
                           {tr("Rules"), figure(c ? c->slaRules.size() : 0)},
                           {tr("About"), c && !c->caseInfo.isEmpty() ? u"•"_s : QString()}});
    };
    m_texts.add([=, this] {
        count();
        m_parts->setAccessibleName(tr("Parts of the case"));
    });
    connect(m_parts, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_list, &StepList::currentChanged, this, [this] {
        m_complaint->clear();
        m_editor->setStep(m_list->current());
    });
    connect(m_list, &StepList::complaint, this, [this](const QString &sentence) {
        m_complaint->setText(sentence);
        emit complaint(sentence);
    });
    connect(m_list, &StepList::findRequested, this, &CaseEditor::findAndReplace);
    connect(m_list, &StepList::debugRequested, this, [this] {
        QVector<document::NodeRef> steps;
        for (domain::StepId step : m_list->selected())
            steps << step;
        emit debugRequested(steps);
    });
    connect(m_editor, &StepEditor::openTransaction, this, &CaseEditor::openTransaction);
    connect(&document, &document::ProjectDocument::nodeChanged, this, [=, this](document::NodeRef node) {
        if (node == document::NodeRef(m_case))
            count();
    });
    m_editor->setStep(m_list->current());
}

RequestEditor *CaseEditor::requestEditor() const { return m_editor->request(); }

StageEditor *CaseEditor::stageEditor() const { return m_stages->get(); }

void CaseEditor::showPart(Part part) { m_parts->setCurrentIndex(part); }

domain::StepId CaseEditor::currentStep() const { return m_list->current(); }

void CaseEditor::showStep(domain::StepId step)
{
    showPart(Steps);
    m_list->select(step);
}

void CaseEditor::addStep(domain::Step step) { showStep(m_list->add(std::move(step))); }

void CaseEditor::findAndReplace()
{
    auto *find = new FindReplace(m_document, m_case, this);
    connect(find, &FindReplace::stepChosen, this, &CaseEditor::showStep);
    find->open();
}

void CaseEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
