// Prints how much script and style a reader loads, compressed as servers compress: at first, and with each screen after that. `npm run measure:web`.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const site = join(dirname(dirname(fileURLToPath(import.meta.url))), 'apps/web/dist/site');

/** Bytes of a file, compressed. */
const sizeOf = (file) => gzipSync(readFileSync(join(site, file)), { level: 9 }).length;

const sum = (files, end) => [...files].filter((file) => file.endsWith(end)).reduce((all, file) => all + sizeOf(file), 0);
const load = (name, files) => ({ name, script: sum(files, '.js'), style: sum(files, '.css') });
const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(10);

/**
 * What the page names itself, and what each screen adds to it. A screen's own files are those that its script imports at once, and that are not there already.
 */
export function loadsOf() {
  const manifest = JSON.parse(readFileSync(join(site, '.vite/manifest.json'), 'utf8'));
  const filesOf = (key, seen = new Set()) => {
    if (seen.has(key)) return [];
    seen.add(key);
    const { file, css = [], imports = [] } = manifest[key];
    return [file, ...css, ...imports.flatMap((each) => filesOf(each, seen))];
  };
  const first = new Set(filesOf('index.html'));
  const screens = Object.keys(manifest).filter((key) => /^src\/screen\/[^/]+\/[^/]+\.tsx$/.test(key) && manifest[key].isDynamicEntry);
  return [load('first load', first), ...screens.map((key) => load(key.split('/')[2], new Set(filesOf(key).filter((file) => !first.has(file)))))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`${'compressed kB'.padEnd(16)}${'script'.padStart(10)}${'style'.padStart(10)}`);
  for (const { name, script, style } of loadsOf()) console.log(`${name.padEnd(16)}${kb(script)}${kb(style)}`);
  console.log(`files of the site: ${readdirSync(join(site, 'built')).length}`);
}
