// Getting a token, and the one project (tenant) a token is good for (reference 3.2, 6.3).
#pragma once

#include "app/api/signin.h"
#include "app/api/workshop.h"

namespace api {

class SignInController
{
public:
    /// Calls back after so many ms.
    using Wait = std::function<void(qint64 ms, std::function<void()>)>;

    SignInController(Workshop &workshop, SignIn &signIn, Wait wait = {});

    QVector<Route> routes();
    Response token(const Request &request);
    Response projects(const Request &request) const;

private:
    Response tokenNow(const QString &user, const QString &password);

    Workshop &m_workshop;
    SignIn &m_signIn;
    Wait m_wait;
};

} // namespace api
