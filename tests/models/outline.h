// A whole model or document as lines of text, so that a test compares all of it.
#pragma once

#include "models/document/projectdocument.h"
#include <QAbstractItemModel>

inline void addOutline(QStringList &lines, const QAbstractItemModel &model, const QModelIndex &parent, int depth)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines.append(QString(depth, u' ') + index.data().toString());
        addOutline(lines, model, index, depth + 1);
    }
}

/// One line a row of a tree, indented by a space a level.
inline QStringList outline(const QAbstractItemModel &model)
{
    QStringList lines;
    addOutline(lines, model, {}, 0);
    return lines;
}

/// One line a row of a table, cells joined by " | ".
inline QStringList cells(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList line;
        for (int column = 0; column < model.columnCount(); ++column)
            line.append(model.index(row, column).data().toString());
        lines.append(line.join(QStringLiteral(" | ")));
    }
    return lines;
}

inline domain::Step request(const QString &name, const QString &url = {})
{
    domain::Step step;
    step.message.name = name;
    step.message.url = url;
    return step;
}

inline domain::Step holder(domain::StepKind kind, const QString &name, QVector<domain::Step> children = {})
{
    domain::Step step;
    step.kind = kind;
    step.data.insert(QStringLiteral("name"), name);
    step.children = std::move(children);
    return step;
}

/// Shop: API (Auth (Login), Cart (add, loop (pay))), Browse
struct SampleProject
{
    document::ProjectDocument document;
    domain::DirectoryId api, auth;
    domain::CaseId login, cart, browse;

    SampleProject()
    {
        domain::Project project;
        project.name = QStringLiteral("Shop");
        document.load(project);
        api = document.addDirectory(QStringLiteral("API"));
        auth = document.addDirectory(QStringLiteral("Auth"), api);
        login = document.addCase(QStringLiteral("Login"), auth);
        domain::TestCase steps;
        steps.setupSteps = {request(QStringLiteral("open"), QStringLiteral("http://shop/open"))};
        steps.steps = {request(QStringLiteral("add"), QStringLiteral("http://shop/cart")),
                       holder(domain::StepKind::Loop, QStringLiteral("loop"), {request(QStringLiteral("pay"))})};
        cart = document.addCase(QStringLiteral("Cart"), api, steps);
        browse = document.addCase(QStringLiteral("Browse"));
        document.undoStack().clear();
    }

    domain::StepId step(const QString &name) const
    {
        domain::StepId found;
        for (const domain::TestCase &testCase : document.project().cases) {
            for (const auto &list : {testCase.setupSteps, testCase.steps}) {
                document::forEachStep(list, [&](const domain::Step &one) {
                    if (document.nameOf(one.id) == name)
                        found = one.id;
                });
            }
        }
        return found;
    }
};
