// Form controls bound to members of one value: each shows its member and writes an edit of it as one undo step. GUI thread.
#pragma once

#include "ui/widgets/basics.h"
#include "ui/widgets/forms.h"
#include "ui/widgets/texts.h"
#include <functional>
#include <limits>

namespace ui {

using Label = std::function<QString()>; ///< asked again when the language changes

/// A caption over a control; also the control's accessible name.
QWidget *labelled(Texts &texts, QWidget *control, Label label);
/// A caption at the left, the control right of it.
QWidget *besideLabel(Texts &texts, QWidget *control, Label label, int captionWidth = 132);
QString changeText(const QString &label); ///< the undo text of a field

/// `Write` gets the field's merge key, the undo text and the change; it is not called while read() fills the controls.
template <class T> class Fields
{
public:
    using Change = std::function<void(T &)>;
    using Write = std::function<void(const QString &field, const QString &text, const Change &change)>;

    Fields(QObject *owner, Texts &texts, Write write) : m_owner(owner), m_texts(texts), m_write(std::move(write)) {}

    QSpinBox *number(const QString &name, int least, int most, Label label, std::function<int(const T &)> get,
                     std::function<void(T &, int)> set)
    {
        auto *box = new QSpinBox;
        box->setRange(least, most);
        box->setGroupSeparatorShown(true);
        prepare(box, name, label);
        m_reads << [box, get](const T &value) {
            if (box->value() != get(value))
                box->setValue(get(value));
        };
        QObject::connect(box, &QSpinBox::valueChanged, m_owner,
                         [=, this](int v) { write(name, changeText(label()), [set, v](T &t) { set(t, v); }); });
        return box;
    }

    QDoubleSpinBox *decimal(const QString &name, double least, double most, int decimals, Label label,
                            std::function<double(const T &)> get, std::function<void(T &, double)> set)
    {
        auto *box = new QDoubleSpinBox;
        box->setDecimals(decimals);
        box->setRange(least, most);
        box->setGroupSeparatorShown(true);
        prepare(box, name, label);
        m_reads << [box, get](const T &value) {
            if (box->value() != get(value))
                box->setValue(get(value));
        };
        QObject::connect(box, &QDoubleSpinBox::valueChanged, m_owner,
                         [=, this](double v) { write(name, changeText(label()), [set, v](T &t) { set(t, v); }); });
        return box;
    }

    QLineEdit *line(const QString &name, Label label, std::function<QString(const T &)> get,
                    std::function<void(T &, const QString &)> set)
    {
        auto *edit = new QLineEdit;
        prepare(edit, name, label);
        m_reads << [this, edit, get](const T &value) {
            if (m_source != edit && edit->text() != get(value)) // what is being typed stays as it is
                edit->setText(get(value));
        };
        QObject::connect(edit, &QLineEdit::textEdited, m_owner, [=, this](const QString &s) {
            m_source = edit;
            write(name, changeText(label()), [set, s](T &t) { set(t, s); });
            m_source = nullptr;
        });
        return edit;
    }

    QPlainTextEdit *prose(const QString &name, Label label, std::function<QString(const T &)> get,
                          std::function<void(T &, const QString &)> set)
    {
        auto *edit = new QPlainTextEdit;
        edit->setProperty("look", QStringLiteral("field"));
        edit->setTabChangesFocus(true);
        edit->setUndoRedoEnabled(false); // the document has the history
        edit->setObjectName(name);
        m_texts.add([edit, label] { edit->setAccessibleName(label()); });
        m_reads << [edit, get](const T &value) {
            if (edit->toPlainText() != get(value))
                edit->setPlainText(get(value));
        };
        QObject::connect(edit, &QPlainTextEdit::textChanged, m_owner, [=, this] {
            const QString s = edit->toPlainText();
            write(name, changeText(label()), [set, s](T &t) { set(t, s); });
        });
        return edit;
    }

    QCheckBox *flag(const QString &name, Label label, std::function<bool(const T &)> get, std::function<void(T &, bool)> set)
    {
        auto *box = new QCheckBox;
        box->setObjectName(name);
        m_texts.add([box, label] { box->setText(label()); });
        m_reads << [box, get](const T &value) { box->setChecked(get(value)); };
        QObject::connect(box, &QCheckBox::clicked, m_owner,
                         [=, this](bool on) { write({}, changeText(label()), [set, on](T &t) { set(t, on); }); });
        return box;
    }

    QComboBox *choice(const QString &name, Label label, std::function<QStringList()> items, std::function<int(const T &)> get,
                      std::function<void(T &, int)> set)
    {
        auto *box = new QComboBox;
        prepare(box, name, label);
        m_texts.add([box, items] {
            const QSignalBlocker quiet(box);
            const int now = box->currentIndex();
            box->clear();
            box->addItems(items());
            box->setCurrentIndex(now);
        });
        m_reads << [box, get](const T &value) { box->setCurrentIndex(get(value)); };
        QObject::connect(box, &QComboBox::currentIndexChanged, m_owner, [=, this](int i) {
            if (i >= 0)
                write({}, changeText(label()), [set, i](T &t) { set(t, i); });
        });
        return box;
    }

    Segmented *segments(const QString &name, Label label, std::function<QStringList()> items, std::function<int(const T &)> get,
                        std::function<void(T &, int)> set)
    {
        auto *box = new Segmented(items());
        box->setObjectName(name);
        m_texts.add([box, items, label] {
            box->setTexts(items());
            box->setAccessibleName(label());
        });
        m_reads << [box, get](const T &value) { box->setCurrent(get(value)); };
        QObject::connect(box, &Segmented::chosen, m_owner,
                         [=, this](int i) { write({}, changeText(label()), [set, i](T &t) { set(t, i); }); });
        return box;
    }

    /// Anything else that shows the value, e.g. what is visible.
    void onRead(std::function<void(const T &)> show) { m_reads << std::move(show); }

    void read(const T &value)
    {
        m_reading = true;
        for (const auto &read : m_reads)
            read(value);
        m_reading = false;
    }

    void write(const QString &field, const QString &text, const Change &change)
    {
        if (!m_reading)
            m_write(field, text, change);
    }

private:
    void prepare(QWidget *control, const QString &name, const Label &label)
    {
        control->setObjectName(name);
        control->setMinimumHeight(30);
        m_texts.add([control, label] { control->setAccessibleName(label()); });
    }

    QObject *m_owner;
    Texts &m_texts;
    Write m_write;
    QVector<std::function<void(const T &)>> m_reads;
    bool m_reading = false;
    QWidget *m_source = nullptr; ///< whose edit is being written
};

} // namespace ui
