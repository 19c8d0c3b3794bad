#include "app/services/sendonce.h"

namespace services {

using namespace Qt::StringLiterals;

namespace {

constexpr domain::CaseId onlyCase{1};

QString text(const std::string &bytes) { return QString::fromUtf8(bytes.data(), qsizetype(bytes.size())); }

} // namespace

SendOnce::SendOnce(QObject *parent) : QObject(parent)
{
    connect(&m_pass, &DebugService::finished, this, &SendOnce::read);
}

domain::Result<> SendOnce::start(const domain::Message &message, const RunRequest &context)
{
    if (isBusy())
        return domain::fail(tr("A request is under way; wait for its answer."));
    domain::TestCase only;
    only.id = onlyCase;
    only.name = message.name;
    only.steps << domain::newRequest(message.name, message.method, message.url);
    only.steps.last().message = message;
    DebugRequest request{context.project, onlyCase, context.environment, context.values, context.folder, context.mark};
    request.project.cases = {only};
    request.project.tasks.clear();
    return m_pass.start(request);
}

void SendOnce::read()
{
    SentOnce result;
    if (!m_pass.exchanges().isEmpty()) {
        const engine::ObservedExchange &seen = m_pass.exchanges().first().seen;
        result.status = seen.status;
        result.ms = double(seen.responseTime) / 1e6;
        result.bytes = quint64(seen.receivedBytes);
        result.request = text(seen.sent).trimmed();
        if (seen.status > 0) {
            result.answer = text(seen.head + seen.body).remove(u'\r');
            result.seen = {seen.status, seen.head, seen.body, seen.url};
        }
        result.failure = seen.status > 0 ? QString() : text(seen.error);
    }
    if (result.status == 0 && result.failure.isEmpty())
        result.failure = tr("The request was not sent.");
    emit finished(result);
}

} // namespace services
