#include "ui/editors/fields.h"

using namespace Qt::StringLiterals;

namespace ui {

QWidget *labelled(Texts &texts, QWidget *control, Label label)
{
    auto *name = text({}, Type::Small, u"2"_s);
    name->setBuddy(control);
    texts.add([=] {
        name->setText(label());
        control->setAccessibleName(label());
    });
    auto *l = vbox(4);
    l->addWidget(name);
    const bool own = control->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed && control->maximumWidth() == QWIDGETSIZE_MAX
        && qobject_cast<Segmented *>(control);
    own ? l->addWidget(control, 0, Qt::AlignLeft) : l->addWidget(control);
    return wrap(l);
}

QWidget *besideLabel(Texts &texts, QWidget *control, Label label, int captionWidth)
{
    auto *name = text({}, Type::Small, u"2"_s);
    name->setBuddy(control);
    name->setFixedWidth(captionWidth);
    texts.add([=] {
        name->setText(label());
        control->setAccessibleName(label());
    });
    auto *l = hbox(sp::s);
    l->addWidget(name);
    l->addWidget(control, 1);
    return wrap(l);
}

QString changeText(const QString &label) { return QCoreApplication::translate("ui::Fields", "Change “%1”").arg(label); }

} // namespace ui
