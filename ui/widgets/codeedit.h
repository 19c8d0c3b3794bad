// Text with JSON colours, line numbers, folding (in the gutter, Ctrl+Shift+[ and ]), search (Ctrl+F), replacing (Ctrl+H) and
// ${variable} chips; also a one-line field (URL).
#pragma once

#include "ui/widgets/theme.h"

namespace ui {

class CodeSearch;

class CodeEdit : public QPlainTextEdit {
  Q_OBJECT

public:
  explicit CodeEdit(const QString &text, bool json = true, bool numbers = true, bool oneLine = false);

  int gutterWidth() const;
  void paintGutter(QPaintEvent *);
  void pressGutter(const QPoint &at); ///< folds or unfolds the line there
  void foldHere(bool folded);         ///< what the line of the cursor opens, else what is about it

  /// Names of variables that exist; others get a red outline. Empty: all are taken as known.
  void setKnownVariables(const QStringList &names);
  void setTextSilently(const QString &text); ///< keeps the cursor where it makes sense; no textEdited()

signals:
  void textEdited(const QString &text); ///< by the user
  void returnPressed();                 ///< one line only

protected:
  bool event(QEvent *) override;
  void changeEvent(QEvent *) override;
  void paintEvent(QPaintEvent *) override;
  void resizeEvent(QResizeEvent *) override;
  void keyPressEvent(QKeyEvent *) override;

private:
  template <class Visit> void eachInView(Visit visit) const;
  int lineAt(int y) const;
  CodeSearch &search();
  bool replaces(const QKeyEvent &key) const;

  QWidget *gutter_ = nullptr;
  CodeSearch *search_ = nullptr;
  bool one_;
  bool silent_ = false;
  QStringList known_;
  QSyntaxHighlighter *lexer_ = nullptr;
};

} // namespace ui
