// The waterfall: one line for each request, from its beginning to its end, divided into its phases.

/** The phases in their order; tls is the end of connect. */
const PHASES = ['blocked', 'dns', 'connect', 'tls', 'send', 'wait', 'receive'];
const TOP = 22;
const BOTTOM = 10;
const TALLEST = 20;
const LABELLED = 13;

class Waterfall {
  constructor(place, exchanges, axis) {
    this.axis = axis;
    this.records = place.dataset.records;
    this.requests = exchanges.map((exchange, at) => laidOut(exchange, at, axis));
    this.view = new WaterfallView(this.requests, axis.end);
    this.selected = null;
    this.pointed = null;
    this.build(place);
    this.listen();
    onTheme(() => this.draw());
    new ResizeObserver(() => this.resize()).observe(this.canvas);
    this.tell(null);
  }

  build(place) {
    const tools = element('div', { class: 'tools' });
    const tool = (label, name, act) => {
      const button = element('button', { type: 'button', 'aria-label': name }, label);
      button.addEventListener('click', () => this.change(act));
      tools.append(button);
    };
    tool('+', 'Zoom in', view => view.zoom(0.5));
    tool('−', 'Zoom out', view => view.zoom(2));
    tool('←', 'Earlier', view => view.move(-0.3));
    tool('→', 'Later', view => view.move(0.3));
    tool('All', 'Show all', view => view.all());
    const legend = element('ul', { class: 'legend phases' });
    for (const phase of PHASES.filter(name => this.requests.some(({ parts }) => parts.some(part => part.phase === name)))) {
      const swatch = element('span', { class: 'swatch' });
      swatch.style.background = `var(--${phase})`;
      const item = element('li', {});
      item.append(swatch, phase);
      legend.append(item);
    }
    this.canvas = element('canvas', { tabindex: '0', role: 'application', 'aria-label': 'Waterfall of requests', 'aria-describedby': 'waterfall-keys' });
    this.details = element('div', { class: 'request', role: 'status' });
    const keys = element('p', { class: 'keys', id: 'waterfall-keys' },
      'In the chart: drag or ← → move, + − or the wheel with Ctrl zoom (without Ctrl once it was clicked), ↑ ↓ go from request to request, Enter opens the record, 0 shows all.');
    place.append(tools, legend, this.canvas, this.details, keys);
  }

  listen() {
    const { canvas } = this;
    canvas.addEventListener('wheel', event => this.wheel(event), { passive: false });
    canvas.addEventListener('keydown', event => this.key(event));
    canvas.addEventListener('pointerdown', event => {
      this.dragged = { x: event.offsetX, moved: false };
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener('pointermove', event => this.pointer(event));
    canvas.addEventListener('pointerup', event => {
      if (this.dragged && !this.dragged.moved) {
        this.select(this.at(event));
      }
      this.dragged = null;
    });
    canvas.addEventListener('pointercancel', () => (this.dragged = null));
    canvas.addEventListener('pointerleave', () => this.point(null));
    canvas.addEventListener('dblclick', event => this.change(view => view.zoom(0.4, event.offsetX / this.width)));
  }

  wheel(event) {
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    // A page that is scrolled past the chart is not to be caught in it.
    if (!sideways && !event.ctrlKey && document.activeElement !== this.canvas) {
      return;
    }
    event.preventDefault();
    this.change(view =>
      sideways ? view.move(event.deltaX / this.width) : view.zoom(Math.exp(Math.sign(event.deltaY) * Math.min(Math.abs(event.deltaY), 100) * 0.004), event.offsetX / this.width));
  }

  key(event) {
    const acts = {
      '+': view => view.zoom(0.5),
      '=': view => view.zoom(0.5),
      '-': view => view.zoom(2),
      ArrowLeft: view => view.move(-0.15),
      ArrowRight: view => view.move(0.15),
      0: view => view.all(),
      Home: view => view.show(0, view.span),
      End: view => view.show(view.end, view.span),
    };
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step !== undefined) {
      this.step(step);
    } else if (event.key === 'Enter') {
      this.details.querySelector('a')?.click();
    } else if (Object.hasOwn(acts, event.key) && !event.ctrlKey && !event.metaKey) {
      this.change(acts[event.key]);
    } else {
      return;
    }
    event.preventDefault();
  }

  pointer(event) {
    if (this.dragged) {
      const by = event.offsetX - this.dragged.x;
      if (this.dragged.moved || Math.abs(by) > 3) {
        this.dragged = { x: event.offsetX, moved: true };
        this.change(view => view.move(-by / this.width));
      }
    } else if (event.pointerType === 'mouse') {
      this.point(this.at(event));
    }
  }

  step(by) {
    const first = this.view.visible()[0];
    const at = this.selected === null ? (first?.at ?? 0) : this.selected.at + by;
    this.select(this.requests[Math.min(Math.max(0, at), this.requests.length - 1)]);
    this.view.reveal(this.selected);
    this.draw();
  }

  change(act) {
    act(this.view);
    this.draw();
  }

  select(request) {
    this.selected = request;
    this.tell(request);
    this.draw();
  }

  point(request) {
    if (request !== this.pointed) {
      this.pointed = request;
      this.tell(request ?? this.selected);
      this.draw();
    }
  }

  /** The request in the line under the pointer; null below the last one. */
  at({ offsetY }) {
    const visible = this.view.visible();
    return visible[Math.floor((offsetY - TOP) / this.lineHeight(visible.length))] ?? null;
  }

  lineHeight(lines) {
    return Math.min(TALLEST, (this.height - TOP - BOTTOM) / Math.max(1, lines));
  }

  resize() {
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
    this.canvas.width = Math.round(this.width * devicePixelRatio);
    this.canvas.height = Math.round(this.height * devicePixelRatio);
    this.draw();
  }

  x(shown) {
    return ((shown - this.view.from) / this.view.span) * this.width;
  }

  draw() {
    if (!this.width) {
      return;
    }
    const pen = this.canvas.getContext('2d');
    pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    pen.font = '11px system-ui, sans-serif';
    this.drawTime(pen);
    const visible = this.view.visible();
    const height = this.lineHeight(visible.length);
    visible.forEach((request, line) => this.drawRequest(pen, request, TOP + line * height, height));
    this.drawPlace(pen);
  }

  drawTime(pen) {
    pen.textBaseline = 'top';
    const step = niceStep(this.view.span / Math.max(2, this.width / 90));
    for (let shown = Math.ceil(this.view.from / step) * step; shown <= this.view.to; shown += step) {
      const x = Math.round(this.x(shown)) + 0.5;
      pen.fillStyle = colour('grid');
      pen.fillRect(x, TOP - 4, 1, this.height - TOP - BOTTOM + 4);
      pen.fillStyle = colour('muted');
      pen.fillText(formatMarks([this.axis.toReal(shown)], formatTime)[0], x + 3, 4);
    }
    pen.strokeStyle = colour('muted');
    pen.setLineDash([3, 3]);
    for (const { shown } of this.axis.pauses) {
      pen.strokeRect(this.x(shown), 0, 0, this.height - BOTTOM);
    }
    pen.setLineDash([]);
  }

  drawRequest(pen, request, top, height) {
    if (request === this.selected || request === this.pointed) {
      pen.fillStyle = colour('select');
      pen.fillRect(0, top, this.width, Math.max(2, height));
    }
    const gap = height > 4 ? 1 : 0;
    const tall = Math.max(1, height - gap);
    for (const { phase, from, to } of request.parts) {
      const left = this.x(from);
      pen.fillStyle = colour(phase);
      pen.fillRect(left, top, Math.max(0.75, this.x(to) - left), tall);
    }
    const end = this.x(request.to);
    if (request.problem !== null) {
      pen.fillStyle = colour('bad');
      pen.fillRect(end, top - 1, 3, Math.max(3, tall + 2));
    }
    if (height >= LABELLED) {
      this.drawLabel(pen, request, end, top + tall / 2);
    }
  }

  drawLabel(pen, request, end, middle) {
    const text = `${request.kind} · ${request.problem === null ? request.status : `✕ ${request.status || request.problem}`}`;
    const wide = pen.measureText(text).width;
    const left = Math.max(4, this.x(request.from)) - wide - 6;
    const right = end + 7;
    pen.textBaseline = 'middle';
    const fits = right + wide < this.width;
    if (!fits && left < 0) {
      return;
    }
    pen.fillStyle = colour(request.problem === null ? 'muted' : 'bad');
    pen.fillText(text, fits ? right : left, middle);
  }

  /** Which part of all is shown, along the lower edge. */
  drawPlace(pen) {
    const left = (this.view.from / this.view.end) * this.width;
    pen.fillStyle = colour('line');
    pen.fillRect(0, this.height - 4, this.width, 4);
    pen.fillStyle = colour('mark-5');
    pen.fillRect(left, this.height - 4, Math.max(6, (this.view.span / this.view.end) * this.width), 4);
  }

  tell(request) {
    this.details.replaceChildren(...(request === null ? [element('p', {}, 'Point at a request, or go to one with ↑ ↓.')] : requestInWords(request, this.records)));
  }
}

/** An exchange with the places of its phases on the axis. */
function laidOut(exchange, at, axis) {
  const connect = exchange.tls === null ? exchange.connect : Math.max(0, (exchange.connect ?? 0) - exchange.tls);
  const parts = [];
  let real = exchange.at;
  for (const phase of PHASES) {
    const took = phase === 'connect' ? connect : exchange[phase];
    if (took > 0) {
      parts.push({ phase, from: axis.toShown(real), to: axis.toShown(real + took) });
      real += took;
    }
  }
  const from = axis.toShown(exchange.at);
  return { ...exchange, began: exchange.at, at, parts, from, to: parts.at(-1)?.to ?? from };
}

function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map(factor => factor * power).find(step => step >= least);
}

function requestInWords(request, records) {
  const head = element('p', {});
  const ended = request.status === 0 ? 'no response' : `status ${request.status}`;
  const wrong = request.problem === null || request.problem === 'status' ? '' : `, ${request.problem}`;
  head.append(element('strong', {}, request.kind), ` · ${request.problem === null ? '' : '✕ '}${ended}${wrong}`);
  const list = element('dl', {});
  const term = (name, value) => {
    const pair = element('div', {});
    pair.append(element('dt', {}, name), element('dd', {}, value));
    list.append(pair);
  };
  term('began after', formatTime(request.began));
  term('took', formatTime(request.whole));
  PHASES.filter(phase => request[phase] !== null).forEach(phase => term(phase === 'tls' ? 'of it tls' : phase, formatTime(request[phase])));
  term('data', formatBytes(request.bytes));
  if (request.attempt > 1) {
    term('exchange', `number ${request.attempt} for this resource`);
  }
  if (request.connection > 0) {
    term('connection', `port ${request.connection}`);
  }
  return [head, list, recordLink(request.record, records)];
}

function recordLink(record, records) {
  const place = element('p', {});
  if (records !== '' && record !== '') {
    place.append(element('a', { href: records + record.split('/').map(encodeURIComponent).join('/') }, record));
  }
  return place;
}
