// A page that is made when it is first shown or asked for, so that the window comes up before what nobody looks at yet.
// GUI thread.
#pragma once

#include <QVBoxLayout>
#include <QWidget>
#include <functional>

namespace ui {

template <class T> class LazyPage : public QWidget
{
public:
    explicit LazyPage(std::function<T *()> make) : m_make(std::move(make)) {}

    T *get()
    {
        if (!m_page) {
            m_page = m_make();
            auto *l = new QVBoxLayout(this);
            l->setContentsMargins(0, 0, 0, 0);
            l->addWidget(m_page);
            if (isVisible())
                m_page->show(); // now, not when events are next looked at
        }
        return m_page;
    }

    T *made() const { return m_page; } ///< null before that

protected:
    void showEvent(QShowEvent *event) override
    {
        get();
        QWidget::showEvent(event);
    }

private:
    std::function<T *()> m_make;
    T *m_page = nullptr;
};

} // namespace ui
