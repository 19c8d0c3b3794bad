#include "ui/debug/exchangeview.h"
#include "ui/debug/messagepane.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/format.h"
#include "ui/widgets/waterfall.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

QString text(const std::string &bytes) { return QString::fromUtf8(bytes.data(), qsizetype(bytes.size())); }

} // namespace

ExchangeView::ExchangeView(QWidget *parent)
    : QWidget(parent), m_timing(new Waterfall({})), m_request(new MessagePane(u"request"_s)), m_answer(new MessagePane(u"answer"_s))
{
    auto *timing = vbox(2, {sp::m, sp::m, sp::m, 4});
    timing->addWidget(m_timing);
    m_timing->setObjectName(u"debugTiming"_s);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setObjectName(u"debugMessages"_s);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(m_request);
    split->addWidget(m_answer);
    split->setSizes({300, 300});
    auto *all = vbox(0);
    all->addWidget(head());
    all->addWidget(alert());
    all->addLayout(timing);
    all->addWidget(hline());
    all->addWidget(split, 1);
    all->addWidget(extractBar());
    setLayout(all);
    connect(m_answer, &MessagePane::nodeChanged, this, &ExchangeView::showNode);
    for (MessagePane *pane : {m_request, m_answer})
        connect(pane, &MessagePane::complaint, this, &ExchangeView::complaint);
    m_texts.add([this] { show(); });
}

QWidget *ExchangeView::head()
{
    m_method = ui::text({}, Type::Heading);
    m_url = new ElideLabel({}, Type::Mono, 1);
    m_url->setObjectName(u"debugUrl"_s);
    m_status = new Pill(u"…"_s, Tone::Neutral);
    m_time = new Number({}, {}, Type::Strong);
    m_sizes = ui::text({}, Type::Small, u"3"_s);
    auto *line = hbox(sp::s, {sp::m, 0, sp::m, 0});
    line->addWidget(m_method);
    line->addWidget(m_url, 1);
    line->addWidget(m_status);
    line->addWidget(m_time);
    line->addWidget(m_sizes);
    auto *widget = wrap(line, u"paneHeader"_s);
    widget->setFixedHeight(44);
    return widget;
}

QWidget *ExchangeView::alert()
{
    m_alertText = new ElideLabel({}, Type::Strong, 1);
    m_alertText->setObjectName(u"debugFailure"_s);
    auto *line = hbox(sp::s, {sp::m, 0, sp::m, 0});
    line->addWidget(iconLabel(u"circle-x"_s, tk().bad, 14));
    line->addWidget(m_alertText, 1);
    m_alert = wrap(line, u"alertStrip"_s);
    m_alert->setAutoFillBackground(true);
    m_alert->setFixedHeight(38);
    return m_alert;
}

QWidget *ExchangeView::extractBar()
{
    m_path = new ElideLabel({}, Type::Mono, 1);
    m_path->setObjectName(u"extractPath"_s);
    m_value = new ElideLabel({}, Type::MonoSmall, 3);
    m_name = new QLineEdit;
    m_name->setObjectName(u"extractName"_s);
    m_name->setFixedSize(150, 30);
    m_extract = button(u" "_s, u"primary"_s, u"variable"_s);
    m_extract->setObjectName(u"extractNode"_s);
    m_done = ui::text({}, Type::Small, u"ok"_s);
    m_done->setObjectName(u"extractDone"_s);
    auto *line = hbox(sp::s, {sp::m, 0, sp::m, 0});
    line->addWidget(iconLabel(u"braces"_s, tk().text3, 16));
    line->addWidget(m_path, 2);
    line->addWidget(m_value, 2);
    line->addWidget(m_done);
    line->addWidget(m_name);
    line->addWidget(m_extract);
    m_bar = wrap(line, u"paneHeader"_s);
    m_bar->setObjectName(u"extractBar"_s);
    m_bar->setFixedHeight(44);
    m_texts.add([this] {
        m_name->setAccessibleName(tr("Name of the variable"));
        m_extract->setText(u" "_s + tr("Extract"));
        m_extract->setAccessibleName(tr("Extract"));
    });
    connect(m_name, &QLineEdit::returnPressed, this, &ExchangeView::extract);
    connect(m_name, &QLineEdit::textChanged, this, [this] { m_extract->setEnabled(m_extractable && !m_name->text().trimmed().isEmpty()); });
    connect(m_extract, &QPushButton::clicked, this, &ExchangeView::extract);
    return m_bar;
}

void ExchangeView::setExchange(const services::DebugExchange &exchange)
{
    m_exchange = exchange;
    const engine::ObservedExchange &seen = exchange.seen;
    const QByteArray sent = QByteArray::fromStdString(seen.sent);
    const qsizetype split = sent.indexOf("\r\n\r\n");
    m_request->setMessage(split < 0 ? sent : sent.left(split + 4), split < 0 ? QByteArray() : sent.mid(split + 4), false);
    m_answer->setMessage(QByteArray::fromStdString(seen.head), QByteArray::fromStdString(seen.body), seen.isCut);
    show();
    showNode();
}

void ExchangeView::show()
{
    const engine::ObservedExchange &seen = m_exchange.seen;
    m_method->setText(m_exchange.method);
    QPalette palette = m_method->palette();
    palette.setColor(QPalette::WindowText, theme::method(m_exchange.method));
    m_method->setPalette(palette);
    m_url->setText(text(seen.url));
    const QString line = text(seen.head).section(u"\r\n"_s, 0, 0);
    const QString status = line.startsWith("HTTP/"_L1) ? line.section(u' ', 1) : seen.status ? QString::number(seen.status)
        : seen.succeeded                                                             ? tr("done") // protocols without a status
                                                                                     : tr("no answer");
    m_status->set(status, seen.succeeded ? Tone::Ok : Tone::Bad, seen.succeeded ? u"check"_s : u"x"_s);
    m_time->setValue(format::ms(double(seen.responseTime) / 1e6), tr("ms"));
    QString sizes = tr("%1 sent, %2 received").arg(format::bytes(double(seen.sentBytes)), format::bytes(double(seen.receivedBytes)));
    if (seen.redirectHops > 0)
        sizes += u" · "_s + tr("%n redirect(s)", nullptr, seen.redirectHops);
    m_sizes->setText(sizes);
    m_alert->setVisible(!seen.succeeded);
    QPalette wash = m_alert->palette();
    wash.setColor(QPalette::Window, toneWash(Tone::Bad));
    m_alert->setPalette(wash);
    QString why = text(seen.error);
    for (const auto &check : seen.checks)
        if (!check.passed && why.isEmpty())
            why = tr("%1 %2 does not hold: the answer has %3.").arg(text(check.what), text(check.expected), text(check.actual).left(200));
    m_alertText->setText(why.isEmpty() ? tr("The request failed.") : why);
    m_alertText->setToolTip(m_alertText->text());
    const auto ms = [](int64_t ns) { return double(ns) / 1e6; };
    m_timing->setPhases({{tr("DNS"), ms(seen.dns), tk().series[5]},
                         {tr("Connect"), ms(seen.connect), tk().series[1]},
                         {tr("TLS"), ms(seen.tls), tk().series[3]},
                         {tr("First byte"), ms(seen.firstByte), tk().series[0]},
                         {tr("Download"), ms(seen.download), tk().series[2]}});
    m_timing->setAccessibleName(tr("Where the time went: DNS %1, connect %2, TLS %3, first byte %4, download %5 ms")
                                    .arg(format::ms(ms(seen.dns)), format::ms(ms(seen.connect)), format::ms(ms(seen.tls)),
                                         format::ms(ms(seen.firstByte)), format::ms(ms(seen.download))));
}

void ExchangeView::showNode()
{
    const services::JsonLine *node = m_answer->node();
    m_bar->setVisible(node);
    m_done->clear();
    if (!node)
        return;
    m_path->setText(node->path);
    m_value->setText(node->isLeaf ? node->value : QString());
    m_name->setText(services::variableNameFor(node->path));
    m_name->setEnabled(m_extractable);
    m_extract->setEnabled(m_extractable);
    m_extract->setToolTip(m_extractable ? tr("Keeps this value of each answer as ${%1} for later steps").arg(m_name->text()) : m_whyNot);
}

void ExchangeView::setExtractable(bool extractable, const QString &why)
{
    m_extractable = extractable;
    m_whyNot = why;
    showNode();
}

void ExchangeView::noteExtracted(const QString &name) { m_done->setText(tr("Kept as ${%1}").arg(name)); }

void ExchangeView::extract()
{
    const services::JsonLine *node = m_answer->node();
    const QString name = m_name->text().trimmed();
    if (node && m_extractable && !name.isEmpty())
        emit extractRequested(node->path, name);
}

void ExchangeView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    else if (event->type() == QEvent::PaletteChange && m_method)
        show();
    QWidget::changeEvent(event);
}

} // namespace ui
