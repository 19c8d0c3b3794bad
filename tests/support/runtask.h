// Runs a task on a reactor until it ends.
#pragma once

#include "engine/io/reactor.h"
#include "engine/io/task.h"

#include <optional>
#include <type_traits>
#include <utility>

template<class T>
T runTask(engine::Reactor &reactor, engine::Task<T> task)
{
  std::conditional_t<std::is_void_v<T>, std::optional<bool>, std::optional<T>> result;
  auto whole = [](engine::Reactor &r, engine::Task<T> inner, auto &out) -> engine::Task<> {
    if constexpr (std::is_void_v<T>) co_await inner, out = true;
    else out = co_await inner;
    r.stop();
  };
  whole(reactor, std::move(task), result).detach();
  reactor.run();
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}
