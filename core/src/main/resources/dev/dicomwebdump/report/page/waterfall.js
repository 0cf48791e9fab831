// The waterfall: one line for each request, from its beginning to its end, divided into its phases.

const KEYS =
  'In the chart: drag or ← → move; + − zoom, and so does the wheel with Ctrl, or without once the chart was clicked; ' +
  '↑ ↓ go from request to request; Enter opens the record; 0 shows all.';

const ACTS = {
  '+': view => view.zoom(0.5),
  '=': view => view.zoom(0.5),
  '-': view => view.zoom(2),
  ArrowLeft: view => view.move(-0.15),
  ArrowRight: view => view.move(0.15),
  0: view => view.all(),
  Home: view => view.show(0, view.span),
  End: view => view.show(view.end, view.span),
};

class Waterfall {
  /**
   * @param place the element that it goes into; its data-records comes before the paths of records
   * @param exchanges those of the figures
   * @param axis the axis of their time
   */
  constructor(place, exchanges, axis) {
    this.records = place.dataset.records;
    this.requests = exchanges.map((exchange, at) => laidOut(exchange, at, axis));
    this.view = new WaterfallView(this.requests, axis.end);
    this.selected = null;
    this.pointed = null;
    this.dragged = null;
    this.canvas = element('canvas', { tabindex: '0', role: 'application', 'aria-label': 'Waterfall of requests', 'aria-describedby': 'waterfall-keys' });
    this.details = element('div', { class: 'request', role: 'status' });
    place.append(this.tools(), this.legend(), this.canvas, this.details, element('p', { class: 'keys', id: 'waterfall-keys' }, KEYS));
    this.drawing = new WaterfallDrawing(this.canvas, this.view, axis);
    this.listen();
    this.tell(null);
  }

  tools() {
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
    tool('All', 'All requests', view => view.all());
    return tools;
  }

  legend() {
    const there = new Set(this.requests.flatMap(({ parts }) => parts.map(part => part.phase)));
    const legend = element('ul', { class: 'legend phases' });
    for (const phase of PHASES.filter(each => there.has(each))) {
      const swatch = element('span', { class: 'swatch' });
      swatch.style.background = `var(--${phase})`;
      const item = element('li', {});
      item.append(swatch, phase);
      legend.append(item);
    }
    return legend;
  }

  listen() {
    const { canvas } = this;
    canvas.addEventListener('wheel', event => this.wheel(event), { passive: false });
    canvas.addEventListener('keydown', event => this.key(event));
    canvas.addEventListener('pointerdown', event => this.press(event));
    canvas.addEventListener('pointermove', event => this.pointer(event));
    canvas.addEventListener('pointerup', event => this.release(event));
    canvas.addEventListener('pointercancel', () => (this.dragged = null));
    canvas.addEventListener('pointerleave', () => this.point(null));
    canvas.addEventListener('dblclick', event => this.change(view => view.zoom(0.4, this.part(event))));
  }

  /** How far to the right it happened, from 0 to 1. */
  part(event) {
    return event.offsetX / this.canvas.clientWidth;
  }

  wheel(event) {
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    // A page that is scrolled past the chart is not to be caught in it.
    if (sideways || event.ctrlKey || document.activeElement === this.canvas) {
      event.preventDefault();
      const turned = Math.max(-100, Math.min(event.deltaY, 100));
      this.change(view => (sideways ? view.move(event.deltaX / this.canvas.clientWidth) : view.zoom(Math.exp(turned * 0.004), this.part(event))));
    }
  }

  key(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (step !== undefined) {
      this.step(step);
    } else if (event.key === 'Enter') {
      this.details.querySelector('a')?.click();
    } else if (Object.hasOwn(ACTS, event.key)) {
      this.change(ACTS[event.key]);
    } else {
      return;
    }
    event.preventDefault();
  }

  press(event) {
    this.dragged = { x: event.offsetX, moved: false };
    this.canvas.setPointerCapture(event.pointerId);
  }

  pointer(event) {
    if (this.dragged === null) {
      this.point(this.drawing.at(event.offsetY));
      return;
    }
    const by = event.offsetX - this.dragged.x;
    if (this.dragged.moved || Math.abs(by) > 3) {
      this.dragged = { x: event.offsetX, moved: true };
      this.change(view => view.move(-by / this.canvas.clientWidth));
    }
  }

  release(event) {
    if (this.dragged !== null && !this.dragged.moved) {
      this.select(this.drawing.at(event.offsetY));
    }
    this.dragged = null;
  }

  change(act) {
    act(this.view);
    this.drawing.draw();
  }

  step(by) {
    const next = this.selected === null ? this.view.visible()[0] : this.requests[this.selected.index + by];
    if (next !== undefined) {
      this.view.reveal(next);
      this.select(next);
    }
  }

  select(request) {
    this.selected = request;
    this.pointed = null;
    this.tell(request);
  }

  point(request) {
    if (request !== this.pointed) {
      this.pointed = request;
      this.tell(request ?? this.selected);
    }
  }

  tell(request) {
    const nothing = () => [element('p', {}, 'Point at a request, or go to one with ↑ ↓.')];
    this.details.replaceChildren(...(request === null ? nothing() : requestInWords(request, this.records)));
    this.drawing.mark(this.selected, this.pointed);
  }
}
