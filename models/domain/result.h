// A value or one sentence fit for the user: how every function that can fail for reasons outside the program answers.
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace domain {

struct Error
{
    QString message; ///< one sentence saying what and where

    bool operator==(const Error &) const = default;
};

template <class T = void> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(QString message) { return tl::unexpected<Error>(Error{std::move(message)}); }

} // namespace domain
