// Commands that change the tree of directories and cases, and the lists of tasks and transactions.
#pragma once

#include "models/document/documentcommand.h"

namespace document {

class AddNode : public DocumentCommand
{
public:
    AddNode(ProjectDocument &document, Subtree subtree, const QString &text)
        : DocumentCommand(document, text)
        , m_subtree(std::move(subtree))
    {
    }

    void redo() override { put(m_subtree); }
    void undo() override { m_subtree = take(m_subtree.root); }

private:
    Subtree m_subtree; ///< holds the values exactly while they are out of the project, else what they were
};

class RemoveNode : public DocumentCommand
{
public:
    RemoveNode(ProjectDocument &document, NodeRef node, const QString &text)
        : DocumentCommand(document, text)
        , m_node(node)
    {
    }

    void redo() override { m_subtree = take(m_node); }
    void undo() override { put(m_subtree); }

private:
    NodeRef m_node;
    Subtree m_subtree;
};

class MoveNode : public DocumentCommand
{
public:
    MoveNode(ProjectDocument &document, Placement before, Placement after, const QString &text)
        : DocumentCommand(document, text)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    void redo() override { place(m_after); }
    void undo() override { place(m_before); }

private:
    Placement m_before, m_after;
};

using ChangeDirectory = ChangeValue<domain::Directory>;

} // namespace document
