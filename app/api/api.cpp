#include "app/api/api.h"

#include <QCoreApplication>

namespace api {

using namespace Qt::StringLiterals;

Api::Api(services::Application &services, services::ApiService &access, SignIn::Clock clock, QObject *parent)
    : QObject(parent), m_access(access), m_workshop(services), m_signIn(access, std::move(clock)), m_suites(m_workshop),
      m_directories(m_workshop), m_tasks(m_workshop), m_taskRuns(m_workshop), m_cases(m_workshop), m_debug(m_workshop),
      m_variables(m_workshop), m_templates(m_workshop), m_reports(m_workshop), m_agents(m_workshop),
      m_signInController(m_workshop, m_signIn),
      m_router(Operations(Operations::document()), [this](const http::Request &request) { return m_signIn.gate(request); }),
      m_document(Operations::document())
{
    m_router.setTenant([this] { return m_workshop.tenant(); });
    for (const auto &routes : {m_suites.routes(), m_directories.routes(), m_tasks.routes(), m_taskRuns.routes(), m_cases.routes(),
                               m_debug.routes(), m_variables.routes(), m_templates.routes(), m_reports.routes(), m_agents.routes(),
                               m_signInController.routes()})
        m_router.add(routes);
    connect(&services.workspace(), &services::WorkspaceService::writeFailed, this, [this](const QString &text) { m_writeFailure = text; });
    connect(&m_access, &services::ApiService::secretsChanged, this, [this] { m_signIn.forgetAll(); });
}

Api::~Api() { stop(); }

http::Response Api::handle(const http::Request &request)
{
    if (request.path == "/openapi.json") {
        http::Response response;
        if (request.method == "GET" || request.method == "HEAD") {
            response.headers = {{"Content-Type", "application/json"}, {"X-Content-Type-Options", "nosniff"}};
            response.body = m_document;
            return response;
        }
        Response wrong = problem(Fault::WrongMethod, tr("This address does not take %1.").arg(QString::fromLatin1(request.method)));
        wrong.headers.emplaceBack("Allow", "GET, HEAD");
        return toHttp(wrong);
    }
    m_writeFailure.clear();
    http::Response response = m_router.handle(request);
    if (!m_writeFailure.isEmpty())
        return toHttp(problem(Fault::Unknown, tr("The change could not be written: %1").arg(m_writeFailure)));
    return response;
}

domain::Result<QString> Api::start(quint16 port, const http::Limits &limits)
{
    stop();
    m_server = std::make_unique<http::Server>([this](const http::Request &request) { return handle(request); }, limits);
    m_server->setRefusalAnswer([](const http::Refusal &refusal) { return toHttp(problem(faultOf(refusal.status), refusal.sentence)); });
    if (!m_server->listen(port)) {
        const QString why = tr("The API cannot listen on port %1: %2").arg(port).arg(m_server->errorString());
        m_server.reset();
        m_access.setFailed(why);
        return domain::fail(why);
    }
    const QString url = u"http://127.0.0.1:%1"_s.arg(m_server->port());
    m_access.setRunning(url);
    return url;
}

void Api::stop()
{
    if (!std::exchange(m_server, nullptr))
        return;
    m_signIn.forgetAll();
    m_access.setRunning({});
}

void Api::follow()
{
    const auto obey = [this] {
        stop();
        if (m_access.isWanted())
            static_cast<void>(start(m_access.port())); // failures are told to `access`
    };
    connect(&m_access, &services::ApiService::wantedChanged, this, obey);
    obey();
}

} // namespace api
