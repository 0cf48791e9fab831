// How the waterfall looks.

const TOP = 22;
const BOTTOM = 10;
const TALLEST = 20;
const LABELLED = 13;

class WaterfallDrawing {
  /** Draws into a canvas what a view shows; the axis tells real times. */
  constructor(canvas, view, axis) {
    this.canvas = canvas;
    this.view = view;
    this.axis = axis;
    this.width = 0;
    this.height = 0;
    this.marked = [];
    onTheme(() => this.draw());
    new ResizeObserver(() => this.fit()).observe(canvas);
  }

  /** Marks requests by a band behind them. */
  mark(...requests) {
    this.marked = requests;
    this.draw();
  }

  /** The request in the line at a height; null below the last one. */
  at(y) {
    const visible = this.view.visible();
    return visible[Math.floor((y - TOP) / this.lineHeight(visible.length))] ?? null;
  }

  draw() {
    if (this.width === 0) {
      return;
    }
    const pen = this.canvas.getContext('2d');
    pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    pen.font = '11px system-ui, sans-serif';
    this.drawTime(pen);
    this.drawPauses(pen);
    const visible = this.view.visible();
    const height = this.lineHeight(visible.length);
    visible.forEach((request, line) => this.drawRequest(pen, request, TOP + line * height, height));
    this.drawPlace(pen);
  }

  fit() {
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
    this.canvas.width = Math.round(this.width * devicePixelRatio);
    this.canvas.height = Math.round(this.height * devicePixelRatio);
    this.draw();
  }

  lineHeight(lines) {
    return Math.min(TALLEST, (this.height - TOP - BOTTOM) / Math.max(1, lines));
  }

  x(shown) {
    return ((shown - this.view.from) / this.view.span) * this.width;
  }

  drawTime(pen) {
    const marks = this.axis.marks(this.view.from, this.view.to, this.view.span / Math.max(2, this.width / 90));
    const labels = formatTimeMarks(marks.map(mark => this.axis.toReal(mark)));
    pen.textBaseline = 'top';
    marks.forEach((mark, at) => {
      const x = Math.round(this.x(mark));
      pen.fillStyle = colour('grid');
      pen.fillRect(x, TOP - 4, 1, this.height - TOP - BOTTOM + 4);
      pen.fillStyle = colour('muted');
      pen.fillText(labels[at], x + 3, 4);
    });
  }

  drawPauses(pen) {
    pen.strokeStyle = colour('muted');
    pen.setLineDash([3, 3]);
    pen.beginPath();
    for (const { shown } of this.axis.pauses) {
      const x = Math.round(this.x(shown)) + 0.5;
      pen.moveTo(x, TOP);
      pen.lineTo(x, this.height - BOTTOM);
    }
    pen.stroke();
    pen.setLineDash([]);
  }

  drawRequest(pen, request, top, height) {
    if (this.marked.includes(request)) {
      pen.fillStyle = colour('select');
      pen.fillRect(0, top, this.width, Math.max(2, height));
    }
    const tall = Math.max(1, height - (height > 4 ? 1 : 0));
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

  /** Behind the request, or before it where there is no room. */
  drawLabel(pen, request, end, middle) {
    const text = `${request.kind} · ${request.problem === null ? request.status : `✕ ${request.status || request.problem}`}`;
    const wide = pen.measureText(text).width;
    const before = this.x(request.from) - wide - 6;
    const behind = end + 7;
    if (behind + wide < this.width || before > 0) {
      pen.textBaseline = 'middle';
      pen.fillStyle = colour(request.problem === null ? 'muted' : 'bad');
      pen.fillText(text, behind + wide < this.width ? behind : before, middle);
    }
  }

  /** Which part of all is shown, along the lower edge. */
  drawPlace(pen) {
    const left = (this.view.from / this.view.end) * this.width;
    pen.fillStyle = colour('line');
    pen.fillRect(0, this.height - 4, this.width, 4);
    pen.fillStyle = colour('mark-5');
    pen.fillRect(left, this.height - 4, Math.max(6, (this.view.span / this.view.end) * this.width), 4);
  }
}
