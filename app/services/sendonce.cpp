#include "app/services/sendonce.h"

namespace services {

using namespace Qt::StringLiterals;

namespace {

constexpr domain::CaseId onlyCase{1};

domain::TestCase caseOf(const domain::Message &message)
{
    domain::TestCase made;
    made.id = onlyCase;
    made.name = message.name;
    domain::Step step = domain::newRequest(message.name, message.method, message.url);
    step.message = message;
    // The engine keeps the exchange of what fails, so checks of head and body that cannot hold bring both back.
    step.checkpoint = domain::Checkpoint{};
    step.checkpoint->items << domain::CheckItem{u"status"_s, {}, u"=="_s, u"1"_s}
                           << domain::CheckItem{u"header"_s, u"Date"_s, u"=="_s, u"never"_s}
                           << domain::CheckItem{u"body"_s, {}, u"contains"_s, u"never \u2403 never"_s};
    made.steps << step;
    domain::Stage stage;
    stage.byCount = true;
    stage.count = 1;
    stage.users = 1;
    stage.seconds = (message.connectTimeoutMs + message.returnTimeoutMs) / 1000 + 2;
    made.stages << stage;
    return made;
}

} // namespace

SendOnce::SendOnce(QObject *parent) : QObject(parent)
{
    connect(&m_runs, &RunService::ended, this, [this](RunSession *session) { read(session->record()); });
}

SendOnce::~SendOnce() = default;

bool SendOnce::isBusy() const { return m_runs.current() && !m_runs.current()->isEnded(); }

domain::Result<> SendOnce::start(const domain::Message &message, const RunRequest &context)
{
    if (isBusy())
        return domain::fail(tr("A request is under way; wait for its answer."));
    RunRequest request = context;
    request.project.cases = {caseOf(message)};
    request.project.tasks.clear();
    request.task = {};
    request.cases = {onlyCase};
    request.thresholds.clear();
    request.threads = 1;
    const auto started = m_runs.start(request);
    return started ? domain::Result<>() : tl::unexpected(started.error());
}

void SendOnce::cancel()
{
    if (isBusy())
        m_runs.current()->stopNow();
}

void SendOnce::read(const domain::RunRecord &record)
{
    SentOnce result;
    const domain::CaseRecord only = record.cases.value(0);
    if (only.items.size() > 1) {
        const engine::Tally &total = only.items[1].total;
        result.ms = double(total.times.max()) / 1e6;
        result.bytes = total.receivedBytes;
    }
    const domain::ErrorRecord error = only.errors.value(0);
    const qsizetype answer = error.sample.startsWith(u"HTTP/"_s) ? 0 : error.sample.indexOf(u"\nHTTP/"_s) + 1;
    const bool answered = answer > 0 || error.sample.startsWith(u"HTTP/"_s);
    result.request = (answered ? error.sample.left(answer) : error.sample).trimmed();
    result.answer = answered ? error.sample.mid(answer) : QString();
    result.status = result.answer.section(u' ', 1, 1).toInt();
    if (result.status == 0)
        result.failure = error.message.isEmpty() ? tr("The request was not sent.") : error.message;
    emit finished(result);
}

} // namespace services
