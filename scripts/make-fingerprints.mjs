// Makes the fingerprints of license texts that are not the project's to give: `node scripts/make-fingerprints.mjs FOLDER`, where the
// folder holds the texts that `catalogue/fingerprints/texts.origin.yaml` lists. Written are hashes; no text is kept.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { fingerprintOf } from '../packages/catalogue/dist/index.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node scripts/make-fingerprints.mjs FOLDER');
  process.exit(64);
}
const target = join(dirname(dirname(fileURLToPath(import.meta.url))), 'catalogue', 'fingerprints');
const { from, texts } = parse(readFileSync(join(target, 'texts.origin.yaml'), 'utf8'));
for (const { file, id, title, version } of texts) {
  const about = { id, title, ...(version === undefined ? {} : { version }), source: [{ what: title, where: `${from.what} ${from.folder}/${file}`, retrieved: from.retrieved }] };
  const fingerprint = fingerprintOf(about, readFileSync(join(folder, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''));
  writeFileSync(join(target, file.replace(/\.LICENSE$/, '.yaml')), stringify(fingerprint, { lineWidth: 150, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }));
}
console.log(`${texts.length} fingerprints in ${target}`);
