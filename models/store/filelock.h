// The right to write a workspace, held by one program at a time: a lock the system lets go of however a program ends.
#pragma once

#include "models/domain/result.h"
#include <memory>

namespace store {

class FileLock
{
public:
    /// Of the file `path`.lock beside the workspace; fails with a sentence when another one holds it.
    static domain::Result<std::unique_ptr<FileLock>> take(const QString &path);
    static bool isHeld(const QString &path); ///< by anyone, this program too
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

} // namespace store
