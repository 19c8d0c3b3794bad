// Steps as text on the clipboard: between cases, and between windows.
#pragma once

#include "models/domain/step.h"

class QMimeData;

namespace document {

inline constexpr char stepsMimeType[] = "application/x-crescendo-steps+json";

QByteArray stepsToText(const QVector<domain::Step> &steps);
/// Foreign bytes: anything that is not such a text is refused with a sentence. The steps carry no ids.
domain::Result<QVector<domain::Step>> stepsFromText(const QByteArray &text);

void copySteps(const QVector<domain::Step> &steps); ///< to the system clipboard, as JSON and as plain text
domain::Result<QVector<domain::Step>> pastedSteps();
bool canPasteSteps();

} // namespace document
