#include "app/services/livematch.h"

#include "app/services/requestcompiler.h"
#include "engine/check/evaluate.h"

namespace services {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostShown = 1024;

QString shown(std::string text)
{
    const bool cut = text.size() > mostShown;
    text.resize(std::min(text.size(), mostShown));
    return QString::fromUtf8(text.data(), qsizetype(text.size())) + (cut ? u"…"_s : QString());
}

engine::AnswerView viewOf(const Answer &answer) { return {answer.status, answer.head, answer.body, answer.url}; }

} // namespace

LiveMatch matchOf(const domain::Extraction &extraction, const Answer *answer)
{
    SlotTable names({}, {});
    names.addExtracted(extraction.name);
    engine::Extraction compiled = compileExtraction(extraction, names);
    compiled.slot = 0;
    // A default that no answer holds tells a value that is there from one that is not.
    static const std::string nothing("\0nothing", 8);
    compiled.defaultValue = nothing;
    compiled.expect.reset();
    const engine::Checker checker(std::nullopt, {compiled});
    if (!checker.errors().empty())
        return {LiveMatch::Wrong, QString::fromStdString(checker.errors().front())};
    if (!answer || (extraction.range >= 5 ? extraction.key : extraction.regexp).isEmpty())
        if (!answer || extraction.range != 4)
            return {};
    std::vector<std::string> values(1);
    engine::ExpansionContext context;
    context.values = &values;
    checker.extract(viewOf(*answer), context);
    if (values[0] == nothing)
        return {LiveMatch::NotHeld, extraction.defaultValue};
    const bool held = !extraction.expect || extraction.expect->toStdString() == values[0];
    return {held ? LiveMatch::Held : LiveMatch::NotHeld, shown(std::move(values[0]))};
}

LiveMatch matchOf(const domain::CheckItem &item, const Answer *answer, const QVector<domain::Variable> &variables, const QString &folder)
{
    QVector<domain::Variable> texts; // the others have a value in a run only
    for (const domain::Variable &variable : variables)
        if (variable.type == domain::VariableType::Text)
            texts << variable;
    SlotTable names(texts, folder);
    domain::Checkpoint checkpoint;
    checkpoint.items = {item};
    const auto compiled = compileCheckpoint(checkpoint, names);
    if (!compiled)
        return {LiveMatch::Wrong, compiled.error().message};
    const engine::Checker checker(*compiled, {});
    if (!checker.errors().empty())
        return {LiveMatch::Wrong, QString::fromStdString(checker.errors().front())};
    if (!answer)
        return {};
    std::vector<std::string> values(size_t(names.slotCount()));
    engine::ExpansionContext context;
    context.values = &values;
    std::vector<engine::CheckResult> results;
    const bool held = checker.check(viewOf(*answer), context, &results);
    const QString actual = results.empty() ? QString() : shown(results[0].actual);
    if (!compiled->items[0].value.isLiteral())
        return {LiveMatch::Open, actual};
    return {held ? LiveMatch::Held : LiveMatch::NotHeld, actual};
}

} // namespace services
