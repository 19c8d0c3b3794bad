#include "ui/editors/libraryeditor.h"
#include "models/items/stepsmodel.h"
#include "models/items/transactionsmodel.h"
#include "ui/editors/edittable.h"
#include "ui/editors/stepeditor.h"
#include "ui/editors/steplist.h"
#include "ui/editors/transactionsteps.h"

using namespace Qt::StringLiterals;

namespace ui {

using document::NodeRef;
using domain::Transaction;
using items::TransactionsModel;

namespace {

QString chips(QSet<QString> names)
{
    QStringList sorted(names.begin(), names.end());
    sorted.sort(Qt::CaseInsensitive);
    for (QString &name : sorted)
        name = u"${%1}"_s.arg(name);
    return sorted.join(u"  "_s);
}

} // namespace

LibraryEditor::LibraryEditor(document::ProjectDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_model(new TransactionsModel(document, this)),
      m_steps(new TransactionSteps(document, this)),
      m_fields(this, m_texts,
               [this](const QString &field, const QString &text, const auto &change) {
                   if (const Transaction *now = transaction()) {
                       Transaction after = *now;
                       change(after);
                       m_document.setTransaction(after, text, field);
                   }
               }),
      m_table(new EditTable(u"transactionTable"_s)), m_list(new StepList(m_steps->mirror(), m_steps->testCase())),
      m_editor(new StepEditor(m_steps->mirror())), m_right(new QStackedWidget)
{
    m_list->setLibrary(&document);
    m_list->model()->setSections(false);
    m_editor->setLibrary(&document, [this] { return names(); });
    m_table->setModel(m_model);
    m_table->setWidths({0, 52, 64});
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    auto *title = text({}, Type::Heading);
    auto *add = button(u" "_s, u"ghost"_s, u"plus"_s);
    add->setObjectName(u"addTransaction"_s);
    auto *drop = button(u" "_s, u"ghost"_s, u"x"_s);
    drop->setObjectName(u"removeTransaction"_s);
    m_note = form::para({}, Type::Small, u"bad"_s);
    m_note->setObjectName(u"libraryNote"_s);
    m_note->hide();
    auto *headLine = hbox(sp::s, {sp::m, 0, sp::s, 0});
    headLine->addWidget(title, 1);
    headLine->addWidget(add);
    headLine->addWidget(drop);
    auto *headWidget = wrap(headLine, u"paneHeader"_s);
    headWidget->setFixedHeight(44);
    auto *left = vbox(0);
    left->addWidget(headWidget);
    left->addWidget(m_table, 1);
    auto *noteLine = vbox(0, {sp::m, sp::s, sp::m, sp::s});
    noteLine->addWidget(m_note);
    left->addLayout(noteLine);

    auto *inner = new QSplitter(Qt::Horizontal);
    inner->setHandleWidth(1);
    inner->setChildrenCollapsible(false);
    inner->addWidget(m_list);
    inner->addWidget(m_editor);
    inner->setStretchFactor(1, 1);
    inner->setSizes({330, 560});
    auto *page = vbox(0);
    page->addWidget(head());
    page->addWidget(hline());
    page->addWidget(inner, 1);
    page->addWidget(foot());
    auto *hint = form::para({}, Type::Body);
    auto *empty = vbox(sp::s, {sp::xl, sp::xl, sp::xl, sp::xl});
    empty->addWidget(hint);
    empty->addStretch(1);
    m_right->addWidget(wrap(empty, u"pane"_s));
    m_right->addWidget(wrap(page, u"pane"_s));
    auto *split = new QSplitter(Qt::Horizontal);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(wrap(left, u"pane"_s));
    split->addWidget(m_right);
    split->setStretchFactor(1, 1);
    split->setSizes({280, 900});
    auto *l = vbox(0);
    l->addWidget(split);
    setLayout(l);

    m_texts.add([=, this] {
        title->setText(tr("Transactions"));
        add->setText(u" "_s + tr("New"));
        add->setAccessibleName(tr("Add a transaction"));
        drop->setText(u" "_s + tr("Delete"));
        m_table->setAccessibleName(tr("Transactions of the library"));
        m_table->setHint(tr("No transaction yet."));
        m_list->setTitle(tr("Steps"));
        hint->setText(tr("A transaction is a row of steps that several cases share, and that is measured as one. Choose one on the left, or "
                         "add one."));
        read();
    });
    connect(add, &QPushButton::clicked, this, &LibraryEditor::addTransaction);
    connect(drop, &QPushButton::clicked, this, &LibraryEditor::remove);
    connect(m_list, &StepList::currentChanged, this, [this] { m_editor->setStep(m_list->current()); });
    connect(m_list, &StepList::complaint, this, [this](const QString &sentence) {
        m_note->setText(sentence);
        m_note->setVisible(!sentence.isEmpty());
    });
    connect(m_editor, &StepEditor::openTransaction, this, &LibraryEditor::select);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_note->hide();
        read();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, [this] { read(); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &LibraryEditor::read);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LibraryEditor::read);
    connect(m_used, &QLabel::linkActivated, this, [this](const QString &link) {
        const QStringList parts = link.split(u'/');
        if (parts.value(0) == u"case"_s)
            emit openRequested(domain::CaseId{parts.value(1).toInt()});
        else
            select({parts.value(1).toInt()});
    });
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    read();
}

QWidget *LibraryEditor::head()
{
    auto *name = m_fields.line(u"transactionName"_s, [] { return tr("Name"); }, [](const Transaction &t) { return t.name; },
                               [](Transaction &t, const QString &v) {
                                   if (!v.trimmed().isEmpty())
                                       t.name = v.trimmed();
                               });
    auto *description = m_fields.line(u"transactionDescription"_s, [] { return tr("Description"); },
                                      [](const Transaction &t) { return t.description; },
                                      [](Transaction &t, const QString &v) { t.description = v; });
    auto *l = hbox(sp::l, {sp::l, sp::s, sp::l, sp::m});
    l->addWidget(labelled(m_texts, name, [] { return tr("Name"); }), 1);
    l->addWidget(labelled(m_texts, description, [] { return tr("Description"); }), 2);
    return wrap(l);
}

QWidget *LibraryEditor::foot()
{
    auto *l = hbox(sp::xl, {sp::l, sp::s, sp::l, sp::s});
    const auto part = [&](const QString &name, Label title) {
        auto *caption = text({}, Type::Small, u"3"_s);
        auto *value = form::para({}, Type::Small, {});
        value->setObjectName(name);
        m_texts.add([=] { caption->setText(title()); });
        auto *one = vbox(2);
        one->addWidget(caption);
        one->addWidget(value);
        l->addLayout(one, 1);
        return value;
    };
    m_needs = part(u"transactionNeeds"_s, [] { return tr("Needs"); });
    m_gives = part(u"transactionGives"_s, [] { return tr("Gives"); });
    m_used = part(u"transactionUsed"_s, [] { return tr("Used by; a change reaches all of them"); });
    m_needs->setFont(theme::font(Type::MonoSmall));
    m_gives->setFont(theme::font(Type::MonoSmall));
    auto *w = wrap(l, u"foot"_s);
    w->setMinimumHeight(56);
    return w;
}

const Transaction *LibraryEditor::transaction() const
{
    const domain::TransactionId id = current();
    for (const auto &one : m_document.project().transactions) {
        if (one.id == id)
            return &one;
    }
    return nullptr;
}

domain::TransactionId LibraryEditor::current() const { return m_model->transactionAt(m_table->currentIndex().row()); }

/// Of the transaction itself, of the project, and what the cases that use it give.
services::KnownNames LibraryEditor::names() const
{
    const Transaction *now = transaction();
    if (!now)
        return {};
    QVector<domain::Step> steps = now->steps;
    for (NodeRef user : TransactionsModel::usersOf(m_document.project(), now->id)) {
        if (const auto *testCase = m_document.testCase(user.testCase()))
            steps += testCase->setupSteps + testCase->steps;
    }
    return services::knownNames(m_document.project(), steps);
}

void LibraryEditor::read()
{
    const Transaction *now = transaction();
    m_right->setCurrentIndex(now ? 1 : 0);
    if (m_steps->transaction() != current()) {
        m_steps->setTransaction(current());
        if (now && !now->steps.isEmpty())
            m_list->tree()->setCurrentIndex(m_list->model()->index(0, 0));
    }
    if (!now)
        return;
    m_fields.read(*now);
    const QSet<QString> gives = services::namesGivenBy(now->steps);
    QSet<QString> needs = services::referencesIn(now->steps);
    needs.subtract(gives);
    needs.removeIf([](const QString &name) { return name.startsWith("__"_L1); });
    m_needs->setText(needs.isEmpty() ? tr("nothing") : chips(needs));
    m_gives->setText(gives.isEmpty() ? tr("nothing") : chips(gives));
    QStringList users;
    for (NodeRef user : TransactionsModel::usersOf(m_document.project(), now->id)) {
        const QString kind = user.kind == NodeRef::Case ? u"case"_s : u"transaction"_s;
        users << u"<a href=\"%1/%2\" style=\"color:%3;text-decoration:none\">%4</a>"_s.arg(kind)
                     .arg(user.value)
                     .arg(theme::tk().accentText.name(), m_document.nameOf(user).toHtmlEscaped());
    }
    m_used->setText(users.isEmpty() ? tr("nothing yet: add it to a case with Add, Transaction of the library") : users.join(u" · "_s));
}

void LibraryEditor::select(domain::TransactionId id)
{
    if (const QModelIndex index = m_model->indexOf(id); index.isValid())
        m_table->setCurrentIndex(index);
}

void LibraryEditor::addTransaction()
{
    Transaction fresh;
    const auto &all = m_document.project().transactions;
    int number = int(all.size()) + 1;
    do {
        fresh.name = tr("Transaction %1").arg(number++);
    } while (std::any_of(all.begin(), all.end(), [&](const Transaction &other) { return other.name == fresh.name; }));
    select(m_document.addTransaction(fresh));
}

void LibraryEditor::remove()
{
    const Transaction *now = transaction();
    if (!now)
        return;
    const auto users = TransactionsModel::usersOf(m_document.project(), now->id);
    if (users.isEmpty()) {
        m_document.remove(NodeRef(now->id));
        return;
    }
    QStringList names;
    for (NodeRef user : users)
        names << u"“%1”"_s.arg(m_document.nameOf(user));
    m_note->setText(tr("“%1” is used by %2: take it out there first.").arg(now->name, names.join(u", "_s)));
    m_note->show();
}

void LibraryEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
