#include "ui/editors/casepage.h"
#include "models/domain/casedocument.h"
#include "models/items/casestepsmodel.h"
#include "ui/editors/edittable.h"

using namespace Qt::StringLiterals;

namespace ui {

using domain::CaseDocument;
using domain::TestCase;

namespace {

constexpr int states[] = {0, 5, 6, 7}; ///< new, in design, in test, done

CaseDocument read(const TestCase &testCase) { return domain::caseDocumentOf(testCase).value_or(CaseDocument{}); }

void edit(TestCase &testCase, const std::function<void(CaseDocument &)> &change)
{
    CaseDocument document = read(testCase);
    change(document);
    domain::put(testCase, document);
}

} // namespace

CasePage::CasePage(document::ProjectDocument &document, domain::CaseId testCase, QWidget *parent)
    : QWidget(parent), m_document(document), m_case(testCase),
      m_fields(this, m_texts,
               [this](const QString &field, const QString &text, const auto &change) {
                   if (const TestCase *now = m_document.testCase(m_case)) {
                       TestCase after = *now;
                       change(after);
                       m_document.setCase(after, text, field);
                   }
               }),
      m_steps(new items::CaseStepsModel(document, testCase, this))
{
    auto *description = m_fields.prose(u"caseDescription"_s, [] { return tr("Description"); },
                                       [](const TestCase &c) { return ui::read(c).description; },
                                       [](TestCase &c, const QString &v) { edit(c, [&](CaseDocument &d) { d.description = v; }); });
    auto *precondition = m_fields.prose(u"casePrecondition"_s, [] { return tr("Before it starts"); },
                                        [](const TestCase &c) { return ui::read(c).precondition; },
                                        [](TestCase &c, const QString &v) { edit(c, [&](CaseDocument &d) { d.precondition = v; }); });
    description->setFixedHeight(84);
    precondition->setFixedHeight(60);
    auto *labels = m_fields.line(u"caseLabels"_s, [] { return tr("Labels"); },
                                 [](const TestCase &c) { return ui::read(c).labels.join(u", "_s); },
                                 [](TestCase &c, const QString &v) {
                                     QStringList list;
                                     for (const QString &label : v.split(u',', Qt::SkipEmptyParts)) {
                                         if (!label.trimmed().isEmpty())
                                             list << label.trimmed();
                                     }
                                     edit(c, [&](CaseDocument &d) { d.labels = list; });
                                 });
    auto *level = m_fields.segments(u"caseLevel"_s, [] { return tr("Level"); },
                                    [] { return QStringList{u"L0"_s, u"L1"_s, u"L2"_s, u"L3"_s, u"L4"_s}; },
                                    [](const TestCase &c) { return ui::read(c).level; },
                                    [](TestCase &c, int v) { edit(c, [&](CaseDocument &d) { d.level = v; }); });
    auto *state = m_fields.choice(u"caseStatus"_s, [] { return tr("State"); },
                                  [] { return QStringList{tr("New"), tr("In design"), tr("In test"), tr("Done")}; },
                                  [](const TestCase &c) {
                                      return int(std::find(std::begin(states), std::end(states), ui::read(c).status) - std::begin(states)) % 4;
                                  },
                                  [](TestCase &c, int v) { edit(c, [&](CaseDocument &d) { d.status = states[v]; }); });
    auto *logs = m_fields.segments(u"caseLogs"_s, [] { return tr("Records of answers"); },
                                   [] { return QStringList{tr("each request alone"), tr("a whole pass together")}; },
                                   [](const TestCase &c) { return c.logsByCase ? 1 : 0; },
                                   [](TestCase &c, int v) { c.logsByCase = v == 1; });
    auto *replicas = m_fields.number(u"caseReplicas"_s, 0, 10'000, [] { return tr("Executors, 0: as many as needed"); },
                                     [](const TestCase &c) { return c.replicas; }, [](TestCase &c, int v) { c.replicas = v; });
    replicas->setFixedWidth(132);
    auto *table = new EditTable(u"caseStepTable"_s);
    table->setModel(m_steps);
    table->setWidths({0, 0});
    table->setMinimumHeight(140);
    auto *stepsTitle = text({}, Type::Heading);

    auto *l = vbox(sp::m, {sp::l, sp::m, sp::l, sp::m});
    l->addWidget(labelled(m_texts, description, [] { return tr("Description"); }));
    l->addWidget(labelled(m_texts, precondition, [] { return tr("Before it starts"); }));
    auto *line = hbox(sp::l);
    line->addWidget(labelled(m_texts, labels, [] { return tr("Labels, separated by commas"); }), 1);
    line->addWidget(labelled(m_texts, level, [] { return tr("Level"); }));
    line->addWidget(labelled(m_texts, state, [] { return tr("State"); }));
    l->addLayout(line);
    l->addLayout(form::line({labelled(m_texts, logs, [] { return tr("Records of answers"); }),
                             labelled(m_texts, replicas, [] { return tr("Executors, 0: as many as needed"); })}, true, sp::l));
    l->addWidget(stepsTitle);
    l->addWidget(table, 1);
    auto *outer = vbox(0);
    outer->addWidget(form::scroll(wrap(l, u"pane"_s)));
    setLayout(outer);
    m_texts.add([=] {
        stepsTitle->setText(tr("Steps in words"));
        table->setAccessibleName(stepsTitle->text());
        table->setHint(tr("For people who read the case: what is done, and what is expected."));
        labels->setPlaceholderText(tr("smoke, checkout"));
    });
    connect(&document, &document::ProjectDocument::nodeChanged, this, [this](document::NodeRef node) {
        if (node == document::NodeRef(m_case))
            read();
    });
    read();
}

void CasePage::read()
{
    if (const TestCase *testCase = m_document.testCase(m_case))
        m_fields.read(*testCase);
}

void CasePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
