// What all controllers need: the documents of the projects, by whatever id a call names, and the words for what is missing.
#pragma once

#include "app/api/call.h"
#include "app/services/application.h"
#include "models/document/projectdocument.h"

namespace api {

class Workshop
{
public:
    explicit Workshop(services::Application &services) : m_services(services) {}

    services::Application &services() const { return m_services; }
    services::WorkspaceService &workspace() const { return m_services.workspace(); }
    /// The id of the tenant in all paths: one a workspace, made when first asked for.
    QString tenant() const;

    /// Null when there is no such project.
    document::ProjectDocument *suite(int id) const { return workspace().documentOf({id}); }
    /// Of the project a case, task, … belongs to; null when there is none.
    document::ProjectDocument *ownerOf(document::NodeRef node) const;

private:
    services::Application &m_services;
};

/// Several edits of one call as one step of the undo history. Without `begin` nothing is put there.
class OneStep
{
public:
    OneStep(document::ProjectDocument &document, const QString &text) : m_stack(document.undoStack()) { m_stack.beginMacro(text); }
    ~OneStep() { m_stack.endMacro(); }
    OneStep(const OneStep &) = delete;
    OneStep &operator=(const OneStep &) = delete;

private:
    QUndoStack &m_stack;
};

Response notFound(const QString &what, int id); ///< 404; `what`: "task", "case", …
Response wrong(const QString &sentence);        ///< 400
/// A name that can be used: not blank, at most 255 characters. Else the answer.
std::optional<Response> checkName(const QString &name);
/// RFC 3339 with the offset of this computer, to the second or (ISODateWithMs) the millisecond; null when not valid.
QJsonValue stamp(const QDateTime &time, Qt::DateFormat precision = Qt::ISODate);
/// Gives `json` the times as create_time and update_time; a time that is not known makes no member.
void putTimes(QJsonObject &json, const services::Stamps &stamps);
/// A page of a list by offset and limit (default 200, at most 1000).
std::pair<qsizetype, qsizetype> page(const Request &request, qsizetype size); ///< from, count
/// `json` with the members of `changes` that are not null put over it.
QJsonObject merged(QJsonObject json, const QJsonObject &changes);

} // namespace api
