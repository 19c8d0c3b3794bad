// Texts of one widget that are said again when the language changes.
#pragma once

#include <functional>
#include <vector>

namespace ui {

class Texts
{
public:
    /// Runs `say` now and at every again().
    void add(std::function<void()> say)
    {
        say();
        m_all.push_back(std::move(say));
    }
    void again() const
    {
        for (const auto &say : m_all)
            say();
    }

private:
    std::vector<std::function<void()>> m_all;
};

} // namespace ui
