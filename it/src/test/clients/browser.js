// A page in Debian's Chromium.
import { chromium } from 'playwright-core';
import { startSite } from './site.js';

/** So long anything may take before it is a failure. */
const PATIENCE = 60_000;

/**
 * Opens a browser on a site of its own, lets a function use a page of it, prints what that gives as JSON, and closes all.
 *
 * @param program the browser
 * @param site what startSite takes
 * @param use takes the page and the URL of the site
 */
export async function inPage(program, site, use) {
  const { server, url } = await startSite(...site);
  // WebGL without a graphics card.
  const args = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
  const browser = await chromium.launch({ executablePath: program, chromiumSandbox: false, args });
  try {
    const page = await browser.newPage({ viewport: { width: 1024, height: 640 }, serviceWorkers: 'block' });
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', error => console.error(error.stack));
    page.on('console', message => message.type() === 'error' && console.error(message.text()));
    console.log(JSON.stringify(await use(page, url)));
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
