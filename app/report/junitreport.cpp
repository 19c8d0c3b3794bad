#include "app/report/junitreport.h"

#include "app/report/text.h"
#include "app/report/verdict.h"

#include <QCoreApplication>
#include <QXmlStreamWriter>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/// XML 1.0 knows no control characters, not even escaped.
QString xmlText(const QString &text)
{
    QString clean;
    for (const QChar c : text)
        clean += c.unicode() < 0x20 && c != u'\n' && c != u'\t' && c != u'\r' ? QChar(QChar::ReplacementCharacter)
            : c.unicode() == 0xFFFE || c.unicode() == 0xFFFF                  ? QChar(QChar::ReplacementCharacter)
                                                                              : c;
    return clean;
}

void writeProperties(QXmlStreamWriter &xml, const Verdict &verdict)
{
    xml.writeStartElement(u"properties"_s);
    const auto property = [&](const QString &name, const QString &value) {
        xml.writeEmptyElement(u"property"_s);
        xml.writeAttribute(u"name"_s, name);
        xml.writeAttribute(u"value"_s, xmlText(value));
    };
    property(u"trustworthy"_s, verdict.trustworthy ? u"true"_s : u"false"_s);
    for (const auto &reason : verdict.reasons)
        property(u"reason"_s, reason);
    xml.writeEndElement();
}

} // namespace

QByteArray toJunit(const domain::RunRecord &run)
{
    int failures = 0;
    for (const auto &result : run.rules)
        failures += result.passed ? 0 : 1;
    const bool aborted = run.rules.isEmpty() && run.status == domain::RunStatus::Aborted;
    const double seconds = run.started.isValid() && run.ended.isValid() ? double(run.started.msecsTo(run.ended)) / 1000 : 0;
    const QString duration = QString::number(std::max(0.0, seconds), 'f', 3);
    const QString name = xmlText(run.taskName.isEmpty() ? run.projectName : run.taskName);

    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, name);
    xml.writeAttribute(u"tests"_s, QString::number(std::max<qsizetype>(1, run.rules.size())));
    xml.writeAttribute(u"failures"_s, QString::number(failures));
    xml.writeAttribute(u"errors"_s, aborted ? u"1"_s : u"0"_s);
    xml.writeAttribute(u"skipped"_s, u"0"_s);
    xml.writeAttribute(u"time"_s, duration);
    xml.writeAttribute(u"timestamp"_s, run.started.toString(u"yyyy-MM-ddTHH:mm:ss"_s));
    xml.writeAttribute(u"hostname"_s, u"localhost"_s);
    writeProperties(xml, verdictOf(run));
    for (const auto &result : run.rules) {
        const auto &rule = result.rule;
        const QString condition = ruleText(rule);
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, name);
        xml.writeAttribute(u"name"_s, xmlText(rule.target.isEmpty() ? condition : rule.target + ": "_L1 + condition));
        xml.writeAttribute(u"time"_s, u"0"_s);
        if (!result.passed) {
            const QString actual = u"%1 %2"_s.arg(metricText(rule.metric, result.actual), unitOf(rule.metric)).trimmed();
            const QString message = QCoreApplication::translate("report::ReportFile", "%1 was %2, but %3 was asked for.").arg(rule.metric, actual, condition);
            xml.writeStartElement(u"failure"_s);
            xml.writeAttribute(u"message"_s, xmlText(message));
            xml.writeAttribute(u"type"_s, u"threshold"_s);
            xml.writeCharacters(xmlText(message));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    if (run.rules.isEmpty()) {
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, name);
        xml.writeAttribute(u"name"_s, u"run"_s);
        xml.writeAttribute(u"time"_s, duration);
        if (aborted) {
            xml.writeStartElement(u"error"_s);
            xml.writeAttribute(u"message"_s, QCoreApplication::translate("report::ReportFile", "The run was cut short."));
            xml.writeAttribute(u"type"_s, u"aborted"_s);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace report
