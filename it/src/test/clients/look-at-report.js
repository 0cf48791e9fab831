// look-at-report CHROMIUM PAGE SCREENSHOTS: opens a report page from the disk in both themes, wide and narrow, uses its waterfall,
// and prints of each what it asked the network for, what it complained of, how far it is wider than the window, what axe-core finds,
// and what it shows. SCREENSHOTS is the beginning of the names of pictures of the whole page.
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { pathToFileURL } from 'node:url';

const [program, file, screenshots] = process.argv.slice(2);
const WINDOWS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 360 },
];

async function look(browser, { colorScheme, width }) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const complaints = [];
  const asked = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.stack));
  page.on('request', request => request.url().startsWith('data:') || request.url() === address || asked.push(request.url()));
  await page.goto(address);
  await page.waitForFunction(() => [...document.querySelectorAll('canvas')].every(canvas => canvas.width > 0));
  const canvas = page.locator('.waterfall canvas');
  await canvas.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('+');
  await canvas.dblclick({ position: { x: 50, y: 100 } });
  const { violations } = await page.evaluate(`${axe.source}; axe.run()`);
  await page.screenshot({ path: `${screenshots}-${colorScheme}-${width}.png`, fullPage: true });
  const shown = await page.evaluate(() => ({
    paper: getComputedStyle(document.documentElement).backgroundColor,
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    charts: document.querySelectorAll('.plot canvas').length,
    request: document.querySelector('.waterfall .request').textContent,
    record: document.querySelector('.waterfall .request a')?.href ?? null,
    pictures: [...document.querySelectorAll('.tiles img')].filter(picture => picture.naturalWidth > 0).length,
  }));
  await context.close();
  const found = violations.map(({ id, impact, nodes }) => `${impact}: ${id}: ${nodes.map(node => node.html).join(' ')}`);
  return { colorScheme, width, asked, complaints, violations: found, ...shown };
}

const browser = await chromium.launch({ executablePath: program, chromiumSandbox: false });
try {
  const looks = [];
  for (const each of WINDOWS) {
    looks.push(await look(browser, each));
  }
  console.log(JSON.stringify(looks));
} finally {
  await browser.close();
}
