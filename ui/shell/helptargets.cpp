#include "ui/shell/helptargets.h"
#include <QWidget>

using namespace Qt::StringLiterals;

namespace ui::help {

const QHash<QString, QString> &targets()
{
    static const QHash<QString, QString> all{
        // the window
        {u"ui::WelcomePage"_s, u"start"_s},
        {u"ui::RequestInput"_s, u"start#send"_s},
        {u"ui::TopBar"_s, u"window"_s},
        {u"environmentChoice"_s, u"variables#environments"_s},
        {u"ui::NavRail"_s, u"window#pages"_s},
        {u"ui::StatusLine"_s, u"window#status"_s},
        {u"ui::ProjectDock"_s, u"window#tree"_s},
        {u"ui::EditorArea"_s, u"window#tabs"_s},
        {u"ui::ProblemPage"_s, u"troubleshooting#workspace"_s},
        {u"ui::SettingsPage"_s, u"window#settings"_s},
        {u"ui::ApiCard"_s, u"api"_s},
        {u"ui::ShortcutTable"_s, u"shortcuts"_s},
        {u"ui::ManualPage"_s, u"window#manual"_s},
        {u"ui::FullLinkPage"_s, u"cases#full-link"_s},
        // cases
        {u"ui::CaseEditor"_s, u"cases"_s},
        {u"ui::ProjectEditor"_s, u"cases#overview"_s},
        {u"ui::DirectoryEditor"_s, u"cases#overview"_s},
        {u"ui::CaseOverview"_s, u"cases#overview"_s},
        {u"ui::CasePage"_s, u"cases#about"_s},
        {u"ui::StepList"_s, u"cases#steps"_s},
        {u"ui::StepEditor"_s, u"cases#steps"_s},
        {u"ui::StepPage"_s, u"cases#steps"_s},
        {u"ui::RequestEditor"_s, u"cases#request"_s},
        {u"ui::ProtocolPage"_s, u"protocols"_s},
        {u"ui::RequestBody"_s, u"cases#body"_s},
        {u"ui::RequestAuth"_s, u"cases#auth"_s},
        {u"ui::RequestChecks"_s, u"cases#checks"_s},
        {u"ui::RequestExtraction"_s, u"cases#extraction"_s},
        {u"ui::RequestOptions"_s, u"cases#options"_s},
        {u"ui::InstructionPage"_s, u"cases#instructions"_s},
        {u"ui::DataPage"_s, u"cases#data"_s},
        {u"ui::LoopPage"_s, u"cases#loop"_s},
        {u"ui::ConditionPage"_s, u"cases#condition"_s},
        {u"ui::UserSharePage"_s, u"cases#share"_s},
        {u"ui::ThroughputPage"_s, u"cases#throughput"_s},
        {u"ui::RendezvousPage"_s, u"cases#rendezvous"_s},
        {u"ui::PluginPage"_s, u"plugins"_s},
        {u"ui::ReferencePage"_s, u"cases#transactions"_s},
        {u"ui::LibraryEditor"_s, u"cases#transactions"_s},
        {u"ui::FindReplace"_s, u"cases#find"_s},
        {u"ui::DebugPage"_s, u"cases#debug"_s},
        {u"ui::ExchangeView"_s, u"cases#debug"_s},
        {u"ui::MessagePane"_s, u"cases#debug"_s},
        {u"ui::PassLanes"_s, u"cases#debug"_s},
        // load
        {u"ui::StageEditor"_s, u"load"_s},
        {u"ui::StageFields"_s, u"load#stages"_s},
        {u"ui::LoadCurveView"_s, u"load#curve"_s},
        {u"ui::SlaEditor"_s, u"load#rules"_s},
        {u"ui::TaskEditor"_s, u"load#tasks"_s},
        {u"ui::TasksEditor"_s, u"load#tasks"_s},
        // variables
        {u"ui::DataEditor"_s, u"variables"_s},
        {u"ui::VariablesEditor"_s, u"variables"_s},
        {u"ui::EnvironmentsEditor"_s, u"variables#environments"_s},
        // runs
        {u"ui::LivePage"_s, u"reports#live"_s},
        {u"ui::LiveTiles"_s, u"reports#live"_s},
        {u"ui::LiveCharts"_s, u"reports#live"_s},
        {u"ui::RequestsCard"_s, u"reports#live"_s},
        {u"ui::LoadCard"_s, u"reports#change"_s},
        {u"ui::HealthCard"_s, u"reports#health"_s},
        {u"ui::ErrorsCard"_s, u"reports#errors"_s},
        {u"ui::ReportPage"_s, u"reports#report"_s},
        {u"ui::ReportCharts"_s, u"reports#report"_s},
        {u"ui::ReportTree"_s, u"reports#report"_s},
        {u"ui::ReportPeak"_s, u"load#stages"_s},
        {u"ui::ReportStreams"_s, u"protocols#stream-figures"_s},
        {u"ui::ReportErrors"_s, u"reports#errors"_s},
        {u"ui::ReportLog"_s, u"reports#log"_s},
        {u"ui::HistoryPage"_s, u"reports#history"_s},
        {u"ui::ComparePage"_s, u"reports#compare"_s},
    };
    return all;
}

QString targetFor(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        const QString own = widget->property("help").toString();
        if (!own.isEmpty())
            return own;
        if (const auto named = targets().constFind(widget->objectName()); named != targets().cend())
            return *named;
        for (const QMetaObject *meta = widget->metaObject(); meta != &QWidget::staticMetaObject && meta; meta = meta->superClass()) {
            if (const auto known = targets().constFind(QString::fromLatin1(meta->className())); known != targets().cend())
                return *known;
        }
    }
    return u"start"_s;
}

} // namespace ui::help
