// Applications of full-link tests: which agents run in them and whether they are on line, where marked traffic goes
// instead, and which calls are answered in the callee's place. Each edit is kept at once; agents fetch it when they next
// ask. GUI thread.
#pragma once

#include "app/services/fulllinkservice.h"
#include "ui/widgets/texts.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTableWidget;
class QToolButton;
class QVBoxLayout;

namespace ui {

class RowsTable;

class FullLinkPage : public QWidget
{
    Q_OBJECT

public:
    explicit FullLinkPage(services::FullLinkService &service, QWidget *parent = nullptr);

    domain::ApplicationId current() const;

signals:
    void complaint(const QString &sentence); ///< empty: none any more

protected:
    void changeEvent(QEvent *event) override;

private:
    void add();
    QWidget *listPane();
    QWidget *editor();
    void addSwitch(QVBoxLayout *to, const QString &name, std::function<QString()> label, bool domain::AgentRules::*member);
    void addText(QVBoxLayout *to, const QString &name, std::function<QString()> label, QString domain::AgentRules::*member);
    void list();
    void read();
    void readAgents();
    void change(const std::function<void(domain::AgentRules &)> &edit);
    void takeMocks();
    void toggleMock();

    services::FullLinkService &m_service;
    QListWidget *m_list;
    QToolButton *m_drop = nullptr;
    QStackedWidget *m_pages;
    QLineEdit *m_name;
    QTableWidget *m_agents;
    QPushButton *m_dropAgent, *m_mock;
    QLabel *m_mockUrl;
    RowsTable *m_mocks;
    QVector<std::function<void(const domain::AgentRules &)>> m_readers;
    Texts m_texts;
};

} // namespace ui
