// A text of cURL commands as a project.
#include "app/exchange/curlcommand.h"
#include "app/exchange/formats.h"
#include "app/exchange/importtools.h"
#include "app/exchange/ledger.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::CurlImport)
};

/// The commands of a text: each begins at a line of its own with the word curl.
QStringList commandsOf(const QString &text)
{
    QStringList commands;
    bool goesOn = false;
    for (const QString &line : text.split(u'\n')) {
        static const QRegularExpression begin(u"^\\s*(\\$\\s+)?curl(\\.exe)?\\s"_s);
        if (!goesOn && begin.match(line).hasMatch())
            commands.append(line);
        else if (!commands.isEmpty())
            commands.last() += u'\n' + line;
        const QString end = line.trimmed();
        goesOn = end.endsWith(u'\\') || end.endsWith(u'^');
    }
    return commands;
}

} // namespace

Result<Imported> importCurl(const QByteArray &bytes, const QString &name)
{
    Imported imported;
    imported.project.name = name;
    domain::TestCase &testCase = addCase(imported.project, {});
    Ledger ledger;
    const QStringList commands = commandsOf(QString::fromUtf8(bytes));
    for (qsizetype i = 0; i < commands.size(); ++i) {
        const auto command = requestFromCurl(commands[i]);
        if (!command)
            return domain::fail(Words::tr("command %1: %2").arg(i + 1).arg(command.error().message));
        domain::Step step = domain::newRequest(command->message.name, command->message.method, command->message.url);
        step.message = command->message;
        testCase.steps.append(step);
        for (const QString &note : command->notes)
            ledger.add(note, command->message.name);
    }
    if (testCase.steps.isEmpty())
        return domain::fail(Words::tr("there is no cURL command in it."));
    imported.ledger = ledger.lines();
    return imported;
}

} // namespace exchange
