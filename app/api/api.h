// The whole API over the services of the program: every operation with its controller, and the server when it is wanted.
// GUI thread.
#pragma once

#include "app/api/agentscontroller.h"
#include "app/api/casescontroller.h"
#include "app/api/debugcontroller.h"
#include "app/api/directoriescontroller.h"
#include "app/api/reportscontroller.h"
#include "app/api/router.h"
#include "app/api/signincontroller.h"
#include "app/api/suitescontroller.h"
#include "app/api/taskruncontroller.h"
#include "app/api/taskscontroller.h"
#include "app/api/templatescontroller.h"
#include "app/api/variablescontroller.h"
#include "app/http/server.h"
#include <memory>

namespace api {

class Api : public QObject
{
    Q_OBJECT

public:
    /// `access` says who may come in and hears how the server does.
    Api(services::Application &services, services::ApiService &access, SignIn::Clock clock = {}, QObject *parent = nullptr);
    ~Api() override;

    /// Without a socket; what the server answers with.
    http::Response handle(const http::Request &request);
    const Router &router() const { return m_router; }
    SignIn &signIn() { return m_signIn; }
    QString tenant() const { return m_workshop.tenant(); }

    /// On 127.0.0.1; port 0: a free one. The URL, or why not.
    domain::Result<QString> start(quint16 port, const http::Limits &limits = {});
    void stop();
    /// Starts and stops as `access` wants, now and from now on.
    void follow();

private:
    services::ApiService &m_access;
    Workshop m_workshop;
    SignIn m_signIn;
    SuitesController m_suites;
    DirectoriesController m_directories;
    TasksController m_tasks;
    TaskRunController m_taskRuns;
    CasesController m_cases;
    DebugController m_debug;
    VariablesController m_variables;
    TemplatesController m_templates;
    ReportsController m_reports;
    AgentsController m_agents;
    SignInController m_signInController;
    Router m_router;
    QByteArray m_document; ///< openapi.json
    std::unique_ptr<http::Server> m_server;
    QString m_writeFailure; ///< an edit of this call could not be stored
};

} // namespace api
