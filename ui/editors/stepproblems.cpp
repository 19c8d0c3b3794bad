#include "ui/editors/stepproblems.h"
#include "models/domain/validation.h"
#include "ui/widgets/forms.h"
#include "ui/widgets/labels.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr auto lookAfter = std::chrono::milliseconds(150); ///< of the last edit

} // namespace

StepProblems::StepProblems(document::ProjectDocument &document, QWidget *parent)
    : QFrame(parent), m_document(document), m_library(&document), m_text(form::para({}, Type::Small, u"bad"_s))
{
    setObjectName(u"stepProblems"_s);
    setAutoFillBackground(true);
    wash();
    m_text->setObjectName(u"stepProblemText"_s);
    auto *line = hbox(sp::s, {sp::m, sp::s, sp::m, sp::s});
    line->addWidget(iconLabel(u"triangle-alert"_s, theme::tk().bad, 14), 0, Qt::AlignTop);
    line->addWidget(m_text, 1);
    setLayout(line);
    hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(lookAfter);
    connect(&m_soon, &QTimer::timeout, this, &StepProblems::look);
    const auto soon = [this] { m_soon.start(); };
    for (auto signal : {&document::ProjectDocument::variablesChanged, &document::ProjectDocument::transactionsChanged})
        connect(&document, signal, this, soon);
    connect(&document, &document::ProjectDocument::stepsChanged, this, soon);
    connect(&document, &document::ProjectDocument::nodeChanged, this, soon);
}

void StepProblems::wash()
{
    QPalette colours = palette();
    const QColor background = toneWash(Tone::Bad);
    if (colours.color(QPalette::Window) == background)
        return; // setPalette() tells of a change each time
    colours.setColor(QPalette::Window, background);
    setPalette(colours);
}

void StepProblems::setLibrary(const document::ProjectDocument *library) { m_library = library ? library : &m_document; }

void StepProblems::setStep(domain::StepId step)
{
    m_step = step;
    look();
}

void StepProblems::look()
{
    m_sentences.clear();
    if (const auto *testCase = m_document.testCase(m_document.caseOf(m_step))) {
        for (const auto &finding : domain::validate(m_library->project(), *testCase)) {
            if (finding.step == m_step && finding.blocking) // names that are not known are underlined where they stand
                m_sentences << u"%1: %2"_s.arg(finding.place.section(u" / "_s, -1), finding.message);
        }
    }
    QStringList shown = m_sentences.mid(0, mostShown);
    if (m_sentences.size() > mostShown)
        shown << tr("and %1 more").arg(m_sentences.size() - mostShown);
    m_text->setText(shown.join(u'\n'));
    m_text->setAccessibleName(m_text->text());
    setVisible(!shown.isEmpty());
}

void StepProblems::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_soon.start();
    else if (event->type() == QEvent::PaletteChange)
        wash();
    QFrame::changeEvent(event);
}

} // namespace ui
