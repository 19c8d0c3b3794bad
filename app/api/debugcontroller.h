// Debugging a case: one user, one pass on the engine, every exchange shown (reference 4.3.4).
#pragma once

#include "app/api/workshop.h"
#include <memory>

namespace api {

class DebugController
{
public:
    static constexpr int mostAtOnce = 4;
    static constexpr int longestMs = 60'000; ///< then the pass is stopped, and what came so far is shown

    explicit DebugController(Workshop &workshop) : m_workshop(workshop) {}

    QVector<Route> routes();
    Response debug(const Request &request) const;

private:
    Workshop &m_workshop;
    std::shared_ptr<int> m_running = std::make_shared<int>(0);
};

} // namespace api
