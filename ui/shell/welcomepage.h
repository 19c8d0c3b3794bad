// Where one begins: a request to paste, projects and workspaces used last, the sample. GUI thread.
#pragma once

#include "models/domain/card.h"
#include "models/domain/ids.h"
#include "ui/widgets/texts.h"
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace services { class Application; }

namespace ui {

class RequestInput;

class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(services::Application &application, QWidget *parent = nullptr);

    void refresh(); ///< reads the projects and recent workspaces anew
    RequestInput *input() const { return m_input; }

signals:
    void loadTestRequested(const domain::Message &message);
    void editRequested(const domain::Message &message);
    void projectChosen(domain::ProjectId id);
    void workspaceChosen(const QString &path);
    void newProjectRequested();
    void importRequested();
    void sampleRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void noteAnswer(const domain::Message &message); ///< to the request that was just made of it
    QWidget *recent();
    QWidget *sample();

    services::Application &m_application;
    RequestInput *m_input;
    QVBoxLayout *m_rows;
    QLabel *m_none;
    Texts m_texts;
};

} // namespace ui
