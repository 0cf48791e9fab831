// view-in-ohif CHROMIUM ROOT STUDY SCREENSHOT: opens a study of ROOT in OHIF, waits until an image is shown, takes a
// picture of the window, and prints the pixels of the viewport as a PNG in a data URL, what was asked of ROOT and what
// ROOT refused.
import { inPage } from './browser.js';

const [program, root, study, screenshot] = process.argv.slice(2);

const CONFIGURATION = {
  routerBasename: '/',
  extensions: [],
  modes: [],
  showStudyList: true,
  showCPUFallbackMessage: false,
  investigationalUseDialog: { option: 'never' },
  defaultDataSourceName: 'replay',
  dataSources: [
    {
      namespace: '@ohif/extension-default.dataSourcesModule.dicomweb',
      sourceName: 'replay',
      configuration: {
        friendlyName: 'A dump that is served',
        name: 'replay',
        qidoRoot: root,
        wadoRoot: root,
        wadoUriRoot: root,
        imageRendering: 'wadors',
        thumbnailRendering: 'wadors',
        enableStudyLazyLoad: true,
        supportsWildcard: true,
        supportsFuzzyMatching: false,
        bulkDataURI: { enabled: true },
      },
    },
  ],
};

/** Runs before the page does: keeps the canvas of a viewport once it shows more than one grey. */
function watch() {
  // The tour for who is here for the first time lies over all.
  localStorage.setItem('shownTours', '["basicViewerTour"]');
  const shown = canvas => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, at) => at % 4 === 0 && value !== data[0]);
  };
  // The event does not bubble; on its way down it can be heard.
  document.addEventListener(
    'CORNERSTONE_IMAGE_RENDERED',
    ({ target }) => {
      // Thumbnails are drawn in viewports too, elsewhere.
      const canvas = target.matches('.cornerstone-viewport-element') && target.querySelector('canvas.cornerstone-canvas');
      if (canvas && canvas.width > 0 && shown(canvas)) {
        window.shownImage = canvas.toDataURL('image/png');
      }
    },
    true,
  );
}

await inPage(
  program,
  ['viewer', { '/app-config.js': `window.config = ${JSON.stringify(CONFIGURATION)};` }, '/index.html'],
  async (page, url) => {
    const asked = [];
    const refused = [];
    page.on('response', response => {
      if (response.url().startsWith(root)) {
        asked.push(response.url().substring(root.length));
        if (!response.ok()) {
          refused.push(`${response.status()} ${response.url()}`);
        }
      }
    });
    // Nothing of it comes from elsewhere.
    await page.route(asking => !['127.0.0.1'].includes(asking.hostname), route => route.abort());
    await page.addInitScript(watch);
    await page.goto(`${url}/viewer?StudyInstanceUIDs=${study}`);
    await page.waitForFunction(() => window.shownImage !== undefined);
    await page.screenshot({ path: screenshot });
    return { image: await page.evaluate(() => window.shownImage), asked, refused };
  },
);
