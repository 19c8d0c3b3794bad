// The step an editor shows, and the one way its parts write to it. GUI thread.
#pragma once

#include "models/document/projectdocument.h"
#include "ui/editors/fields.h"

namespace ui {

struct StepTarget
{
    using Change = std::function<void(domain::Step &)>;

    document::ProjectDocument &document;
    domain::StepId step{};

    const domain::Step *get() const { return document.step(step); }
    /// One undo step; edits with the same non-empty `field` in a row are one.
    void write(const QString &field, const QString &text, const Change &change) const
    {
        const domain::Step *now = get();
        if (!now)
            return;
        domain::Step after = *now;
        change(after);
        if (after != *now)
            document.setStep(document.caseOf(step), after, text, field);
    }
};

/// A page of an editor: shows one side of the step.
class StepPage : public QWidget
{
    Q_OBJECT

public:
    explicit StepPage(StepTarget &target)
        : m_target(target), m_fields(this, m_texts, [&target](const QString &field, const QString &text, const auto &change) {
              target.write(field, text, change);
          })
    {
    }

    /// Another step has come, or this one changed.
    virtual void read(const domain::Step &step) { m_fields.read(step); }
    /// Another step has come: forget what belonged to the last one, models included.
    virtual void enter(domain::StepId) {}

protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange) {
            m_texts.again();
            if (const domain::Step *step = m_target.get())
                read(*step);
        }
        QWidget::changeEvent(event);
    }

    StepTarget &m_target;
    Texts m_texts;
    Fields<domain::Step> m_fields;
};

} // namespace ui
