#include "ui/widgets/codeedit.h"

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

int CodeEdit::gutterWidth() const { return gutter_ ? 40 : 0; }

void CodeEdit::resizeEvent(QResizeEvent *e) {
  QPlainTextEdit::resizeEvent(e);
  if (gutter_) gutter_->setGeometry(0, 0, gutterWidth(), height());
}

void CodeEdit::keyPressEvent(QKeyEvent *e) {
  if (one_ && (e->key() == Qt::Key_Return || e->key() == Qt::Key_Enter)) {
    emit returnPressed();
    return;
  }
  QPlainTextEdit::keyPressEvent(e);
}

void CodeEdit::paintGutter(QPaintEvent *) {
  QPainter p(gutter_);
  p.setFont(theme::font(Type::MonoSmall));
  auto b = firstVisibleBlock();
  double top = blockBoundingGeometry(b).translated(contentOffset()).top();
  int n = b.blockNumber();
  while (b.isValid() && top < height()) {
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
