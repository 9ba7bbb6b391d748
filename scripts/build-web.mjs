// Builds the application of the browser, unless it is built already of the same sources.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const app = join(root, 'apps/web');
const mark = join(app, 'dist/site/built-of.txt');
const sources = ['scripts/build-web.mjs', 'apps/web/src', 'apps/web/index.html', 'apps/web/vite.config.ts', 'apps/web/package.json', 'packages/engine/src', 'packages/norms/src', 'package-lock.json'];

function filesIn(path) {
  if (statSync(join(root, path)).isFile()) return [path];
  const entries = readdirSync(join(root, path), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name))).toSorted();
}

const sum = createHash('sha256');
for (const file of sources.flatMap(filesIn)) sum.update(`${file}\0`).update(readFileSync(join(root, file)));
const digest = sum.digest('hex');

if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) console.error('the application is built already');
else {
  // Whoever asks for it may be a test, for which React would be built as for its developers.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ configFile: join(app, 'vite.config.ts'), logLevel: 'error' });
  writeFileSync(mark, digest);
  console.error('the application is built');
}
