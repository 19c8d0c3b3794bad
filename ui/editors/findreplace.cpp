#include "ui/editors/findreplace.h"
#include "models/document/projectdocument.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/forms.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

constexpr int BeforeRole = Qt::UserRole + 1, AfterRole = Qt::UserRole + 2;

/// A check box, where, and the text before and after, cut to what differs.
class PreviewDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, 52}; }
    void paint(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &i) const override
    {
        p->save();
        p->setRenderHint(QPainter::Antialiasing);
        QRectF r = QRectF(o.rect).adjusted(8, 6, -8, -6);
        const bool on = i.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        const QRectF box(r.left() + .5, r.top() + 2.5, 14, 14);
        p->setPen(on ? tk().accent : tk().borderStrong);
        p->setBrush(on ? tk().accent : tk().surface);
        p->drawRoundedRect(box, 4, 4);
        if (on)
            p->drawPixmap(box.topLeft() + QPointF(1, 1), theme::pix(u"check"_s, 12, tk().onAccent));
        r.setLeft(r.left() + 24);
        p->setFont(theme::font(Type::Small));
        p->setPen(tk().text2);
        p->drawText(QRectF(r.left(), r.top(), r.width(), 18), Qt::AlignVCenter | Qt::AlignLeft,
                    QFontMetricsF(p->font()).elidedText(i.data().toString(), Qt::ElideRight, r.width()));
        const QString before = i.data(BeforeRole).toString(), after = i.data(AfterRole).toString();
        qsizetype same = 0;
        while (same < before.size() && same < after.size() && before[same] == after[same])
            ++same;
        same = before == after ? 0 : std::max<qsizetype>(0, same - 16);
        const auto cut = [same](QString s) { return (same ? u"…"_s : QString()) + s.mid(same).replace(u'\n', u' '); };
        p->setFont(theme::font(Type::MonoSmall));
        const QFontMetricsF m(p->font());
        const QRectF line(r.left(), r.top() + 20, r.width(), 18);
        const QString old = m.elidedText(cut(before), Qt::ElideRight, line.width() * (before == after ? 1 : .48));
        p->setPen(before == after ? tk().text : tk().bad);
        p->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, old);
        if (before != after) {
            const double x = m.horizontalAdvance(old) + 10;
            p->drawPixmap(QPointF(line.left() + x, line.top() + 3), theme::pix(u"arrow-right"_s, 12, tk().text3));
            p->setPen(tk().ok);
            p->drawText(line.adjusted(x + 22, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                        m.elidedText(cut(after), Qt::ElideRight, line.width() - x - 22));
        }
        p->restore();
    }
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &o, const QModelIndex &i) override
    {
        const bool clicked = event->type() == QEvent::MouseButtonRelease
            && static_cast<QMouseEvent *>(event)->position().x() < o.rect.left() + 28;
        const bool pressed = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
        if (!clicked && !pressed)
            return false;
        const bool on = i.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(i, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
};

} // namespace

FindReplace::FindReplace(document::ProjectDocument &document, domain::CaseId testCase, QWidget *parent)
    : QDialog(parent), m_document(document), m_case(testCase), m_find(new QLineEdit), m_replace(new QLineEdit),
      m_matchCase(new QCheckBox), m_wholeWord(new QCheckBox), m_regex(new QCheckBox), m_note(text({}, Type::Small, u"3"_s)),
      m_apply(button(u" "_s, u"primary"_s)), m_model(new QStandardItemModel(this)), m_tree(new Tree(52, 0))
{
    setObjectName(u"findReplace"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 520);
    m_find->setObjectName(u"findText"_s);
    m_replace->setObjectName(u"replaceText"_s);
    m_matchCase->setObjectName(u"findMatchCase"_s);
    m_wholeWord->setObjectName(u"findWholeWord"_s);
    m_regex->setObjectName(u"findRegex"_s);
    m_apply->setObjectName(u"replaceAll"_s);
    m_note->setObjectName(u"findNote"_s);
    m_scope = new Segmented({u"case"_s, u"project"_s}, testCase.isValid() ? 0 : 1);
    m_scope->setObjectName(u"findScope"_s);
    m_scope->setVisible(testCase.isValid());
    m_tree->setObjectName(u"findResults"_s);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemDelegate(new PreviewDelegate(m_tree));
    m_tree->setModel(m_model);
    m_tree->fullRowLines = true;
    auto *close = button(u" "_s);
    close->setObjectName(u"findClose"_s);
    for (QPushButton *b : {m_apply, close})
        b->setAutoDefault(false);

    auto *grid = new QGridLayout;
    grid->setSpacing(sp::s);
    auto *findLabel = text({}, Type::Body, u"2"_s), *replaceLabel = text({}, Type::Body, u"2"_s);
    findLabel->setBuddy(m_find);
    replaceLabel->setBuddy(m_replace);
    grid->addWidget(findLabel, 0, 0);
    grid->addWidget(m_find, 0, 1);
    grid->addWidget(replaceLabel, 1, 0);
    grid->addWidget(m_replace, 1, 1);
    auto *options = form::line({m_scope, m_matchCase, m_wholeWord, m_regex}, true, sp::m);
    auto *foot = hbox(sp::s);
    foot->addWidget(m_note, 1);
    foot->addWidget(close);
    foot->addWidget(m_apply);
    auto *all = vbox(sp::m, {sp::l, sp::l, sp::l, sp::l});
    all->addLayout(grid);
    all->addLayout(options);
    all->addWidget(m_tree, 1);
    all->addLayout(foot);
    setLayout(all);
    m_texts.add([=, this] {
        setWindowTitle(tr("Find and replace in requests"));
        findLabel->setText(tr("Find"));
        replaceLabel->setText(tr("Replace with"));
        m_find->setAccessibleName(tr("Find"));
        m_replace->setAccessibleName(tr("Replace with"));
        m_scope->setTexts({tr("this case"), tr("whole project")});
        m_scope->setAccessibleName(tr("Where to look"));
        m_matchCase->setText(tr("Match case"));
        m_wholeWord->setText(tr("Whole words"));
        m_regex->setText(tr("Regular expression"));
        m_tree->setAccessibleName(tr("What was found"));
        close->setText(tr("Close"));
        search();
    });
    connect(m_find, &QLineEdit::textChanged, this, &FindReplace::search);
    connect(m_replace, &QLineEdit::textChanged, this, &FindReplace::search);
    for (QCheckBox *box : {m_matchCase, m_wholeWord, m_regex})
        connect(box, &QCheckBox::toggled, this, &FindReplace::search);
    connect(m_scope, &Segmented::chosen, this, &FindReplace::search);
    connect(m_model, &QStandardItemModel::itemChanged, this, &FindReplace::count);
    connect(m_apply, &QPushButton::clicked, this, &FindReplace::replaceChecked);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.row() < m_found.size())
            emit stepChosen(m_found[index.row()].step);
    });
    m_find->setFocus();
}

void FindReplace::setSearch(const QString &text)
{
    m_find->setText(text);
    m_find->selectAll();
}

void FindReplace::search()
{
    QVector<domain::CaseId> cases;
    if (m_scope->current() == 0)
        cases << m_case;
    else {
        for (const auto &testCase : m_document.project().cases)
            cases << testCase.id;
    }
    const document::Search what{m_find->text(), m_matchCase->isChecked(), m_wholeWord->isChecked(), m_regex->isChecked()};
    const QString mistake = what.text.isEmpty() ? QString() : document::mistakeIn(what);
    m_found = document::find(m_document, cases, what, m_replace->text());
    const QSignalBlocker quiet(m_model);
    m_model->clear();
    for (const auto &found : std::as_const(m_found)) {
        const QString step = m_document.nameOf(found.step);
        const QString place = m_scope->current() == 0 ? u"%1 · %2"_s.arg(step, found.place)
                                                      : u"%1 · %2 · %3"_s.arg(m_document.nameOf(found.testCase), step, found.place);
        auto *item = new QStandardItem(place);
        item->setCheckable(true);
        item->setCheckState(Qt::Checked);
        item->setEditable(false);
        item->setData(found.before, BeforeRole);
        item->setData(m_replace->text().isEmpty() && !m_replace->isModified() ? found.before : found.after, AfterRole);
        m_model->appendRow(item);
    }
    m_tree->reset();
    setTone(m_note, mistake.isEmpty() ? u"3"_s : u"bad"_s);
    if (!mistake.isEmpty())
        m_note->setText(mistake);
    else
        m_note->setText(what.text.isEmpty() ? tr("Looks in names, URLs, parameters, headers, bodies, checks and extractions.")
                            : m_found.isEmpty() ? tr("Nothing found.")
                                                : m_found.size() == 1 ? tr("Found in one text.")
                                                    : tr("Found in %1 texts.").arg(m_found.size()));
    count();
}

QVector<document::Found> FindReplace::checked() const
{
    QVector<document::Found> chosen;
    for (int i = 0; i < m_model->rowCount() && i < m_found.size(); ++i) {
        if (m_model->item(i)->checkState() == Qt::Checked)
            chosen << m_found[i];
    }
    return chosen;
}

void FindReplace::count()
{
    const int chosen = int(checked().size());
    m_apply->setText(chosen > 1 ? tr("Replace in %1 texts").arg(chosen) : tr("Replace"));
    // Without a replacement typed, nothing is taken out by accident.
    m_apply->setEnabled(chosen > 0 && (m_replace->isModified() || !m_replace->text().isEmpty()));
}

void FindReplace::replaceChecked()
{
    const int written = document::replace(m_document, checked());
    search();
    setTone(m_note, u"ok"_s);
    m_note->setText(written == 1 ? tr("Replaced in one text. Undo takes it back.")
                                 : tr("Replaced in %1 texts. Undo takes it back.").arg(written));
}

void FindReplace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QDialog::changeEvent(event);
}

} // namespace ui
