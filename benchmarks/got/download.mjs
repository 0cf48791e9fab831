// node download.mjs LIST CONNECTIONS http1|http2 CA: downloads what LIST names (URL, tab, file, tab, Accept or nothing, one a
// line), with so many requests in flight, and writes beside each body a record of the response.
import {createWriteStream, readFileSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import {dirname} from 'node:path';
import {pipeline} from 'node:stream/promises';
import got from 'got';

const [list, connections, protocol, authority] = process.argv.slice(2);
const tasks = readFileSync(list, 'utf8').trim().split('\n').map((line) => line.split('\t'));
const pool = {keepAlive: true, maxSockets: Number(connections)};
const client = got.extend({
  decompress: false,
  http2: protocol === 'http2',
  agent: protocol === 'http2' ? {} : {http: new http.Agent(pool), https: new https.Agent(pool)},
  https: {certificateAuthority: readFileSync(authority)},
});

async function download(url, file, accept) {
  await mkdir(dirname(file), {recursive: true});
  const body = client.stream(url, {headers: accept ? {accept} : {}});
  let response;
  body.once('response', (answer) => {
    response = answer;
  });
  await pipeline(body, createWriteStream(file));
  const {statusCode, httpVersion, rawHeaders, timings} = response;
  await writeFile(`${file}.json`, JSON.stringify({url, statusCode, httpVersion, rawHeaders, timings}));
}

let next = 0;
async function work() {
  while (next < tasks.length) {
    await download(...tasks[next++]);
  }
}
await Promise.all(Array.from({length: Number(connections)}, work));
