#include "ui/shell/language.h"
#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui {

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

bool Language::isChinese(const QString &wanted)
{
    return (wanted == u"system" ? QLocale::system().name() : wanted).startsWith(u"zh");
}

void Language::choose(const QString &wanted)
{
    const bool chinese = isChinese(wanted);
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (chinese && m_qt.load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(chinese ? u":/i18n/crescendo_zh_CN.qm"_s : u":/i18n/crescendo_en.qm"_s)) // English: its plurals
        QCoreApplication::installTranslator(&m_own);
}

} // namespace ui
