// What a chart is: lines, stacks, bars or dots as SVG, one crosshair and one stretch of time for all charts of a case.
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
const niceAxis = (max, most) => { // `most`: what the quantity cannot exceed
  if (!(max > 0)) return {top: 1, step: 0.5};
  const raw = max / 4, power = Math.pow(10, Math.floor(Math.log10(raw)));
  const step = [1, 2, 2.5, 5, 10].map(m => m * power).find(s => s >= raw * 0.999), top = Math.ceil(max / step - 1e-9) * step;
  return most && top > most ? {top: most, step: most / 4} : {top, step};
};
const timeStep = seconds => [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400].find(s => seconds / s <= 7) || 172800;

const charts = [], zooms = {}; // of a case: first and last point shown
const lastPoint = index => Math.max(1, data.cases[index].rps.length - 1);
const onShared = index => charts.filter(c => c.shared && c.spec.case === index);
const zoom = (index, range) => {
  const last = lastPoint(index);
  if (range) {
    const wide = Math.min(last, Math.max(1, Math.round(range[1] - range[0]))), from = Math.min(Math.max(0, Math.round(range[0])), last - wide);
    range = wide >= last ? null : [from, from + wide];
  }
  zooms[index] = range;
  onShared(index).forEach(c => c.draw());
  zoomBar(index);
};
const zoomBar = index => {
  const bar = document.querySelectorAll('.case')[index].querySelector('.zoombar'), range = zooms[index], every = data.cases[index].every;
  bar.classList.toggle('on', !!range);
  bar.firstChild.textContent = range ? clock(range[0] * every) + ' – ' + clock(range[1] * every) : word('zoom_hint');
  bar.lastChild.textContent = word('zoom_reset');
};

class Chart {
  constructor(host, spec) {
    Object.assign(this, {host, spec, hidden: new Set(), at: null, shared: !spec.log && !spec.bars, timed: !spec.log && !spec.bars && !spec.dots});
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
    const s = this.spec, W = Math.max(320, this.box.clientWidth || 620), H = 190, R = 12, T = 12, B = 22, focused = this.svg && this.svg.matches(':focus-visible');
    const shown = s.series.map((line, i) => this.hidden.has(i) ? null : line);
    const svg = make('svg', {viewBox: `0 0 ${W} ${H}`, role: 'img', 'aria-label': word(s.title)});
    const points = s.bars ? s.series[0].values.length : (s.series[0] || {values: []}).values.length;
    const [first, last] = this.shared ? zooms[s.case] || [0, lastPoint(s.case)] : [0, points - 1];
    let max = 0;
    const base = new Array(points).fill(0), tops = [];
    s.series.forEach((line, i) => {
      if (!shown[i]) return;
      tops[i] = line.values.map((v, k) => s.stacked ? (base[k] += v || 0) : v);
      for (const v of tops[i].slice(first, last + 1)) if (v > max) max = v;
    });
    if (s.limit && s.limit < max * 4) max = Math.max(max, s.limit);
    const axis = niceAxis(s.bars ? max * 1.12 : max, s.unit === '%' ? 100 : 0);
    const topLabel = number(axis.top) + (s.unit ? ' ' + s.unit : ''), L = Math.max(52, 14 + 6.4 * topLabel.length);
    const y = v => H - B - (H - B - T) * Math.min(v, axis.top) / axis.top;
    const across = s.dots ? niceAxis(Math.max(...s.x.slice(first, last + 1))) : null;
    const span = s.log ? Math.log10(1 / (1 - 0.9999)) : Math.max(1, last - first);
    const x = k => L + (W - L - R) * (s.log ? Math.log10(1 / (1 - s.x[k] / 100)) / span : s.dots ? s.x[k] / across.top : (k - first) / span);
    for (let v = 0; v <= axis.top * 1.0001; v += axis.step) {
      make('line', {x1: L, x2: W - R, y1: y(v), y2: y(v), stroke: 'var(--border)'}, svg);
      make('text', {x: L - 8, y: y(v) + 4, 'text-anchor': 'end'}, svg, number(v) + (v + axis.step > axis.top * 1.0001 && s.unit ? ' ' + s.unit : ''));
    }
    const g = {W, H, L, R, T, B, x, y, first, last};
    if (s.bars) this.drawBars(svg, s, g);
    else {
      if (this.timed) this.drawTime(svg, g);
      else if (s.dots) this.drawAcross(svg, g, across);
      else s.marks.forEach(p => make('text', {x: L + (W - L - R) * Math.log10(1 / (1 - p / 100)) / span, y: H - 6, 'text-anchor': p > 99.9 ? 'end' : 'middle'}, svg, 'p' + p));
      if (s.stacked) this.drawStack(svg, shown, tops, g);
      else shown.forEach(line => line && (s.dots ? this.drawDots(svg, line, g) : this.drawLine(svg, line, g)));
      if (s.limit && s.limit <= axis.top) {
        make('line', {x1: L, x2: W - R, y1: y(s.limit), y2: y(s.limit), stroke: 'var(--badMark)', 'stroke-dasharray': '5 4'}, svg);
      }
    }
    this.box.replaceChildren(svg);
    Object.assign(this, g, {svg, points, tops, shown});
    if (!s.bars && points > 1) this.listen();
    if (focused) svg.focus({preventScroll: true});
    this.mark(this.at);
  }
  drawTime(svg, g) {
    const {every, stages, events} = data.cases[this.spec.case], from = g.first * every, to = Math.max(from + every, g.last * every);
    const sx = s => g.L + (g.W - g.L - g.R) * Math.min(1, Math.max(0, s - from) / (to - from));
    (stages || []).forEach((stage, i) => {
      if (stage.end <= from || stage.start >= to) return;
      const left = sx(stage.start), right = sx(stage.end);
      if (i && stage.start >= from) make('line', {x1: left, x2: left, y1: g.T, y2: g.H - g.B, stroke: 'var(--strong)', 'stroke-dasharray': '2 3'}, svg);
      if (right - left > 60 && stage.name) {
        const fits = Math.floor((right - left - 8) / 6.5);
        make('text', {x: left + 5, y: g.T + 8, style: 'opacity:.85'}, svg, stage.name.length > fits ? stage.name.slice(0, fits - 1) + '…' : stage.name);
      }
    });
    (events || []).forEach(event => {
      if (event.at < from || event.at > to) return;
      const line = make('line', {x1: sx(event.at), x2: sx(event.at), y1: g.T, y2: g.H - g.B, stroke: 'var(--warnMark)'}, svg);
      make('title', {}, line, clock(event.at) + ' ' + event.text);
    });
    const step = timeStep(to - from + every);
    for (let s = Math.ceil(from / step) * step; s <= to; s += step)
      make('text', {x: sx(s), y: g.H - 6, 'text-anchor': sx(s) < g.L + 14 ? 'start' : sx(s) > g.W - g.R - 14 ? 'end' : 'middle'}, svg, clock(s));
  }
  drawAcross(svg, g, across) {
    for (let v = 0; v <= across.top * 1.0001; v += across.step) {
      const end = v + across.step > across.top * 1.0001;
      make('text', {x: g.L + (g.W - g.L - g.R) * v / across.top, y: g.H - 6, 'text-anchor': end ? 'end' : v ? 'middle' : 'start'}, svg, number(v) + (end ? ' /s' : ''));
    }
  }
  drawDots(svg, line, g) {
    line.values.forEach((v, k) => {
      if (v !== null && k >= g.first && k <= g.last) make('circle', {cx: g.x(k).toFixed(1), cy: g.y(v).toFixed(1), r: 2.6, fill: line.colour, opacity: .6}, svg);
    });
  }
  drawLine(svg, line, g) {
    const values = line.values.slice(g.first, g.last + 1), at = j => g.x(g.first + j).toFixed(1);
    const path = values.map((v, j) => (j ? 'L' : 'M') + at(j) + ' ' + g.y(v || 0).toFixed(1)).join('');
    if (line.filled && path) make('path', {d: path + `L${at(values.length - 1)} ${g.y(0)}L${at(0)} ${g.y(0)}Z`, fill: line.colour, opacity: .12}, svg);
    make('path', {d: path, fill: 'none', stroke: line.colour, 'stroke-width': line.dashed ? 1.4 : 1.8, 'stroke-linejoin': 'round', ...(line.dashed ? {'stroke-dasharray': '5 4'} : {})}, svg);
  }
  drawStack(svg, shown, tops, g) {
    let below = null;
    shown.forEach((line, i) => {
      if (!line) return;
      const place = (v, j) => g.x(g.first + j).toFixed(1) + ' ' + g.y(v).toFixed(1), values = tops[i].slice(g.first, g.last + 1);
      const up = values.map((v, j) => (j ? 'L' : 'M') + place(v, j)).join('');
      const back = (below || values.map(() => 0)).map((v, j) => 'L' + place(v, j)).reverse().join('');
      if (up) make('path', {d: up + back + 'Z', fill: line.colour, opacity: .85}, svg);
      below = values;
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
  nearest(event) {
    const box = this.svg.getBoundingClientRect(), px = (event.clientX - box.left) * this.W / box.width, py = (event.clientY - box.top) * this.H / box.height;
    let best = this.first, least = Infinity;
    for (let k = this.first; k <= Math.min(this.last, this.points - 1); ++k) {
      const v = this.spec.series[0].values[k];
      if (this.spec.dots && v === null) continue;
      const away = Math.hypot(this.x(k) - px, this.spec.dots ? this.y(v) - py : 0);
      if (away < least) least = away, best = k;
    }
    return best;
  }
  listen() {
    const hit = make('rect', {x: this.L, y: 0, width: this.W - this.L - this.R, height: this.H - this.B, fill: 'transparent', class: this.timed ? 'drags' : ''}, this.svg);
    let from = null, band = null;
    const left = () => { from = null; if (band) band.remove(); band = null; };
    hit.addEventListener('pointermove', event => {
      const k = this.nearest(event);
      if (from !== null) {
        if (!band) band = make('rect', {class: 'band', y: this.T, height: this.H - this.B - this.T, 'pointer-events': 'none'}, this.svg);
        band.setAttribute('x', Math.min(this.x(k), this.x(from)));
        band.setAttribute('width', Math.abs(this.x(k) - this.x(from)));
      }
      this.link(k);
    });
    hit.addEventListener('pointerleave', () => this.link(null));
    if (this.shared) {
      this.svg.setAttribute('tabindex', 0);
      this.svg.addEventListener('keydown', event => this.key(event));
      hit.addEventListener('dblclick', () => zoom(this.spec.case, null));
    }
    if (!this.timed) return;
    hit.addEventListener('pointerdown', event => {
      if (event.button !== 0) return;
      from = this.nearest(event);
      hit.setPointerCapture(event.pointerId);
    });
    hit.addEventListener('pointerup', event => {
      const begun = from, to = this.nearest(event), dragged = band !== null;
      left();
      if (begun !== null && dragged && begun !== to) zoom(this.spec.case, [Math.min(begun, to), Math.max(begun, to)]);
    });
    hit.addEventListener('pointercancel', left);
  }
  key(event) { // arrows move the crosshair, + and - change what is shown around it, 0 and Escape show all
    const index = this.spec.case, last = lastPoint(index), wide = this.last - this.first;
    const at = this.at === null ? Math.round((this.first + this.last) / 2) : this.at, step = event.shiftKey ? Math.max(1, Math.round(wide / 10)) : 1;
    const around = size => zoom(index, [at - size / 2, at + size / 2]);
    const move = k => {
      k = Math.min(Math.max(0, k), last);
      if (k < this.first || k > this.last) zoom(index, [this.first + (k < this.first ? k - this.first : k - this.last), this.last + (k < this.first ? k - this.first : k - this.last)]);
      this.link(k);
    };
    const keys = {ArrowLeft: () => move(at - step), ArrowRight: () => move(at + step), Home: () => move(this.first), End: () => move(this.last),
      '+': () => around(wide / 2), '=': () => around(wide / 2), '-': () => around(wide * 2), '0': () => zoom(index, null), Escape: () => { this.link(null); zoom(index, null); }};
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }
  link(k) {
    for (const chart of this.shared ? onShared(this.spec.case) : [this]) chart.mark(k);
  }
  mark(k) {
    this.at = k;
    if (this.cross) this.cross.remove();
    this.cross = null;
    const s = this.spec;
    if (s.bars) return;
    s.series.forEach((line, i) => this.values[i] && (this.values[i].textContent = k === null || !line.values.length ? '' : number(line.values[k])));
    if (k === null || k >= this.points || k < this.first || k > this.last) return;
    if (s.dots && s.series[0].values[k] === null) return;
    const g = this.cross = make('g', {'pointer-events': 'none', class: 'cross'}, this.svg), px = this.x(k);
    if (!s.dots) make('line', {x1: px, x2: px, y1: this.T, y2: this.H - this.B, stroke: 'var(--text2)'}, g);
    this.shown.forEach((line, i) => line && make('circle', {cx: px, cy: this.y(this.tops[i][k] || 0), r: s.dots ? 5 : 3.2, fill: line.colour, stroke: 'var(--surface)', 'stroke-width': 1.5}, g));
    const time = s.log ? '' : clock(k * data.cases[s.case].every), text = s.log ? 'p' + s.x[k] : s.dots ? time + ' · ' + number(s.x[k]) + ' /s' : time;
    const wide = text.length * 6.6 + 12, at = Math.min(Math.max(px, wide / 2), this.W - wide / 2);
    make('rect', {x: at - wide / 2, y: this.H - this.B + 3, width: wide, height: 18, rx: 4, fill: 'var(--text)'}, g);
    make('text', {x: at, y: this.H - this.B + 16, 'text-anchor': 'middle', style: 'fill:var(--surface)'}, g, text);
  }
}

