#include "ui/editors/requestoptions.h"
#include "models/domain/httpversion.h"
#include "models/items/keyvaluemodel.h"
#include "ui/editors/edittable.h"
#include "ui/editors/variablehelp.h"
#include "ui/widgets/basics.h"

using namespace Qt::StringLiterals;

namespace ui {

using domain::Authentication;
using domain::Step;

namespace {

QWidget *section(Texts &texts, Label title, QLayout *content)
{
    auto *heading = text({}, Type::Heading);
    texts.add([=] { heading->setText(title()); });
    auto *l = vbox(sp::s);
    l->addWidget(heading);
    l->addLayout(content);
    return wrap(l);
}

} // namespace

RequestOptions::RequestOptions(StepTarget &target, VariableHelp *help)
    : StepPage(target), m_hosts(new items::KeyValueModel(target.document, items::KeyValueModel::List::Hosts, this))
{
    auto *page = vbox(sp::l, {sp::m, sp::m, sp::m, sp::m});
    page->addWidget(timing());
    page->addWidget(behaviour());
    page->addWidget(network(help));
    page->addStretch(1);
    auto *outer = vbox(0);
    outer->addWidget(form::scroll(wrap(page, u"pane"_s)));
    setLayout(outer);
}

QWidget *RequestOptions::timing()
{
    const auto ms = [this](const QString &name, Label label, int least, int most, std::function<int(const Step &)> get,
                           std::function<void(Step &, int)> set) {
        auto *box = m_fields.number(name, least, most, label, std::move(get), std::move(set));
        box->setFixedWidth(132);
        return box;
    };
    auto *connect = ms(u"connectTimeout"_s, [] { return tr("Connect within, ms"); }, 20, 300000,
                       [](const Step &s) { return s.message.connectTimeoutMs; },
                       [](Step &s, int v) { s.message.connectTimeoutMs = v; });
    auto *answer = ms(u"returnTimeout"_s, [] { return tr("Answer within, ms"); }, 20, 300000,
                      [](const Step &s) { return s.message.returnTimeoutMs; },
                      [](Step &s, int v) { s.message.returnTimeoutMs = v; });
    auto *think = m_fields.flag(u"thinkEnabled"_s, [] { return tr("Think after the answer"); },
                                [](const Step &s) { return s.thinkTime.has_value(); },
                                [](Step &s, bool on) { on ? void(s.thinkTime.emplace()) : s.thinkTime.reset(); });
    auto *thinkMs = ms(u"thinkTime"_s, [] { return tr("Think time, ms"); }, 0, 86400000,
                       [](const Step &s) { return s.thinkTime ? s.thinkTime->ms : 0; },
                       [](Step &s, int v) {
                           if (s.thinkTime)
                               s.thinkTime->ms = v;
                       });
    auto *paced = m_fields.segments(u"thinkFixed"_s, [] { return tr("Kind of think time"); },
                                    [] { return QStringList{tr("paced"), tr("full")}; },
                                    [](const Step &s) { return s.thinkTime && s.thinkTime->fixed ? 1 : 0; },
                                    [](Step &s, int full) {
                                        if (s.thinkTime)
                                            s.thinkTime->fixed = full == 1;
                                    });
    auto *why = form::para({}, Type::Small, u"3"_s);
    m_texts.add([=] {
        why->setText(tr("Paced: the next request starts this long after this one was sent; a slower answer takes the wait away. "
                        "Full: always waits the whole time after the answer."));
    });
    m_fields.onRead([=](const Step &s) {
        thinkMs->setEnabled(s.thinkTime.has_value());
        paced->setEnabled(s.thinkTime.has_value());
    });
    auto *l = vbox(sp::s);
    l->addLayout(form::line({labelled(m_texts, connect, [] { return tr("Connect within, ms"); }),
                             labelled(m_texts, answer, [] { return tr("Answer within, ms"); })}, true, sp::l));
    l->addLayout(form::line({think, thinkMs, text(u"ms"_s, Type::Body, u"2"_s), paced}, true, sp::s));
    l->addWidget(why);
    return section(m_texts, [] { return tr("Time"); }, l);
}

/// Other protocols know nothing of these.
void RequestOptions::showForHttp(const QVector<QWidget *> &widgets)
{
    m_fields.onRead([widgets](const Step &s) {
        const bool isHttp = s.message.protocol == domain::Protocol::Http || s.message.protocol == domain::Protocol::Https;
        for (QWidget *each : widgets)
            each->setVisible(isHttp);
    });
}

QWidget *RequestOptions::behaviour()
{
    auto *redirects = m_fields.flag(u"followRedirects"_s, [] { return tr("Follow redirects, at most 10"); },
                                    [](const Step &s) { return s.message.followRedirects; },
                                    [](Step &s, bool on) { s.message.followRedirects = on; });
    auto *cookies = m_fields.flag(u"cookies"_s, [] { return tr("Keep cookies for each user"); },
                                  [](const Step &s) { return s.message.cookies; }, [](Step &s, bool on) { s.message.cookies = on; });
    auto *decode = m_fields.flag(u"decodeBody"_s, [] { return tr("Unpack compressed answers for checks and extraction"); },
                                 [](const Step &s) { return s.message.decode; }, [](Step &s, bool on) { s.message.decode = on; });
    showForHttp({redirects, cookies, decode});
    auto *l = vbox(sp::s);
    l->addWidget(redirects);
    l->addWidget(cookies);
    l->addWidget(decode);
    l->addWidget(m_fields.flag(u"endIteration"_s, [] { return tr("A failure ends the pass of this user"); },
                               [](const Step &s) { return s.message.onFailure == u"end_iteration"_s; },
                               [](Step &s, bool on) { s.message.onFailure = on ? u"end_iteration"_s : u"continue"_s; }));
    return section(m_texts, [] { return tr("Answer"); }, l);
}

QWidget *RequestOptions::network(VariableHelp *help)
{
    auto *fresh = m_fields.flag(u"newConnection"_s, [] { return tr("Use a new connection each time"); },
                                [](const Step &s) { return s.message.newConnection; },
                                [](Step &s, bool on) { s.message.newConnection = on; });
    auto *http2 = m_fields.flag(u"http2"_s, [] { return tr("Speak HTTP/2, and nothing else"); },
                                [](const Step &s) { return domain::isHttp2(s.message); },
                                [](Step &s, bool on) { domain::setHttp2(s.message, on, domain::http2Streams(s.message)); });
    const auto streamsLabel = [] { return tr("Requests at a time on a connection that users share; 0: each has its own"); };
    auto *streams = m_fields.number(u"http2Streams"_s, 0, 1000, streamsLabel, [](const Step &s) { return domain::http2Streams(s.message); },
                                    [](Step &s, int v) { domain::setHttp2(s.message, true, v); });
    auto *verify = m_fields.flag(u"verifyTls"_s, [] { return tr("Verify the server's certificate"); },
                                 [](const Step &s) { return s.message.verifyTls; },
                                 [](Step &s, bool on) { s.message.verifyTls = on; });
    auto *proxy = m_fields.line(u"proxy"_s, [] { return tr("Proxy"); }, [](const Step &s) { return s.message.proxy; },
                                [](Step &s, const QString &v) { s.message.proxy = v.trimmed(); });
    auto *proxyNote = text({}, Type::Small, u"bad"_s);
    proxyNote->setObjectName(u"proxyNote"_s);
    auto *certificate = m_fields.line(u"clientCertificate"_s, [] { return tr("Client certificate, PEM file"); },
                                      [](const Step &s) { return s.message.clientCertificate.certificate; },
                                      [](Step &s, const QString &v) { s.message.clientCertificate.certificate = v; });
    auto *key = m_fields.line(u"clientKey"_s, [] { return tr("Its key, PEM file"); },
                              [](const Step &s) { return s.message.clientCertificate.key; },
                              [](Step &s, const QString &v) { s.message.clientCertificate.key = v; });
    auto *password = m_fields.line(u"clientKeyPassword"_s, [] { return tr("Password of the key"); },
                                   [](const Step &s) { return s.message.clientCertificate.password; },
                                   [](Step &s, const QString &v) { s.message.clientCertificate.password = v; });
    password->setEchoMode(QLineEdit::Password);
    auto *hosts = new EditTable(u"hostTable"_s);
    hosts->setModel(m_hosts);
    hosts->setWidths({36, 200, 0});
    hosts->setFixedHeight(28 + 3 * row::normal);
    auto *hostHint = form::para({}, Type::Small, u"3"_s);
    Q_UNUSED(help)
    m_texts.add([=] {
        proxy->setPlaceholderText(u"http://user:password@host:port"_s);
        certificate->setPlaceholderText(tr("path, relative to the project file"));
        key->setPlaceholderText(tr("empty: in the certificate's file"));
        hosts->setAccessibleName(tr("Addresses of hosts"));
        hosts->setHint(tr("Type a host name and the addresses to use for it."));
        hostHint->setText(tr("Used instead of DNS; several addresses are separated by commas."));
    });
    m_fields.onRead([=](const Step &s) {
        const QString &value = s.message.proxy;
        const QUrl url(value, QUrl::StrictMode);
        const bool good = value.isEmpty() || value.contains("${"_L1) || (url.isValid() && url.scheme() == "http"_L1 && !url.host().isEmpty());
        proxyNote->setText(good ? QString() : tr("A proxy is written http://host:port, with user:password@ before the host if it asks."));
        proxyNote->setVisible(!good);
        const bool any = !s.message.clientCertificate.certificate.isEmpty();
        key->setEnabled(any);
        password->setEnabled(any);
    });
    auto *l = vbox(sp::s);
    l->addWidget(fresh);
    l->addWidget(http2);
    auto *streamsField = labelled(m_texts, streams, streamsLabel);
    l->addWidget(streamsField);
    m_fields.onRead([streamsField](const Step &s) {
        const bool isHttp = s.message.protocol == domain::Protocol::Http || s.message.protocol == domain::Protocol::Https;
        streamsField->setVisible(isHttp && domain::isHttp2(s.message));
    });
    l->addWidget(verify);
    auto *proxyField = labelled(m_texts, proxy, [] { return tr("Proxy"); });
    l->addWidget(proxyField);
    l->addWidget(proxyNote);
    auto *pem = hbox(sp::m);
    pem->addWidget(labelled(m_texts, certificate, [] { return tr("Client certificate, PEM file"); }), 2);
    pem->addWidget(labelled(m_texts, key, [] { return tr("Its key, PEM file"); }), 2);
    pem->addWidget(labelled(m_texts, password, [] { return tr("Password of the key"); }), 1);
    auto *pemFields = wrap(pem);
    l->addWidget(pemFields);
    showForHttp({fresh, http2, proxyField, pemFields, hosts, hostHint});
    l->addWidget(hosts);
    l->addWidget(hostHint);
    return section(m_texts, [] { return tr("Connection"); }, l);
}

void RequestOptions::enter(domain::StepId step) { m_hosts->setStep(step); }

RequestAuth::RequestAuth(StepTarget &target, VariableHelp *help) : StepPage(target)
{
    auto *kind = m_fields.segments(u"authKind"_s, [] { return tr("Kind of authentication"); },
                                   [] { return QStringList{tr("None"), tr("Name and password"), tr("Bearer token")}; },
                                   [](const Step &s) { return int(s.message.auth.kind); },
                                   [](Step &s, int i) { s.message.auth.kind = Authentication::Kind(i); });
    auto *user = m_fields.line(u"authUser"_s, [] { return tr("User name"); }, [](const Step &s) { return s.message.auth.user; },
                               [](Step &s, const QString &v) { s.message.auth.user = v; });
    auto *password = m_fields.line(u"authPassword"_s, [] { return tr("Password"); },
                                   [](const Step &s) { return s.message.auth.password; },
                                   [](Step &s, const QString &v) { s.message.auth.password = v; });
    auto *token = m_fields.line(u"authToken"_s, [] { return tr("Token"); }, [](const Step &s) { return s.message.auth.token; },
                                [](Step &s, const QString &v) { s.message.auth.token = v; });
    auto *hint = form::para({}, Type::Small, u"3"_s);
    for (QLineEdit *edit : {user, password, token})
        help->watch(edit);
    auto *userField = labelled(m_texts, user, [] { return tr("User name"); });
    auto *passwordField = labelled(m_texts, password, [] { return tr("Password"); });
    auto *tokenField = labelled(m_texts, token, [] { return tr("Token"); });
    m_texts.add([=] {
        hint->setText(tr("Sent with each request as the header Authorization. Keep secrets in a sensitive variable and write "
                         "${name} here: then they are stored encrypted and never appear in reports."));
    });
    m_fields.onRead([=](const Step &s) {
        userField->setVisible(s.message.auth.kind == Authentication::Basic);
        passwordField->setVisible(s.message.auth.kind == Authentication::Basic);
        tokenField->setVisible(s.message.auth.kind == Authentication::Bearer);
        hint->setVisible(s.message.auth.kind != Authentication::None);
        // A reference is no secret: it may be read.
        password->setEchoMode(s.message.auth.password.contains("${"_L1) ? QLineEdit::Normal : QLineEdit::PasswordEchoOnEdit);
    });
    auto *l = vbox(sp::m, {sp::m, sp::m, sp::m, sp::m});
    l->addWidget(kind);
    l->addWidget(userField);
    l->addWidget(passwordField);
    l->addWidget(tokenField);
    l->addWidget(hint);
    l->addStretch(1);
    for (QWidget *w : {userField, passwordField, tokenField})
        w->setMaximumWidth(420);
    setLayout(l);
}

} // namespace ui
