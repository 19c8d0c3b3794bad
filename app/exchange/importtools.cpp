#include "app/exchange/importtools.h"
#include "models/domain/jsonextent.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::ImportTools)
};

constexpr int deepest = 200;
constexpr qsizetype longestName = 255;

template <class T> int nextId(const QVector<T> &all)
{
    return all.isEmpty() ? 1 : std::ranges::max(all, {}, [](const T &one) { return one.id.value; }).id.value + 1;
}

} // namespace

domain::Result<QJsonObject> jsonObject(const QByteArray &bytes)
{
    if (domain::extentOf(bytes).depth > deepest)
        return domain::fail(Words::tr("The file is nested more than %1 levels deep.").arg(deepest));
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return domain::fail(Words::tr("The file is not valid JSON: %1 at byte %2.").arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return domain::fail(Words::tr("The file holds no JSON object."));
    return document.object();
}

domain::TestCase &addCase(domain::Project &project, const QString &name, domain::DirectoryId directory)
{
    domain::TestCase made;
    made.id.value = nextId(project.cases);
    made.name = name.simplified().left(longestName);
    if (made.name.isEmpty())
        made.name = Words::tr("Imported requests");
    made.directory = directory;
    made.sort = int(project.cases.size());
    made.stages = {domain::Stage()};
    project.cases.append(made);
    return project.cases.last();
}

domain::DirectoryId addDirectory(domain::Project &project, const QString &name, domain::DirectoryId parent)
{
    domain::Directory made;
    made.id.value = nextId(project.directories);
    made.name = name.simplified().left(longestName);
    if (made.name.isEmpty())
        made.name = Words::tr("Folder");
    made.parent = parent;
    project.directories.append(made);
    return made.id;
}

void addVariable(domain::Project &project, const QString &name, const QString &value, bool sensitive)
{
    if (name.isEmpty() || std::ranges::any_of(project.variables, [&](const auto &one) { return one.name == name; }))
        return;
    domain::Variable made;
    made.id.value = nextId(project.variables);
    made.name = name;
    made.type = domain::VariableType::Text;
    made.values = {value};
    made.sensitive = sensitive;
    project.variables.append(made);
}

domain::Step request(const QString &name, const QString &method, const QString &url)
{
    domain::Step step = domain::newRequest(name.simplified().left(longestName), method.trimmed().toUpper(), url.trimmed());
    step.message.protocol = url.trimmed().startsWith(u"https:"_s, Qt::CaseInsensitive) ? domain::Protocol::Https : domain::Protocol::Http;
    if (step.message.method.isEmpty())
        step.message.method = u"GET"_s;
    if (step.message.name.isEmpty())
        step.message.name = step.message.method + u' ' + step.message.url.left(longestName - 20);
    return step;
}

bool isOwnHeader(const QString &name)
{
    static const QSet<QString> own{u"host"_s, u"content-length"_s, u"connection"_s, u"transfer-encoding"_s, u"keep-alive"_s,
                                   u"proxy-connection"_s, u"upgrade"_s, u"te"_s, u"trailer"_s};
    return name.startsWith(u':') || own.contains(name.toLower());
}

bool isUsableName(const QString &variable)
{
    return !variable.isEmpty() && variable.size() <= 128 && usableName(variable) == variable;
}

QString usableName(const QString &variable)
{
    QString name = variable.trimmed().left(128);
    for (QChar &c : name) {
        if (c.isSpace() || c.category() == QChar::Other_Control || u"${}(),\"'"_s.contains(c))
            c = u'_';
    }
    return name;
}

} // namespace exchange
