// Live progress on standard error: a rewritten line on a terminal, a line every 5 s otherwise.
#pragma once

#include "app/services/runservice.h"
#include <QTextStream>

namespace cli {

class ProgressLine
{
public:
    ProgressLine(QTextStream &err, bool terminal) : m_err(err), m_terminal(terminal) {}

    void update(const services::RunSession &session);
    void clear(); ///< before anything else is written

private:
    QTextStream &m_err;
    bool m_terminal;
    qsizetype m_width = 0;
    double m_next = 5; ///< seconds
};

} // namespace cli
