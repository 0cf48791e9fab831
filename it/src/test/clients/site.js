// A web site on a free loopback port: the origin that a page comes from.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * Serves the files of a folder.
 *
 * @param folder the folder, beside this file
 * @param texts texts by path, which come before files of that path
 * @param page the path of what comes where a path without an ending is no file: the page of a one-page application
 */
export async function startSite(folder, texts, page) {
  const root = fileURLToPath(new URL(folder, import.meta.url));
  const server = createServer(async (request, response) => {
    const asked = new URL(request.url, 'http://site').pathname;
    const path = extname(asked) === '' ? page : asked;
    try {
      const content = texts[path] ?? (await readFile(join(root, path)));
      response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.end(content);
    } catch (error) {
      response.statusCode = 404;
      response.end(String(error.code));
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}` };
}
