#include "models/document/steptexts.h"

#include "models/document/projectdocument.h"
#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace document {

using domain::Step;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(document::StepTexts)
};

/// The strings inside JSON, but not those that are keywords of the format.
QJsonValue visitJson(QJsonValue value, const QString &key, const VisitText &visit)
{
    static const QStringList keywords{u"type"_s, u"relation"_s, u"comparison"_s, u"rounding"_s, u"plugin"_s, u"func"_s};
    if (value.isString() && !keywords.contains(key)) {
        QString text = value.toString();
        visit(key == u"name"_s ? Words::tr("Name") : Words::tr("Setting %1").arg(key), text);
        return text;
    }
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &item : value.toArray())
            list.append(visitJson(item, key, visit));
        return list;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            *it = visitJson(*it, it.key(), visit);
        return object;
    }
    return value;
}

/// With `groups`, \\1 in `by` is what the first group matched; else `by` is meant as it stands.
QString replaced(const QString &text, const QRegularExpression &expression, const QString &by, bool groups)
{
    if (groups)
        return QString(text).replace(expression, by);
    QString after;
    qsizetype at = 0;
    for (auto it = expression.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        after += QStringView(text).mid(at, match.capturedStart() - at);
        after += by;
        at = match.capturedEnd();
    }
    return after + text.mid(at);
}

QRegularExpression expressionOf(const Search &search)
{
    QString pattern = search.regex ? search.text : QRegularExpression::escape(search.text);
    if (search.wholeWord)
        pattern = u"\\b(?:%1)\\b"_s.arg(pattern);
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!search.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(pattern, options);
}

} // namespace

void visitTexts(Step &step, const VisitText &visit)
{
    const auto pairs = [&](const QString &what, QVector<domain::KeyValue> &list) {
        for (domain::KeyValue &pair : list) {
            visit(what, pair.key);
            visit(u"%1 %2"_s.arg(what, pair.key), pair.value);
        }
    };
    domain::Message &message = step.message;
    if (step.kind == domain::StepKind::Request) {
        visit(Words::tr("Name"), message.name);
        visit(u"URL"_s, message.url);
        pairs(Words::tr("Parameter"), message.query);
        pairs(Words::tr("Header"), message.headers);
        visit(Words::tr("Body"), message.body);
        pairs(Words::tr("Form field"), message.form);
        visit(Words::tr("User name"), message.auth.user);
        visit(Words::tr("Password"), message.auth.password);
        visit(Words::tr("Token"), message.auth.token);
        visit(Words::tr("Proxy"), message.proxy);
        if (step.checkpoint) {
            for (int i = 0; i < step.checkpoint->items.size(); ++i) {
                visit(Words::tr("Checkpoint %1").arg(i + 1), step.checkpoint->items[i].key);
                visit(Words::tr("Checkpoint %1").arg(i + 1), step.checkpoint->items[i].value);
            }
        }
        for (domain::Extraction &extraction : step.extractions) {
            const QString place = Words::tr("Extraction %1").arg(extraction.name);
            visit(place, extraction.regexp);
            visit(place, extraction.key);
            visit(place, extraction.defaultValue);
            if (extraction.expect)
                visit(place, *extraction.expect);
        }
        return;
    }
    step.data = visitJson(step.data, {}, visit).toObject();
    step.conditions = visitJson(step.conditions, {}, visit);
}

QStringList referencesIn(const QString &text)
{
    QStringList names;
    for (qsizetype at = text.indexOf("${"_L1); at >= 0; at = text.indexOf("${"_L1, at + 2)) {
        qsizetype end = at + 2;
        while (end < text.size() && !u"{}()$"_s.contains(text[end]))
            ++end;
        const QString name = text.mid(at + 2, end - at - 2);
        if (end < text.size() && (text[end] == u'}' || text[end] == u'(') && !name.isEmpty() && !names.contains(name))
            names << name;
    }
    return names;
}

QHash<QString, int> usesIn(const domain::Project &project)
{
    QHash<QString, int> uses;
    const auto count = [&](QVector<Step> steps) {
        forEachStep(steps, [&](Step &step) {
            visitTexts(step, [&](const QString &, QString &text) {
                for (const QString &name : referencesIn(text))
                    ++uses[name];
            });
        });
    };
    for (const auto &testCase : project.cases) {
        count(testCase.setupSteps);
        count(testCase.steps);
    }
    for (const auto &transaction : project.transactions)
        count(transaction.steps);
    return uses;
}

QString withRenamed(const QString &text, const QString &from, const QString &to)
{
    if (from.isEmpty() || !text.contains("${"_L1))
        return text;
    const QRegularExpression use(u"\\$\\{%1(?=[}.])"_s.arg(QRegularExpression::escape(from)));
    return replaced(text, use, u"${"_s + to, false);
}

int renameIn(QVector<Step> &steps, const QString &from, const QString &to)
{
    int changed = 0;
    forEachStep(steps, [&](Step &step) {
        visitTexts(step, [&](const QString &, QString &text) {
            const QString after = withRenamed(text, from, to);
            changed += after != text;
            text = after;
        });
    });
    return changed;
}

void renameVariable(ProjectDocument &document, domain::VariableId id, const QString &name)
{
    QVector<domain::Variable> variables = document.project().variables;
    const auto variable = std::find_if(variables.begin(), variables.end(), [&](const auto &one) { return one.id == id; });
    if (variable == variables.end() || variable->name == name)
        return;
    const QString old = variable->name;
    const QString text = ProjectDocument::tr("Rename variable “%1”").arg(old);
    const bool twice = std::count_if(variables.begin(), variables.end(), [&](const auto &one) { return one.name == old; }) > 1;
    variable->name = name;

    QVector<domain::TestCase> cases;
    QVector<domain::Transaction> transactions;
    QVector<domain::Environment> environments = document.project().environments;
    bool inEnvironments = false;
    if (!twice) { // with two of a name, whose uses they are cannot be told
        for (domain::TestCase testCase : document.project().cases) {
            if (renameIn(testCase.steps, old, name) + renameIn(testCase.setupSteps, old, name) > 0)
                cases << testCase;
        }
        for (domain::Transaction transaction : document.project().transactions) {
            if (renameIn(transaction.steps, old, name) > 0)
                transactions << transaction;
        }
        for (domain::Environment &environment : environments) {
            for (domain::KeyValue &value : environment.values) {
                if (value.key == old) {
                    value.key = name;
                    inEnvironments = true;
                }
            }
        }
    }
    if (cases.isEmpty() && transactions.isEmpty() && !inEnvironments)
        return document.setVariables(variables, text, u"%1/name"_s.arg(id.value));
    document.undoStack().beginMacro(text);
    document.setVariables(variables, text);
    for (const domain::TestCase &testCase : std::as_const(cases))
        document.setSteps(testCase.id, testCase.steps, testCase.setupSteps, text);
    for (const domain::Transaction &transaction : std::as_const(transactions))
        document.setTransaction(transaction, text);
    if (inEnvironments)
        document.setEnvironments(environments, text);
    document.undoStack().endMacro();
}

void renameGiven(ProjectDocument &document, const Step &after, const QString &from, const QString &to, const QString &text)
{
    const domain::CaseId id = document.caseOf(after.id);
    if (!document.testCase(id))
        return;
    domain::TestCase testCase = *document.testCase(id);
    *findStep(testCase, after.id) = after;
    bool given = false;
    forEachStep(testCase.setupSteps + testCase.steps, [&](const Step &step) {
        for (const auto &extraction : step.extractions)
            given = given || extraction.name == from;
        for (const QJsonValue &parameter : step.data["params"_L1].toArray())
            given = given || (step.kind == domain::StepKind::Data && parameter["name"_L1].toString() == from);
    });
    if (!given) {
        renameIn(testCase.setupSteps, from, to);
        renameIn(testCase.steps, from, to);
    }
    document.setSteps(id, testCase.steps, testCase.setupSteps, text);
}

QString mistakeIn(const Search &search)
{
    const QRegularExpression expression = expressionOf(search);
    return expression.isValid() ? QString()
                                : Words::tr("This regular expression does not hold: %1 at character %2.")
                                      .arg(expression.errorString())
                                      .arg(expression.patternErrorOffset() + 1);
}

QVector<Found> find(const ProjectDocument &document, const QVector<domain::CaseId> &cases, const Search &search,
                    const QString &replacement)
{
    QVector<Found> all;
    const QRegularExpression expression = expressionOf(search);
    if (search.text.isEmpty() || !expression.isValid())
        return all;
    for (domain::CaseId id : cases) {
        const domain::TestCase *testCase = document.testCase(id);
        if (!testCase)
            continue;
        QVector<Step> steps = testCase->setupSteps + testCase->steps;
        forEachStep(steps, [&](Step &step) {
            int index = 0;
            visitTexts(step, [&](const QString &place, QString &text) {
                if (text.contains(expression))
                    all << Found{id, step.id, index, place, text, replaced(text, expression, replacement, search.regex)};
                ++index;
            });
        });
    }
    return all;
}

int replace(ProjectDocument &document, const QVector<Found> &found)
{
    QHash<int, domain::TestCase> cases;
    QVector<domain::CaseId> order;
    int written = 0;
    for (const Found &one : found) {
        const domain::TestCase *testCase = document.testCase(one.testCase);
        if (!testCase || one.before == one.after)
            continue;
        if (!cases.contains(one.testCase.value)) {
            cases.insert(one.testCase.value, *testCase);
            order << one.testCase;
        }
        Step *step = findStep(cases[one.testCase.value], one.step);
        if (!step)
            continue;
        int index = 0;
        visitTexts(*step, [&](const QString &, QString &text) {
            if (index++ == one.index && text == one.before) {
                text = one.after;
                ++written;
            }
        });
    }
    if (written == 0)
        return 0;
    const QString text = written == 1 ? Words::tr("Replace in a text") : Words::tr("Replace in %1 texts").arg(written);
    if (order.size() > 1)
        document.undoStack().beginMacro(text);
    for (domain::CaseId id : std::as_const(order))
        document.setSteps(id, cases[id.value].steps, cases[id.value].setupSteps, text);
    if (order.size() > 1)
        document.undoStack().endMacro();
    return written;
}

} // namespace document
