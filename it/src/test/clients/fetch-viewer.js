// Fetches OHIF as its makers built it, into viewer/. As a dependency it would bring all that it was built of.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const { viewer } = JSON.parse(readFileSync('package.json', 'utf8'));

const file = execFileSync('npm', ['pack', '--silent', viewer.package], { encoding: 'utf8' }).trim();
const integrity = 'sha512-' + createHash('sha512').update(readFileSync(file)).digest('base64');
if (integrity !== viewer.integrity) {
  throw new Error(`${viewer.package} is not what was pinned: ${integrity}`);
}
mkdirSync('viewer', { recursive: true });
// ort is a runtime for neural networks: two thirds of the files, and no part of showing an image.
execFileSync('tar', ['-xzf', file, '-C', 'viewer', '--strip-components=2', '--exclude=package/dist/ort', 'package/dist']);
rmSync(file);
