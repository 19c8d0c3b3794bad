#include "ui/editors/presets.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

using domain::PressureMode;
using domain::Stage;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Presets)
};

QVector<QPointF> outline(Preset preset)
{
    switch (preset) {
    case Preset::Constant: return {{0, .7}, {1, .7}};
    case Preset::Ramp: return {{0, .1}, {.6, .85}, {1, .85}};
    case Preset::Steps: return {{0, .15}, {.25, .15}, {.25, .4}, {.5, .4}, {.5, .65}, {.75, .65}, {.75, .9}, {1, .9}};
    case Preset::Surge:
        return {{0, .2}, {.2, .2}, {.2, .9}, {.36, .9}, {.36, .2}, {.62, .2}, {.62, .9}, {.78, .9}, {.78, .2}, {1, .2}};
    case Preset::Oscillation: {
        QVector<QPointF> wave;
        for (int i = 0; i <= 40; ++i)
            wave << QPointF(i / 40.0, .5 - .4 * std::cos(i / 40.0 * 4 * M_PI));
        return wave;
    }
    case Preset::Rate: return {{0, .6}, {1, .6}};
    case Preset::FindPeak: return {{0, .1}, {.75, .9}, {1, .9}};
    case Preset::SmartPeak: break;
    }
    return {{0, .1}, {.2, .1}, {.2, .35}, {.4, .35}, {.4, .6}, {.6, .6}, {.6, .85}, {.8, .85}, {.8, .7}, {1, .55}};
}

double topOf(const Stage &stage)
{
    switch (stage.mode) {
    case PressureMode::Concurrency:
    case PressureMode::Peak: return stage.users;
    case PressureMode::Tps: return stage.tps;
    default: return stage.maximum;
    }
}

} // namespace

QString presetName(Preset preset)
{
    switch (preset) {
    case Preset::Constant: return Words::tr("Constant");
    case Preset::Ramp: return Words::tr("Ramp");
    case Preset::Steps: return Words::tr("Steps");
    case Preset::Surge: return Words::tr("Surge");
    case Preset::Oscillation: return Words::tr("Oscillation");
    case Preset::Rate: return Words::tr("TPS");
    case Preset::FindPeak: return Words::tr("Find peak");
    case Preset::SmartPeak: return Words::tr("Smart peak");
    }
    return {};
}

QPixmap presetPicture(Preset preset, QSize s, const QColor &c)
{
    QPixmap picture(s * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter p(&picture);
    p.setRenderHint(QPainter::Antialiasing);
    const auto at = [&](double x, double y) { return QPointF(1.5 + x * (s.width() - 3), s.height() - 2 - y * (s.height() - 4)); };
    QPainterPath line;
    const auto points = outline(preset);
    for (int i = 0; i < points.size(); ++i)
        i ? line.lineTo(at(points[i].x(), points[i].y())) : line.moveTo(at(points[i].x(), points[i].y()));
    QPainterPath area = line;
    area.lineTo(at(1, -.08));
    area.lineTo(at(0, -.08));
    p.fillPath(area, theme::alpha(c, .16));
    p.setPen(QPen(c, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.drawPath(line);
    if (preset == Preset::Rate) {
        QPen dashes(c, 1.2);
        dashes.setDashPattern({2, 2});
        p.setPen(dashes);
        p.drawLine(at(0, .85), at(1, .85));
    }
    if (preset == Preset::SmartPeak) {
        p.setBrush(c);
        p.drawEllipse(at(.7, .85), 2, 2);
    }
    return picture;
}

Preset presetOf(const Stage &stage)
{
    switch (stage.mode) {
    case PressureMode::Concurrency:
        return !stage.byCount && !stage.manual && stage.rampUp > 0 && stage.startUsers > 0 && stage.startUsers < stage.users ? Preset::Ramp
                                                                                                                             : Preset::Constant;
    case PressureMode::Tps: return Preset::Rate;
    case PressureMode::Peak: return Preset::FindPeak;
    case PressureMode::SurgeUsers:
    case PressureMode::SurgeTps: return Preset::Surge;
    case PressureMode::OscillationUsers:
    case PressureMode::OscillationTps: return Preset::Oscillation;
    case PressureMode::SmartPeak: break;
    }
    return Preset::SmartPeak;
}

Stage stageOf(PressureMode mode)
{
    Stage s;
    s.mode = mode;
    s.tps = s.isRate() ? 50 : 0;
    s.users = s.isRate() ? 100 : 10;
    switch (mode) {
    case PressureMode::Peak:
        s.users = 200;
        s.startUsers = 10;
        s.rampUp = 45;
        break;
    case PressureMode::SurgeUsers:
    case PressureMode::SurgeTps:
        s.minimum = 10;
        s.maximum = 50;
        s.loopCount = 2;
        s.maxDuration = 10;
        break;
    case PressureMode::OscillationUsers:
    case PressureMode::OscillationTps:
        s.minimum = 10;
        s.maximum = 50;
        s.loopCount = 2;
        break;
    case PressureMode::SmartPeak:
        s.minimum = 10;
        s.maximum = 100;
        s.stepSize = 10;
        s.stepDuration = 10;
        s.seconds = 120;
        break;
    default:
        break;
    }
    return s;
}

Stage shaped(const Stage &stage, Preset preset)
{
    const bool rate = stage.isRate();
    const int top = std::max(2, int(std::lround(topOf(stage))));
    PressureMode mode = PressureMode::Concurrency;
    switch (preset) {
    case Preset::Surge: mode = rate ? PressureMode::SurgeTps : PressureMode::SurgeUsers; break;
    case Preset::Oscillation: mode = rate ? PressureMode::OscillationTps : PressureMode::OscillationUsers; break;
    case Preset::Rate: mode = PressureMode::Tps; break;
    case Preset::FindPeak: mode = PressureMode::Peak; break;
    case Preset::SmartPeak:
    case Preset::Steps: mode = PressureMode::SmartPeak; break;
    default: break;
    }
    Stage s = stageOf(mode);
    s.name = stage.name;
    s.extra = stage.extra;
    s.seconds = std::max(stage.byCount ? 60 : stage.seconds, 10);
    s.users = s.isRate() ? std::max(100, stage.users) : top;
    s.tps = mode == PressureMode::Tps ? std::max(1.0, topOf(stage)) : 0;
    s.maximum = top;
    s.minimum = std::max(1, top / 5);
    s.maxDuration = std::max(1, s.seconds / 8);
    s.stepSize = std::max(1, (s.maximum - s.minimum + 3) / 4);
    s.stepDuration = std::max(1, s.seconds / 6);
    s.startUsers = mode == PressureMode::Peak || preset == Preset::Ramp ? std::max(1, top / 10) : 0;
    s.rampUp = s.startUsers > 0 ? std::max(1, s.seconds / 2) : 0;
    return s;
}

QString modeIcon(PressureMode mode)
{
    switch (mode) {
    case PressureMode::Concurrency: return u"users"_s;
    case PressureMode::Tps: return u"gauge"_s;
    case PressureMode::Peak: return u"trending-up"_s;
    case PressureMode::SurgeUsers:
    case PressureMode::SurgeTps: return u"square-activity"_s;
    case PressureMode::OscillationUsers:
    case PressureMode::OscillationTps: return u"waves"_s;
    case PressureMode::SmartPeak: break;
    }
    return u"mountain"_s;
}

} // namespace ui
