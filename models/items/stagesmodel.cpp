#include "models/items/stagesmodel.h"

#include <QLocale>
#include <QRegularExpression>
#include <cmath>

using namespace Qt::StringLiterals;

namespace items {

using document::NodeRef;
using document::ProjectDocument;
using domain::PressureMode;
using domain::Stage;

namespace {

/// The largest load the stage asks for (semantics 1.2): which member holds it depends on the mode.
double loadOf(const Stage &stage)
{
    switch (stage.mode) {
    case PressureMode::Concurrency:
    case PressureMode::Peak:
        return stage.users;
    case PressureMode::Tps:
        return stage.tps;
    default:
        return stage.maximum;
    }
}

bool setLoad(Stage &stage, double load)
{
    if (!(load > 0) || load > 2'000'000)
        return false;
    switch (stage.mode) {
    case PressureMode::Concurrency:
    case PressureMode::Peak:
        stage.users = int(load);
        return stage.users > 0;
    case PressureMode::Tps:
        stage.tps = load;
        return true;
    default:
        stage.maximum = int(load);
        return stage.maximum > 0;
    }
}

/// 03:00, from an hour on 1:08:42
QString clock(int seconds)
{
    const QString rest = u"%1:%2"_s.arg(seconds / 60 % 60, 2, 10, QChar(u'0')).arg(seconds % 60, 2, 10, QChar(u'0'));
    return seconds < 3600 ? rest : u"%1:%2"_s.arg(seconds / 3600).arg(rest);
}

bool countable(PressureMode mode)
{
    return mode == PressureMode::Concurrency || mode == PressureMode::Tps;
}

} // namespace

StagesModel::StagesModel(ProjectDocument &document, QObject *parent)
    : DocumentTable(document, parent)
{
    connect(&document, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (m_case.isValid() && node == NodeRef(m_case))
            sync();
    });
    connect(&document, &ProjectDocument::nodeRemoved, this, [this] {
        if (m_case.isValid() && !m_document.contains(m_case))
            setCase({});
    });
}

void StagesModel::setCase(domain::CaseId testCase)
{
    m_case = testCase;
    startOver();
}

void StagesModel::addStage(const Stage &stage)
{
    if (!m_document.contains(m_case))
        return;
    QVector<Stage> stages = m_document.testCase(m_case)->stages;
    stages.append(stage);
    m_document.setStages(m_case, stages, tr("Add stage"));
}

void StagesModel::moveStage(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= listSize() || to >= listSize())
        return;
    QVector<Stage> stages = m_document.testCase(m_case)->stages;
    stages.move(from, to);
    m_document.setStages(m_case, stages, tr("Move stage"));
}

QString StagesModel::modeName(PressureMode mode)
{
    switch (mode) {
    case PressureMode::Concurrency:
        return tr("Concurrency");
    case PressureMode::Tps:
        return tr("TPS");
    case PressureMode::Peak:
        return tr("Peak");
    case PressureMode::SurgeUsers:
        return tr("Surge, users");
    case PressureMode::SurgeTps:
        return tr("Surge, TPS");
    case PressureMode::OscillationUsers:
        return tr("Oscillation, users");
    case PressureMode::OscillationTps:
        return tr("Oscillation, TPS");
    case PressureMode::SmartPeak:
        return tr("Smart peak");
    }
    return {};
}

QString StagesModel::summary(const Stage &stage)
{
    const auto figure = [](double v) { return QLocale().toString(v, 'f', v == std::floor(v) ? 0 : 2); };
    const bool ramps = !stage.byCount && !stage.manual && stage.rampUp > 0;
    switch (stage.mode) {
    case PressureMode::Concurrency:
    case PressureMode::Peak:
        if (stage.manual && !stage.byCount)
            return tr("from %1 users, set by hand up to %2").arg(figure(stage.startUsers), figure(stage.users));
        return ramps && stage.startUsers > 0 && stage.startUsers < stage.users
            ? tr("%1 to %2 users over %3").arg(figure(stage.startUsers), figure(stage.users), clock(stage.rampUp))
            : tr("%1 users").arg(figure(stage.users));
    case PressureMode::Tps:
        if (stage.manual && !stage.byCount)
            return tr("from %1 a second, set by hand up to %2").arg(figure(stage.startTps), figure(stage.tps));
        return ramps && stage.startTps > 0 && stage.startTps < stage.tps
            ? tr("%1 to %2 a second over %3").arg(figure(stage.startTps), figure(stage.tps), clock(stage.rampUp))
            : tr("%1 a second").arg(figure(stage.tps));
    case PressureMode::SurgeUsers:
    case PressureMode::SurgeTps:
        return (stage.isRate() ? tr("%1 peaks of %2 s, %3 to %4 a second") : tr("%1 peaks of %2 s, %3 to %4 users"))
            .arg(figure(stage.loopCount), figure(stage.maxDuration), figure(stage.minimum), figure(stage.maximum));
    case PressureMode::OscillationUsers:
    case PressureMode::OscillationTps:
        return (stage.isRate() ? tr("%1 waves, %2 to %3 a second") : tr("%1 waves, %2 to %3 users"))
            .arg(figure(stage.loopCount), figure(stage.minimum), figure(stage.maximum));
    case PressureMode::SmartPeak:
        return tr("%1 users, +%2 each %3, up to %4")
            .arg(figure(stage.minimum), figure(stage.stepSize), clock(stage.stepDuration), figure(stage.maximum));
    }
    return {};
}

int StagesModel::listSize() const
{
    const domain::TestCase *testCase = m_document.testCase(m_case);
    return testCase ? int(testCase->stages.size()) : 0;
}

int StagesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StagesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= listSize())
        return {};
    const Stage &stage = m_document.testCase(m_case)->stages.at(index.row());
    if (role == ByCountRole)
        return stage.byCount;
    if (role == RateRole)
        return stage.isRate();
    if (role == ChoicesRole && index.column() == ModeColumn) {
        Choices modes;
        for (int i = 0; i <= int(PressureMode::SmartPeak); ++i)
            modes << Choice{i, modeName(PressureMode(i))};
        return QVariant::fromValue(modes);
    }
    if (role == Qt::TextAlignmentRole && index.column() >= BeginsColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return stage.name.isEmpty() && role == Qt::DisplayRole ? tr("Stage %1").arg(index.row() + 1) : stage.name;
    case ModeColumn:
        return role == Qt::DisplayRole ? QVariant(modeName(stage.mode)) : QVariant(int(stage.mode));
    case LoadColumn:
        return role == Qt::EditRole ? QVariant(loadOf(stage)) : QVariant(summary(stage));
    case BeginsColumn: {
        int begins = 0;
        for (const Stage &before : m_document.testCase(m_case)->stages.first(index.row())) {
            if (before.byCount)
                return role == Qt::EditRole ? QVariant() : QVariant(tr("then"));
            begins += before.seconds;
        }
        return role == Qt::EditRole ? QVariant(begins) : QVariant(clock(begins));
    }
    case LengthColumn:
        if (role == Qt::EditRole)
            return stage.byCount ? stage.count : stage.seconds;
        return stage.byCount ? tr("%1 passes").arg(QLocale().toString(stage.count)) : clock(stage.seconds);
    }
    return {};
}

bool StagesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.row() >= listSize() || (role != Qt::EditRole && role != ByCountRole))
        return false;
    QVector<Stage> stages = m_document.testCase(m_case)->stages;
    Stage &stage = stages[index.row()];
    bool isNumber = true;
    double number = index.column() == NameColumn || role == ByCountRole ? 0 : value.toDouble(&isNumber);
    if (!isNumber && index.column() == LengthColumn) { // 3:00 or 1:00:00
        static const QRegularExpression time(u"^(?:(\\d{1,4}):)?(\\d{1,3}):(\\d{2})$"_s);
        const auto match = time.match(value.toString().trimmed());
        isNumber = match.hasMatch() && !stage.byCount;
        number = match.captured(1).toInt() * 3600 + match.captured(2).toInt() * 60 + match.captured(3).toInt();
    }
    if (!isNumber || number < 0 || number > 2'000'000'000)
        return false;
    QString text = tr("Edit stage %1").arg(index.row() + 1);
    if (role == ByCountRole) {
        if (!countable(stage.mode))
            return false;
        stage.byCount = value.toBool();
    } else if (index.column() == NameColumn) {
        stage.name = value.toString();
        text = tr("Rename stage %1").arg(index.row() + 1);
    } else if (index.column() == ModeColumn) {
        if (number > int(PressureMode::SmartPeak))
            return false;
        stage.mode = PressureMode(int(number));
        stage.byCount = stage.byCount && countable(stage.mode);
    } else if (index.column() == LoadColumn) {
        if (!setLoad(stage, number))
            return false;
    } else if (index.column() == LengthColumn) {
        (stage.byCount ? stage.count : stage.seconds) = int(number);
    } else {
        return false;
    }
    m_document.setStages(m_case, stages, text, u"stage/%1/%2/%3"_s.arg(index.row()).arg(index.column()).arg(role));
    return true;
}

QVariant StagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= BeginsColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Stage");
    case ModeColumn:
        return tr("Mode");
    case LoadColumn:
        return tr("Load");
    case LengthColumn:
        return tr("Lasts");
    case BeginsColumn:
        return tr("Begins");
    }
    return {};
}

Qt::ItemFlags StagesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (!index.isValid())
        return Qt::NoItemFlags;
    return index.column() == BeginsColumn ? flags : flags | Qt::ItemIsEditable;
}

bool StagesModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > listSize())
        return false;
    QVector<Stage> stages = m_document.testCase(m_case)->stages;
    stages.remove(row, count);
    m_document.setStages(m_case, stages, count == 1 ? tr("Delete stage %1").arg(row + 1) : tr("Delete %1 stages").arg(count));
    return true;
}

} // namespace items
