#include "app/cli/progressline.h"

#include <QCoreApplication>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

constexpr double lineEvery = 5; // seconds

} // namespace

void ProgressLine::update(const services::RunSession &session)
{
    if (!m_terminal && session.elapsed() < m_next)
        return;
    m_next += lineEvery;
    const auto &totals = session.stats().totals();
    const QString text = QCoreApplication::translate("cli::ProgressLine", "%1 s  %2 users  %3 requests  %4/s  p95 %5 ms  %6 failed")
                             .arg(session.elapsed(), 0, 'f', 0).arg(totals.users).arg(totals.requests)
                             .arg(totals.rps, 0, 'f', 0).arg(totals.p95Ms, 0, 'f', 1).arg(totals.failed);
    if (!m_terminal) {
        m_err << text << Qt::endl;
        return;
    }
    m_err << u'\r' << text.leftJustified(m_width) << Qt::flush;
    m_width = text.size();
}

void ProgressLine::clear()
{
    if (m_width > 0)
        m_err << u'\r' << QString(m_width, u' ') << u'\r' << Qt::flush;
    m_width = 0;
}

} // namespace cli
