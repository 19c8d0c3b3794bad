#include "ui/debug/messagepane.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/codeedit.h"
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeDatabase>
#include <QSaveFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// A text field of a megabyte of coloured lines would keep the window waiting.
constexpr qsizetype mostLaidOut = 256 * 1024, mostBytes = 64 * 1024;

CodeEdit *reader(const QString &name, bool json)
{
    auto *edit = new CodeEdit({}, json, json);
    edit->setObjectName(name);
    edit->setReadOnly(true);
    edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    edit->setTabChangesFocus(true);
    return edit;
}

QVector<std::pair<QString, QString>> headersOf(const QByteArray &head)
{
    QVector<std::pair<QString, QString>> all;
    const QStringList lines = QString::fromUtf8(head).split("\r\n"_L1, Qt::SkipEmptyParts);
    for (const QString &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(u':');
        if (colon > 0)
            all.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    return all;
}

/// Of Cookie: each pair; of Set-Cookie: name, and value with its attributes.
QVector<std::pair<QString, QString>> cookiesOf(const QVector<std::pair<QString, QString>> &headers)
{
    QVector<std::pair<QString, QString>> all;
    const auto add = [&](const QString &pair) {
        const qsizetype equals = pair.indexOf(u'=');
        all.append({pair.left(std::max<qsizetype>(equals, 0)).trimmed(), pair.mid(equals + 1).trimmed()});
    };
    for (const auto &[name, value] : headers) {
        if (name.compare("Set-Cookie"_L1, Qt::CaseInsensitive) == 0)
            add(value);
        else if (name.compare("Cookie"_L1, Qt::CaseInsensitive) == 0)
            for (const QString &pair : value.split(u';', Qt::SkipEmptyParts))
                add(pair);
    }
    return all;
}

QString hexOf(const QByteArray &bytes)
{
    constexpr qsizetype perLine = 16;
    QString text;
    for (qsizetype at = 0; at < bytes.size(); at += perLine) {
        const QByteArray part = bytes.mid(at, perLine);
        QString readable;
        for (const char c : part)
            readable += c >= 0x20 && c < 0x7f ? QLatin1Char(c) : QLatin1Char('.');
        text += u"%1  %2  %3\n"_s.arg(at, 8, 16, QLatin1Char('0'))
                    .arg(QString::fromLatin1(part.toHex(' ')), -int(perLine * 3 - 1))
                    .arg(readable);
    }
    return text;
}

} // namespace

MessagePane::MessagePane(const QString &name, QWidget *parent)
    : QWidget(parent), m_isAnswer(name == "answer"_L1), m_filled(TabCount), m_pages(new QStackedWidget), m_pretty(reader(name + u"Pretty"_s, true)),
      m_raw(reader(name + u"Raw"_s, false)), m_hex(reader(name + u"Hex"_s, false)), m_headerModel(new QStandardItemModel(this)),
      m_cookieModel(new QStandardItemModel(this)), m_more(iconButton(u"ellipsis"_s, {}, 16))
{
    m_tabs = new SubTabs(QVector<QPair<QString, QString>>(TabCount, {u"…"_s, {}}), 0, 38);
    m_tabs->setObjectName(name + u"Tabs"_s);
    openUrl = [](const QUrl &url) { return QDesktopServices::openUrl(url); };
    choosePath = [this](const QString &suggestion) { return QFileDialog::getSaveFileName(this, tr("Save the body"), suggestion); };
    m_more->setObjectName(name + u"More"_s);
    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    const auto action = [&](const QString &id, const QString &icon, auto run) {
        auto *made = menu->addAction(theme::icon(icon), {});
        made->setObjectName(name + id);
        connect(made, &QAction::triggered, this, run);
        return made;
    };
    auto *copy = action(u"Copy"_s, u"copy"_s, [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_body)); });
    auto *save = action(u"Save"_s, u"download"_s, [this] { saveBody(); });
    auto *open = action(u"Open"_s, u"eye"_s, [this] { openBody(); });
    auto *line = hbox(0, {0, 0, sp::s, 0});
    line->addWidget(m_tabs);
    line->addStretch(1);
    line->addWidget(m_more);
    auto *head = wrap(line, u"paneHeader"_s);
    head->setFixedHeight(39);
    const auto table = [](QStandardItemModel *model) { return makeTable(model, {{{}, 150}, {{}, 200, false, true}}, row::dense); };
    auto *headers = table(m_headerModel), *cookies = table(m_cookieModel);
    headers->setObjectName(name + u"Headers"_s);
    cookies->setObjectName(name + u"Cookies"_s);
    for (QWidget *page : {static_cast<QWidget *>(m_pretty), static_cast<QWidget *>(headers), static_cast<QWidget *>(cookies),
                          static_cast<QWidget *>(m_raw), static_cast<QWidget *>(m_hex)})
        m_pages->addWidget(page);
    auto *all = vbox(0);
    all->addWidget(head);
    all->addWidget(m_pages, 1);
    setLayout(all);
    m_texts.add([=, this] {
        const QString whose = m_isAnswer ? tr("Answer") : tr("Request");
        m_tabs->setAccessibleName(whose);
        m_pretty->setAccessibleName(tr("%1, laid out").arg(whose));
        m_raw->setAccessibleName(tr("%1, as it was").arg(whose));
        m_hex->setAccessibleName(tr("%1, as bytes").arg(whose));
        headers->setAccessibleName(tr("%1, headers").arg(whose));
        cookies->setAccessibleName(tr("%1, cookies").arg(whose));
        m_more->setToolTip(tr("What to do with the body"));
        m_more->setAccessibleName(m_more->toolTip());
        copy->setText(tr("Copy the body"));
        save->setText(tr("Save the body as a file…"));
        open->setText(tr("Open the body in the system's viewer"));
        for (QStandardItemModel *model : {m_headerModel, m_cookieModel})
            model->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
        retitle();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        fill(tab);
        m_pages->setCurrentIndex(tab);
    });
    connect(m_pretty, &QPlainTextEdit::cursorPositionChanged, this, &MessagePane::nodeChanged);
}

void MessagePane::setMessage(const QByteArray &head, const QByteArray &body, bool isCut)
{
    m_head = head;
    m_body = body;
    m_isCut = isCut;
    m_headers = headersOf(head);
    m_cookies = cookiesOf(m_headers);
    m_lines.clear();
    m_filled.fill(false);
    if (body.size() <= mostLaidOut && !isCut)
        m_lines = services::layOutJson(QString::fromUtf8(body)).value_or(QVector<services::JsonLine>());
    fill(Pretty); // it tells of the node
    fill(m_tabs->currentIndex());
    m_more->setEnabled(!body.isEmpty());
    retitle();
    emit nodeChanged();
}

QString MessagePane::fileName() const
{
    const auto type = std::ranges::find_if(m_headers, [](const auto &h) { return h.first.compare("Content-Type"_L1, Qt::CaseInsensitive) == 0; });
    const QMimeDatabase types;
    QMimeType found;
    if (type != m_headers.end())
        found = types.mimeTypeForName(type->second.section(u';', 0, 0).trimmed().toLower());
    if (!found.isValid() || found.isDefault())
        found = types.mimeTypeForData(m_body);
    const QString suffix = found.preferredSuffix();
    return (m_isAnswer ? u"answer."_s : u"request."_s) + (suffix.isEmpty() ? u"bin"_s : suffix);
}

bool MessagePane::writeBody(const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(m_body) == m_body.size() && file.commit())
        return true;
    emit complaint(tr("%1 could not be written: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
    return false;
}

void MessagePane::saveBody()
{
    if (const QString path = choosePath(fileName()); !path.isEmpty())
        writeBody(path);
}

void MessagePane::openBody()
{
    if (!m_folder)
        m_folder = std::make_unique<QTemporaryDir>(QDir::temp().filePath(u"crescendo-body-XXXXXX"_s));
    const QString path = m_folder->filePath(fileName());
    if (writeBody(path) && !openUrl(QUrl::fromLocalFile(path)))
        emit complaint(tr("The system has no program for %1; save the body instead.").arg(QFileInfo(path).fileName()));
}

void MessagePane::fill(int tab)
{
    if (m_filled[tab])
        return;
    m_filled[tab] = true;
    const auto cut = [](const QByteArray &bytes, qsizetype most) { return QString::fromUtf8(bytes.left(most)); };
    const auto rows = [](QStandardItemModel *model, const QVector<std::pair<QString, QString>> &pairs) {
        model->removeRows(0, model->rowCount());
        for (const auto &[name, value] : pairs)
            model->appendRow(cells({Cell(name), Cell::mono(value)}));
    };
    switch (tab) {
    case Pretty: {
        const QSignalBlocker quiet(m_pretty);
        QString text = m_lines.isEmpty() ? cut(m_body, mostLaidOut) : services::textOf(m_lines);
        if (m_isCut || m_body.size() > mostLaidOut)
            text += u"\n\n"_s + tr("… more follows.");
        m_pretty->setPlainText(text);
        break;
    }
    case Headers: rows(m_headerModel, m_headers); break;
    case Cookies: rows(m_cookieModel, m_cookies); break;
    case Raw: m_raw->setPlainText(QString::fromUtf8(m_head) + cut(m_body, mostLaidOut)); break;
    default: m_hex->setPlainText(hexOf(m_body.left(mostBytes)) + (m_body.size() > mostBytes ? tr("… more follows.") : QString())); break;
    }
}

void MessagePane::retitle()
{
    const auto count = [](qsizetype n) { return n > 0 ? QString::number(n) : QString(); };
    m_tabs->setItems({{m_isAnswer ? tr("Answer") : tr("Request"), {}},
                      {tr("Headers"), count(m_headers.size())},
                      {tr("Cookies"), count(m_cookies.size())},
                      {tr("Raw"), {}},
                      {tr("Hex"), {}}});
}

void MessagePane::showTab(Tab tab) { m_tabs->setCurrentIndex(tab); }

const services::JsonLine *MessagePane::node() const
{
    const int line = m_pretty->textCursor().blockNumber();
    return line < m_lines.size() && !m_lines[line].path.isEmpty() ? &m_lines[line] : nullptr;
}

void MessagePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_texts.again();
    QWidget::changeEvent(event);
}

} // namespace ui
