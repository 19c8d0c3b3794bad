#include "app/exchange/projectfolder.h"
#include "models/domain/projectjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSet>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 512 * 1024 * 1024;

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::ProjectFolder)
};

Result<QByteArray> readBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return domain::fail(Words::tr("“%1” cannot be read: %2.").arg(path, file.errorString()));
    if (file.size() > largestFile)
        return domain::fail(Words::tr("“%1” is too large for a project file.").arg(path));
    return file.readAll();
}

Result<> writeBytes(const QString &path, const QByteArray &bytes)
{
    if (QFile old(path); old.open(QFile::ReadOnly) && old.size() == bytes.size() && old.readAll() == bytes)
        return {}; // an untouched file keeps its time: watchers and git stay quiet
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return domain::fail(Words::tr("“%1” cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

/// Folder of each directory under `cases`; a second equal name in one folder gets " (2)".
class Names
{
public:
    QString free(const QString &folder, const QString &name, const QString &suffix)
    {
        QString candidate = folder + u'/' + fileNameFor(name) + suffix;
        for (int i = 2; m_taken.contains(candidate.toLower()); ++i)
            candidate = folder + u'/' + fileNameFor(name) + u" (%1)"_s.arg(i) + suffix;
        m_taken.insert(candidate.toLower()); // also on disks that do not tell A from a
        return candidate;
    }

private:
    QSet<QString> m_taken;
};

QHash<int, QString> foldersOf(const domain::Project &project, Names &names)
{
    QHash<int, QString> folders{{0, u"cases"_s}};
    for (bool more = true; more;) { // parents may stand after their children
        more = false;
        for (const domain::Directory &directory : project.directories) {
            if (folders.contains(directory.id.value) || !folders.contains(directory.parent.value))
                continue;
            folders[directory.id.value] = names.free(folders[directory.parent.value], directory.name, {});
            more = true;
        }
    }
    return folders;
}

/// Where each thing stands: path in the folder and its JSON.
QVector<std::pair<QString, QJsonValue>> split(const domain::Project &project)
{
    Names names;
    QJsonObject head = domain::toProjectJson(project);
    QVector<std::pair<QString, QJsonValue>> files{{u"variables.json"_s, head.take("variables"_L1)}};
    const QJsonArray transactions = head.take("transactions"_L1).toArray();
    for (const auto &one : transactions)
        files.append({names.free(u"transactions"_s, one[u"name"_s].toString(), u".json"_s), one});
    const QHash<int, QString> folders = foldersOf(project, names);
    const QJsonArray cases = head.take("cases"_L1).toArray();
    for (const auto &one : cases)
        files.append({names.free(folders.value(one[u"directory_id"_s].toInt(), u"cases"_s), one[u"name"_s].toString(), u".json"_s), one});
    const QJsonArray tasks = head.take("tasks"_L1).toArray();
    for (const auto &one : tasks)
        files.append({names.free(u"tasks"_s, one[u"name"_s].toString(), u".json"_s), one});
    files.append({u"project.json"_s, head});
    return files;
}

Result<QJsonArray> collect(const QString &folder, const QString &part, const QString &idKey)
{
    QVector<QJsonObject> all;
    QDirIterator files(QDir(folder).filePath(part), {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto bytes = readBytes(path);
        if (!bytes)
            return tl::unexpected(bytes.error());
        const auto json = domain::objectFromBytes(*bytes, path);
        if (!json)
            return tl::unexpected(json.error());
        all.append(*json);
    }
    std::sort(all.begin(), all.end(), [&](const QJsonObject &a, const QJsonObject &b) { return a[idKey].toInt() < b[idKey].toInt(); });
    QJsonArray list;
    for (const QJsonObject &json : all)
        list.append(json);
    return list;
}

} // namespace

QString fileNameFor(const QString &name)
{
    QString safe;
    for (const QChar letter : name) {
        const bool unsafe = letter < u' ' || letter == u'\x7f' || u"/\\:*?\"<>|%"_s.contains(letter);
        safe += unsafe ? u'%' + QString::number(letter.unicode(), 16).rightJustified(2, u'0').toUpper() : QString(letter);
    }
    if (safe.startsWith(u'.'))
        safe.replace(0, 1, u"%2E"_s);
    return safe.isEmpty() ? u"%00"_s : safe;
}

Result<domain::Project> readProjectFolder(const QString &folder)
{
    const QString headPath = QDir(folder).filePath(u"project.json"_s);
    const auto bytes = readBytes(headPath);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto json = domain::objectFromBytes(*bytes, headPath);
    if (!json)
        return tl::unexpected(json.error());
    if (const QString path = QDir(folder).filePath(u"variables.json"_s); QFileInfo::exists(path)) {
        const auto variables = readBytes(path);
        if (!variables)
            return tl::unexpected(variables.error());
        const QJsonDocument document = QJsonDocument::fromJson(*variables);
        if (!document.isArray())
            return domain::fail(Words::tr("“%1” is damaged: it must hold a list.").arg(path));
        (*json)["variables"_L1] = document.array();
    }
    for (const auto &[part, key] : {std::pair{u"transactions"_s, u"id"_s}, {u"cases"_s, u"case_id"_s}, {u"tasks"_s, u"id"_s}}) {
        const auto list = collect(folder, part, key);
        if (!list)
            return tl::unexpected(list.error());
        (*json)[part] = *list;
    }
    return domain::projectFromJson(*json, folder);
}

Result<> writeProjectFolder(const domain::Project &project, const QString &folder)
{
    const QDir root(folder);
    const bool ours = bool(readProjectFolder(folder)); // before: only then may old files be taken away
    QSet<QString> written;
    for (const auto &[path, json] : split(project)) {
        const QJsonDocument document = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
        if (const auto done = writeBytes(root.filePath(path), document.toJson(QJsonDocument::Indented)); !done)
            return done;
        written.insert(QDir::cleanPath(root.filePath(path)));
    }
    if (!ours)
        return {};
    for (const QString &part : {u"transactions"_s, u"cases"_s, u"tasks"_s}) {
        QDirIterator files(root.filePath(part), {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (const QString path = QDir::cleanPath(files.next()); !written.contains(path))
                QFile::remove(path);
        }
    }
    return {};
}

Result<domain::Project> readProject(const QString &path)
{
    if (QFileInfo(path).isDir())
        return readProjectFolder(path);
    const auto bytes = readBytes(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return domain::projectFromFile(*bytes, path);
}

Result<> writeProject(const domain::Project &project, const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir() || path.endsWith(u'/') || (!info.exists() && info.suffix().isEmpty()))
        return writeProjectFolder(project, path);
    return writeBytes(path, domain::toProjectFile(project));
}

} // namespace exchange
