#include "ui/shell/requestinput.h"
#include "app/services/application.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/codeedit.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

RequestInput::RequestInput(services::Application &application, QWidget *parent)
    : QFrame(parent), m_application(application), m_command(exchange::requestFromText({})), m_edit(new CodeEdit({}, false, false)),
      m_answer(new CodeEdit({}, true, false)), m_icon(iconLabel(u"info"_s, tk().text3, 14)), m_found(new ElideLabel({}, Type::Small, 2)),
      m_figures(new ElideLabel({}, Type::Small, 2)), m_notes(new ElideLabel({}, Type::Small)), m_status(new Pill({}, Tone::Neutral)),
      m_editFirst(button({}, u"ghost"_s, u"pencil"_s)), m_send(button({}, {}, u"send-horizontal"_s)),
      m_load(button({}, u"primary"_s, u"activity"_s))
{
    setProperty("look", u"entry"_s);
    m_edit->setObjectName(u"welcomeInput"_s);
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(84);
    m_found->setObjectName(u"welcomeFound"_s);
    m_notes->setObjectName(u"welcomeNotes"_s);
    m_notes->hide();
    m_editFirst->setObjectName(u"welcomeEdit"_s);
    m_send->setObjectName(u"welcomeSend"_s);
    m_load->setObjectName(u"welcomeLoadTest"_s);
    m_answer->setObjectName(u"welcomeAnswer"_s);
    m_answer->setReadOnly(true);
    m_answer->setTabChangesFocus(true);
    m_answer->setFixedHeight(140);
    m_figures->setObjectName(u"welcomeFigures"_s);

    auto *bar = hbox(sp::s, {sp::s, 4, 4, 2});
    bar->addWidget(m_icon);
    bar->addWidget(m_found, 1);
    for (QPushButton *b : {m_editFirst, m_send, m_load})
        bar->addWidget(b);
    auto *figures = hbox(sp::s, {sp::s, sp::xs, sp::s, 0});
    figures->addWidget(m_status);
    figures->addWidget(m_figures, 1);
    auto *answer = vbox(sp::xs);
    answer->addWidget(hline());
    answer->addLayout(figures);
    answer->addWidget(m_answer);
    m_answerPlace = wrap(answer);
    m_answerPlace->hide();
    auto *notes = hbox(0, {30, 0, sp::s, 0});
    notes->addWidget(m_notes);
    auto *l = vbox(0, {4, 4, 4, 4});
    l->addWidget(m_edit);
    l->addWidget(hline());
    l->addLayout(bar);
    l->addLayout(notes);
    l->addWidget(m_answerPlace);
    setLayout(l);

    m_texts.add([this] {
        m_edit->setPlaceholderText(u"https://shop.example/api/orders\n"_s + tr("or: %1").arg(u"curl -X POST 'https://…' -H '…' -d '…'"_s));
        m_edit->setAccessibleName(tr("Address or cURL command"));
        m_answer->setAccessibleName(tr("The answer"));
        m_editFirst->setText(u" "_s + tr("Edit first"));
        m_send->setText(u" "_s + tr("Send once"));
        m_load->setText(u" "_s + tr("Load test this"));
        recognise();
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, &RequestInput::recognise);
    connect(m_send, &QPushButton::clicked, this, &RequestInput::sendOnce);
    connect(m_load, &QPushButton::clicked, this, [this] { emit loadTestRequested(m_command->message); });
    connect(m_editFirst, &QPushButton::clicked, this, [this] { emit editRequested(m_command->message); });
    connect(&m_sender, &services::SendOnce::finished, this, &RequestInput::showAnswer);
}

QString RequestInput::summary(const exchange::CurlCommand &command) const
{
    const domain::Message &m = command.message;
    QStringList parts{m.method + u' ' + m.url.section(u"://"_s, 1)};
    if (!m.headers.isEmpty())
        parts << (m.headers.size() == 1 ? tr("1 header") : tr("%1 headers").arg(m.headers.size()));
    if (!m.form.isEmpty())
        parts << (m.form.size() == 1 ? tr("a form of 1 field") : tr("a form of %1 fields").arg(m.form.size()));
    else if (!m.body.isEmpty())
        parts << (m.body.trimmed().startsWith(u'{') || m.body.trimmed().startsWith(u'[') ? tr("JSON body") : tr("a body"));
    const QString all = parts.join(u", "_s);
    return exchange::looksLikeCurl(m_edit->toPlainText()) ? tr("cURL recognised: %1").arg(all) : all;
}

void RequestInput::recognise()
{
    const QString text = m_edit->toPlainText();
    m_command = exchange::requestFromText(text);
    const bool empty = text.trimmed().isEmpty(), good = m_command.has_value();
    theme::setIcon(m_icon, good ? u"circle-check"_s : empty ? u"info"_s : u"triangle-alert"_s, good ? tk().ok : empty ? tk().text3 : tk().warn, 14);
    m_found->setText(good ? summary(*m_command) : m_command.error().message);
    m_notes->setText(good ? m_command->notes.join(u' ') : QString());
    m_notes->setVisible(good && !m_command->notes.isEmpty());
    for (QPushButton *b : {m_editFirst, m_load})
        b->setEnabled(good);
    m_send->setEnabled(good && !m_sender.isBusy());
}

void RequestInput::sendOnce()
{
    if (!m_command)
        return;
    const auto started = m_sender.start(m_command->message, m_application.requestFor({}));
    if (!started) {
        services::SentOnce refused;
        refused.failure = started.error().message;
        return showAnswer(refused);
    }
    m_sent = m_command->message;
    m_seen = {};
    m_send->setEnabled(false);
    m_answerPlace->show();
    m_answer->setTextSilently({});
    m_answer->hide();
    m_status->set(tr("Sending"), Tone::Accent, u"hourglass"_s);
    m_figures->setText({});
}

const services::Answer *RequestInput::answerTo(const domain::Message &message) const
{
    return m_seen.status > 0 && m_sent == message ? &m_seen : nullptr;
}

void RequestInput::showAnswer(const services::SentOnce &answer)
{
    m_seen = answer.seen;
    const bool good = answer.failure.isEmpty() && answer.status < 400;
    m_answerPlace->show();
    m_status->set(answer.status > 0 ? QString::number(answer.status) : tr("No answer"), good ? Tone::Ok : Tone::Bad,
                  good ? u"circle-check"_s : u"circle-x"_s);
    const QString figures = format::ms(answer.ms) + u" ms  ·  "_s + tr("%1 B").arg(format::number(answer.bytes));
    m_figures->setText(answer.failure.isEmpty() ? figures : answer.status > 0 ? answer.failure + u"  ·  "_s + figures : answer.failure);
    m_answer->setTextSilently(answer.answer);
    m_answer->setVisible(!answer.answer.isEmpty());
    recognise();
}

void RequestInput::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QFrame::changeEvent(event);
}

} // namespace ui
