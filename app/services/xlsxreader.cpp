#include "app/services/xlsxreader.h"

#include <QCoreApplication>
#include <QFile>
#include <QXmlStreamReader>
#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace services {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::XlsxReader)
};

constexpr qint64 mostUnpacked = 256'000'000; ///< bytes, of one part of the workbook
constexpr qsizetype mostColumns = 16'384;    ///< Excel's own limit

struct CloseArchive
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
struct ClosePart
{
    void operator()(zip_file_t *part) const { zip_fclose(part); }
};

/// One part of the workbook; empty when it is not there. Nothing when it is larger than allowed.
std::optional<QByteArray> part(zip_t *archive, const QString &name)
{
    const zip_int64_t index = zip_name_locate(archive, name.toUtf8().constData(), ZIP_FL_NOCASE);
    const std::unique_ptr<zip_file_t, ClosePart> file(index < 0 ? nullptr : zip_fopen_index(archive, zip_uint64_t(index), 0));
    QByteArray bytes;
    if (!file)
        return bytes;
    std::array<char, 65536> piece;
    for (zip_int64_t got = 0; (got = zip_fread(file.get(), piece.data(), piece.size())) > 0;) {
        bytes.append(piece.data(), qsizetype(got));
        if (bytes.size() > mostUnpacked)
            return std::nullopt;
    }
    return bytes;
}

/// Where the first sheet of the workbook lies.
QString firstSheet(const QByteArray &workbook, const QByteArray &relations)
{
    QString id;
    for (QXmlStreamReader xml(workbook); !xml.atEnd() && id.isEmpty(); xml.readNext())
        if (xml.isStartElement() && xml.name() == "sheet"_L1)
            for (const auto &attribute : xml.attributes())
                if (attribute.name() == "id"_L1 && !attribute.namespaceUri().isEmpty())
                    id = attribute.value().toString();
    for (QXmlStreamReader xml(relations); !xml.atEnd(); xml.readNext())
        if (xml.isStartElement() && xml.attributes().value("Id"_L1) == id && !id.isEmpty()) {
            const QString target = xml.attributes().value("Target"_L1).toString();
            return target.startsWith(u'/') ? target.mid(1) : "xl/"_L1 + target;
        }
    return u"xl/worksheets/sheet1.xml"_s;
}

/// All text inside the element the reader is at, but for phonetic hints.
QString textInside(QXmlStreamReader &xml)
{
    QString text;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "rPh"_L1)
            xml.skipCurrentElement();
        else if (xml.isStartElement() && xml.name() == "t"_L1)
            text += xml.readElementText();
        else if (xml.isStartElement())
            ++depth;
        else if (xml.isEndElement())
            --depth;
    }
    return text;
}

QStringList sharedTexts(const QByteArray &bytes)
{
    QStringList all;
    for (QXmlStreamReader xml(bytes); !xml.atEnd(); xml.readNext())
        if (xml.isStartElement() && xml.name() == "si"_L1)
            all << textInside(xml);
    return all;
}

/// Column of a cell such as "AB12", from 0; -1 when it is none.
qsizetype columnOf(QStringView reference)
{
    qsizetype column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > mostColumns)
            return -1;
    }
    return column - 1;
}

QString cellText(QXmlStreamReader &xml, const QStringList &shared)
{
    const QString type = xml.attributes().value("t"_L1).toString();
    if (type == "inlineStr"_L1)
        return textInside(xml);
    QString value;
    while (xml.readNextStartElement()) {
        if (xml.name() == "v"_L1)
            value = xml.readElementText();
        else
            xml.skipCurrentElement();
    }
    if (type == "s"_L1)
        return shared.value(value.toInt());
    if (type == "b"_L1)
        return value == "1"_L1 ? u"true"_s : u"false"_s;
    return value;
}

} // namespace

domain::Result<std::shared_ptr<const engine::RowTable>> readXlsx(const QString &path, const QString &where)
{
    QFile probe(path);
    if (!probe.open(QIODevice::ReadOnly))
        return domain::fail(Words::tr("%1 cannot be read: %2.").arg(where, probe.errorString()));
    probe.close();
    const std::unique_ptr<zip_t, CloseArchive> opened(zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr));
    zip_t *archive = opened.get();
    if (!archive)
        return domain::fail(Words::tr("%1 is not an XLSX workbook.").arg(where));
    const auto workbook = part(archive, u"xl/workbook.xml"_s), relations = part(archive, u"xl/_rels/workbook.xml.rels"_s);
    const auto shared = part(archive, u"xl/sharedStrings.xml"_s);
    const auto sheet = workbook && relations ? part(archive, firstSheet(*workbook, *relations)) : std::nullopt;
    if (!shared || !sheet)
        return domain::fail(Words::tr("%1 is too large: a sheet may have at most 256 MB.").arg(where));
    if (sheet->isEmpty())
        return domain::fail(Words::tr("%1 is not an XLSX workbook.").arg(where));

    const QStringList texts = sharedTexts(*shared);
    std::vector<std::string> columns, cells, row;
    QXmlStreamReader xml(*sheet);
    bool isTooWide = false;
    while (!xml.atEnd() && !isTooWide) {
        xml.readNext();
        if (!xml.isStartElement() || xml.name() != "row"_L1)
            continue;
        row.clear();
        while (xml.readNextStartElement()) {
            if (xml.name() != "c"_L1) {
                xml.skipCurrentElement();
                continue;
            }
            const QString reference = xml.attributes().value("r"_L1).toString();
            const qsizetype column = reference.isEmpty() ? qsizetype(row.size()) : columnOf(reference);
            const QString text = cellText(xml, texts);
            if (column < 0 || column >= mostColumns || (!columns.empty() && size_t(column) >= columns.size())) {
                isTooWide = isTooWide || !text.isEmpty();
                continue;
            }
            row.resize(std::max(row.size(), size_t(column) + 1));
            row[size_t(column)] = text.toStdString();
        }
        if (std::ranges::all_of(row, &std::string::empty))
            continue;
        if (columns.empty()) {
            columns = row;
        } else {
            row.resize(columns.size());
            std::ranges::move(row, std::back_inserter(cells));
        }
    }
    if (isTooWide)
        return domain::fail(Words::tr("%1, line %2: more cells than the first line has.").arg(where).arg(cells.size() / std::max<size_t>(columns.size(), 1) + 2));
    if (xml.hasError())
        return domain::fail(Words::tr("%1 is damaged: %2.").arg(where, xml.errorString()));
    if (columns.empty())
        return domain::fail(Words::tr("%1 is empty: its first line must name the columns.").arg(where));
    if (cells.empty())
        return domain::fail(Words::tr("%1 has no rows below its first line.").arg(where));
    return engine::RowTable::fromCells(std::move(columns), std::move(cells));
}

} // namespace services
