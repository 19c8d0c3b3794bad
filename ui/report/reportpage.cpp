#include "ui/report/reportpage.h"
#include "app/report/reportwriter.h"
#include "app/report/verdict.h"
#include "ui/report/reportcharts.h"
#include "ui/report/reporterrors.h"
#include "ui/report/reportlog.h"
#include "ui/report/reportpeak.h"
#include "ui/report/reportstreams.h"
#include "ui/report/reporttree.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

/// A metric of a rule in words, and its unit.
QPair<QString, QString> metricName(const QString &metric)
{
    if (metric == u"success_rate"_s)
        return {ReportPage::tr("success"), u"%"_s};
    if (metric == u"rps"_s)
        return {ReportPage::tr("requests"), ReportPage::tr("req/s")};
    if (metric == u"tps"_s)
        return {ReportPage::tr("transactions"), ReportPage::tr("TPS")};
    if (metric == u"errors"_s)
        return {ReportPage::tr("errors"), {}};
    return {metric == u"avg"_s ? ReportPage::tr("mean") : metric, ReportPage::tr("ms")};
}

} // namespace

ReportPage::ReportPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"reportPage"_s);
    build();
    retranslate();
}

ReportPage::~ReportPage() = default;

void ReportPage::build()
{
    m_title = text({}, Type::Title);
    m_title->setObjectName(u"reportTitle"_s);
    m_caption = new ElideLabel;
    m_caption->setObjectName(u"reportCaption"_s);
    m_cases = new QComboBox;
    m_cases->setObjectName(u"reportCase"_s);
    m_cases->setFixedHeight(30);
    m_cases->setMaximumWidth(220);
    connect(m_cases, &QComboBox::activated, this, &ReportPage::showCase);
    m_compare = button(u" "_s, {}, u"git-compare"_s);
    m_compare->setObjectName(u"compareRun"_s);
    connect(m_compare, &QPushButton::clicked, this, [this] { emit compareRequested(m_run.id); });
    m_export = button(u" "_s, u"primary"_s, u"download"_s);
    m_export->setObjectName(u"exportRun"_s);
    m_export->setMenu(new QMenu(m_export));
    auto *head = hbox(sp::s);
    head->addWidget(m_title);
    head->addWidget(m_caption, 1);
    head->addWidget(m_cases);
    head->addWidget(m_compare);
    head->addWidget(m_export);
    auto *headRow = wrap(head);
    headRow->setFixedHeight(32);
    m_failure = text({}, Type::Body, u"bad"_s);
    m_failure->setObjectName(u"reportFailure"_s);
    m_failure->setWordWrap(true);
    m_failure->hide();
    m_unsavedText = text({}, Type::Body, u"warn"_s);
    m_unsavedText->setWordWrap(true);
    m_saveElsewhere = button(u" "_s, {}, u"download"_s);
    m_saveElsewhere->setObjectName(u"saveElsewhere"_s);
    connect(m_saveElsewhere, &QPushButton::clicked, this, [this] { chooseExport(u".json"_s, tr("JSON, the whole run")); });
    auto *unsaved = hbox(sp::s);
    unsaved->addWidget(m_unsavedText, 1);
    unsaved->addWidget(m_saveElsewhere);
    m_unsaved = wrap(unsaved);
    m_unsaved->setObjectName(u"reportUnsaved"_s);
    m_unsaved->hide();
    m_verdict = new VerdictBanner({}, {});
    m_verdict->setObjectName(u"verdict"_s);
    m_verdict->setFixedHeight(66);
    auto *tiles = hbox(sp::s);
    static const QString names[] = {u"tileRequests"_s, u"tileTransactions"_s, u"tileP50"_s, u"tileP95"_s, u"tileP99"_s, u"tileSuccess"_s, u"tileUsers"_s};
    for (const QString &name : names) {
        m_tiles.append(new Tile(Tile::Spec{}));
        m_tiles.last()->setObjectName(name);
        tiles->addWidget(m_tiles.last(), 1);
    }
    m_charts = new ReportCharts;
    m_tree = new ReportTree;
    m_errors = new ReportErrors;
    m_log = new ReportLog;
    m_log->setFixedHeight(300);
    m_peak = new ReportPeak;
    m_streams = new ReportStreams;
    m_errors->setMinimumWidth(320);
    connect(m_tree, &ReportTree::rowChosen, this, &ReportPage::showRow);
    auto *low = hbox(sp::s);
    low->addWidget(m_tree, 64);
    low->addWidget(m_errors, 36);
    m_lowRow = wrap(low);
    auto *root = vbox(sp::m, {sp::l, sp::m, sp::l, sp::m});
    for (QWidget *part : {headRow, static_cast<QWidget *>(m_failure), m_unsaved, static_cast<QWidget *>(m_verdict)})
        root->addWidget(part);
    root->addLayout(tiles);
    root->addWidget(m_charts);
    root->addWidget(m_lowRow);
    root->addWidget(m_peak);
    root->addWidget(m_streams);
    root->addWidget(m_charts->lower());
    root->addWidget(m_log);
    root->addStretch(1);
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(u"reportScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    auto *page = wrap(root, u"page"_s);
    page->setMinimumWidth(1); // narrow windows squeeze the page, they never scroll it sideways
    page->setAutoFillBackground(true); // opaque: what stays in view is moved and not painted again
    m_scroll->setWidget(page);
    m_empty = text({}, Type::Body, u"3"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_scroll);
    auto *all = vbox(0);
    all->addWidget(m_stack);
    setLayout(all);
}

void ReportPage::setRun(domain::RunRecord run, bool isStored)
{
    m_run = std::move(run);
    m_figures = report::figuresOf(m_run);
    m_case = m_item = 0;
    m_failure->hide();
    m_unsaved->setVisible(!isStored);
    fill();
    m_scroll->verticalScrollBar()->setValue(0);
}

void ReportPage::fill()
{
    m_stack->setCurrentIndex(m_figures.isEmpty() ? 0 : 1);
    if (m_figures.isEmpty())
        return;
    m_title->setText(m_run.taskName.isEmpty() ? m_run.projectName : m_run.taskName);
    QStringList parts{QLocale().toString(m_run.started, tr("d MMM yyyy, HH:mm", "date and time")), m_run.projectName};
    if (!m_run.environment.isEmpty())
        parts.append(m_run.environment);
    m_caption->setText(parts.join(u" · "_s));
    m_cases->clear();
    for (const report::CaseFigures &figures : m_figures)
        m_cases->addItem(figures.name);
    m_cases->setVisible(m_figures.size() > 1);
    fillVerdict();
    m_tree->show(m_figures, m_run);
    m_errors->show(m_run);
    m_peak->show(m_figures);
    m_streams->show(m_figures);
    m_logCase = -1;
    m_lowRow->setFixedHeight(std::clamp(m_tree->wantedHeight(), 240, 380));
    showCase(std::min(m_case, int(m_figures.size()) - 1));
}

void ReportPage::showCase(int index)
{
    if (index < 0 || index >= m_figures.size())
        return;
    showRow(index, 0);
}

/// The tiles are about the case; the charts of throughput and times about the row chosen in the tree.
void ReportPage::showRow(int caseIndex, int item)
{
    if (caseIndex < 0 || caseIndex >= m_figures.size())
        return;
    m_case = caseIndex;
    m_item = item;
    m_cases->setCurrentIndex(caseIndex);
    fillTiles();
    m_charts->show(m_figures[caseIndex], m_run, item);
    if (m_logCase != caseIndex)
        m_log->show(m_run.cases[caseIndex]);
    m_logCase = caseIndex;
}

void ReportPage::fillVerdict()
{
    const report::Verdict trust = report::verdictOf(m_run);
    VerdictBanner::Side rules;
    QStringList broken;
    for (const domain::RuleResult &result : m_run.rules) {
        if (result.passed)
            continue;
        const QString about = result.rule.target.isEmpty() ? tr("Case") : result.rule.target;
        const auto [name, unit] = metricName(result.rule.metric);
        const bool share = result.rule.metric == u"success_rate"_s;
        const QString actual = share ? format::percent(result.actual) : format::figure(result.actual), limit = format::figure(result.rule.value);
        const QString behind = unit.isEmpty() ? QString() : u' ' + unit;
        broken.append(tr("%1: %2 is %3, limit %4").arg(about, name, actual + behind, limit + behind));
        if (rules.facts.size() < 2)
            rules.facts.append(actual + u'|' + tr("%1, limit %2").arg(name, limit) + u'|' + unit);
    }
    if (m_run.rules.isEmpty()) {
        rules.tone = Tone::Neutral;
        rules.icon = u"info"_s;
        rules.title = tr("No limits were set");
        rules.text = tr("Set limits in the task to have the run judged.");
    } else if (broken.isEmpty()) {
        rules.tone = Tone::Ok;
        rules.icon = u"circle-check"_s;
        rules.title = tr("All limits held");
        rules.text = tr("%n limit(s) were looked at.", nullptr, int(m_run.rules.size()));
    } else {
        rules.tone = Tone::Bad;
        rules.icon = u"circle-x"_s;
        rules.title = tr("%1 of %2 limits missed").arg(broken.size()).arg(m_run.rules.size());
        rules.text = broken.size() == 1 ? broken.first() : tr("%1 and %n more", nullptr, int(broken.size()) - 1).arg(broken.first());
    }
    VerdictBanner::Side computer;
    computer.tone = trust.trustworthy ? Tone::Ok : Tone::Warn;
    computer.icon = trust.trustworthy ? u"shield-check"_s : u"triangle-alert"_s;
    computer.title = trust.trustworthy ? tr("The figures can be trusted") : tr("This computer was the limit");
    computer.text = trust.reasons.isEmpty() ? tr("This computer was never the limit.") : trust.reasons.join(u' ');
    computer.facts = {format::number(trust.cpuPercentMax) + u'|' + tr("top CPU") + u"|%"_s,
                      format::ms(trust.latenessP99us / 1000) + u'|' + tr("lateness p99") + u'|' + tr("ms"),
                      format::number(trust.startsDropped) + u'|' + tr("starts dropped")};
    m_verdict->setToolTip((broken + trust.reasons).join(u'\n'));
    if (!trust.reasons.isEmpty())
        computer.text = trust.reasons.first();
    m_verdict->set(rules, computer);
    m_verdict->setAccessibleName(rules.title + u". "_s + computer.title);
}

void ReportPage::fillTiles()
{
    const report::CaseFigures &figures = m_figures[m_case];
    const report::ItemFigures &f = figures.performance;
    const auto set = [&](int i, const QString &label, const QString &value, const QString &unit, const QString &note, Tone tone = Tone::Neutral) {
        Tile::Spec spec;
        spec.label = label;
        spec.value = value;
        spec.unit = unit;
        spec.note = note;
        spec.noteTone = tone;
        m_tiles[i]->setSpec(spec);
        m_tiles[i]->setAccessibleName(label + u' ' + value + u' ' + unit);
    };
    set(0, tr("Requests"), format::number(f.requests), {}, tr("%1 req/s on average").arg(format::rate(f.tps)));
    set(1, tr("Transactions"), format::rate(f.tranTps), tr("TPS"), tr("%1 in all").arg(format::number(f.transactions)));
    set(2, tr("Response time p50"), format::ms(f.times.tp50), tr("ms"), tr("mean %1 ms").arg(format::ms(f.times.average)));
    set(3, tr("Response time p95"), format::ms(f.times.tp95), tr("ms"), tr("p90 %1 ms").arg(format::ms(f.times.tp90)));
    set(4, tr("Response time p99"), format::ms(f.times.tp99), tr("ms"), tr("max %1 ms").arg(format::ms(f.times.max)));
    set(5, tr("Success"), format::percent(f.rawSuccessRate), u"%"_s, tr("%1 failed").arg(format::number(f.errorCount)),
        f.errorCount ? Tone::Bad : Tone::Neutral);
    set(6, tr("Most users"), format::number(quint64(f.maxUsers)), {}, tr("%1 received").arg(format::bytes(double(f.receivedBytes))));
}

domain::Result<> ReportPage::exportTo(const QString &path)
{
    const domain::Result<> done = report::writeReport(m_run, path);
    m_failure->setVisible(!done);
    if (done) {
        if (path.endsWith(u".json"_s))
            m_unsaved->hide(); // the file has all of it
        emit exported(path);
    } else {
        m_failure->setText(done.error().message);
    }
    return done;
}

void ReportPage::chooseExport(const QString &suffix, const QString &filter)
{
    const QString name = m_title->text().simplified().replace(u'/', u'-') + m_run.started.toString(u" yyyy-MM-dd HH-mm"_s) + suffix;
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the report"), name, filter + u" (*"_s + suffix + u')');
    if (!path.isEmpty())
        exportTo(path.endsWith(suffix) ? path : path + suffix);
}

void ReportPage::retranslate()
{
    m_compare->setText(tr("Compare"));
    m_export->setText(tr("Export"));
    m_unsavedText->setText(tr("This run could not be written to the workspace: when the window closes, it is gone."));
    m_saveElsewhere->setText(tr("Save it elsewhere"));
    m_cases->setAccessibleName(tr("Case shown"));
    m_empty->setText(tr("No run is open. Start a test, or open an earlier run from the history."));
    m_charts->retranslate();
    m_log->retranslate();
    QMenu *menu = m_export->menu();
    menu->clear();
    const struct { QString icon, text, suffix; } kinds[] = {
        {u"file-code"_s, tr("HTML page, one file, works offline"), u".html"_s},
        {u"file-text"_s, tr("PDF, A4 for printing"), u".pdf"_s},
        {u"table"_s, tr("CSV folder: statistics and curves"), u".csv"_s},
        {u"file-spreadsheet"_s, tr("XLSX workbook"), u".xlsx"_s},
        {u"braces"_s, tr("JSON, the whole run"), u".json"_s},
        {u"list-checks"_s, tr("JUnit XML, limits as test cases"), u".xml"_s}};
    for (const auto &kind : kinds) {
        const QString suffix = kind.suffix, filter = kind.text;
        QAction *action = menu->addAction(theme::icon(kind.icon), kind.text, this, [this, suffix, filter] { chooseExport(suffix, filter); });
        action->setObjectName(u"export"_s + suffix);
    }
    fill();
}

void ReportPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange && m_verdict) // later: a style being set must not lose the widgets it walks over
        QMetaObject::invokeMethod(this, [this] { fillVerdict(); }, Qt::QueuedConnection);
}

} // namespace ui
