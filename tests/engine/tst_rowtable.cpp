// Rows of CSV files: RFC 4180, mistakes with their line, and a million rows without their size in memory.
#include "engine/plan/rowtable.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace engine;
using Rows = std::vector<std::vector<std::string>>;

class RowTableTest : public QObject
{
    Q_OBJECT

    static Rows all(const RowTable &table)
    {
        Rows rows;
        std::vector<std::string> cells;
        for (uint64_t i = 0; i < table.rows(); ++i) {
            table.read(i, cells);
            rows.push_back(cells);
        }
        return rows;
    }

private slots:
    void theDocumentedExampleReads()
    {
        RowTable::Problem problem;
        const auto table = RowTable::fromCsv("user,password\nu001,\"p,1\"\nu002,p2\n", problem);
        QVERIFY(table);
        QCOMPARE(table->columns(), (std::vector<std::string>{"user", "password"}));
        QCOMPARE(all(*table), (Rows{{"u001", "p,1"}, {"u002", "p2"}}));
    }

    void forms_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<QByteArray>>("cells");
        const auto row = [](const char *name, const char *text, QList<QByteArray> cells) { QTest::newRow(name) << QByteArray(text) << cells; };
        row("byte order mark and CRLF", "\xEF\xBB\xBF" "a,b\r\n1,2\r\n", {"1", "2"});
        row("no line end at the end", "a,b\n1,2", {"1", "2"});
        row("empty last cell at the end", "a,b\n1,", {"1", ""});
        row("doubled quotes", "a,b\n\"x \"\"y\"\"\",2\n", {"x \"y\"", "2"});
        row("line break in a cell", "a,b\n\"1\r\n2\",3\n", {"1\r\n2", "3"});
        row("semicolons", "a;b\n1,5;2\n", {"1,5", "2"});
        row("tabs", "a\tb\n1\t2\n", {"1", "2"});
        row("blanks stay", "a,b\n 1 , 2\n", {" 1 ", " 2"});
        row("empty lines between", "a,b\n\n1,2\n\n\n3,4\n\n", {"1", "2", "3", "4"});
        row("one column has empty values", "a\n1\n\n2\n", {"1", "", "2"});
        row("quoted empty line", "a,b\n\"\",\n", {"", ""});
    }

    void forms()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<QByteArray>, cells);
        RowTable::Problem problem;
        const auto table = RowTable::fromCsv(text.toStdString(), problem);
        QVERIFY(table);
        QList<QByteArray> read;
        for (const auto &row : all(*table))
            for (const auto &cell : row) read << QByteArray::fromStdString(cell);
        QCOMPARE(read, cells);
    }

    void mistakesNameTheirLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<quint64>("line");
        QTest::newRow("ragged") << QByteArray("a,b\n1,2\n\n3\n") << int(RowTable::Problem::Ragged) << quint64(4);
        QTest::newRow("ragged after a line break in a cell") << QByteArray("a,b\n\"1\n\",2\n3\n") << int(RowTable::Problem::Ragged) << quint64(4);
        QTest::newRow("too many") << QByteArray("a,b\n1,2,3\n") << int(RowTable::Problem::Ragged) << quint64(2);
        QTest::newRow("open quote") << QByteArray("a,b\n1,\"2\n") << int(RowTable::Problem::OpenQuote) << quint64(2);
        QTest::newRow("no rows") << QByteArray("a,b\n") << int(RowTable::Problem::NoRows) << quint64(0);
        QTest::newRow("empty") << QByteArray("") << int(RowTable::Problem::Empty) << quint64(0);
    }

    void mistakesNameTheirLine()
    {
        QFETCH(QByteArray, text);
        RowTable::Problem problem;
        QVERIFY(!RowTable::fromCsv(text.toStdString(), problem));
        QTEST(int(problem.kind), "kind");
        QTEST(quint64(problem.line), "line");
    }

    void aMissingFileIsToldBySystemError()
    {
        RowTable::Problem problem;
        QVERIFY(!RowTable::openCsv("/nowhere/at/all.csv", problem));
        QCOMPARE(problem.error, ENOENT);
        QVERIFY(!RowTable::openCsv("/", problem));
        QCOMPARE(problem.kind, RowTable::Problem::Unreadable);
    }

    void aMillionRowsAreReadByAnyNumberWithASmallIndex()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("big.csv")).toStdString();
        {
            std::ofstream file(path);
            file << "id,name\n";
            for (int i = 0; i < 1'000'000; ++i) file << i << ",user-" << i << '\n';
        }
        RowTable::Problem problem;
        const auto table = RowTable::openCsv(path, problem);
        QVERIFY(table);
        QCOMPARE(table->rows(), uint64_t(1'000'000));
        QVERIFY(table->indexBytes() < 600'000);
        std::vector<std::string> cells;
        for (uint64_t row : {0ull, 15ull, 16ull, 17ull, 499'999ull, 999'999ull}) {
            table->read(row, cells);
            QCOMPARE(cells, (std::vector<std::string>{std::to_string(row), "user-" + std::to_string(row)}));
        }
    }

    void aFileCutShortDuringTheRunKeepsItsRows()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("cut.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("id,name\n");
        for (int i = 0; i < 10'000; ++i) file.write("7,name\n");
        file.close();
        RowTable::Problem problem;
        const auto table = RowTable::openCsv(file.fileName().toStdString(), problem);
        QVERIFY(table);
        QVERIFY(file.resize(0));
        std::vector<std::string> cells;
        table->read(9'999, cells);
        QCOMPARE(cells, (std::vector<std::string>{"7", "name"}));
    }

    void cellsGivenAreRowsToo()
    {
        const auto table = RowTable::fromCells({"a", "b"}, {"1", "2", "3", "4"});
        QCOMPARE(all(*table), (Rows{{"1", "2"}, {"3", "4"}}));
    }
};

QTEST_GUILESS_MAIN(RowTableTest)
#include "tst_rowtable.moc"
