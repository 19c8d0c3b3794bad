#include "app/exchange/jmxtexts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::JmxTexts)
};

/// What stands for a function here; nullopt: nothing does.
std::optional<QString> like(const QString &name, const QStringList &arguments)
{
    const auto argument = [&](int i) { return arguments.value(i).trimmed(); };
    if (name == "__P"_L1 || name == "__property"_L1)
        return argument(name == "__P"_L1 ? 1 : 2);
    if (name == "__time"_L1)
        return argument(0).isEmpty() ? u"${__timestamp(ms)}"_s : argument(0) == "/1000"_L1 ? u"${__timestamp(s)}"_s : u"${__time(%1)}"_s.arg(argument(0));
    if (name == "__UUID"_L1)
        return u"${__uuid()}"_s;
    if (name == "__Random"_L1)
        return u"${__random(%1,%2)}"_s.arg(argument(0), argument(1));
    if (name == "__RandomString"_L1)
        return u"${__randomStr(%1)}"_s.arg(argument(0));
    if (name == "__threadNum"_L1)
        return u"${__vu}"_s;
    if (name == "__base64Encode"_L1)
        return u"${__base64(%1)}"_s.arg(argument(0));
    if (name == "__urlencode"_L1 || name == "__V"_L1)
        return u"${%1}"_s.arg(argument(0)).replace(u"${${"_s, u"${"_s).replace(u"}}"_s, u"}"_s);
    if (name == "__counter"_L1)
        return u"${__iter}"_s;
    return {};
}

} // namespace

QString fromJmxText(const QString &text, Ledger &ledger, const QString &place)
{
    static const QRegularExpression call(u"\\$\\{(__[A-Za-z0-9]+)(?:\\(([^(){}]*)\\))?\\s*\\}"_s);
    if (!text.contains(u"${__"))
        return text;
    QString made;
    qsizetype last = 0;
    for (auto matches = call.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        made += text.mid(last, match.capturedStart() - last);
        last = match.capturedEnd();
        const auto ours = like(match.captured(1), match.captured(2).split(u','));
        if (!ours)
            ledger.add(Words::tr("The function %1 has no like here and stands as it was.").arg(match.captured(1)), place);
        made += ours.value_or(match.captured());
    }
    made += text.mid(last);
    static const QRegularExpression nested(u"\\$\\{__(?:groovy|javaScript|jexl2|jexl3|BeanShell|eval)\\b"_s);
    if (const auto match = nested.match(text); match.hasMatch() && made.contains(match.captured()))
        ledger.add(Words::tr("Scripts inside of texts are not run."), place);
    return made;
}

int jmxNumber(const QString &text, int absent, int low, Ledger &ledger, const QString &place)
{
    const QString given = fromJmxText(text, ledger, place).trimmed();
    if (given.isEmpty())
        return absent;
    bool isNumber = false;
    const double number = given.toDouble(&isNumber);
    if (isNumber && number >= low && number <= 100'000'000)
        return int(number);
    ledger.add(Words::tr("“%1” is not a number this program can use: %2 stands in its place.").arg(text.left(60)).arg(absent), place);
    return absent;
}

} // namespace exchange
