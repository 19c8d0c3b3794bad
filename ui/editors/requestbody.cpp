#include "ui/editors/requestbody.h"
#include "app/services/jsonlayout.h"
#include "models/domain/bodyfile.h"
#include "models/items/keyvaluemodel.h"
#include "ui/editors/edittable.h"
#include "ui/editors/variablehelp.h"
#include "ui/widgets/basics.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ui {

using domain::BodyType;
using domain::Step;
using Model = items::KeyValueModel;

namespace {

constexpr BodyType types[] = {BodyType::Text, BodyType::Form, BodyType::Multipart};

constexpr int fileKind = 3; ///< after the types

int indexOf(const domain::Message &message)
{
    if (domain::hasBodyFile(message))
        return fileKind;
    return int(std::find(std::begin(types), std::end(types), message.bodyType) - std::begin(types));
}

void setKind(domain::Message &message, int kind)
{
    if (kind == fileKind)
        return domain::setBodyFile(message, domain::bodyFile(message));
    domain::removeBodyFile(message);
    message.bodyType = types[kind];
}

bool looksLikeJson(const QString &text)
{
    const QString start = text.trimmed().left(1);
    return start == u"{"_s || start == u"["_s;
}

/// Why this is not JSON, with the line; empty when it is. ${…} outside of strings stand for values.
QString jsonProblem(const QString &text)
{
    QString plain = text;
    static const QRegularExpression reference(u"\\$\\{[^{}]*\\}"_s);
    plain.replace(reference, u"0"_s); // a number also inside a string
    QJsonParseError error;
    QJsonDocument::fromJson(plain.toUtf8(), &error);
    if (error.error == QJsonParseError::NoError)
        return {};
    const qsizetype line = plain.toUtf8().left(error.offset).count('\n') + 1;
    return RequestBody::tr("Not JSON yet: %1 in line %2.").arg(error.errorString()).arg(line);
}

} // namespace

RequestBody::RequestBody(StepTarget &target, VariableHelp *help)
    : StepPage(target), m_form(new Model(target.document, Model::List::Form, this)),
      m_parts(new Model(target.document, Model::List::Parts, this)), m_body(new CodeEdit({}, true, true)),
      m_pages(new QStackedWidget), m_format(button(u" "_s, u"ghost"_s, u"wand-sparkles"_s)),
      m_note(text({}, Type::Small, u"3"_s))
{
    auto *kind = m_fields.segments(u"bodyKind"_s, [] { return tr("Kind of body"); },
                                   [] { return QStringList{tr("Text or JSON"), tr("Form"), tr("Multipart"), tr("File")}; },
                                   [](const Step &s) { return indexOf(s.message); },
                                   [](Step &s, int i) { setKind(s.message, i); });
    m_format->setObjectName(u"formatBody"_s);
    m_note->setObjectName(u"bodyNote"_s);
    m_body->setObjectName(u"requestBody"_s);
    help->watch(m_body);
    auto *form = new EditTable(u"formTable"_s, help);
    form->setModel(m_form);
    form->setWidths({36, 220, 0});
    auto *parts = new EditTable(u"partsTable"_s, help);
    parts->setModel(m_parts);
    parts->setWidths({36, 160, 0, 90, 150});
    m_pages->addWidget(m_body);
    m_pages->addWidget(form);
    m_pages->addWidget(parts);
    m_file = m_fields.line(u"bodyFile"_s, [] { return tr("File with the body"); },
                           [](const Step &s) { return domain::bodyFile(s.message); },
                           [](Step &s, const QString &v) { domain::setBodyFile(s.message, v); });
    help->watch(m_file);
    auto *choose = button(u" "_s, {}, u"folder-open"_s);
    choose->setObjectName(u"chooseBodyFile"_s);
    auto *fileHint = form::para({}, Type::Small, u"3"_s);
    auto *fileLine = hbox(sp::s);
    fileLine->addWidget(m_file, 1);
    fileLine->addWidget(choose);
    auto *filePage = vbox(sp::s, {sp::m, sp::s, sp::m, sp::s});
    filePage->addLayout(fileLine);
    filePage->addWidget(fileHint);
    filePage->addStretch(1);
    m_pages->addWidget(wrap(filePage));
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Choose a file"));
        if (!path.isEmpty())
            m_target.write({}, tr("Choose the file with the body"), [path](Step &s) { domain::setBodyFile(s.message, path); });
    });
    auto *bar = hbox(sp::s, {sp::m, 6, sp::m, 6});
    bar->addWidget(kind);
    bar->addWidget(m_note, 1);
    bar->addWidget(m_format);
    auto *all = vbox(0);
    all->addLayout(bar);
    all->addWidget(m_pages, 1);
    setLayout(all);
    m_texts.add([=, this] {
        m_format->setText(u" "_s + tr("Format"));
        m_format->setToolTip(tr("Lay out the JSON"));
        m_body->setAccessibleName(tr("Body"));
        m_body->setPlaceholderText(tr("What is sent: text or JSON, with ${variables} where it varies"));
        choose->setText(u" "_s + tr("Choose…"));
        choose->setAccessibleName(tr("Choose the file"));
        m_file->setPlaceholderText(tr("path, relative to the project file"));
        fileHint->setText(tr("Its bytes are sent as they are, without looking for ${…}. It is read once, before the run; give a "
                             "Content-Type among the headers."));
        form->setAccessibleName(tr("Form fields"));
        form->setHint(tr("Type a name and a value: sent as application/x-www-form-urlencoded."));
        parts->setAccessibleName(tr("Parts of the body"));
        parts->setHint(tr("Each row is a part. A file is read from a path relative to the project file."));
    });
    connect(m_body, &CodeEdit::textEdited, this, [this](const QString &body) {
        if (!m_readingBody)
            m_target.write(u"body"_s, tr("Edit the body"), [body](Step &s) { s.message.body = body; });
        showProblem();
    });
    connect(m_format, &QPushButton::clicked, this, &RequestBody::format);
}

void RequestBody::showProblem()
{
    const QString body = m_body->toPlainText();
    const QString problem = m_pages->currentIndex() == 0 && looksLikeJson(body) ? jsonProblem(body) : QString();
    setTone(m_note, u"warn"_s);
    m_note->setText(problem);
}

void RequestBody::format()
{
    const QString body = m_body->toPlainText();
    if (const QString problem = jsonProblem(body); !problem.isEmpty()) {
        setTone(m_note, u"bad"_s);
        return m_note->setText(problem);
    }
    const auto lines = services::layOutJson(body);
    if (!lines)
        return;
    const QString laidOut = services::textOf(*lines);
    m_target.write({}, tr("Format the body"), [laidOut](Step &s) { s.message.body = laidOut; });
}

void RequestBody::enter(domain::StepId step)
{
    m_form->setStep(step);
    m_parts->setStep(step);
}

void RequestBody::read(const Step &step)
{
    StepPage::read(step);
    m_readingBody = true;
    m_body->setTextSilently(step.message.body);
    m_readingBody = false;
    m_pages->setCurrentIndex(indexOf(step.message));
    m_format->setVisible(indexOf(step.message) == 0);
    showProblem();
}

} // namespace ui
