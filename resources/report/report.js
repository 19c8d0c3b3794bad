// The page: its charts, its buttons, its tables that sort.
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
  sides: c => ({title: 'chart_sides', unit: '/s', stacked: true, series: [['side_server', 'c5'], ['side_network', 'c0'], ['side_this_computer', 's1']].map((s, i) => line(...s, c.sides[i])).filter(s => s.values.some(v => v > 0))}),
  against: c => ({title: 'chart_against', note: 'against_hint', unit: 'ms', dots: true, x: c.rps, series: [line('s_dot', 's1', c.mean)]}),
  cpu: c => ({title: 'chart_cpu', unit: '%', series: [line('s_cpu', 's3', c.cpu)]}),
  lateness: c => ({title: 'chart_lateness', unit: 'ms', series: [line('p99', 'p99', c.lateness)]}),
  curve: c => ({title: 'chart_curve', unit: 'ms', log: true, x: c.curveX, marks: [50, 90, 99, 99.9, 99.99], series: [line('chart_time', 's1', c.curveY)]}),
  ranges: c => ({title: 'chart_ranges', note: 'ranges_hint', unit: '%', bars: true, labels: c.rangeLabels, counts: c.rangeCounts, series: [line('requests', 's1', c.rangePercents)]}),
};
const setTheme = theme => { root.dataset.theme = theme; };
const setLanguage = lang => { root.lang = lang; charts.forEach(c => c.render()); data.cases.forEach((_, i) => zoomBar(i)); };
const wanted = location.hash.slice(1).split(',');
root.lang = wanted.includes('zh') ? 'zh' : wanted.includes('en') ? 'en' : (navigator.language || 'en').startsWith('zh') ? 'zh' : 'en';
for (const theme of ['light', 'dark']) if (wanted.includes(theme)) setTheme(theme);
document.getElementById('theme').addEventListener('click', () => {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  setTheme(dark ? 'light' : 'dark');
});
document.getElementById('language').addEventListener('click', () => setLanguage(root.lang === 'zh' ? 'en' : 'zh'));
document.getElementById('print').addEventListener('click', () => print());
document.querySelectorAll('.case').forEach((host, i) => {
  const bar = document.createElement('div'), range = document.createElement('span'), button = document.createElement('button');
  bar.className = 'zoombar no-print';
  range.setAttribute('role', 'status');
  button.addEventListener('click', () => zoom(i, null));
  bar.append(range, button);
  host.querySelector('.grid').before(bar);
  zoomBar(i);
});
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
