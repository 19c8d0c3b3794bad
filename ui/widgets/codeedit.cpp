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
    constexpr qsizetype longest = 20'000; // a line beyond is not read by colours
    if (s.isEmpty() || s.size() > longest) return;
    takeColours();
    if (json_) colourJson(s);
    else colourCommand(s);
    if (s.contains(u"${"_s)) mark(s, kVar, Variable);
  }

private:
  enum Kind { Punctuation, Number, Word, Text, Key, Variable };

  /// Formats are made once a theme, not once a word.
  void takeColours() {
    const QColor now[] = {tk().synPunct, tk().synNum, tk().synKw, tk().synStr, tk().synKey, tk().chipText};
    for (int i = 0; i < 6; ++i)
      if (formats_[i].foreground().color() != now[i] || formats_[i].isEmpty()) formats_[i].setForeground(now[i]);
  }

  void colour(qsizetype from, qsizetype to, Kind kind) { setFormat(int(from), int(to - from), formats_[kind]); }

  void mark(const QString &s, const QRegularExpression &re, Kind kind, int group = 0) {
    for (auto it = re.globalMatch(s); it.hasNext();) {
      const auto m = it.next();
      colour(m.capturedStart(group), m.capturedEnd(group), kind);
    }
  }

  void colourCommand(const QString &s) {
    static const QRegularExpression head(u"^([A-Za-z-]+):(?!//)"_s), opt(u"(?<=\\s)--?[A-Za-z-]+"_s), cmd(u"^curl\\b"_s),
        q(u"'[^']*'|\"[^\"]*\""_s);
    mark(s, head, Key, 1);
    mark(s, q, Text);
    mark(s, opt, Key);
    mark(s, cmd, Word);
  }

  /// In one reading; a text in quotes that a colon follows is a key.
  void colourJson(const QString &s) {
    const auto isWord = [](QChar c) { return c.isLetterOrNumber() || c == u'_'; };
    for (qsizetype i = 0; i < s.size();) {
      const qsizetype from = i;
      const QChar c = s[i++];
      if (c == u'"') {
        while (i < s.size() && s[i] != u'"') i += s[i] == u'\\' ? 2 : 1;
        i = std::min(i + 1, s.size());
        qsizetype next = i;
        while (next < s.size() && s[next].isSpace()) ++next;
        colour(from, i, next < s.size() && s[next] == u':' ? Key : Text);
      } else if (c.isDigit() || (c == u'-' && i < s.size() && s[i].isDigit())) {
        while (i < s.size() && (isWord(s[i]) || s[i] == u'.' || ((s[i] == u'-' || s[i] == u'+') && s[i - 1].toLower() == u'e'))) ++i;
        colour(from, i, Number);
      } else if (isWord(c)) {
        while (i < s.size() && isWord(s[i])) ++i;
        const QStringView word = QStringView(s).mid(from, i - from);
        if (word == u"true" || word == u"false" || word == u"null") colour(from, i, Word);
      } else if (u"{}[],:"_s.contains(c)) {
        colour(from, i, Punctuation);
      }
    }
  }

  bool json_;
  QTextCharFormat formats_[6];
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

CodeSearch &CodeEdit::search() {
  if (!search_) search_ = new CodeSearch(*this);
  return *search_;
}

bool CodeEdit::replaces(const QKeyEvent &key) const { return !one_ && !isReadOnly() && CodeSearch::isReplaceKey(key); }

bool CodeEdit::event(QEvent *e) {
  if (e->type() == QEvent::ShortcutOverride && replaces(*static_cast<QKeyEvent *>(e))) {
    e->accept(); // else the window would replace in all requests
    return true;
  }
  return QPlainTextEdit::event(e);
}

void CodeEdit::keyPressEvent(QKeyEvent *e) {
  if (one_ && (e->key() == Qt::Key_Return || e->key() == Qt::Key_Enter)) {
    emit returnPressed();
    return;
  }
  if (!one_ && e->matches(QKeySequence::Find)) return search().open();
  if (replaces(*e)) return search().openReplace();
  if (gutter_ && (e->modifiers() & Qt::ControlModifier) && (e->modifiers() & Qt::ShiftModifier)) {
    const bool opens = e->key() == Qt::Key_BracketLeft || e->key() == Qt::Key_BraceLeft;
    if (opens || e->key() == Qt::Key_BracketRight || e->key() == Qt::Key_BraceRight) return foldHere(opens);
  }
  QPlainTextEdit::keyPressEvent(e);
}

/// Each line in view with its place. The edit's own geometry counts from the top for each line, hidden ones too.
template <class Visit> void CodeEdit::eachInView(Visit visit) const {
  auto b = firstVisibleBlock();
  QRectF place = blockBoundingGeometry(b).translated(contentOffset());
  for (; b.isValid() && place.top() <= viewport()->height(); b = b.next()) {
    if (!b.isVisible()) continue;
    place.setHeight(blockBoundingRect(b).height());
    visit(b, place);
    place.moveTop(place.bottom());
  }
}

int CodeEdit::lineAt(int y) const {
  int line = -1;
  eachInView([&](const QTextBlock &b, const QRectF &g) {
    if (y >= g.top() && y < g.bottom()) line = b.blockNumber();
  });
  return line;
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
  const int h = fontMetrics().height();
  eachInView([&](const QTextBlock &b, const QRectF &g) {
    if (folds::opens(b.text()))
      p.drawPixmap(QPointF(31, g.top() + (h - 12) / 2.0),
                   theme::pix(folds::isFolded(*document(), b.blockNumber()) ? u"chevron-right"_s : u"chevron-down"_s, 12, tk().text3));
    p.setPen(b == textCursor().block() ? tk().text2 : theme::mix(tk().text3, tk().surface, .35));
    p.drawText(QRectF(0, g.top(), 28, h), Qt::AlignRight | Qt::AlignVCenter, QString::number(b.blockNumber() + 1));
  });
}

void CodeEdit::paintEvent(QPaintEvent *e) {
  {
    QPainter p(viewport());
    p.setRenderHint(QPainter::Antialiasing);
    eachInView([&](const QTextBlock &b, const QRectF &g) {
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
    });
  }
  QPlainTextEdit::paintEvent(e);
}

} // namespace ui
