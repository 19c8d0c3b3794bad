#include "ui/editors/environmentseditor.h"
#include "models/items/environmentsmodel.h"
#include "ui/editors/edittable.h"
#include "ui/editors/fields.h"

using namespace Qt::StringLiterals;

namespace ui {

using items::EnvironmentsModel;

EnvironmentsEditor::EnvironmentsEditor(document::ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_model(new EnvironmentsModel(document, this)),
      m_table(new EditTable(u"environmentTable"_s)), m_note(text({}, Type::Small, u"3"_s))
{
    m_note->setObjectName(u"environmentNote"_s);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setModel(m_model);
    auto *bar = hbox(sp::s, {sp::m, 7, sp::m, 7});
    const auto act = [&](const QString &name, const QString &icon, Label label, std::function<void()> run) {
        auto *b = button(u" "_s, u"ghost"_s, icon);
        b->setObjectName(name);
        m_texts.add([b, label] { b->setText(u" "_s + label()); });
        connect(b, &QPushButton::clicked, this, run);
        bar->addWidget(b);
    };
    act(u"addEnvironment"_s, u"plus"_s, [] { return tr("Add environment"); }, [this] {
        m_model->addEnvironment(tr("Environment"));
        m_table->setCurrentIndex(m_model->index(0, m_model->columnCount() - 1));
    });
    act(u"renameEnvironment"_s, u"pencil"_s, [] { return tr("Rename"); }, [this] { renameCurrent(); });
    act(u"duplicateEnvironment"_s, u"copy"_s, [] { return tr("Duplicate"); },
        [this] { m_model->duplicateEnvironment(currentEnvironment()); });
    act(u"removeEnvironment"_s, u"x"_s, [] { return tr("Delete"); }, [this] { m_model->removeEnvironment(currentEnvironment()); });
    bar->addWidget(m_note, 1);
    auto *l = vbox(0);
    l->addLayout(bar);
    l->addWidget(hline());
    l->addWidget(m_table, 1);
    auto *outer = vbox(0);
    outer->addWidget(wrap(l, u"pane"_s));
    setLayout(outer);
    m_texts.add([this] {
        m_table->setAccessibleName(tr("Values of the environments"));
        m_table->setHint(tr("Texts and lists among the variables stand here, once there are some. What an environment sets goes before "
                            "the variable's own value; choose the environment at the top of the window before a run."));
        layOut();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &EnvironmentsEditor::layOut);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionDoubleClicked, this, [this](int section) {
        if (section < EnvironmentsModel::FirstEnvironment)
            return;
        m_table->setCurrentIndex(m_model->index(std::max(0, m_table->currentIndex().row()), section));
        renameCurrent();
    });
}

EnvironmentsEditor::~EnvironmentsEditor()
{
    for (auto *edit : findChildren<QLineEdit *>(u"environmentName"_s)) // losing the focus at the end is no edit
        edit->disconnect(this);
}

void EnvironmentsEditor::layOut()
{
    const int environments = m_model->columnCount() - EnvironmentsModel::FirstEnvironment;
    QList<int> widths{170, 190};
    for (int i = 0; i < environments; ++i)
        widths << 0;
    m_table->setWidths(widths);
    m_note->setText(environments > 0 ? tr("An empty cell leaves the variable's own value.")
                                     : tr("No environment yet: add one for each place the test runs against."));
}

int EnvironmentsEditor::currentEnvironment() const
{
    const int column = m_table->currentIndex().column();
    return column >= EnvironmentsModel::FirstEnvironment ? column - EnvironmentsModel::FirstEnvironment
                                                         : m_model->columnCount() > EnvironmentsModel::FirstEnvironment ? 0 : -1;
}

void EnvironmentsEditor::renameCurrent()
{
    const int environment = currentEnvironment();
    if (environment < 0)
        return;
    auto *header = m_table->horizontalHeader();
    const int section = environment + EnvironmentsModel::FirstEnvironment;
    auto *edit = new QLineEdit(m_model->headerData(section, Qt::Horizontal).toString(), m_table);
    edit->setObjectName(u"environmentName"_s);
    edit->setAccessibleName(tr("Name of the environment"));
    edit->setGeometry(header->sectionViewportPosition(section), 0, std::max(120, header->sectionSize(section)), header->height());
    edit->setMinimumHeight(0);
    edit->selectAll();
    edit->show();
    edit->setFocus();
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, environment] {
        if (edit->property("done").toBool())
            return;
        edit->setProperty("done", true);
        const QString name = edit->text().trimmed();
        if (name != m_document.project().environments.value(environment).name && !m_model->renameEnvironment(environment, name)) {
            setTone(m_note, u"bad"_s);
            m_note->setText(name.isEmpty() ? tr("An environment needs a name.") : tr("Another environment has the name “%1”.").arg(name));
        } else {
            setTone(m_note, u"3"_s);
            layOut();
        }
        edit->deleteLater();
    });
}

void EnvironmentsEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
