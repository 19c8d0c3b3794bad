#include "app/exchange/postmantexts.h"
#include "app/exchange/importtools.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::PostmanTexts)
};

const QHash<QString, QString> &dynamicVariables()
{
    static const QHash<QString, QString> all{
        {u"$guid"_s, u"${__uuid()}"_s}, {u"$randomUUID"_s, u"${__uuid()}"_s}, {u"$timestamp"_s, u"${__timestamp(s)}"_s},
        {u"$isoTimestamp"_s, u"${__time(yyyy-MM-ddTHH:mm:ss)}"_s}, {u"$randomInt"_s, u"${__random(0,1000)}"_s},
        {u"$randomAlphaNumeric"_s, u"${__randomStr(1)}"_s}, {u"$randomPhoneNumber"_s, u"${__mobile()}"_s}};
    return all;
}

} // namespace

QString fromPostmanText(const QString &text, Ledger &ledger, const QString &place)
{
    static const QRegularExpression reference(u"\\{\\{([^{}]*)\\}\\}"_s);
    QString made;
    qsizetype last = 0;
    for (auto matches = reference.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        made += text.mid(last, match.capturedStart() - last);
        last = match.capturedEnd();
        const QString name = match.captured(1).trimmed();
        if (dynamicVariables().contains(name)) {
            made += dynamicVariables().value(name);
        } else if (name.startsWith(u'$')) {
            made += u"${__randomStr(10)}"_s;
            ledger.add(Words::tr("{{%1}} has no like here: ten random characters stand in its place.").arg(name), place);
        } else {
            made += u"${"_s + usableName(name) + u'}';
        }
    }
    return made + text.mid(last);
}

} // namespace exchange
