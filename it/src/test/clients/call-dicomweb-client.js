// call-dicomweb-client CHROMIUM ROOT STUDY SERIES INSTANCE FRAME BULKDATA-URI: calls every function of the package
// dicomweb-client that searches or retrieves, in a page of another origin than ROOT, and prints by its name what each
// gave: JSON as it is, of bytes the SHA-256 of each part, of what was refused the status.
import { inPage } from './browser.js';

const [program, root, study, series, instance, frame, bulkDataUri] = process.argv.slice(2);

const HTML = '<!doctype html><title>dicomweb-client</title><script src="dicomweb-client.js"></script>';

async function callAll({ root, frame, bulkDataUri, ofStudy, ofSeries, ofInstance }) {
  const { DICOMwebClient } = window.DICOMwebClient.api;
  const client = new DICOMwebClient({ url: root, verbose: false });
  const ofFrame = { ...ofInstance, frameNumbers: [frame] };
  const jpeg = [{ mediaType: 'image/jpeg' }];

  const calls = {
    searchForStudies: () => client.searchForStudies({ queryParams: { StudyInstanceUID: ofStudy.studyInstanceUID } }),
    searchForSeries: () => client.searchForSeries(ofStudy),
    'searchForSeries of all studies': () => client.searchForSeries(),
    searchForInstances: () => client.searchForInstances(ofSeries),
    'searchForInstances of a study': () => client.searchForInstances(ofStudy),
    'searchForInstances of all studies': () => client.searchForInstances(),
    retrieveStudyMetadata: () => client.retrieveStudyMetadata(ofStudy),
    retrieveSeriesMetadata: () => client.retrieveSeriesMetadata(ofSeries),
    retrieveInstanceMetadata: () => client.retrieveInstanceMetadata(ofInstance),
    retrieveInstanceFrames: () => client.retrieveInstanceFrames(ofFrame),
    'retrieveInstanceFrames of a list': () => client.retrieveInstanceFrames({ ...ofInstance, frameNumbers: [frame, 1] }),
    retrieveInstanceRendered: () => client.retrieveInstanceRendered({ ...ofInstance, mediaTypes: jpeg }),
    retrieveInstanceThumbnail: () => client.retrieveInstanceThumbnail(ofInstance),
    retrieveInstanceFramesRendered: () => client.retrieveInstanceFramesRendered({ ...ofFrame, mediaTypes: jpeg }),
    retrieveInstanceFramesThumbnail: () => client.retrieveInstanceFramesThumbnail(ofFrame),
    retrieveInstance: () => client.retrieveInstance(ofInstance),
    retrieveSeries: () => client.retrieveSeries(ofSeries),
    retrieveStudy: () => client.retrieveStudy(ofStudy),
    retrieveBulkData: () => client.retrieveBulkData({ BulkDataURI: bulkDataUri }),
    'retrieveBulkData of a range': () =>
      new DICOMwebClient({ url: root, verbose: false, singlepart: 'bulkdata' }).retrieveBulkData({
        BulkDataURI: bulkDataUri,
        headers: { Accept: 'application/octet-stream', Range: 'bytes=2-9' },
      }),
  };

  const sha256 = async bytes =>
    Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), each =>
      each.toString(16).padStart(2, '0')).join('');

  const told = async given => {
    const parts = given instanceof ArrayBuffer ? [given] : given;
    return parts.length > 0 && parts.every(part => part instanceof ArrayBuffer)
      ? { sha256: await Promise.all(parts.map(sha256)) }
      : { json: given };
  };

  const results = {};
  for (const [name, call] of Object.entries(calls)) {
    try {
      results[name] = await told(await call());
    } catch (error) {
      results[name] = { status: error.status ?? String(error) };
    }
  }
  const offered = Object.getOwnPropertyNames(DICOMwebClient.prototype).filter(name => /^(search|retrieve)/.test(name));
  return { offered, results };
}

await inPage(program, ['node_modules/dicomweb-client/build', { '/index.html': HTML }, '/index.html'], async (page, url) => {
  await page.goto(url);
  return page.evaluate(callAll, {
    root,
    frame: Number(frame),
    bulkDataUri,
    ofStudy: { studyInstanceUID: study },
    ofSeries: { studyInstanceUID: study, seriesInstanceUID: series },
    ofInstance: { studyInstanceUID: study, seriesInstanceUID: series, sopInstanceUID: instance },
  });
});
