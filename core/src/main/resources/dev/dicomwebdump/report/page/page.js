// Brings the page to life: without it, all tables are there.

/** An element that holds text alone, without what turns or hides the text around it. */
function element(name, attributes, text = '') {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.textContent = text.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
  return made;
}

function start() {
  const figures = JSON.parse(document.getElementById('figures').textContent);
  document.documentElement.classList.add('js');
  startTheme();
  const axis = figures.timeline.buckets.length === 0 ? null : timeAxis(figures.timeline);
  drawCharts(figures, axis);
  const place = document.querySelector('.waterfall');
  if (place !== null && axis !== null) {
    new Waterfall(place, figures.exchanges.shown, axis);
    place.prepend(element('p', { class: 'note' }, pausesInWords(axis)));
  }
}

start();
