// A cURL command, as browsers and manuals give it, as a request of ours.
#pragma once

#include "models/domain/card.h"

namespace exchange {

struct CurlCommand
{
    domain::Message message;
    QStringList notes; ///< a sentence for each thing that was left out or means something else here
};

/// Whether a text is meant as a cURL command.
bool looksLikeCurl(const QString &text);

/// Foreign text: fails with one sentence where there is no URL, a quote is open, or an option lacks its value. Files
/// are not read.
domain::Result<CurlCommand> requestFromCurl(const QString &text);

/// What one pastes into the welcome page: a cURL command, or an address with or without its scheme.
domain::Result<CurlCommand> requestFromText(const QString &text);

} // namespace exchange
