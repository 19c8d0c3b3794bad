// What is debugged when one asks for a request, a case, a directory or the whole project.
#pragma once

#include "app/services/debugservice.h"
#include "app/services/runservice.h"
#include "models/document/projectdocument.h"

namespace ui {

/// One pass for each case. A case is passed though it is off; of a directory or the project its enabled ones are. Chosen steps
/// of one case are one pass: they alone, in their order and switched on, after the case's setup (unless they are of the setup).
/// `base` has project, environment, values, folder and mark. Empty: there is nothing to send.
QVector<services::DebugRequest> passesFor(const document::ProjectDocument &document, const QVector<document::NodeRef> &nodes,
                                          const services::RunRequest &base);

} // namespace ui
