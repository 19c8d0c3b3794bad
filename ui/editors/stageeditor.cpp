#include "ui/editors/stageeditor.h"
#include "app/services/loadcurve.h"
#include "app/services/preflight.h"
#include "models/items/stagesmodel.h"
#include "ui/editors/edittable.h"
#include "ui/editors/loadcurveview.h"
#include "ui/editors/presets.h"
#include "ui/editors/stagefields.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/charts.h"
#include <QPointer>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace ui {

using domain::Stage;
using services::GradientSetting;

namespace {

constexpr auto judgeAfter = std::chrono::milliseconds(400); ///< of the last edit

} // namespace

StageEditor::StageEditor(document::ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_model(new items::StagesModel(document, this)),
      m_gradient(this, m_texts, [this](const QString &field, const QString &text, const auto &change) { writeGradient(field, text, change); }),
      m_curve(new LoadCurveView), m_table(new EditTable(u"stageTable"_s)),
      m_fields(new StageFields([this](const QString &field, const QString &text, const auto &change) { write(field, text, change); })),
      m_presets(new QButtonGroup(this))
{
    m_curve->setObjectName(u"loadCurve"_s);
    m_gradientPane = gradientPane();
    auto *curveCard = new Card;
    curveCard->body->setContentsMargins(0, 0, 0, 0);
    curveCard->body->setSpacing(0);
    curveCard->body->addWidget(m_curve, 1);
    auto *left = vbox(sp::m, {sp::l, sp::m, sp::l, sp::m});
    m_presetBar = presets();
    left->addWidget(m_presetBar);
    left->addWidget(curveCard, 5);
    left->addWidget(m_gradientPane);
    left->addWidget(stageTable(), 4);
    auto *side = vbox(sp::m, {sp::l, sp::m, sp::l, sp::m});
    side->addWidget(m_fields);
    side->addWidget(hline());
    side->addWidget(expected());
    side->addStretch(1);
    auto *all = hbox(0);
    all->addWidget(wrap(left, u"page"_s), 1);
    all->addWidget(vline());
    all->addWidget(form::scroll(wrap(side, u"pane"_s), 316));
    setLayout(all);

    connect(m_curve, &LoadCurveView::stageClicked, this, &StageEditor::selectStage);
    connect(m_curve, &LoadCurveView::stageDragged, this, [this](int stage, const Stage &after, int drag) {
        if (stage == currentStage())
            write(u"drag/%1"_s.arg(drag), tr("Drag the curve"), [&after](Stage &s) { s = after; });
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &StageEditor::read);
    connect(&m_document, &document::ProjectDocument::nodeChanged, this, [this](document::NodeRef node) {
        if (node == document::NodeRef(m_case))
            read();
    });
    connect(&m_document, &document::ProjectDocument::reset, this, &StageEditor::read);
    m_texts.add([this] {
        m_curve->setAccessibleName(tr("Load curve"));
        m_curve->setToolTip(QString());
        read();
    });
}

QWidget *StageEditor::presets()
{
    auto *l = hbox(sp::s);
    for (int i = 0; i < presetCount; ++i) {
        auto *b = new QToolButton;
        b->setObjectName(u"preset%1"_s.arg(i));
        b->setProperty("look", u"preset"_s);
        b->setCheckable(true);
        b->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        b->setFont(theme::font(Type::Small));
        b->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        b->setFixedHeight(58);
        b->setMinimumWidth(64);
        m_presets->addButton(b, i);
        m_texts.add([b, i] {
            b->setText(presetName(Preset(i)));
            b->setAccessibleName(tr("Shape: %1").arg(presetName(Preset(i))));
        });
        l->addWidget(b);
    }
    connect(m_presets, &QButtonGroup::idClicked, this, [this](int i) {
        write({}, tr("Shape the stage: %1").arg(presetName(Preset(i))), [i](Stage &s) { s = shaped(s, Preset(i)); });
        read();
    });
    drawPresets();
    return wrap(l);
}

void StageEditor::drawPresets()
{
    for (int i = 0; i < presetCount; ++i) {
        auto *b = m_presets->button(i);
        QIcon icon;
        icon.addPixmap(presetPicture(Preset(i), {52, 24}, theme::tk().text3), QIcon::Normal, QIcon::Off);
        icon.addPixmap(presetPicture(Preset(i), {52, 24}, theme::tk().accentText), QIcon::Normal, QIcon::On);
        b->setIcon(icon);
        b->setIconSize({52, 24});
    }
}

QWidget *StageEditor::stageTable()
{
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setWidths({130, 140, 0, 72, 96});
    m_table->installEventFilter(this);
    auto *bar = hbox(sp::s, {sp::s, 4, sp::m, 4});
    const auto act = [&](const QString &name, const QString &icon, Label label, std::function<void()> run) {
        auto *b = button(u" "_s, u"ghost"_s, icon);
        b->setObjectName(name);
        m_texts.add([b, label] { b->setText(u" "_s + label()); });
        connect(b, &QPushButton::clicked, this, run);
        bar->addWidget(b);
        return b;
    };
    act(u"addStage"_s, u"plus"_s, [] { return tr("Add stage"); }, [this] { addStage(); });
    act(u"duplicateStage"_s, u"copy"_s, [] { return tr("Duplicate"); }, [this] { duplicateStage(); });
    act(u"removeStage"_s, u"x"_s, [] { return tr("Remove"); }, [this] { removeStage(); });
    m_gradientButton = act(u"addGradient"_s, u"trending-up"_s, [] { return tr("Gradient before"); }, [this] {
        if (const auto *testCase = m_document.testCase(m_case)) {
            domain::TestCase after = *testCase;
            services::putGradient(after, GradientSetting{});
            m_document.setCase(after, tr("Add a gradient"));
        }
    });
    auto *hint = new ElideLabel({}, Type::Small);
    bar->addWidget(hint, 1);
    auto *card = new Card;
    card->body->setContentsMargins(1, 1, 1, 1);
    card->body->setSpacing(0);
    card->body->addWidget(m_table, 1);
    card->body->addWidget(hline());
    card->body->addLayout(bar);
    card->setMinimumHeight(150);
    m_texts.add([=, this] {
        m_table->setAccessibleName(tr("Stages"));
        m_table->setHint(tr("No stage yet."));
        hint->setText(tr("Alt+Up and Alt+Down move a stage"));
    });
    return card;
}

QWidget *StageEditor::gradientPane()
{
    using G = GradientSetting;
    auto *start = m_gradient.number(u"gradientStart"_s, 0, 2'000'000, [] { return tr("From, users"); },
                                    [](const G &g) { return g.startUsers; }, [](G &g, int v) { g.startUsers = v; });
    auto *more = m_gradient.number(u"gradientIncrease"_s, 0, 2'000'000, [] { return tr("Adds in all"); },
                                   [](const G &g) { return g.increaseUsers; }, [](G &g, int v) { g.increaseUsers = v; });
    auto *percent = m_gradient.decimal(u"gradientPercent"_s, .1, 100, 2, [] { return tr("In steps of, %"); },
                                       [](const G &g) { return g.percent; }, [](G &g, double v) { g.percent = v; });
    auto *step = m_gradient.number(u"gradientStep"_s, 1, 30 * 86400, [] { return tr("A step lasts, s"); },
                                   [](const G &g) { return g.stepSeconds; }, [](G &g, int v) { g.stepSeconds = v; });
    auto *whole = m_gradient.number(u"gradientTotal"_s, 0, 30 * 86400, [] { return tr("In all, s, 0: all steps"); },
                                    [](const G &g) { return g.totalSeconds; }, [](G &g, int v) { g.totalSeconds = v; });
    auto *title = text({}, Type::Heading);
    auto *remove = iconButton(u"x"_s, {});
    remove->setObjectName(u"removeGradient"_s);
    connect(remove, &QToolButton::clicked, this, [this] {
        if (const auto *testCase = m_document.testCase(m_case)) {
            domain::TestCase after = *testCase;
            services::putGradient(after, {});
            m_document.setCase(after, tr("Remove the gradient"));
        }
    });
    auto *head = hbox(sp::s);
    head->addWidget(iconLabel(u"trending-up"_s, theme::tk().accentText, 16));
    head->addWidget(title, 1);
    head->addWidget(remove);
    auto *line = hbox(sp::s);
    line->addWidget(labelled(m_texts, start, [] { return tr("From, users"); }));
    line->addWidget(labelled(m_texts, more, [] { return tr("Adds in all"); }));
    line->addWidget(labelled(m_texts, percent, [] { return tr("In steps of, %"); }));
    line->addWidget(labelled(m_texts, step, [] { return tr("A step lasts, s"); }));
    line->addWidget(labelled(m_texts, whole, [] { return tr("In all, s, 0: all steps"); }));
    auto *card = new Card;
    card->body->addLayout(head);
    card->body->addLayout(line);
    m_texts.add([=] {
        title->setText(tr("Gradient, before the stages"));
        remove->setToolTip(tr("Remove the gradient"));
        remove->setAccessibleName(remove->toolTip());
    });
    return card;
}

QWidget *StageEditor::expected()
{
    m_passSeconds = new QDoubleSpinBox;
    m_passSeconds->setObjectName(u"passSeconds"_s);
    m_passSeconds->setDecimals(2);
    m_passSeconds->setRange(.01, 86400);
    m_passSeconds->setValue(1);
    m_passSeconds->setFixedWidth(96);
    connect(m_passSeconds, &QDoubleSpinBox::valueChanged, this, &StageEditor::read);
    auto *title = text({}, Type::Heading), *assume = text({}, Type::Small, u"3"_s);
    auto *head = hbox(sp::s);
    head->addWidget(title, 1);
    auto *pass = hbox(sp::s);
    pass->addWidget(assume, 1);
    pass->addWidget(m_passSeconds);
    m_warmUp = new QSpinBox;
    m_warmUp->setObjectName(u"warmUp"_s);
    m_warmUp->setRange(0, 30 * 86400);
    m_warmUp->setGroupSeparatorShown(true);
    m_warmUp->setFixedWidth(96);
    connect(m_warmUp, &QSpinBox::valueChanged, this, [this](int seconds) {
        const auto *testCase = m_document.testCase(m_case);
        if (!testCase || testCase->warmUp == seconds)
            return;
        domain::TestCase after = *testCase;
        after.warmUp = seconds;
        m_document.setCase(after, tr("Change the warm-up"), u"warmUp"_s);
    });
    auto *leftOut = text({}, Type::Small, u"3"_s);
    auto *warmUp = hbox(sp::s);
    warmUp->addWidget(leftOut, 1);
    warmUp->addWidget(m_warmUp);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(sp::l);
    grid->setVerticalSpacing(sp::s);
    const auto figure = [&](const QString &name, int row, int column, Label label) {
        auto *number = new Number(u"–"_s, {}, Type::Title);
        number->setObjectName(name);
        auto *caption = text({}, Type::Small, u"3"_s);
        m_texts.add([=] {
            caption->setText(label());
            number->setAccessibleName(label());
        });
        auto *l = vbox(0);
        l->addWidget(number);
        l->addWidget(caption);
        grid->addLayout(l, row, column);
        return number;
    };
    m_duration = figure(u"expectedDuration"_s, 0, 0, [] { return tr("duration"); });
    m_users = figure(u"expectedUsers"_s, 0, 1, [] { return tr("most users"); });
    m_starts = figure(u"expectedStarts"_s, 1, 0, [] { return tr("passes"); });
    m_rate = figure(u"expectedRate"_s, 1, 1, [] { return tr("highest, passes a second"); });
    m_needed = figure(u"expectedNeeded"_s, 2, 0, [] { return tr("users the rate needs"); });
    m_verdict = form::para({}, Type::Small, u"warn"_s);
    m_verdict->setObjectName(u"expectedVerdict"_s);
    m_computer = form::para({}, Type::Small, u"3"_s);
    m_computer->setObjectName(u"expectedComputer"_s);
    m_judging.setSingleShot(true);
    m_judging.setInterval(judgeAfter);
    connect(&m_judging, &QTimer::timeout, this, &StageEditor::judge);
    auto *l = vbox(sp::s);
    l->addLayout(head);
    l->addLayout(warmUp);
    l->addLayout(pass);
    l->addLayout(grid);
    l->addWidget(m_verdict);
    l->addWidget(m_computer);
    m_texts.add([=, this] {
        title->setText(tr("Expected"));
        assume->setText(tr("if a pass takes, s"));
        leftOut->setText(tr("warm-up, s"));
        m_warmUp->setAccessibleName(tr("Warm-up in seconds"));
        m_warmUp->setToolTip(tr("The first seconds are drawn, but count in no figure and no rule."));
        m_passSeconds->setAccessibleName(tr("Seconds a pass takes"));
        showShortages();
    });
    return wrap(l);
}

void StageEditor::setPassSeconds(double seconds) { m_passSeconds->setValue(seconds); }

void StageEditor::setCase(domain::CaseId testCase)
{
    m_case = testCase;
    m_model->setCase(testCase);
    if (m_model->rowCount() > 0)
        selectStage(0);
    read();
}

int StageEditor::currentStage() const { return m_table->currentIndex().row(); }

void StageEditor::selectStage(int row)
{
    if (row != currentStage())
        m_table->setCurrentIndex(m_model->index(row, 0));
}

void StageEditor::insertStage(int row, const Stage &stage, const QString &text)
{
    const domain::TestCase *c = m_document.testCase(m_case);
    if (!c)
        return;
    QVector<Stage> stages = c->stages;
    stages.insert(std::clamp(row, 0, int(stages.size())), stage);
    m_document.setStages(m_case, stages, text);
    selectStage(row);
    read();
}

void StageEditor::addStage()
{
    const domain::TestCase *c = m_document.testCase(m_case);
    if (!c)
        return;
    Stage s = stageOf(domain::PressureMode::Concurrency);
    s.name = tr("Stage %1").arg(c->stages.size() + 1);
    insertStage(int(c->stages.size()), s, tr("Add a stage"));
}

void StageEditor::duplicateStage()
{
    const domain::TestCase *c = m_document.testCase(m_case);
    const int at = currentStage();
    if (c && at >= 0 && at < c->stages.size())
        insertStage(at + 1, Stage(c->stages[at]), tr("Duplicate the stage"));
}

void StageEditor::removeStage()
{
    const int at = currentStage();
    if (at < 0 || !m_model->removeRows(at, 1))
        return;
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(std::min(at, m_model->rowCount() - 1), 0));
    read();
}

void StageEditor::moveStage(int by)
{
    const int at = currentStage(), to = at + by;
    if (at < 0 || to < 0 || to >= m_model->rowCount())
        return;
    m_model->moveStage(at, to);
    selectStage(to);
}

void StageEditor::write(const QString &mergeField, const QString &text, const std::function<void(Stage &)> &change)
{
    const domain::TestCase *c = m_document.testCase(m_case);
    const int at = currentStage();
    if (!c || at < 0 || at >= c->stages.size())
        return;
    QVector<Stage> stages = c->stages;
    change(stages[at]);
    if (stages != c->stages)
        m_document.setStages(m_case, stages, text, mergeField.isEmpty() ? QString() : u"stage/%1/%2"_s.arg(at).arg(mergeField));
}

void StageEditor::writeGradient(const QString &field, const QString &text, const std::function<void(GradientSetting &)> &change)
{
    const domain::TestCase *c = m_document.testCase(m_case);
    if (!c)
        return;
    domain::TestCase after = *c;
    GradientSetting gradient = services::gradientOf(after).value_or(GradientSetting{});
    change(gradient);
    services::putGradient(after, gradient);
    m_document.setCase(after, text, field);
}

void StageEditor::read()
{
    const domain::TestCase *c = m_document.testCase(m_case);
    const int at = currentStage();
    const bool any = c && at >= 0 && at < c->stages.size();
    m_curve->setStages(c ? c->stages : QVector<Stage>(), at, c ? services::gradientStages(*c) : QVector<Stage>());
    m_curve->setWarmUp(c ? c->warmUp : 0);
    m_warmUp->setValue(c ? c->warmUp : 0);
    m_fields->setVisible(any);
    m_presetBar->setEnabled(any);
    const auto gradient = c ? services::gradientOf(*c) : std::nullopt;
    m_gradientPane->setVisible(gradient.has_value());
    m_gradientButton->setVisible(!gradient);
    if (gradient)
        m_gradient.read(*gradient);
    if (c)
        readExpected(*c);
    if (!any)
        return;
    m_fields->read(c->stages[at], at + 1);
    m_presets->button(int(presetOf(c->stages[at])))->setChecked(true);
}

void StageEditor::readExpected(const domain::TestCase &testCase)
{
    const auto load = services::expectedLoad(services::stagesOf(testCase), m_passSeconds->value());
    m_duration->setValue(load.openEnded ? tr("%1 +").arg(clock(int(load.seconds))) : clock(int(load.seconds)));
    m_users->setValue(num(load.mostUsers));
    m_starts->setValue(u"≈ "_s + num(load.starts));
    m_rate->setValue(num(load.peakRate, 1));
    const bool rates = load.ceiling > 0;
    m_needed->setValue(rates ? num(load.usersNeeded) : u"–"_s);
    const bool tooFew = rates && load.usersNeeded > load.ceiling;
    m_verdict->setText(tooFew ? tr("The rate needs %1 users when a pass takes that long, but at most %2 are allowed: passes would be "
                                   "left out. Allow more users, or ask for less.")
                                    .arg(num(load.usersNeeded), num(load.ceiling))
                              : QString());
    m_verdict->setVisible(tooFew);
    m_judging.start();
}

void StageEditor::judge()
{
    if (m_busy)
        return m_judging.start(); // later, for what it is then
    m_busy = true;
    QThreadPool::globalInstance()->start([self = QPointer(this), project = m_document.project(), id = m_case] {
        const QStringList shortages = services::preflight(project, id);
        QMetaObject::invokeMethod(qApp, [self, shortages] {
            if (!self)
                return;
            self->m_busy = false;
            self->m_shortages = shortages;
            self->showShortages();
        });
    });
}

void StageEditor::showShortages()
{
    m_computer->setVisible(m_shortages.has_value());
    if (!m_shortages)
        return;
    setTone(m_computer, m_shortages->isEmpty() ? u"ok"_s : u"warn"_s);
    m_computer->setText(m_shortages->isEmpty() ? tr("This computer can make this load.") : m_shortages->join(u'\n'));
}

bool StageEditor::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveStage(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void StageEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        drawPresets();
    QWidget::changeEvent(event);
}

} // namespace ui
