#include "engine/io/framepool.h"

#include <QTest>
#include <algorithm>
#include <thread>
#include <vector>

using engine::FramePool;

class FramePoolTest : public QObject
{
  Q_OBJECT

private slots:
  void init() { FramePool::release(); }

  void framesAreApartAndWritable()
  {
    std::vector<char *> frames;
    for (size_t size : {1u, 64u, 65u, 700u, 4000u, 5000u})
      for (int i = 0; i < 200; ++i) {
        char *frame = static_cast<char *>(FramePool::take(size));
        std::fill_n(frame, size, char(i));
        frames.push_back(frame);
      }
    size_t at = 0;
    for (size_t size : {1u, 64u, 65u, 700u, 4000u, 5000u})
      for (int i = 0; i < 200; ++i, ++at) {
        QCOMPARE(frames[at][0], char(i));
        QCOMPARE(frames[at][size - 1], char(i));
        FramePool::give(frames[at], size);
      }
  }

  void whatOnePeakNeededGoesBack()
  {
    const size_t before = FramePool::slabs();
    std::vector<void *> frames;
    for (int i = 0; i < 10000; ++i) frames.push_back(FramePool::take(600));
    const size_t peak = FramePool::slabs();
    if (FramePool::pooled) QVERIFY(peak >= before + 10000 * 600 / FramePool::slabSize);
    for (void *frame : frames) FramePool::give(frame, 600);
    FramePool::trim();
    QCOMPARE(FramePool::slabs(), peak); // it may be needed again at once
    FramePool::trim();
    QVERIFY(FramePool::slabs() <= before + 1);
  }

  void aSlabInUseStays()
  {
    std::vector<void *> frames;
    for (int i = 0; i < 1000; ++i) frames.push_back(FramePool::take(600));
    auto *kept = static_cast<char *>(frames[500]);
    std::fill_n(kept, 600, 'k');
    for (void *frame : frames)
      if (frame != kept) FramePool::give(frame, 600);
    for (int i = 0; i < 3; ++i) FramePool::trim();
    FramePool::release();
    QCOMPARE(std::count(kept, kept + 600, 'k'), 600);
    // Its free frames are still of use.
    std::vector<void *> again;
    for (int i = 0; i < 50; ++i) again.push_back(FramePool::take(600));
    for (void *frame : again) FramePool::give(frame, 600);
    FramePool::give(kept, 600);
    FramePool::release();
    QCOMPARE(FramePool::slabs(), size_t(0));
  }

  void framesMayDieInAnotherThread()
  {
    std::vector<void *> frames;
    for (int i = 0; i < 300; ++i) frames.push_back(FramePool::take(1000));
    std::thread([&] {
      for (void *frame : frames) FramePool::give(frame, 1000);
      FramePool::release();
    }).join();
    for (int i = 0; i < 300; ++i) FramePool::give(FramePool::take(1000), 1000);
  }
};

QTEST_GUILESS_MAIN(FramePoolTest)
#include "tst_framepool.moc"
