#include "ui/shell/importreport.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>

using namespace Qt::StringLiterals;

namespace ui {

ImportReport::ImportReport(const QString &what, const QStringList &ledger, QWidget *window) : QDialog(window)
{
    setObjectName(u"importReport"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("help", u"start#import"_s);
    setWindowTitle(tr("Import"));
    auto *list = new QListWidget;
    list->setObjectName(u"importLedger"_s);
    list->setAccessibleName(tr("What was not converted"));
    list->setWordWrap(true);
    list->setTextElideMode(Qt::ElideNone);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->addItems(ledger);
    auto *copy = button(tr("Copy the list"), u"ghost"_s, u"copy"_s);
    auto *close = button(tr("Close"), u"primary"_s);
    copy->setObjectName(u"importCopy"_s);
    close->setObjectName(u"importClose"_s);
    close->setDefault(true);
    auto *buttons = hbox(sp::s);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *l = vbox(sp::s, {sp::l, sp::l, sp::l, sp::l});
    auto *title = text(what, Type::Heading);
    title->setObjectName(u"importWhat"_s);
    title->setWordWrap(true);
    l->addWidget(title);
    l->addWidget(text(tr("What was not converted, or means something else here:"), Type::Body, u"2"_s));
    l->addWidget(list, 1);
    l->addLayout(buttons);
    setLayout(l);
    resize(620, 420);
    connect(copy, &QPushButton::clicked, this, [ledger] { QGuiApplication::clipboard()->setText(ledger.join(u'\n')); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
}

} // namespace ui
