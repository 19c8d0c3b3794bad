#include "ui/widgets/codeedit.h"
#include "ui/widgets/codefolds.h"
#include "ui/widgets/codesearch.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {
const QRegularExpression kVar(u"\\$\\{[^}]*\\}"_s);

class Lexer : public QSyntaxHighlighter {
public:
  Lexer(QTextDocument *d, bool json) : QSyntaxHighlighter(d), json_(json) {}

  void highlightBlock(const QString &s) override {
    auto mark = [&](const QRegularExpression &re, const QColor &c, int g = 0) {
      for (auto it = re.globalMatch(s); it.hasNext();) {
        auto m = it.next();
        QTextCharFormat f;
        f.setForeground(c);
        setFormat(m.capturedStart(g), m.capturedLength(g), f);
      }
    };
    if (json_) {
      static const QRegularExpression punct(u"[{}\\[\\],:]"_s), number(u"(?<![\\w\"])-?\\d+(\\.\\d+)?"_s),
          kw(u"\\b(true|false|null)\\b"_s), str(u"\"[^\"]*\""_s), key(u"(\"[^\"]*\")\\s*:"_s);
      mark(punct, tk().synPunct);
      mark(number, tk().synNum);
      mark(kw, tk().synKw);
      mark(str, tk().synStr);
      mark(key, tk().synKey, 1);
    } else {
      static const QRegularExpression head(u"^([A-Za-z-]+):(?!//)"_s), opt(u"(?<=\\s)--?[A-Za-z-]+"_s), cmd(u"^curl\\b"_s),
          q(u"'[^']*'|\"[^\"]*\""_s);
      mark(head, tk().synKey, 1);
      mark(q, tk().synStr);
      mark(opt, tk().synKey);
      mark(cmd, tk().synKw);
    }
    mark(kVar, tk().chipText);
  }

private:
  bool json_;
};

class Gutter : public QWidget {
public:
  Gutter(CodeEdit *e) : QWidget(e), e_(e) {}

  void paintEvent(QPaintEvent *v) override { e_->paintGutter(v); }
  void mousePressEvent(QMouseEvent *v) override { e_->pressGutter(v->position().toPoint()); }

private:
  CodeEdit *e_;
};
} // namespace

CodeEdit::CodeEdit(const QString &t, bool json, bool numbers, bool one) : one_(one) {
  setFont(theme::font(Type::Mono));
  setFrameShape(QFrame::NoFrame);
  setWordWrapMode(QTextOption::NoWrap);
  lexer_ = new Lexer(document(), json);
  setPlainText(t);
  setUndoRedoEnabled(false); // the document has the history
  connect(this, &QPlainTextEdit::textChanged, this, [this] {
    if (!silent_) emit textEdited(one_ ? toPlainText().remove(u'\n') : toPlainText());
  });
  document()->setDocumentMargin(one ? 2 : 8);
  setTabStopDistance(24);
  if (one) {
    setProperty("look", u"field"_s);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(30);
    setTabChangesFocus(true);
    document()->setDocumentMargin(7);
  }
  if (numbers) {
    gutter_ = new Gutter(this);
    setViewportMargins(gutterWidth(), 0, 0, 0);
    connect(this, &QPlainTextEdit::updateRequest, this, [this] { gutter_->update(); });
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { folds::setAllFolded(*document(), false); }); // the line that shows a fold may be gone
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] { folds::reveal(*document(), textCursor().blockNumber()); });
  }
}

void CodeEdit::setKnownVariables(const QStringList &names)
{
    known_ = names;
    viewport()->update();
}

void CodeEdit::setTextSilently(const QString &text)
{
    if (text == toPlainText())
        return;
    silent_ = true;
    const int at = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(at, int(text.size())));
    setTextCursor(cursor);
    silent_ = false;
}

void CodeEdit::changeEvent(QEvent *e)
{
    QPlainTextEdit::changeEvent(e);
    if (e->type() == QEvent::PaletteChange && lexer_)
        lexer_->rehighlight();
}

int CodeEdit::gutterWidth() const { return gutter_ ? 46 : 0; }

void CodeEdit::resizeEvent(QResizeEvent *e) {
  QPlainTextEdit::resizeEvent(e);
  if (gutter_) gutter_->setGeometry(0, 0, gutterWidth(), height());
  if (search_) search_->place();
}

void CodeEdit::keyPressEvent(QKeyEvent *e) {
  if (one_ && (e->key() == Qt::Key_Return || e->key() == Qt::Key_Enter)) {
    emit returnPressed();
    return;
  }
  if (!one_ && e->matches(QKeySequence::Find)) {
    if (!search_) search_ = new CodeSearch(*this);
    search_->open();
    return;
  }
  if (gutter_ && (e->modifiers() & Qt::ControlModifier) && (e->modifiers() & Qt::ShiftModifier)) {
    const bool opens = e->key() == Qt::Key_BracketLeft || e->key() == Qt::Key_BraceLeft;
    if (opens || e->key() == Qt::Key_BracketRight || e->key() == Qt::Key_BraceRight) return foldHere(opens);
  }
  QPlainTextEdit::keyPressEvent(e);
}

int CodeEdit::lineAt(int y) const {
  double top = 0;
  for (auto b = firstVisibleBlock(); b.isValid() && top <= y; b = b.next()) {
    const QRectF g = blockBoundingGeometry(b).translated(contentOffset());
    top = g.bottom();
    if (b.isVisible() && y >= g.top() && y < g.bottom()) return b.blockNumber();
  }
  return -1;
}

void CodeEdit::pressGutter(const QPoint &at) {
  const int line = lineAt(at.y());
  if (line < 0) return;
  folds::setFolded(*document(), line, !folds::isFolded(*document(), line));
  viewport()->update();
  gutter_->update();
}

void CodeEdit::foldHere(bool folded) {
  const int here = textCursor().blockNumber();
  int line = here;
  while (line >= 0 && folds::closing(*document(), line) < here) --line;
  if (line < 0) return;
  QTextCursor cursor = textCursor();
  cursor.setPosition(document()->findBlockByNumber(line).position()); // a cursor in what is hidden would open it again
  setTextCursor(cursor);
  folds::setFolded(*document(), line, folded);
  viewport()->update();
  gutter_->update();
}

void CodeEdit::paintGutter(QPaintEvent *) {
  QPainter p(gutter_);
  p.setFont(theme::font(Type::MonoSmall));
  auto b = firstVisibleBlock();
  double top = blockBoundingGeometry(b).translated(contentOffset()).top();
  int n = b.blockNumber();
  while (b.isValid() && top < height()) {
    if (!b.isVisible()) {
      ++n;
      b = b.next();
      continue;
    }
    if (folds::opens(b.text()))
      p.drawPixmap(QPointF(31, top + (fontMetrics().height() - 12) / 2.0),
                   theme::pix(folds::isFolded(*document(), b.blockNumber()) ? u"chevron-right"_s : u"chevron-down"_s, 12, tk().text3));
    const double h = fontMetrics().height(), step = blockBoundingRect(b).height();
    p.setPen(b == textCursor().block() ? tk().text2 : theme::mix(tk().text3, tk().surface, .35));
    p.drawText(QRectF(0, top, 28, h), Qt::AlignRight | Qt::AlignVCenter, QString::number(++n));
    top += step;
    b = b.next();
  }
}

void CodeEdit::paintEvent(QPaintEvent *e) {
  {
    QPainter p(viewport());
    p.setRenderHint(QPainter::Antialiasing);
    for (auto b = firstVisibleBlock(); b.isValid(); b = b.next()) {
      const QRectF g = blockBoundingGeometry(b).translated(contentOffset());
      if (g.top() > viewport()->height()) break;
      if (!b.isVisible()) continue;
      for (auto it = kVar.globalMatch(b.text()); it.hasNext();) {
        auto m = it.next();
        auto l = b.layout()->lineForTextPosition(m.capturedStart());
        if (!l.isValid()) continue;
        const double x0 = l.cursorToX(m.capturedStart()), x1 = l.cursorToX(m.capturedEnd());
        const QString name = m.captured().mid(2, m.capturedLength() - 3);
        const bool known = known_.isEmpty() || name.startsWith(u"__") || known_.contains(name);
        p.setPen(known ? tk().chipLine : tk().bad);
        p.setBrush(tk().chipBg);
        p.drawRoundedRect(QRectF(g.left() + x0 - 1.5, g.top() + l.y() + .5, x1 - x0 + 3, l.height() - 1), 4, 4);
      }
    }
  }
  QPlainTextEdit::paintEvent(e);
}

} // namespace ui
