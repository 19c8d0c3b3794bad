#include "ui/editors/variableseditor.h"
#include "app/services/rowsource.h"
#include "app/services/variablepreview.h"
#include "models/items/variablesmodel.h"
#include "ui/editors/edittable.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using domain::Variable;
using domain::VariableType;
using items::VariablesModel;

namespace {

constexpr VariableType types[] = {VariableType::Text, VariableType::IntegerRange, VariableType::Enumeration, VariableType::File};

int indexOf(VariableType type) { return int(std::find(std::begin(types), std::end(types), type) - std::begin(types)); }

/// A value as text; of a sensitive variable nothing, not even for fields that are not shown.
QString number(const Variable &v, int at)
{
    return v.values.size() > at && !v.sensitive ? v.values[at].toVariant().toString() : QString();
}

} // namespace

VariablesEditor::VariablesEditor(document::ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_model(new VariablesModel(document, this)),
      m_fields(this, m_texts,
               [this](const QString &field, const QString &text, const auto &change) {
                   if (const Variable *now = variable()) {
                       Variable after = *now;
                       change(after);
                       m_model->setVariable(after, text, field);
                   }
               }),
      m_table(new EditTable(u"variableTable"_s)), m_addMenu(new QMenu(this)), m_right(new QStackedWidget), m_later(new QTimer(this))
{
    auto *split = new QSplitter(Qt::Horizontal);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(list());
    split->addWidget(m_right);
    split->setStretchFactor(0, 4);
    split->setStretchFactor(1, 5);
    split->setSizes({540, 640});
    auto *hint = form::para({}, Type::Body);
    auto *empty = vbox(sp::s, {sp::xl, sp::xl, sp::xl, sp::xl});
    empty->addWidget(hint);
    empty->addStretch(1);
    m_right->addWidget(wrap(empty, u"pane"_s));
    m_right->addWidget(page());
    auto *l = vbox(0);
    l->addWidget(split);
    setLayout(l);
    m_later->setSingleShot(true);
    m_later->setInterval(150);
    connect(m_later, &QTimer::timeout, this, &VariablesEditor::readPreview);
    m_texts.add([=, this] {
        hint->setText(tr("A variable stands in requests as ${name} and gives each user, in each pass, a value: from a list, a range or "
                         "a file. Choose one on the left, or add one."));
        fillAddMenu();
        read();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &VariablesEditor::read);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, [this] { read(); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &VariablesEditor::read);
    connect(m_model, &QAbstractItemModel::modelReset, this, &VariablesEditor::read);
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    read();
}

VariablesEditor::~VariablesEditor()
{
    for (QLineEdit *edit : {m_name, m_secret}) // losing the focus at the end is no edit
        edit->disconnect(this);
}

QWidget *VariablesEditor::list()
{
    m_table->setModel(m_model);
    m_table->setWidths({150, 100, 0, 76, 96, 48});
    m_table->setColumnHidden(VariablesModel::ModeColumn, true);
    m_table->setColumnHidden(VariablesModel::SharingColumn, true);
    auto *add = button(u" "_s, u"ghost"_s, u"plus"_s);
    add->setObjectName(u"addVariable"_s);
    add->setMenu(m_addMenu);
    auto *title = text({}, Type::Heading);
    auto *head = hbox(sp::s, {sp::m, 0, sp::s, 0});
    head->addWidget(title, 1);
    head->addWidget(add);
    auto *headWidget = wrap(head, u"paneHeader"_s);
    headWidget->setFixedHeight(44);
    auto *l = vbox(0);
    l->addWidget(headWidget);
    l->addWidget(m_table, 1);
    m_texts.add([=, this] {
        title->setText(tr("Variables"));
        add->setText(u" "_s + tr("Add"));
        add->setAccessibleName(tr("Add a variable"));
        m_table->setAccessibleName(tr("Variables"));
        m_table->setHint(tr("No variable yet."));
    });
    auto *pane = wrap(l, u"pane"_s);
    pane->setMinimumWidth(340);
    return pane;
}

QWidget *VariablesEditor::page()
{
    m_icon = iconLabel(u"variable"_s, theme::tk().accentText, 16);
    m_title = text({}, Type::Heading);
    auto *head = hbox(sp::s, {sp::l, 0, sp::m, 0});
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    auto *headWidget = wrap(head, u"paneHeader"_s);
    headWidget->setFixedHeight(44);
    m_name = new QLineEdit;
    m_name->setObjectName(u"variableName"_s);
    m_name->setMinimumHeight(30);
    connect(m_name, &QLineEdit::editingFinished, this, &VariablesEditor::rename);
    auto *kind = m_fields.segments(u"variableType"_s, [] { return tr("Kind"); },
                                   [] { return QStringList{tr("Text"), tr("Range"), tr("List"), tr("File")}; },
                                   [](const Variable &v) { return indexOf(v.type); },
                                   [](Variable &v, int i) {
                                       if (v.type == types[i])
                                           return;
                                       v.type = types[i];
                                       if (v.sensitive)
                                           v.values = {}; // what was hidden does not come to light
                                       v.sensitive = false;
                                       const QString first = v.values.isEmpty() ? QString() : v.values[0].toVariant().toString();
                                       v.values = v.type == VariableType::IntegerRange ? QJsonArray{1, 100}
                                           : v.type == VariableType::File            ? QJsonArray()
                                                                                     : QJsonArray{first};
                                   });
    m_problem = text({}, Type::Small, u"bad"_s);
    m_problem->setObjectName(u"variableProblem"_s);
    m_problem->setWordWrap(true);
    auto *fields = vbox(sp::m, {sp::l, sp::m, sp::l, sp::m});
    auto *line = hbox(sp::l);
    line->addWidget(labelled(m_texts, m_name, [] { return tr("Name"); }), 1);
    line->addWidget(labelled(m_texts, kind, [] { return tr("Kind"); }));
    fields->addLayout(line);
    fields->addWidget(m_problem);
    fields->addWidget(values());
    fields->addWidget(reading());
    auto *l = vbox(0);
    l->addWidget(headWidget);
    l->addLayout(fields);
    l->addWidget(hline());
    l->addWidget(preview(), 1);
    return wrap(l, u"pane"_s);
}

QWidget *VariablesEditor::values()
{
    auto *text = m_fields.line(u"variableText"_s, [] { return tr("Value"); },
                               [](const Variable &v) { return number(v, 0); },
                               [](Variable &v, const QString &s) { v.values = {s}; });
    auto *sensitive = m_fields.flag(u"variableSensitive"_s, [] { return tr("Sensitive: stored encrypted, never shown again"); },
                                    [](const Variable &v) { return v.sensitive; },
                                    [](Variable &v, bool on) {
                                        v.sensitive = on;
                                        if (!on)
                                            v.values = {QString()}; // what was hidden does not come to light
                                    });
    m_secret = new QLineEdit;
    m_secret->setObjectName(u"variableSecret"_s);
    m_secret->setMinimumHeight(30);
    m_secret->setEchoMode(QLineEdit::Password);
    connect(m_secret, &QLineEdit::editingFinished, this, [this] {
        const QString secret = m_secret->text();
        m_secret->clear();
        if (!secret.isEmpty())
            m_fields.write({}, tr("Set the sensitive value"), [secret](Variable &v) { v.values = {secret}; });
    });
    const auto bound = [this](const QString &name, Label label, int at) {
        auto *edit = m_fields.line(name, label, [at](const Variable &v) { return number(v, at); },
                                   [at](Variable &v, const QString &s) {
                                       bool isNumber = false;
                                       const qint64 n = s.trimmed().toLongLong(&isNumber);
                                       while (v.values.size() < 2)
                                           v.values.append(0);
                                       if (isNumber)
                                           v.values[at] = n;
                                   });
        edit->setValidator(new QRegularExpressionValidator(QRegularExpression(u"-?[0-9]{0,18}"_s), edit));
        edit->setMaximumWidth(160);
        return labelled(m_texts, edit, label);
    };
    auto *range = hbox(sp::l);
    range->addWidget(bound(u"variableMinimum"_s, [] { return tr("From"); }, 0));
    range->addWidget(bound(u"variableMaximum"_s, [] { return tr("To"); }, 1));
    range->addStretch(1);
    auto *entries = m_fields.prose(u"variableList"_s, [] { return tr("Values, one a line"); },
                                   [](const Variable &v) {
                                       QStringList lines;
                                       for (int i = 0; i < v.values.size(); ++i)
                                           lines << number(v, i);
                                       return lines.join(u'\n');
                                   },
                                   [](Variable &v, const QString &s) {
                                       v.values = {};
                                       for (const QString &line : s.split(u'\n'))
                                           v.values.append(line);
                                       if (s.isEmpty())
                                           v.values = {};
                                   });
    entries->setFixedHeight(104);
    auto *file = m_fields.line(u"variableFile"_s, [] { return tr("File"); }, [](const Variable &v) { return v.file; },
                               [](Variable &v, const QString &s) {
                                   v.file = s;
                                   v.values = {}; // the columns are those of the file
                               });
    auto *browse = button(u" "_s, {}, u"folder-open"_s);
    browse->setObjectName(u"variableBrowse"_s);
    connect(browse, &QPushButton::clicked, this, &VariablesEditor::chooseFile);
    auto *fileLine = hbox(sp::s);
    fileLine->addWidget(file, 1);
    fileLine->addWidget(browse);

    auto *textField = labelled(m_texts, text, [] { return tr("Value"); });
    auto *secretField = labelled(m_texts, m_secret, [] { return tr("New value"); });
    auto *rangeField = wrap(range);
    auto *listField = labelled(m_texts, entries, [] { return tr("Values, one a line"); });
    auto *fileField = wrap(fileLine);
    m_texts.add([=, this] {
        browse->setText(u" "_s + tr("Choose…"));
        file->setPlaceholderText(tr("CSV or XLSX; the first line names the columns"));
        m_secret->setPlaceholderText(tr("stored; type a new one to replace it"));
    });
    m_fields.onRead([=](const Variable &v) {
        textField->setVisible(v.type == VariableType::Text && !v.sensitive);
        secretField->setVisible(v.type == VariableType::Text && v.sensitive);
        sensitive->setVisible(v.type == VariableType::Text);
        rangeField->setVisible(v.type == VariableType::IntegerRange);
        listField->setVisible(v.type == VariableType::Enumeration);
        fileField->setVisible(v.type == VariableType::File);
    });
    auto *l = vbox(sp::s);
    for (QWidget *w : {textField, secretField, static_cast<QWidget *>(sensitive), rangeField, listField, fileField})
        l->addWidget(w);
    return wrap(l);
}

QWidget *VariablesEditor::reading()
{
    auto *order = m_fields.segments(u"variableOrder"_s, [] { return tr("Values are read"); },
                                    [] { return QStringList{tr("in order"), tr("at random")}; },
                                    [](const Variable &v) { return v.random ? 1 : 0; }, [](Variable &v, int i) { v.random = i == 1; });
    auto *share = m_fields.segments(u"variableShare"_s, [] { return tr("Shared by"); },
                                    [] { return QStringList{tr("the whole case"), tr("each user alone")}; },
                                    [](const Variable &v) { return v.perUser ? 1 : 0; }, [](Variable &v, int i) { v.perUser = i == 1; });
    auto *end = m_fields.segments(u"variableEnd"_s, [] { return tr("After the last"); },
                                  [] { return QStringList{tr("start over"), tr("stop the user")}; },
                                  [](const Variable &v) { return v.stopAtEnd ? 1 : 0; }, [](Variable &v, int i) { v.stopAtEnd = i == 1; });
    auto *endField = labelled(m_texts, end, [] { return tr("After the last"); });
    auto *line = form::line({labelled(m_texts, order, [] { return tr("Values are read"); }),
                             labelled(m_texts, share, [] { return tr("Shared by"); }), endField}, true, sp::l);
    m_rule = form::para({}, Type::Small, {});
    m_rule->setObjectName(u"variableRule"_s);
    auto *note = hbox(sp::s, {10, 7, 10, 7});
    note->addWidget(iconLabel(u"info"_s, theme::tk().accentText, 14), 0, Qt::AlignTop);
    note->addWidget(m_rule, 1);
    auto *choices = wrap(line);
    m_fields.onRead([=](const Variable &v) {
        choices->setVisible(v.type != VariableType::Text);
        endField->setVisible(!v.random);
    });
    auto *l = vbox(sp::m);
    l->addWidget(choices);
    l->addWidget(wrap(note, u"note"_s));
    return wrap(l);
}

QWidget *VariablesEditor::preview()
{
    m_previewTitle = text({}, Type::Heading);
    m_previewNote = text({}, Type::Small, u"3"_s);
    m_previewNote->setObjectName(u"previewNote"_s);
    m_previewModel = new QStandardItemModel;
    m_previewTable = makeTable(m_previewModel, {{u" "_s, 48, true}});
    m_previewTable->setObjectName(u"previewTable"_s);
    m_previewTable->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    auto *head = hbox(sp::s, {sp::l, sp::s, sp::l, sp::xs});
    head->addWidget(m_previewTitle);
    head->addWidget(m_previewNote, 1);
    auto *l = vbox(0);
    l->addLayout(head);
    l->addWidget(m_previewTable, 1);
    m_texts.add([this] {
        m_previewTitle->setText(tr("Preview"));
        m_previewTable->setAccessibleName(tr("Values it gives next"));
    });
    return wrap(l);
}

void VariablesEditor::fillAddMenu()
{
    m_addMenu->clear();
    const auto entry = [this](const QString &name, const QString &icon, const QString &label, VariableType type, bool sensitive) {
        auto *a = m_addMenu->addAction(theme::icon(icon), label);
        a->setObjectName(name);
        connect(a, &QAction::triggered, this, [=, this] { add(type, sensitive); });
    };
    entry(u"addText"_s, u"type"_s, tr("Text"), VariableType::Text, false);
    entry(u"addSensitive"_s, u"key-round"_s, tr("Sensitive text"), VariableType::Text, true);
    entry(u"addRange"_s, u"hash"_s, tr("Integer range"), VariableType::IntegerRange, false);
    entry(u"addList"_s, u"list"_s, tr("List"), VariableType::Enumeration, false);
    entry(u"addFile"_s, u"file-spreadsheet"_s, tr("File, CSV or XLSX"), VariableType::File, false);
}

void VariablesEditor::setFolder(const QString &folder)
{
    m_folder = folder;
    readPreview();
}

void VariablesEditor::add(VariableType type, bool sensitive)
{
    Variable fresh;
    fresh.type = type;
    fresh.sensitive = sensitive;
    const QString base = type == VariableType::File ? tr("data") : sensitive ? tr("secret") : tr("value");
    const auto taken = [&](const QString &name) {
        return std::any_of(m_document.project().variables.begin(), m_document.project().variables.end(),
                           [&](const Variable &v) { return v.name == name; });
    };
    fresh.name = base;
    for (int i = 2; taken(fresh.name); ++i)
        fresh.name = base + QString::number(i);
    fresh.values = type == VariableType::IntegerRange ? QJsonArray{1, 100} : type == VariableType::File ? QJsonArray() : QJsonArray{QString()};
    m_model->addVariable(fresh);
    m_table->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
    m_name->setFocus();
    m_name->selectAll();
}

void VariablesEditor::select(domain::VariableId id)
{
    if (const QModelIndex index = m_model->indexOf(id); index.isValid())
        m_table->setCurrentIndex(index);
}

const Variable *VariablesEditor::variable() const { return m_model->variableAt(m_table->currentIndex().row()); }

domain::VariableId VariablesEditor::current() const { return variable() ? variable()->id : domain::VariableId{}; }

void VariablesEditor::rename()
{
    const Variable *now = variable();
    const QString name = m_name->text().trimmed();
    if (!now || name == now->name)
        return;
    Variable after = *now;
    after.name = name;
    // What would make every use unreadable stays in the field, with its reason, until it is mended.
    const QString problem = VariablesModel::problemOf(after, m_document.project().variables);
    const bool ofName = !name.isEmpty() && problem.isEmpty();
    if (ofName || VariablesModel::problemOf(*now, m_document.project().variables) == problem) {
        m_document.rename(now->id, name);
        return;
    }
    m_problem->setText(name.isEmpty() ? tr("The name is missing.") : problem);
    m_problem->show();
}

void VariablesEditor::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a file"), m_folder, tr("Tables (*.csv *.xlsx);;All files (*)"));
    if (path.isEmpty())
        return;
    const QString relative = m_folder.isEmpty() ? path : QDir(m_folder).relativeFilePath(path);
    m_fields.write({}, tr("Choose the file"), [&](Variable &v) {
        v.file = relative.startsWith(u"../.."_s) ? path : relative;
        v.values = {};
        v.values = QJsonArray::fromStringList(services::columnsOf(v, m_folder));
    });
}

void VariablesEditor::read()
{
    const Variable *v = variable();
    m_right->setCurrentIndex(v ? 1 : 0);
    if (!v)
        return;
    const bool typingName = m_name->hasFocus() && m_name->isModified() && m_title->property("variable").toInt() == v->id.value;
    if (!typingName)
        m_name->setText(v->name);
    m_title->setProperty("variable", v->id.value);
    m_title->setText(u"${%1}"_s.arg(v->name));
    theme::setIcon(m_icon, m_model->index(m_table->currentIndex().row(), 0).data(Qt::DecorationRole).toString(), theme::tk().accentText, 16);
    m_fields.read(*v);
    m_problem->setText(VariablesModel::problemOf(*v, m_document.project().variables));
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_rule->setText(services::readingRule(*v));
    m_later->start();
}

void VariablesEditor::readPreview()
{
    m_later->stop();
    const Variable *v = variable();
    if (!v)
        return;
    const services::VariablePreview preview = services::previewOf(*v, m_folder);
    m_previewModel->clear();
    m_previewModel->setColumnCount(int(preview.columns.size()) + 2);
    m_previewModel->setHeaderData(0, Qt::Horizontal, QString());
    for (int i = 0; i < preview.columns.size(); ++i)
        m_previewModel->setHeaderData(i + 1, Qt::Horizontal, u"${%1}"_s.arg(preview.columns[i]));
    m_previewModel->setHeaderData(int(preview.columns.size()) + 1, Qt::Horizontal, QString());
    for (int i = 0; i <= preview.columns.size() + 1; ++i)
        m_previewModel->setHeaderData(i, Qt::Horizontal, int((i ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter), Qt::TextAlignmentRole);
    for (int row = 0; row < preview.rows.size(); ++row) {
        QVector<Cell> line{Cell::number(QString::number(row + 1), theme::tk().text3)};
        for (const QString &cell : preview.rows[row])
            line << Cell::mono(cell);
        line << (row < preview.next.size() ? Cell::pill(preview.next[row], Tone::Accent) : Cell());
        m_previewModel->appendRow(cells(line));
    }
    m_previewTable->setColumnWidth(0, 48);
    for (int i = 1; i <= preview.columns.size(); ++i)
        m_previewTable->setColumnWidth(i, std::clamp(int(420 / std::max<qsizetype>(1, preview.columns.size())), 90, 260));
    m_previewTable->header()->setSectionResizeMode(int(preview.columns.size()) + 1, QHeaderView::Stretch);
    setTone(m_previewNote, preview.problem.isEmpty() ? u"3"_s : u"bad"_s);
    if (!preview.problem.isEmpty()) {
        m_previewNote->setText(preview.problem);
        return;
    }
    QStringList notes;
    if (v->type == VariableType::File)
        notes << tr("%1 rows, %2 columns").arg(QLocale().toString(preview.total)).arg(preview.columns.size()) << format::bytes(double(preview.bytes));
    else if (v->type != VariableType::Text)
        notes << tr("%1 values").arg(QLocale().toString(preview.total));
    m_previewNote->setText((notes + preview.notes).join(u" · "_s));
}

void VariablesEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
