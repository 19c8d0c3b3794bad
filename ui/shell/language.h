// The language of the window: translations of this program and of Qt, and how numbers and dates are written. Switched at
// once: every widget gets QEvent::LanguageChange. One a window; GUI thread.
#pragma once

#include <QTranslator>

namespace ui {

class Language
{
public:
    Language() = default;
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    void choose(const QString &wanted); ///< "en", "zh_CN" or "system"
    static bool isChinese(const QString &wanted);

private:
    QTranslator m_own, m_qt;
};

} // namespace ui
