// The charts, drawn by uPlot.

const DASHES = [[], [7, 3], [2, 3], [9, 3, 2, 3], [4, 2], [12, 4], [2, 6], [6, 2, 2, 2]];

/** Draws the charts that have a place on the page; their time is that of the axis. */
function drawCharts(figures, axis) {
  drawPercentiles(document.getElementById('chart-percentiles'), figures.latencies);
  if (axis === null) {
    return;
  }
  const { width, buckets } = figures.timeline;
  const perSecond = name => buckets.map(bucket => (bucket[name] * 1000) / width);
  drawOverTime('bytes', figures, axis, [{ label: 'data', values: perSecond('bytes') }], value => `${formatBytes(value)}/s`);
  const requests = { label: 'requests', values: perSecond('requests') };
  const problems = { label: 'with a problem', values: perSecond('failures'), colour: 'mark-6', dash: [4, 2] };
  drawOverTime('requests', figures, axis, [requests, problems], value => `${formatNumber(value)}/s`);
  const inFlight = { label: 'in flight, on average', values: buckets.map(bucket => bucket.inFlight) };
  drawOverTime('in-flight', figures, axis, [inFlight], formatNumber);
}

function drawPercentiles(place, latencies) {
  if (place === null) {
    return;
  }
  const whole = latencies.filter(latency => latency.phase === 'whole');
  const kinds = whole.length === 2 ? whole.slice(1) : whole;
  const names = ['p50', 'p90', 'p99', 'p999', 'max'];
  const series = kinds.map((latency, at) => ({
    label: latency.kind ?? 'all kinds',
    // A logarithmic scale has no zero.
    values: names.map(name => Math.max(latency[name], 0.001)),
    ...(latency.kind === null ? { colour: 'ink' } : lookOf(at)),
    points: { show: true, size: 6 },
  }));
  chart(place, names.map((_, at) => at), series, formatTime, 260, {
    scales: { x: { time: false, range: [-0.15, names.length - 0.85] }, y: { distr: 3 } },
    x: {
      splits: () => names.map((_, at) => at),
      values: () => ['p50', 'p90', 'p99', 'p99.9', 'longest'],
    },
  });
}

/** A colour and a dash that no other of the first 64 has together. */
function lookOf(number) {
  return { colour: `mark-${(number % 8) + 1}`, dash: DASHES[(number + Math.floor(number / 8)) % 8] };
}

function drawOverTime(name, { timeline }, axis, series, format) {
  const place = document.getElementById(`chart-${name}`);
  const points = steps(timeline, axis, series.map(each => each.values));
  chart(place, points[0], series.map((each, at) => ({ colour: 'mark-1', ...each, values: points[at + 1], step: true })), format, 150, {
    scales: { x: { time: false, range: [0, axis.end] }, y: { range: (plot, least, most) => [0, most > 0 ? most * 1.08 : 1] } },
    x: {
      splits: plot => axis.marks(plot.scales.x.min, plot.scales.x.max, axis.end / Math.max(2, plot.width / 100)),
      values: (plot, marks) => formatTimeMarks(marks.map(mark => axis.toReal(mark))),
    },
    pauses: axis.pauses,
  });
}

/** One point for the beginning of each bucket, and one with nothing where a stretch of them ends. */
function steps({ width, buckets }, axis, rows) {
  const points = [[], ...rows.map(() => [])];
  buckets.forEach(({ at }, index) => {
    points[0].push(axis.toShown(at));
    rows.forEach((row, number) => points[number + 1].push(row[index]));
    const next = buckets[index + 1];
    if (next === undefined || next.at - at > 1.5 * width) {
      points[0].push(axis.toShown(at + width) - 1e-6);
      rows.forEach((row, number) => points[number + 1].push(0));
    }
  });
  return points;
}

function chart(place, xs, series, format, height, { scales, x, pauses = [] }) {
  const target = place.querySelector('.plot');
  const axis = { stroke: () => colour('muted'), font: '12px system-ui, sans-serif', grid: { stroke: () => colour('grid'), width: 1 }, ticks: { show: false } };
  const legend = series.length > 1 ? makeLegend(place, series) : null;
  const plot = new uPlot(
    {
      width: target.clientWidth,
      height,
      scales,
      legend: { show: false },
      cursor: { y: false, points: { size: 7 } },
      axes: [
        { ...axis, ...x, size: 26, gap: 6 },
        { ...axis, size: 70, gap: 8, space: 34, values: (self, marks) => formatMarks(marks, format) },
      ],
      series: [{}, ...series.map(seriesOf)],
      hooks: { draw: [self => drawPauses(self, pauses)], setCursor: [self => tellValues(self, place, series, format)] },
    },
    [xs, ...series.map(each => each.values)],
    target,
  );
  legend?.forEach((button, at) => button.addEventListener('click', () => toggle(plot, button, at + 1)));
  onTheme(() => plot.redraw(false));
  new ResizeObserver(() => plot.setSize({ width: target.clientWidth, height })).observe(target);
}

function seriesOf({ label, colour: name, dash, points, step }) {
  return {
    label,
    stroke: () => colour(name),
    width: 1.75,
    dash,
    fill: step ? () => `color-mix(in srgb, ${colour(name)} 15%, transparent)` : undefined,
    paths: step ? uPlot.paths.stepped({ align: 1 }) : undefined,
    points: points ? { ...points, fill: () => colour(name) } : { show: false },
  };
}

function makeLegend(place, series) {
  const list = element('ul', { class: 'legend' });
  const buttons = series.map(({ label, colour: name, dash = [] }) => {
    const button = element('button', { type: 'button', 'aria-pressed': 'true' });
    button.append(sample(name, dash), label, element('span', { class: 'value' }));
    const item = element('li', {});
    item.append(button);
    list.append(item);
    return button;
  });
  place.append(list);
  return buttons;
}

/** A piece of the line, dashed as it is. */
function sample(name, dash) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  line.style.stroke = `var(--${name})`;
  const attributes = { x1: 0, x2: 26, y1: 5, y2: 5, 'stroke-width': 2, 'stroke-dasharray': dash.join(' ') || 'none' };
  Object.entries(attributes).forEach(([key, value]) => line.setAttribute(key, value));
  Object.entries({ width: 26, height: 10, 'aria-hidden': 'true' }).forEach(([key, value]) => svg.setAttribute(key, value));
  svg.append(line);
  return svg;
}

function toggle(plot, button, number) {
  const show = button.getAttribute('aria-pressed') !== 'true';
  button.setAttribute('aria-pressed', String(show));
  plot.setSeries(number, { show });
}

/** The values under the pointer, in the legend, or behind the caption where there is none. */
function tellValues(plot, place, series, format) {
  const at = plot.cursor.idx;
  const values = series.map((each, number) => (at === null || at === undefined ? '' : format(plot.data[number + 1][at])));
  const buttons = place.querySelectorAll('.legend .value');
  if (buttons.length > 0) {
    buttons.forEach((value, number) => (value.textContent = values[number]));
    return;
  }
  const caption = place.querySelector('figcaption');
  let value = caption.querySelector('.value');
  if (value === null) {
    value = element('span', { class: 'value' });
    caption.append(' ', value);
  }
  value.textContent = values[0];
}

function drawPauses(plot, pauses) {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = colour('muted');
  ctx.setLineDash([3, 3]);
  ctx.beginPath();
  for (const { shown } of pauses) {
    const x = Math.round(plot.valToPos(shown, 'x', true));
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
  }
  ctx.stroke();
  ctx.restore();
}
