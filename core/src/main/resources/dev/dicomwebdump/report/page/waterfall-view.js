// Which stretch of time the waterfall shows, and which requests lie in it. Times are shown ones, in milliseconds.

const LEAST_SPAN = 2;

class WaterfallView {
  /**
   * @param requests what to show, in the order in which they began; each has `from` and `to`
   * @param end where the axis ends
   */
  constructor(requests, end) {
    this.requests = requests;
    this.end = Math.max(end, LEAST_SPAN);
    this.all();
  }

  get span() {
    return this.to - this.from;
  }

  /** The requests that lie in the stretch, in their order. */
  visible() {
    return this.requests.filter(({ from, to }) => from <= this.to && to >= this.from);
  }

  all() {
    this.from = 0;
    this.to = this.end;
  }

  /** Makes the stretch so many times as long; what is at a part of it, from 0 to 1, stays there. */
  zoom(factor, part = 0.5) {
    const span = Math.min(this.end, Math.max(LEAST_SPAN, this.span * factor));
    this.show(this.from + (this.span - span) * part, span);
  }

  /** Moves on by a part of the stretch. */
  move(part) {
    this.show(this.from + this.span * part, this.span);
  }

  /** Brings a request into the stretch. */
  reveal({ from, to }) {
    if (to < this.from || from > this.to) {
      this.show(from - this.span * 0.2, this.span);
    }
  }

  show(from, span) {
    this.from = Math.min(Math.max(0, from), this.end - span);
    this.to = this.from + span;
  }
}
