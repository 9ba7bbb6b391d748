import { writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { engineVersion } from "@cleartitle/engine";
import { keptCatalogue } from "@cleartitle/catalogue";
import { realCatalogue } from "../cases/case-file.js";
import { casesOfToday, catalogueOf, decisionsOf, decisionsPath, type KeptSet, otherwise, readDecisions, readSet, setPath } from "./kept-set.js";

/**
 * Renews what is kept of the engine's decisions once its version was raised: `npm run keep:decisions`. With `-- --set` the set itself is taken anew of today's catalogue, cases and examples, which is refused
 * while the one that is there comes out otherwise than it was kept: then the version must be raised first.
 */
const anew = process.argv.includes("--set");
const write = (set: KeptSet): void => writeFileSync(decisionsPath, `${JSON.stringify({ engine: engineVersion, decisions: decisionsOf(set.cases, catalogueOf(set)) }, null, 1)}\n`);

const [set, then] = [readSet(), readDecisions()];
const other = otherwise(decisionsOf(set.cases, catalogueOf(set)), then.decisions);
if (other.length > 0 && Number(engineVersion) <= Number(then.engine)) {
  console.error(`${other.length} of ${set.cases.length} decisions come out otherwise than those of engine ${then.engine}: raise \`engineVersion\` in packages/engine/src/engine-version.ts first`);
  process.exit(1);
}
if (anew) {
  const today: KeptSet = { catalogue: keptCatalogue(realCatalogue()).text, cases: casesOfToday() };
  writeFileSync(setPath, brotliCompressSync(JSON.stringify(today)));
  write(today);
  console.log(`${today.cases.length} cases are kept anew, with the catalogue of today, as engine ${engineVersion} decides them`);
} else {
  write(set);
  console.log(`${set.cases.length} decisions are kept as engine ${engineVersion} decides them; ${other.length} came out otherwise`);
}
