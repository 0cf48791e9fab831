// An axis of time that long pauses are cut out of: a dump that was resumed a day later is to be seen, not the day.

/**
 * Makes the axis of a timeline. Times are in milliseconds: real ones since the first request, shown ones since the axis
 * begins.
 */
function timeAxis({ width, buckets }) {
  const runs = busyRuns(width, buckets);
  const busy = runs.reduce((sum, run) => sum + run.to - run.from, 0);
  const longest = Math.max(busy / 10, 10 * width);
  const cut = Math.max(busy / 50, width);
  const pieces = [{ real: runs[0].from, shown: 0 }];
  const pauses = [];
  runs.slice(1).forEach((run, at) => {
    const before = runs[at].to;
    if (run.from - before > longest) {
      const last = pieces.at(-1);
      const shown = last.shown + before - last.real;
      pauses.push({ shown: shown + cut / 2, real: before, length: run.from - before });
      pieces.push({ real: run.from, shown: shown + cut });
    }
  });
  const end = pieces.at(-1).shown + runs.at(-1).to - pieces.at(-1).real;
  const piece = (key, value) => pieces.findLast(each => each[key] <= value) ?? pieces[0];
  const bound = (from, value, key) => {
    const next = pieces[pieces.indexOf(from) + 1];
    return next === undefined ? value : Math.min(value, next[key]);
  };
  const axis = {
    end,
    pauses,
    toShown(real) {
      const from = piece('real', real);
      return bound(from, Math.max(0, from.shown + real - from.real), 'shown');
    },
    toReal(shown) {
      const from = piece('shown', shown);
      return bound(from, from.real + shown - from.shown, 'real');
    },
    /** The places of round times between two shown ones, at a distance of a stretch at least. */
    marks(from, to, apart) {
      const step = roundStep(apart);
      const marks = [];
      for (const { real, shown } of pieces) {
        const first = Math.ceil(Math.max(0, real, axis.toReal(from)) / step) * step;
        for (let time = first; shown + time - real <= to && axis.toShown(time) === shown + time - real; time += step) {
          if (shown + time - real - (marks.at(-1) ?? -Infinity) > apart * 0.75) {
            marks.push(shown + time - real);
          }
        }
      }
      return marks;
    },
  };
  return axis;
}

/** The next of 1, 2 or 5 times a power of ten. */
function roundStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map(factor => factor * power).find(step => step >= least);
}

/** The stretches of time in which there was always something in flight. */
function busyRuns(width, buckets) {
  const runs = [];
  for (const { at } of buckets) {
    const last = runs.at(-1);
    if (last !== undefined && at - last.to < width / 2) {
      last.to = at + width;
    } else {
      runs.push({ from: at, to: at + width });
    }
  }
  return runs;
}

/** What was cut out, in words; empty where nothing was. */
function pausesInWords(axis) {
  const told = axis.pauses.slice(0, 5).map(({ real, length }) => `${formatTime(length)} after ${formatTime(real)}`);
  const more = axis.pauses.length > 5 ? ` and ${axis.pauses.length - 5} more` : '';
  return told.length === 0 ? '' : `Pauses are cut out, where the dashed lines are: ${told.join(', ')}${more}.`;
}
