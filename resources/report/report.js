'use strict';
(() => {
const root = document.documentElement, parsed = id => JSON.parse(document.getElementById(id).textContent);
const data = parsed('chart-data'), words = parsed('words');
const word = key => (words[key] || [key, key])[root.lang.startsWith('zh') ? 1 : 0];
const SVG = 'http://www.w3.org/2000/svg';
const make = (tag, attributes, parent, text) => {
  const node = document.createElementNS(SVG, tag);
  for (const name in attributes) node.setAttribute(name, attributes[name]);
  if (text !== undefined) node.textContent = text;
  if (parent) parent.appendChild(node);
  return node;
};
const number = (value, digits) => {
  if (value === null || value === undefined || !isFinite(value)) return '–';
  const d = digits !== undefined ? digits : value !== 0 && Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString('en-US', {minimumFractionDigits: 0, maximumFractionDigits: d});
};
const clock = s => {
  s = Math.round(s);
  const two = n => String(n).padStart(2, '0');
  return s >= 3600 ? Math.floor(s / 3600) + ':' + two(Math.floor(s / 60) % 60) + ':' + two(s % 60) : two(Math.floor(s / 60)) + ':' + two(s % 60);
};
const niceAxis = max => {
  if (!(max > 0)) return {top: 1, step: 0.5};
  const raw = max / 4, power = Math.pow(10, Math.floor(Math.log10(raw)));
  const step = [1, 2, 2.5, 5, 10].map(m => m * power).find(s => s >= raw * 0.999);
  return {top: Math.ceil(max / step - 1e-9) * step, step};
};
const timeStep = seconds => [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400].find(s => seconds / s <= 7) || 172800;

class Chart {
  constructor(host, spec) {
    Object.assign(this, {host, spec, hidden: new Set(), at: null});
    this.host.textContent = '';
    this.head = document.createElement('div');
    this.head.className = 'charthead';
    this.title = document.createElement('h2');
    this.legend = document.createElement('div');
    this.legend.className = 'legend';
    this.head.append(this.title);
    if (spec.choices) this.head.append(this.chooser());
    this.head.append(this.legend);
    this.box = document.createElement('div');
    this.box.className = 'chart';
    host.append(this.head, this.box);
    this.render();
  }
  chooser() {
    this.select = document.createElement('select');
    this.select.addEventListener('change', () => { this.spec.choose(this.select.value, this.spec); this.render(); });
    return this.select;
  }
  render() {
    const s = this.spec;
    this.title.textContent = word(s.title);
    if (s.note) { const small = document.createElement('small'); small.textContent = word(s.note); this.title.append(small); }
    if (this.select) {
      const chosen = this.select.value || s.chosen;
      this.select.replaceChildren(...s.choices().map(([value, name]) => new Option(name, value, false, value === chosen)));
      this.select.setAttribute('aria-label', word('request'));
    }
    this.drawLegend();
    this.draw();
  }
  drawLegend() {
    this.values = [];
    this.legend.replaceChildren(...(this.spec.bars ? [] : this.spec.series).map((line, i) => {
      const button = document.createElement('button'), mark = document.createElement('i'), value = document.createElement('b');
      if (this.spec.stacked) { mark.className = 'box'; mark.style.background = line.colour; }
      else { mark.style.borderColor = line.colour; if (line.dashed) mark.className = 'dash'; }
      button.append(mark, line.name || word(line.key), value);
      button.setAttribute('aria-pressed', !this.hidden.has(i));
      button.addEventListener('click', () => {
        this.hidden.has(i) ? this.hidden.delete(i) : this.hidden.add(i);
        this.drawLegend(); this.draw();
      });
      this.values[i] = value;
      return button;
    }));
  }
  draw() {
    const s = this.spec, W = Math.max(320, this.box.clientWidth || 620), H = 190, R = 12, T = 12, B = 22;
    const shown = s.series.map((line, i) => this.hidden.has(i) ? null : line);
    const svg = make('svg', {viewBox: `0 0 ${W} ${H}`, role: 'img', 'aria-label': word(s.title)});
    const lines = shown.filter(Boolean);
    const points = s.bars ? s.series[0].values.length : (s.series[0] || {values: []}).values.length;
    let max = 0;
    const base = new Array(points).fill(0), tops = [];
    s.series.forEach((line, i) => {
      if (!shown[i]) return;
      tops[i] = line.values.map((v, k) => s.stacked ? (base[k] += v || 0) : v);
      for (const v of tops[i]) if (v > max) max = v;
    });
    if (s.limit && s.limit < max * 4) max = Math.max(max, s.limit);
    const axis = niceAxis(s.bars ? max * 1.12 : max);
    const topLabel = number(axis.top) + (s.unit ? ' ' + s.unit : ''), L = Math.max(52, 14 + 6.4 * topLabel.length);
    const y = v => H - B - (H - B - T) * v / axis.top;
    const span = s.log ? Math.log10(1 / (1 - 0.9999)) : Math.max(1, points - 1);
    const x = k => L + (W - L - R) * (s.log ? Math.log10(1 / (1 - s.x[k] / 100)) / span : k / span);
    for (let v = 0; v <= axis.top * 1.0001; v += axis.step) {
      make('line', {x1: L, x2: W - R, y1: y(v), y2: y(v), stroke: 'var(--border)'}, svg);
      make('text', {x: L - 8, y: y(v) + 4, 'text-anchor': 'end'}, svg, number(v) + (v + axis.step > axis.top * 1.0001 && s.unit ? ' ' + s.unit : ''));
    }
    if (s.bars) this.drawBars(svg, s, {W, H, L, R, B, y});
    else {
      if (!s.log) this.drawTime(svg, {W, H, L, R, T, B, x, points});
      else s.marks.forEach(p => make('text', {x: L + (W - L - R) * Math.log10(1 / (1 - p / 100)) / span, y: H - 6, 'text-anchor': p > 99.9 ? 'end' : 'middle'}, svg, 'p' + p));
      if (s.stacked) this.drawStack(svg, shown, tops, x, y, points);
      else shown.forEach((line, i) => line && this.drawLine(svg, line, i, x, y));
      if (s.limit && s.limit <= axis.top) {
        make('line', {x1: L, x2: W - R, y1: y(s.limit), y2: y(s.limit), stroke: 'var(--badMark)', 'stroke-dasharray': '5 4'}, svg);
      }
    }
    this.box.replaceChildren(svg);
    Object.assign(this, {svg, W, H, L, R, T, B, x, y, points, tops, shown});
    if (!s.bars && points > 1) this.listen();
    this.mark(this.at);
  }
  drawTime(svg, g) {
    const {every, stages, events} = data.cases[this.spec.case], seconds = g.points * every;
    const sx = s => g.L + (g.W - g.L - g.R) * Math.min(1, s / Math.max(every, (g.points - 1) * every));
    (stages || []).forEach((stage, i) => {
      const from = sx(stage.start), to = sx(stage.end);
      if (i) make('line', {x1: from, x2: from, y1: g.T, y2: g.H - g.B, stroke: 'var(--strong)', 'stroke-dasharray': '2 3'}, svg);
      if (to - from > 60 && stage.name) {
        const fits = Math.floor((to - from - 8) / 6.5);
        make('text', {x: from + 5, y: g.T + 8, style: 'opacity:.85'}, svg, stage.name.length > fits ? stage.name.slice(0, fits - 1) + '…' : stage.name);
      }
    });
    (events || []).forEach(event => {
      const line = make('line', {x1: sx(event.at), x2: sx(event.at), y1: g.T, y2: g.H - g.B, stroke: 'var(--warnMark)'}, svg);
      make('title', {}, line, clock(event.at) + ' ' + event.text);
    });
    const step = timeStep(seconds);
    for (let s = 0; s <= seconds; s += step)
      if (sx(s) <= g.W - g.R + 1 && s / every <= g.points - 1 + 1e-9)
        make('text', {x: sx(s), y: g.H - 6, 'text-anchor': s ? (sx(s) > g.W - g.R - 14 ? 'end' : 'middle') : 'start'}, svg, clock(s));
  }
  drawLine(svg, line, i, x, y) {
    const path = line.values.map((v, k) => (k ? 'L' : 'M') + x(k).toFixed(1) + ' ' + y(v || 0).toFixed(1)).join('');
    if (line.filled && path) make('path', {d: path + `L${x(line.values.length - 1).toFixed(1)} ${y(0)}L${x(0)} ${y(0)}Z`, fill: line.colour, opacity: .12}, svg);
    make('path', {d: path, fill: 'none', stroke: line.colour, 'stroke-width': line.dashed ? 1.4 : 1.8, 'stroke-linejoin': 'round', ...(line.dashed ? {'stroke-dasharray': '5 4'} : {})}, svg);
  }
  drawStack(svg, shown, tops, x, y, points) {
    let below = new Array(points).fill(0);
    shown.forEach((line, i) => {
      if (!line) return;
      const up = tops[i].map((v, k) => (k ? 'L' : 'M') + x(k).toFixed(1) + ' ' + y(v).toFixed(1)).join('');
      const back = below.map((v, k) => 'L' + x(k).toFixed(1) + ' ' + y(v).toFixed(1)).reverse().join('');
      make('path', {d: up + back + 'Z', fill: line.colour, opacity: .85}, svg);
      below = tops[i];
    });
  }
  drawBars(svg, s, g) {
    const values = s.series[0].values, slot = (g.W - g.L - g.R) / values.length, wide = Math.min(46, slot * .66);
    values.forEach((v, k) => {
      const x = g.L + slot * (k + .5), h = Math.max(v > 0 ? 1 : 0, g.H - g.B - g.y(v));
      const bar = make('rect', {x: x - wide / 2, y: g.H - g.B - h, width: wide, height: h, rx: Math.min(3, h), fill: s.series[0].colour}, svg);
      make('title', {}, bar, s.labels[k] + ': ' + number(s.counts[k], 0));
      make('text', {x, y: g.H - g.B - h - 5, 'text-anchor': 'middle'}, svg, v.toFixed(1));
      make('text', {x, y: g.H - 6, 'text-anchor': 'middle'}, svg, s.labels[k]);
    });
  }
  listen() {
    const hit = make('rect', {x: this.L, y: 0, width: this.W - this.L - this.R, height: this.H - this.B, fill: 'transparent'}, this.svg);
    hit.addEventListener('pointermove', event => {
      const box = this.svg.getBoundingClientRect(), px = (event.clientX - box.left) * this.W / box.width;
      let best = 0;
      for (let k = 1; k < this.points; ++k) if (Math.abs(this.x(k) - px) < Math.abs(this.x(best) - px)) best = k;
      this.link(best);
    });
    hit.addEventListener('pointerleave', () => this.link(null));
  }
  link(k) {
    for (const chart of this.spec.log ? [this] : charts.filter(c => !c.spec.log && !c.spec.bars && c.spec.case === this.spec.case)) chart.mark(k);
  }
  mark(k) {
    this.at = k;
    if (this.cross) this.cross.remove();
    this.cross = null;
    const s = this.spec;
    if (s.bars) return;
    s.series.forEach((line, i) => this.values[i] && (this.values[i].textContent = k === null || !line.values.length ? '' : number(line.values[k])));
    if (k === null || k >= this.points) return;
    const g = this.cross = make('g', {'pointer-events': 'none'}, this.svg), px = this.x(k);
    make('line', {x1: px, x2: px, y1: this.T, y2: this.H - this.B, stroke: 'var(--text2)'}, g);
    this.shown.forEach((line, i) => line && make('circle', {cx: px, cy: this.y(this.tops[i][k] || 0), r: 3.2, fill: line.colour, stroke: 'var(--surface)', 'stroke-width': 1.5}, g));
    const text = s.log ? 'p' + s.x[k] : clock(k * data.cases[s.case].every), wide = text.length * 6.6 + 12, at = Math.min(Math.max(px, wide / 2), this.W - wide / 2);
    make('rect', {x: at - wide / 2, y: this.H - this.B + 3, width: wide, height: 18, rx: 4, fill: 'var(--text)'}, g);
    make('text', {x: at, y: this.H - this.B + 16, 'text-anchor': 'middle', style: 'fill:var(--surface)'}, g, text);
  }
}

const line = (key, colour, values, more) => Object.assign({key, colour: `var(--${colour})`, values}, more);
const times = choice => [line('s_average', 's3', choice.average, {dashed: true}), line('p50', 'p50', choice.p50), line('p95', 'p95', choice.p95), line('p99', 'p99', choice.p99)];
const specs = {
  tps: c => ({title: 'chart_tps', unit: '/s', series: [...(c.rate ? [line('target', 'text3', c.target, {dashed: true})] : []), line('achieved', 's1', c.transactions, {filled: true})]}),
  rps: c => ({title: 'chart_rps', unit: '/s', series: [line('s_requests', 's1', c.rps, {filled: true})]}),
  time: c => ({title: 'chart_time', unit: 'ms', series: times(c.items[c.first]), limit: c.limit, chosen: String(c.first),
    choices: () => c.items.map((item, i) => [String(i), i ? item.name : word('whole_pass')]), choose: (value, spec) => { spec.series = times(c.items[value]); }}),
  codes: c => ({title: 'chart_codes', unit: '/s', stacked: true, series: [['s_none', 'c0', c.none], ['5xx', 'c5', c.status[4]], ['4xx', 'c4', c.status[3]], ['3xx', 'c3', c.status[2]], ['2xx', 'c2', c.status[1]], ['1xx', 'text3', c.status[0]]]
    .filter(s => s[0] === '2xx' || s[2].some(v => v > 0)).map(s => line(...s))}),
  users: c => ({title: 'chart_users', series: [...(c.rate ? [] : [line('target', 'text3', c.target, {dashed: true})]), line('s_users', 's1', c.users, {filled: true})]}),
  bytes: c => ({title: 'chart_bytes', unit: 'kB/s', series: [line('s_received', 's1', c.received), line('s_sent', 's2', c.sent)]}),
  failures: c => ({title: 'chart_failures', unit: '/s', stacked: true, series: [['s_assert', 'c5'], ['s_timeout', 'c4'], ['s_refused', 's1'], ['s_parsed', 's4'], ['s_others', 'c0']].map((s, i) => line(...s, c.failed[i])).filter(s => s.values.some(v => v > 0))}),
  cpu: c => ({title: 'chart_cpu', unit: '%', series: [line('s_cpu', 's3', c.cpu)]}),
  curve: c => ({title: 'chart_curve', unit: 'ms', log: true, x: c.curveX, marks: [50, 90, 99, 99.9, 99.99], series: [line('chart_time', 's1', c.curveY)]}),
  ranges: c => ({title: 'chart_ranges', note: 'ranges_hint', unit: '%', bars: true, labels: c.rangeLabels, counts: c.rangeCounts, series: [line('requests', 's1', c.rangePercents)]}),
};
const charts = [];
const setTheme = theme => { root.dataset.theme = theme; };
const setLanguage = lang => { root.lang = lang; charts.forEach(c => c.render()); };
const wanted = location.hash.slice(1).split(',');
root.lang = wanted.includes('zh') ? 'zh' : wanted.includes('en') ? 'en' : (navigator.language || 'en').startsWith('zh') ? 'zh' : 'en';
for (const theme of ['light', 'dark']) if (wanted.includes(theme)) setTheme(theme);
document.getElementById('theme').addEventListener('click', () => {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  setTheme(dark ? 'light' : 'dark');
});
document.getElementById('language').addEventListener('click', () => setLanguage(root.lang === 'zh' ? 'en' : 'zh'));
document.getElementById('print').addEventListener('click', () => print());
document.querySelectorAll('[data-chart]').forEach(host => {
  const index = Number(host.dataset.case), spec = specs[host.dataset.chart](data.cases[index]);
  charts.push(new Chart(host, Object.assign(spec, {case: index})));
});
const redraw = () => charts.forEach(c => c.draw());
let pending = 0;
addEventListener('resize', () => { cancelAnimationFrame(pending); pending = requestAnimationFrame(redraw); });
addEventListener('beforeprint', () => { document.querySelectorAll('details').forEach(d => d.open = true); redraw(); });
document.querySelectorAll('table.sortable th').forEach(head => head.addEventListener('click', () => {
  const body = head.closest('table').tBodies[0], column = head.cellIndex, up = head.dataset.up = head.dataset.up === '1' ? '0' : '1';
  const rows = [...body.rows].filter(r => !r.classList.contains('case-row'));
  const key = row => { const t = row.cells[column].textContent.trim(), n = parseFloat(t.replace(/,/g, '')); return column && !isNaN(n) ? n : t; };
  rows.sort((a, b) => { const p = key(a), q = key(b); return (typeof p === 'number' && typeof q === 'number' ? q - p : String(p).localeCompare(String(q))) * (up === '1' ? 1 : -1); });
  body.append(...rows);
}));
})();
