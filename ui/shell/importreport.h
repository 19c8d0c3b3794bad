// After an import: what came in and, a line each, what was left out. Not modal: the project can be looked at meanwhile.
#pragma once

#include <QDialog>

namespace ui {

class ImportReport : public QDialog
{
    Q_OBJECT

public:
    /// `what`: a sentence on what came in. Deletes itself when it is closed.
    ImportReport(const QString &what, const QStringList &ledger, QWidget *window);
};

} // namespace ui
