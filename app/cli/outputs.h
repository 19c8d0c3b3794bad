// The files a run leaves: tried for writing before it starts, written after its end.
#pragma once

#include "app/cli/cli.h"
#include "models/domain/runrecord.h"

class QCommandLineParser;

namespace cli {

class Outputs
{
public:
    /// Adds --json, --html and, with `all`, --pdf, --junit and --csv.
    static void addOptions(QCommandLineParser &parser, bool all);
    static Outputs from(const QCommandLineParser &parser, bool all);

    domain::Result<> tryWriting() const;
    bool hasRunFile() const { return !m_json.isEmpty(); }
    domain::Result<> write(const domain::RunRecord &run) const;

private:
    QString m_json, m_html, m_pdf, m_junit, m_csv;
};

} // namespace cli
