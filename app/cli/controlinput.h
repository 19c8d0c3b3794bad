// Lines of standard input that steer a run (`--control`): `users N [CASE]`, `rate N [CASE]`. Its end changes nothing.
#pragma once

#include <QObject>
#include <optional>

namespace cli {

struct ControlLine
{
    bool rate = false;
    double value = 0;
    QString caseName; ///< empty: every case

    bool operator==(const ControlLine &) const = default;
};

std::optional<ControlLine> parseControl(const QString &line);

class ControlInput : public QObject
{
    Q_OBJECT

public:
    explicit ControlInput(int descriptor, QObject *parent = nullptr);

signals:
    void line(const QString &text);

private:
    QByteArray m_rest;
};

} // namespace cli
