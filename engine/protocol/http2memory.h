// Memory of nghttp2, which takes and gives some twenty small pieces a request: out of the pool of coroutine frames, whose
// lists are the thread's own.
#pragma once

#include <nghttp2/nghttp2.h>

namespace engine {

/// Null where the C library's memory is to be used.
nghttp2_mem *http2Memory();

} // namespace engine
