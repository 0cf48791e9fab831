// Numbers as people read them; a kilobyte is 1,000 bytes. The same forms as in the tables.

function digits(amount) {
  return amount.toFixed(amount < 9.995 ? 2 : amount < 99.95 ? 1 : 0);
}

/** A time, from milliseconds. */
function formatTime(ms) {
  if (ms < 0.9995) {
    return `${Math.round(ms * 1000)} µs`;
  }
  if (ms < 999.5) {
    return `${digits(ms)} ms`;
  }
  if (ms < 59_950) {
    return `${digits(ms / 1000)} s`;
  }
  const seconds = Math.round(ms / 1000);
  const two = number => String(number).padStart(2, '0');
  return seconds < 3600
    ? `${Math.floor(seconds / 60)}:${two(seconds % 60)} min`
    : `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)} h`;
}

/** Bytes. */
function formatBytes(bytes) {
  const units = ['kB', 'MB', 'GB', 'TB', 'PB', 'EB'];
  if (bytes < 1000) {
    return `${Math.round(bytes)} B`;
  }
  let amount = bytes / 1000;
  let unit = 0;
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000;
    unit++;
  }
  return `${digits(amount)} ${units[unit]}`;
}

/** A number, with no more decimals than it needs. */
function formatNumber(number) {
  return number.toLocaleString('en', { maximumFractionDigits: number < 10 ? 2 : 1 });
}

/** The marks of an axis, without the zeros that tell nothing. */
function formatMarks(marks, format) {
  const short = marks.map(mark => (mark === null ? '' : format(mark).replace(/\.0+ /, ' ').replace(/(\.\d*?)0+ /, '$1 ')));
  return short.map(mark => (/^0[ /]/.test(mark) ? '0' : mark));
}

/** The marks of an axis of time, from milliseconds, with the digits that tell them apart. */
function formatTimeMarks(marks) {
  const step = marks.length < 2 ? 1000 : Math.min(...marks.slice(1).map((mark, at) => mark - marks[at]));
  const decimals = unit => Math.max(0, Math.ceil(-Math.log10(step / unit) - 1e-6));
  return marks.map(mark => {
    if (mark === 0 || step >= 1000) {
      return formatMarks([mark], formatTime)[0];
    }
    return mark < 1000 ? `${mark.toFixed(decimals(1))} ms` : `${(mark / 1000).toFixed(decimals(1000))} s`;
  });
}
