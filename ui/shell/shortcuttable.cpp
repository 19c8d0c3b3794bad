#include "ui/shell/shortcuttable.h"
#include "ui/shell/commands.h"
#include "ui/shell/shortcutmodel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linedelegate.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class KeysDelegate : public LineDelegate
{
public:
    using LineDelegate::LineDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *edit = new QKeySequenceEdit(parent);
        edit->setObjectName(u"shortcutEdit"_s);
        edit->setAccessibleName(QCoreApplication::translate("ui::ShortcutTable", "New shortcut"));
        // One combination is a shortcut here: the editor closes at once instead of waiting for more.
        connect(edit, &QKeySequenceEdit::keySequenceChanged, edit, [edit](const QKeySequence &keys) {
            if (keys.count() > 1)
                edit->setKeySequence(QKeySequence(keys[0]));
        });
        connect(edit, &QKeySequenceEdit::editingFinished, this, [this, edit] {
            edit->disconnect(this); // losing the focus finishes it once more
            auto *self = const_cast<KeysDelegate *>(this);
            emit self->commitData(edit);
            emit self->closeEditor(edit);
        });
        return edit;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        static_cast<QKeySequenceEdit *>(editor)->setKeySequence(index.data(Qt::EditRole).value<QKeySequence>());
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        model->setData(index, QVariant::fromValue(static_cast<QKeySequenceEdit *>(editor)->keySequence()));
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {80, row::dense}; }
};

} // namespace

ShortcutTable::ShortcutTable(Commands &commands, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_model(new ShortcutModel(commands, this)), m_filtered(new QSortFilterProxyModel(this)),
      m_filter(new QLineEdit), m_table(new QTableView), m_clear(button({}, u"ghost"_s, u"x"_s)),
      m_standard(button({}, u"ghost"_s, u"rotate-ccw"_s)), m_allStandard(button({}, u"ghost"_s)), m_refusal(text({}, Type::Small, u"bad"_s))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterKeyColumn(-1);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setObjectName(u"shortcutFilter"_s);
    m_filter->setProperty("quiet", true);
    m_filter->setClearButtonEnabled(true);
    m_table->setObjectName(u"shortcutTable"_s);
    m_table->setModel(m_filtered);
    m_table->setItemDelegate(new KeysDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(row::dense);
    m_table->horizontalHeader()->setSectionResizeMode(ShortcutModel::Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(ShortcutModel::Keys, QHeaderView::Interactive);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(ShortcutModel::Keys, 210);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setMinimumHeight(220);
    m_refusal->setObjectName(u"shortcutRefusal"_s);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    m_clear->setObjectName(u"shortcutClear"_s);
    m_standard->setObjectName(u"shortcutStandard"_s);
    m_allStandard->setObjectName(u"shortcutsAllStandard"_s);
    auto *buttons = hbox(sp::xs);
    for (QPushButton *b : {m_clear, m_standard})
        buttons->addWidget(b);
    buttons->addStretch(1);
    buttons->addWidget(m_allStandard);
    auto *l = vbox(sp::s);
    l->addWidget(m_filter);
    l->addWidget(m_table, 1);
    l->addWidget(m_refusal);
    l->addLayout(buttons);
    setLayout(l);

    m_texts.add([this] {
        m_filter->setPlaceholderText(tr("Find a command or keys"));
        m_filter->setAccessibleName(tr("Find a command or keys"));
        m_table->setAccessibleName(tr("Shortcuts"));
        m_table->setToolTip(tr("Double click or F2: type the new keys"));
        m_clear->setText(u" "_s + tr("No shortcut"));
        m_standard->setText(u" "_s + tr("Standard"));
        m_allStandard->setText(tr("All to standard"));
    });
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_model, &ShortcutModel::refused, this, [this](const QString &text) {
        m_refusal->setText(text);
        m_refusal->setVisible(!text.isEmpty());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { updateButtons(); });
    connect(&commands, &Commands::shortcutsChanged, this, &ShortcutTable::updateButtons);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_commands.setShortcuts(currentId(), {}); });
    connect(m_standard, &QPushButton::clicked, this, [this] { m_commands.resetShortcuts(currentId()); });
    connect(m_allStandard, &QPushButton::clicked, this, [this] {
        for (const auto &command : m_commands.all())
            m_commands.resetShortcuts(command.action->objectName());
    });
    updateButtons();
}

QString ShortcutTable::currentId() const { return m_table->currentIndex().data(ShortcutModel::IdRole).toString(); }

void ShortcutTable::updateButtons()
{
    const QString id = currentId();
    const auto &all = m_commands.all();
    const auto changed = [this](const Commands::Command &command) { return !m_commands.isStandard(command); };
    m_clear->setEnabled(!id.isEmpty() && !m_commands.action(id)->shortcuts().isEmpty());
    m_standard->setEnabled(std::any_of(all.begin(), all.end(), [&](const auto &c) { return c.action->objectName() == id && changed(c); }));
    m_allStandard->setEnabled(std::any_of(all.begin(), all.end(), changed));
}

void ShortcutTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_texts.again();
        m_model->retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace ui
