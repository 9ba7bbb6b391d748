// Checks that imports only fall (.dependency-cruiser.cjs), and that the checker saw the sources at all:
// with a compiler it cannot use it sees nothing and reports no violation.
import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

function sources(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [relative('.', path)] : [];
  });
}

const rooms = ['packages', 'apps'];
const expected = rooms.flatMap(sources);
const options = await extractOptions('./.dependency-cruiser.cjs');
const { output } = await cruise(rooms, { ...options, outputType: 'json' }, undefined, { tsConfig: extractTsConfig('tsconfig.check.json') });
const { modules, summary } = JSON.parse(output);

const seen = new Set(modules.map((module) => module.source));
const missed = expected.filter((path) => !seen.has(path));
for (const path of missed) console.error(`${path}: not seen by the import check`);
for (const found of summary.violations) {
  const circle = found.cycle ? ` (${[found.from, ...found.cycle.map((step) => step.name)].join(' → ')})` : '';
  console.error(`${found.from}: imports ${found.to}, against ${found.rule.name}${circle}`);
}
console.log(`${expected.length - missed.length} of ${expected.length} modules seen, ${summary.violations.length} imports against the rules`);
if (expected.length === 0 || missed.length > 0 || summary.violations.length > 0) process.exitCode = 1;
