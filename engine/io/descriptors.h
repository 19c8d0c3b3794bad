// How many connections this process may have.
#pragma once

namespace engine {

/// Lifts the soft limit of open descriptors to the hard one and answers it. Any thread, any number of times.
long raiseDescriptorLimit();
/// Descriptors open now, by /proc; -1 where that is not known.
int openDescriptors();

} // namespace engine
