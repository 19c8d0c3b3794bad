#include "ui/shell/apicard.h"
#include "app/services/apiservice.h"
#include "ui/widgets/forms.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QLineEdit *edit(const QString &name)
{
    auto *made = form::edit({});
    made->setObjectName(name);
    return made;
}

} // namespace

ApiCard::ApiCard(services::ApiService &api)
    : Card(u" "_s, u" "_s), m_api(api), m_state(new Pill({}, Tone::Neutral)), m_on(form::check(u" "_s, false)), m_port(new QSpinBox),
      m_user(edit(u"apiUser"_s)), m_password(edit(u"apiPassword"_s)), m_accessKey(edit(u"apiAccessKey"_s)),
      m_secretKey(edit(u"apiSecretKey"_s)), m_savePassword(button({}, {})), m_newKey(button({}, {}, u"rotate-cw"_s)),
      m_show(iconButton(u"eye"_s, {})), m_copy(iconButton(u"copy"_s, {})), m_note(form::para({}))
{
    m_on->setObjectName(u"apiOn"_s);
    m_port->setObjectName(u"apiPort"_s);
    m_port->setRange(0, 65535);
    m_port->setFixedWidth(140);
    m_password->setEchoMode(QLineEdit::Password);
    m_accessKey->setReadOnly(true);
    m_secretKey->setReadOnly(true);
    m_savePassword->setObjectName(u"apiSavePassword"_s);
    m_newKey->setObjectName(u"apiNewKey"_s);
    m_show->setObjectName(u"apiShowKey"_s);
    m_show->setCheckable(true);
    m_copy->setObjectName(u"apiCopyKey"_s);
    m_note->setObjectName(u"apiNote"_s);
    build();
    connect(m_on, &QCheckBox::toggled, &m_api, &services::ApiService::setWanted);
    connect(m_port, &QSpinBox::editingFinished, this, [this] { m_api.setPort(quint16(m_port->value())); });
    connect(m_savePassword, &QPushButton::clicked, this, &ApiCard::setPassword);
    connect(m_password, &QLineEdit::returnPressed, this, &ApiCard::setPassword);
    connect(m_newKey, &QPushButton::clicked, &m_api, &services::ApiService::makeAccessKey);
    connect(m_show, &QToolButton::toggled, this, &ApiCard::showSecret);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_accessKey->text() + u'\n' + QString::fromLatin1(m_api.secrets().secretKey));
    });
    for (auto signal : {&services::ApiService::wantedChanged, &services::ApiService::secretsChanged, &services::ApiService::stateChanged})
        connect(&m_api, signal, this, &ApiCard::read);
    read();
}

void ApiCard::build()
{
    addHeaderWidget(m_state);
    addHeaderWidget(m_on);
    body->setSpacing(6);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(sp::s);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    const auto row = [&](QWidget *first, QWidget *second, QLayout *last, std::function<QString()> name) {
        const int at = grid->rowCount();
        auto *label = text({}, Type::Small, u"2"_s);
        label->setBuddy(first);
        grid->addWidget(label, at, 0);
        grid->addWidget(first, at, 1, second ? Qt::Alignment() : Qt::AlignLeft);
        if (second)
            grid->addWidget(second, at, 2);
        if (last)
            grid->addLayout(last, at, 3);
        m_texts.add([label, name] { label->setText(name()); });
    };
    auto *password = hbox(0), *keys = hbox(0);
    password->addWidget(m_savePassword);
    keys->addWidget(m_show);
    keys->addWidget(m_copy);
    keys->addWidget(m_newKey);
    row(m_port, nullptr, nullptr, [] { return tr("Port"); });
    row(m_user, m_password, password, [] { return tr("Sign in"); });
    row(m_accessKey, m_secretKey, keys, [] { return tr("Access key"); });
    body->addLayout(grid);
    body->addWidget(m_note);
    m_texts.add([this] {
        setTitle(tr("Local interface"));
        setCaption(tr("for scripts and CI, as the API of CodeArts PerfTest"));
        m_on->setText(tr("On"));
        m_on->setAccessibleName(tr("Local interface"));
        m_port->setSpecialValueText(tr("a free one"));
        m_port->setAccessibleName(tr("Port of the local interface; 0: a free one"));
        m_user->setPlaceholderText(tr("user"));
        m_user->setAccessibleName(tr("User of the local interface"));
        m_password->setPlaceholderText(tr("new password"));
        m_password->setAccessibleName(tr("New password of the local interface"));
        m_savePassword->setText(tr("Set"));
        m_accessKey->setAccessibleName(tr("Access key"));
        m_secretKey->setAccessibleName(tr("Secret key"));
        m_newKey->setText(u" "_s + tr("New key"));
        for (const auto &[one, name] : {std::pair(m_show, tr("Show the secret key")), std::pair(m_copy, tr("Copy both keys"))}) {
            one->setToolTip(name);
            one->setAccessibleName(name);
        }
        read();
    });
}

void ApiCard::read()
{
    const bool listens = !m_api.url().isEmpty(), failed = m_api.isWanted() && !m_api.failure().isEmpty();
    const QSignalBlocker quietOn(m_on), quietPort(m_port);
    m_on->setChecked(m_api.isWanted());
    m_port->setValue(m_api.port());
    m_state->set(listens ? tr("Listens") : failed ? tr("Failed") : tr("Off"), listens ? Tone::Ok : failed ? Tone::Bad : Tone::Neutral,
                 listens ? u"circle-check"_s : failed ? u"circle-x"_s : QString());
    if (!m_user->hasFocus())
        m_user->setText(m_api.secrets().user);
    m_accessKey->setText(m_api.secrets().accessKey);
    m_accessKey->setCursorPosition(0);
    showSecret(m_show->isChecked());
    for (QWidget *each : {static_cast<QWidget *>(m_show), static_cast<QWidget *>(m_copy)})
        each->setEnabled(!m_api.secrets().accessKey.isEmpty());
    const QString problem = !m_api.problem().isEmpty() ? m_api.problem() : failed ? m_api.failure() : QString();
    setTone(m_note, problem.isEmpty() ? u"2"_s : u"bad"_s);
    m_note->setText(!problem.isEmpty() ? problem
                    : listens          ? tr("%1. Only programs on this computer can reach it.").arg(m_api.url())
                                       : tr("While it is on, only programs on this computer can reach it."));
}

void ApiCard::setPassword()
{
    if (m_user->text().trimmed().isEmpty() != m_password->text().isEmpty()) {
        setTone(m_note, u"bad"_s);
        return m_note->setText(tr("Enter both a user and a password, or neither to let nobody sign in by password."));
    }
    m_api.setPassword(m_user->text().trimmed(), m_password->text());
    m_password->clear();
    read();
}

void ApiCard::showSecret(bool shown)
{
    const QString key = QString::fromLatin1(m_api.secrets().secretKey);
    m_secretKey->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_secretKey->setText(key);
    m_secretKey->setCursorPosition(0);
}

void ApiCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    Card::changeEvent(event);
}

} // namespace ui
