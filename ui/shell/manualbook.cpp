#include "ui/shell/manualbook.h"
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ui::manual {

namespace {

/// As GitHub makes them, so that the same links hold there.
QString slug(const QString &title)
{
    QString id;
    for (const QChar c : title.toLower()) {
        if (c.isLetterOrNumber() || c == u'_' || c == u'-')
            id += c;
        else if (c == u' ')
            id += u'-';
    }
    return id;
}

} // namespace

QStringList pages()
{
    return {u"start"_s,   u"window"_s,  u"cases"_s,       u"protocols"_s, u"load"_s,      u"variables"_s, u"reports"_s,
            u"command-line"_s, u"api"_s, u"plugins"_s, u"file-format"_s, u"shortcuts"_s, u"glossary"_s, u"troubleshooting"_s};
}

ManualText read(const QString &language, const QString &page)
{
    QFile file(u":/manual/%1/%2.md"_s.arg(language, page));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression heading(u"^(#+) (?:<a id=\"([^\"]+)\"></a>)?(.+)$"_s);
    ManualText text{page, {}, {}, {}, {ManualSection{}}};
    bool inFence = false;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        inFence ^= line.startsWith("```"_L1);
        const auto match = inFence ? QRegularExpressionMatch() : heading.match(line);
        if (!match.hasMatch()) {
            text.markdown += line + u'\n';
            text.sections.last().text += line + u'\n';
            continue;
        }
        const QString title = match.captured(3).trimmed();
        const QString id = match.captured(2).isEmpty() ? slug(title) : match.captured(2);
        text.markdown += match.captured(1) + u' ' + title + u'\n';
        text.headings << id;
        if (match.captured(1) == "#"_L1)
            text.title = title;
        else if (match.captured(1) == "##"_L1)
            text.sections << ManualSection{id, title, {}};
        else
            text.sections.last().text += title + u'\n';
    }
    return text;
}

QVector<int> find(const ManualText &page, const QString &words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    QVector<int> found;
    if (wanted.isEmpty())
        return found;
    for (int i = 0; i < page.sections.size(); ++i) {
        const ManualSection &section = page.sections[i];
        const QString text = page.title + u' ' + section.title + u' ' + section.text;
        if (std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            found << i;
    }
    return found;
}

} // namespace ui::manual
