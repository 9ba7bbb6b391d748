import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { defaultCatalogueDir, identifyText, loadCatalogue, loadKnowledge, type Knowledge } from "@cleartitle/catalogue";
import { edited, numbersOf, renderings } from "../test/identify/distortion.js";
import { plainTexts } from "../test/identify/plain-text.js";
import { type AskedText, isOf, seed } from "./asked-text.js";
import { speedOfIdentify } from "./identify-speed.js";
import { count, percent, table } from "./measure.js";
import { root } from "./root.js";

const shared = join(root, "../shared/data/licence-texts/scancode-licensedb");

function spdxList(): AskedText[] {
  const dir = join(dirname(createRequire(join(root, "packages/catalogue/src/index.ts")).resolve("spdx-license-list/package.json")), "licenses");
  return readdirSync(dir).map((file) => ({ ids: [file.replace(/\.json$/, "")], text: (JSON.parse(readFileSync(join(dir, file), "utf8")) as { licenseText: string }).licenseText.replaceAll("\r\n", "\n") }));
}

/** The texts of which there are fingerprints, where they are at hand. */
function printedTexts(): AskedText[] {
  if (!existsSync(shared)) return [];
  const dir = join(root, "catalogue/fingerprints");
  return readdirSync(shared).filter((file) => file.endsWith(".LICENSE") && existsSync(join(dir, file.replace(/LICENSE$/, "yaml")))).map((file) => ({
    ids: [/^id: "?([^"\n]+)/m.exec(readFileSync(join(dir, file.replace(/LICENSE$/, "yaml")), "utf8"))![1]!], text: readFileSync(join(shared, file), "utf8").replace(/^---\n[\s\S]*?\n---\n/, ""),
  }));
}

interface Counted {
  readonly base: number;
  readonly reads: number;
  readonly wrong: readonly string[];
}

/** How often the one license text found is the right one, and reads as it should. */
function countOf(asked: readonly AskedText[], wanted: "same" | "differs", rendered: (text: string) => string, knowledge: Knowledge): Counted {
  let [base, reads] = [0, 0];
  const wrong: string[] = [];
  for (const { ids, text } of asked) {
    const found = identifyText(rendered(text), "file.txt", knowledge).filter((each) => each.how === "text");
    const isBase = found.length === 1 && isOf(found[0]!, ids);
    if (isBase) base++;
    if (isBase && found[0]!.reads === wanted) reads++;
    else wrong.push(`${ids[0]} as ${found.map((each) => `${each.base} ${each.reads}`).join(" + ") || "none"}`);
  }
  return { base, reads, wrong };
}

function accuracyOf(name: string, asked: readonly AskedText[], knowledge: Knowledge): void {
  const next = numbersOf(seed);
  const rows: string[][] = [];
  const wrong: string[] = [];
  const add = (what: string, wanted: "same" | "differs", rendered: (text: string) => string): void => {
    const got = countOf(asked, wanted, rendered, knowledge);
    rows.push([what, count(asked.length), percent(got.base, asked.length), `${wanted} ${percent(got.reads, asked.length)}`]);
    if (got.wrong.length > 0) wrong.push(`${what}: ${got.wrong.join("; ")}`);
  };
  for (const [what, render] of Object.entries(renderings)) add(what, "same", (text) => render(text, next));
  add("5 % of words dropped or changed", "differs", (text) => edited(text, 0.05, next));
  table(`${name}, seed ${seed}: base by text class, and whether it reads as it should`, ["rendering", "texts", "base right", "reads"], rows);
  for (const each of wrong) console.log(`  not so: ${each}`);
}

function plainOf(knowledge: Knowledge): void {
  const texts = plainTexts(root, 300);
  const named = texts.flatMap(({ name, text }) => identifyText(text, name, knowledge).map((each) => `${name}: ${each.base}`));
  console.log(`\n${texts.length} texts that are no license: ${named.length} named${named.length === 0 ? "" : ` (${named.join("; ")})`}`);
}

/** The built index in a process of its own: time and memory from nothing. */
function loadingOf(): void {
  const built = join(root, "packages/catalogue/dist/index.js");
  if (!existsSync(built)) {
    console.log("\nthe index as built: not run, nothing is built");
    return;
  }
  const program = `import { openCatalogue, loadKnowledge, defaultCatalogueDir } from ${JSON.stringify(built)};
    const { catalogue } = openCatalogue(); globalThis.gc?.();
    const before = process.memoryUsage(); const start = process.hrtime.bigint();
    const { knowledge } = loadKnowledge(defaultCatalogueDir(), catalogue);
    const ms = Number(process.hrtime.bigint() - start) / 1e6; const after = process.memoryUsage();
    console.log(JSON.stringify({ ms, texts: knowledge.index.texts.length, megabytes: (after.rss - before.rss) / 2 ** 20, own: (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20 }));`;
  const runs = Array.from({ length: 5 }, () => JSON.parse(spawnSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", program], { encoding: "utf8", cwd: root }).stdout) as { ms: number; texts: number; megabytes: number; own: number });
  const middle = runs.toSorted((a, b) => a.ms - b.ms)[2]!;
  console.log(`\nthe index as built: ${middle.texts} texts in ${middle.ms.toFixed(0)} ms (median of 5 processes), ${middle.megabytes.toFixed(0)} MB resident more, ${middle.own.toFixed(0)} MB of objects and arrays`);
}

/** Naming licenses from texts: right how often, how fast, against Debian's `licensecheck` where it is installed. */
export async function benchIdentify(): Promise<void> {
  const dir = defaultCatalogueDir()!;
  const { catalogue } = loadCatalogue(dir);
  const { knowledge } = loadKnowledge(dir, catalogue!);
  const list = spdxList();
  accuracyOf("SPDX list", list, knowledge!);
  const printed = printedTexts();
  if (printed.length > 0) accuracyOf("AI and data licenses by fingerprint", printed, knowledge!);
  else console.log("\nAI and data licenses by fingerprint: not run, their texts are not here");
  plainOf(knowledge!);
  loadingOf();
  await speedOfIdentify(list, knowledge!, { directory: dir, digest: catalogue!.digests.catalogue });
}
