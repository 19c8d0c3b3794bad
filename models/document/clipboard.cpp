#include "models/document/clipboard.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace document {

namespace {

constexpr qsizetype maxTextSize = 16 * 1024 * 1024;
constexpr auto formatName = "crescendo-steps"_L1;

domain::Result<QVector<domain::Step>> refused()
{
    return domain::fail(QCoreApplication::translate("document::Clipboard", "The clipboard holds no steps."));
}

} // namespace

QByteArray stepsToText(const QVector<domain::Step> &steps)
{
    const QJsonObject json{{"format"_L1, formatName}, {"version"_L1, 1}, {"contents"_L1, domain::toJson(steps)}};
    return QJsonDocument(json).toJson();
}

domain::Result<QVector<domain::Step>> stepsFromText(const QByteArray &text)
{
    if (text.size() > maxTextSize)
        return refused();
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    if (json["format"_L1].toString() != formatName || json["version"_L1].toInt() != 1 || !json["contents"_L1].isArray())
        return refused();
    return domain::stepsFromJson(json["contents"_L1].toArray());
}

void copySteps(const QVector<domain::Step> &steps)
{
    auto *data = new QMimeData; // the clipboard takes it
    const QByteArray text = stepsToText(steps);
    data->setData(QString::fromLatin1(stepsMimeType), text);
    data->setText(QString::fromUtf8(text));
    QGuiApplication::clipboard()->setMimeData(data);
}

domain::Result<QVector<domain::Step>> pastedSteps()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (!data)
        return refused();
    if (data->hasFormat(QString::fromLatin1(stepsMimeType)))
        return stepsFromText(data->data(QString::fromLatin1(stepsMimeType)));
    return stepsFromText(data->text().toUtf8());
}

bool canPasteSteps()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (!data)
        return false;
    return data->hasFormat(QString::fromLatin1(stepsMimeType)) || data->text().contains("\"crescendo-steps\""_L1);
}

} // namespace document
