// What every undo command is made of: the document's writing functions, which nobody else may call.
#pragma once

#include "models/document/projectdocument.h"
#include "models/document/subtree.h"
#include <QUndoCommand>

namespace document {

class DocumentCommand : public QUndoCommand
{
protected:
    DocumentCommand(ProjectDocument &document, const QString &text)
        : QUndoCommand(text)
        , m_document(document)
    {
    }

    void put(const Subtree &subtree) { m_document.put(subtree); }
    Subtree take(NodeRef root) { return m_document.take(root); }
    void place(const Placement &placement) { m_document.place(placement); }
    void write(const domain::TestCase &value) { m_document.writeCase(value); }
    void write(const domain::Directory &value) { m_document.writeDirectory(value); }
    void write(const domain::Task &value) { m_document.writeTask(value); }
    void write(const domain::Transaction &value) { m_document.writeTransaction(value); }
    void write(const QVector<domain::Variable> &value) { m_document.writeVariables(value); }
    void write(const QVector<domain::Environment> &value) { m_document.writeEnvironments(value); }
    void write(const ProjectHead &value) { m_document.writeHead(value); }
    void write(const domain::Project &value) { m_document.writeProject(value); }

private:
    ProjectDocument &m_document;
};

/// One value before and after. Edits with the same key in a row become one, and vanish when they end where they began.
template <class T> class ChangeValue : public DocumentCommand
{
public:
    ChangeValue(ProjectDocument &document, T before, T after, const QString &text, const QString &mergeKey = {})
        : DocumentCommand(document, text)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_mergeKey(mergeKey)
    {
    }

    int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
    void redo() override { write(m_after); }
    void undo() override { write(m_before); }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = dynamic_cast<const ChangeValue *>(other);
        if (!next || next->m_mergeKey != m_mergeKey)
            return false;
        m_after = next->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    T m_before, m_after;
    QString m_mergeKey;
};

} // namespace document
