// How numbers are written everywhere in the window: 12,345 · 98.46 · −2.9 (U+2212) · 08:42 · 1.2 MB.
#pragma once

#include <QString>

namespace ui::format {

QString number(double value, int decimals = 0);
QString number(quint64 value);
QString signedNumber(double value, int decimals = 0); ///< +3, −3, ±0
QString ms(double milliseconds);     ///< without the unit: 0.016, 0.84, 8.4, 84.0, 1,284
QString figure(double value);        ///< as many decimals as its size needs: 0.016, 0.84, 8.4, 84, 1,284; whole numbers have none
QString percent(double value);       ///< without the sign, two decimals, cut and not rounded: 99.996 is not 100
QString rate(double perSecond);      ///< one decimal below 1,000
QString bytes(double bytes);         ///< with its unit, steps of 1000
QString clock(double seconds);       ///< 08:42, from an hour on 1:08:42
double percentCut(double value);     ///< the number `percent` shows

} // namespace ui::format
