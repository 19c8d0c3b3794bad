// Cases and transactions in the shapes of the calls: the codec's JSON with the members the reference always gives.
#pragma once

#include "models/domain/project.h"

namespace api {

QJsonObject caseJson(const domain::TestCase &testCase); ///< CaseInfoDetail
/// A case with the members of `body` that are not null put in; what belongs to the place of a case (id, directory, sort)
/// stays. Fails with the first mistake.
domain::Result<domain::TestCase> changedCase(const domain::TestCase &before, const QJsonObject &body);

QJsonObject transactionJson(const domain::Transaction &transaction, domain::ProjectId project); ///< TempInfo
domain::Result<domain::Transaction> changedTransaction(const domain::Transaction &before, const QJsonObject &body);

QJsonObject variableJson(const domain::Variable &variable, bool quoted, qint64 fileSize); ///< VariableDetail
/// Checks what the schema cannot: bounds of a range, one text.
domain::Result<domain::Variable> changedVariable(const domain::Variable &before, const QJsonObject &body);

/// Texts of all steps and rules in which a variable may be written.
QString writtenTexts(const domain::Project &project);
bool usesTransaction(const domain::Project &project, domain::TransactionId id);

} // namespace api
