// An exchange and its phases.

/** The phases in their order; tls is the end of connect. */
const PHASES = ['blocked', 'dns', 'connect', 'tls', 'send', 'wait', 'receive'];

/**
 * An exchange with the places of its phases on the axis.
 *
 * @param index which one of those that are shown, from 0
 */
function laidOut(exchange, index, axis) {
  const beforeTls = Math.max(0, (exchange.connect ?? 0) - (exchange.tls ?? 0));
  const parts = [];
  let real = exchange.at;
  for (const phase of PHASES) {
    const took = phase === 'connect' ? beforeTls : exchange[phase];
    if (took > 0) {
      parts.push({ phase, from: axis.toShown(real), to: axis.toShown(real + took) });
      real += took;
    }
  }
  const from = axis.toShown(exchange.at);
  return { ...exchange, index, parts, from, to: parts.at(-1)?.to ?? from };
}

/** What is told of a request that one points at. */
function requestInWords(request, records) {
  const ended = request.status === 0 ? 'no response' : `status ${request.status}`;
  const wrong = request.problem === null || request.problem === 'status' ? '' : `, ${request.problem}`;
  const head = element('p', {});
  head.append(element('strong', {}, request.kind), ` · ${request.problem === null ? '' : '✕ '}${ended}${wrong}`);
  const facts = [
    ['began after', formatTime(request.at)],
    ['took', formatTime(request.whole)],
    ...PHASES.filter(phase => request[phase] !== null).map(phase => [phase === 'tls' ? 'of it tls' : phase, formatTime(request[phase])]),
    ['data', formatBytes(request.bytes)],
  ];
  if (request.attempt > 1) {
    facts.push(['exchange', `number ${request.attempt} for this resource`]);
  }
  if (request.connection > 0) {
    facts.push(['connection', `from port ${request.connection}`]);
  }
  const list = element('dl', {});
  for (const [name, value] of facts) {
    const pair = element('div', {});
    pair.append(element('dt', {}, name), element('dd', {}, value));
    list.append(pair);
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
