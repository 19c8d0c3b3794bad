#include "models/items/stagesmodel.h"

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
    if (role == Qt::TextAlignmentRole && index.column() >= LoadColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return stage.name.isEmpty() && role == Qt::DisplayRole ? tr("Stage %1").arg(index.row() + 1) : stage.name;
    case ModeColumn:
        return role == Qt::DisplayRole ? QVariant(modeName(stage.mode)) : QVariant(int(stage.mode));
    case LoadColumn:
        if (role == Qt::EditRole)
            return loadOf(stage);
        return stage.isRate() ? tr("%1/s").arg(loadOf(stage)) : tr("%1 users").arg(loadOf(stage));
    case LengthColumn:
        if (role == Qt::EditRole)
            return stage.byCount ? stage.count : stage.seconds;
        return stage.byCount ? tr("%1 iterations").arg(stage.count) : tr("%1 s").arg(stage.seconds);
    case RampUpColumn:
        return role == Qt::EditRole ? QVariant(stage.rampUp) : QVariant(tr("%1 s").arg(stage.rampUp));
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
    const double number = index.column() == NameColumn || role == ByCountRole ? 0 : value.toDouble(&isNumber);
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
        stage.rampUp = int(number);
    }
    m_document.setStages(m_case, stages, text, u"stage/%1/%2/%3"_s.arg(index.row()).arg(index.column()).arg(role));
    return true;
}

QVariant StagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case ModeColumn:
        return tr("Mode");
    case LoadColumn:
        return tr("Load");
    case LengthColumn:
        return tr("Length");
    case RampUpColumn:
        return tr("Ramp-up");
    }
    return {};
}

Qt::ItemFlags StagesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
    return index.isValid() ? flags : Qt::ItemFlags(Qt::NoItemFlags);
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
