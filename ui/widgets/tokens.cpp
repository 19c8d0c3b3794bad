#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

Tokens theme::tokens(bool dark) {
  Tokens t;
  t.dark = dark;
  const auto C = [](const QString &s) { return QColor(s); };
  if (!dark) {
    t.window = C(u"#F6F7F9"_s);
    t.surface = C(u"#FFFFFF"_s);
    t.raised = C(u"#FFFFFF"_s);
    t.sunken = C(u"#F1F3F6"_s);
    t.hover = C(u"#F1F3F6"_s);
    t.selected = C(u"#ECECFD"_s);
    t.border = C(u"#E4E7EC"_s);
    t.borderStrong = C(u"#CBD1DA"_s);
    t.scrim = QColor(26, 29, 36, 77);
    t.text = C(u"#1A1D24"_s);
    t.text2 = C(u"#4B5463"_s);
    t.text3 = C(u"#606A79"_s);
    t.disabled = C(u"#A5ADBA"_s);
    t.accent = C(u"#5457CD"_s);
    t.accentHover = C(u"#474AB8"_s);
    t.onAccent = C(u"#FFFFFF"_s);
    t.accentText = C(u"#4A4DC4"_s);
    t.accentSoft = C(u"#ECECFD"_s);
    t.accentLine = C(u"#B9BAF2"_s);
    t.ok = C(u"#12734F"_s);
    t.okSoft = C(u"#E5F5EE"_s);
    t.warn = C(u"#8A5200"_s);
    t.warnSoft = C(u"#FDF1DC"_s);
    t.bad = C(u"#BF2A2E"_s);
    t.badSoft = C(u"#FDECEC"_s);
    t.okMark = C(u"#1E9A6C"_s);
    t.warnMark = C(u"#DB9216"_s);
    t.badMark = C(u"#D63A3F"_s);
    t.grid = C(u"#EBEEF2"_s);
    t.axis = C(u"#D5DAE1"_s);
    t.series = {C(u"#1D6FC4"_s), C(u"#C8600A"_s), C(u"#0A8069"_s), C(u"#C65A9A"_s), C(u"#4A9EDB"_s), C(u"#8C6A00"_s), C(u"#667080"_s)};
    t.p50 = C(u"#4FA3DE"_s);
    t.p95 = C(u"#1D5FB0"_s);
    t.p99 = C(u"#C8600A"_s);
    t.c2xx = C(u"#1E8F73"_s);
    t.c3xx = C(u"#4A9EDB"_s);
    t.c4xx = C(u"#D99A1C"_s);
    t.c5xx = C(u"#CC3A1E"_s);
    t.cnet = C(u"#7A3F96"_s);
    t.synKey = C(u"#1D5FB0"_s);
    t.synStr = C(u"#12734F"_s);
    t.synNum = C(u"#A34D00"_s);
    t.synKw = C(u"#8A2F8F"_s);
    t.synPunct = C(u"#667080"_s);
    t.chipBg = C(u"#ECECFD"_s);
    t.chipText = C(u"#4A4DC4"_s);
    t.chipLine = C(u"#CDCEF7"_s);
  } else {
    t.window = C(u"#14161A"_s);
    t.surface = C(u"#1A1D22"_s);
    t.raised = C(u"#22262D"_s);
    t.sunken = C(u"#15171B"_s);
    t.hover = C(u"#22262D"_s);
    t.selected = C(u"#292B4A"_s);
    t.border = C(u"#2A2F37"_s);
    t.borderStrong = C(u"#3E4550"_s);
    t.scrim = QColor(8, 9, 11, 148);
    t.text = C(u"#E6E9EE"_s);
    t.text2 = C(u"#B0B8C4"_s);
    t.text3 = C(u"#8B95A4"_s);
    t.disabled = C(u"#5E6775"_s);
    t.accent = C(u"#6165D9"_s);
    t.accentHover = C(u"#7074E4"_s);
    t.onAccent = C(u"#FFFFFF"_s);
    t.accentText = C(u"#A9ABF7"_s);
    t.accentSoft = C(u"#272945"_s);
    t.accentLine = C(u"#4B4E94"_s);
    t.ok = C(u"#4FC596"_s);
    t.okSoft = C(u"#152C25"_s);
    t.warn = C(u"#E8B04B"_s);
    t.warnSoft = C(u"#30260F"_s);
    t.bad = C(u"#FF8078"_s);
    t.badSoft = C(u"#3A1C1E"_s);
    t.okMark = C(u"#3DB585"_s);
    t.warnMark = C(u"#E0A63C"_s);
    t.badMark = C(u"#F0625C"_s);
    t.grid = C(u"#262A31"_s);
    t.axis = C(u"#363C46"_s);
    t.series = {C(u"#62AEF5"_s), C(u"#F29A55"_s), C(u"#45C7A8"_s), C(u"#E08FC4"_s), C(u"#9AD0FA"_s), C(u"#DDBE52"_s), C(u"#8B95A4"_s)};
    t.p50 = C(u"#4A86BD"_s);
    t.p95 = C(u"#7CBDF8"_s);
    t.p99 = C(u"#F29A55"_s);
    t.c2xx = C(u"#2FA386"_s);
    t.c3xx = C(u"#62AEF5"_s);
    t.c4xx = C(u"#DDB04A"_s);
    t.c5xx = C(u"#EE6A4C"_s);
    t.cnet = C(u"#A877CC"_s);
    t.synKey = C(u"#7CBDF8"_s);
    t.synStr = C(u"#74CFA4"_s);
    t.synNum = C(u"#F0A868"_s);
    t.synKw = C(u"#D9A0DC"_s);
    t.synPunct = C(u"#8B95A4"_s);
    t.chipBg = C(u"#2A2C50"_s);
    t.chipText = C(u"#B6B8FA"_s);
    t.chipLine = C(u"#43468A"_s);
  }
  return t;
}

} // namespace ui
