// Light or dark: as the system has it, until the button says otherwise.

const themed = [];
const colours = new Map();

/** Calls back whenever the colours have changed. */
function onTheme(redraw) {
  themed.push(redraw);
}

/** A colour of the style sheet, as a canvas understands it. */
function colour(name) {
  if (!colours.has(name)) {
    const probe = element('span', {});
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    colours.set(name, getComputedStyle(probe).color);
    probe.remove();
  }
  return colours.get(name);
}

function startTheme() {
  const button = document.getElementById('theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  let dark;
  const show = wanted => {
    dark = wanted;
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
    button.textContent = dark ? 'Light theme' : 'Dark theme';
    colours.clear();
    themed.forEach(redraw => redraw());
  };
  button.hidden = false;
  button.addEventListener('click', () => show(!dark));
  system.addEventListener('change', () => show(system.matches));
  show(system.matches);
}
