// Values of sensitive variables are hidden as they are and in base64, wherever in it they begin.
#include "engine/run/masked.h"

#include <QTest>

using engine::masked;

class MaskedTest : public QObject
{
  Q_OBJECT

  const std::vector<std::string> m_secrets{"hunter2", "p/w?>~"};

private slots:
  void texts_data()
  {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, QByteArray text, QByteArray shown) { QTest::newRow(name) << text << shown; };
    const auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    row("nothing to hide", "GET /orders?page=aGVsbG8gd29ybGQ= HTTP/1.1", "GET /orders?page=aGVsbG8gd29ybGQ= HTTP/1.1");
    row("as it is, twice", "hunter2 and hunter2.", "*** and ***.");
    for (const QByteArray before : {"", "a", "me", "me:", "user-17:"})
      for (const QByteArray after : {"", "!", "42", "::x"})
        row(("in base64 between '" + before + "' and '" + after + "'").constData(),
            "Authorization: Basic " + (before + "hunter2" + after).toBase64() + "\r\nA: b", "Authorization: Basic ***\r\nA: b");
    row("with + and /", "k=" + QByteArray("xp/w?>~x").toBase64() + ";", "k=***;");
    row("for URLs", "k=" + QByteArray("xp/w?>~x").toBase64(urlSafe) + "&b=1", "k=***&b=1");
    row("percent-encoded", "k=" + QByteArray("xp/w?>~").toBase64().toPercentEncoding() + "&b=1", "k=***&b=1");
    row("after a path that is base64 too", "/" + QByteArray("hunter2").toBase64(), "***");
    row("after a path that shifts it", "/ab/" + QByteArray("hunter2").toBase64() + " HTTP/1.1", "*** HTTP/1.1");
    row("two of them", QByteArray("hunter2").toBase64() + "." + QByteArray("hunter2").toBase64(), "***.***");
    row("only a part of it", QByteArray("hunter").toBase64(), QByteArray("hunter").toBase64());
  }

  void texts()
  {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(masked(text.toStdString(), m_secrets)), shown);
  }

  void withoutSecretsTheTextStays() { QCOMPARE(masked("Basic aHVudGVyMg==", {}), std::string("Basic aHVudGVyMg==")); }
};

QTEST_GUILESS_MAIN(MaskedTest)
#include "tst_masked.moc"
