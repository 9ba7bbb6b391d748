import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { defaultCatalogueDir, identifyText, loadCatalogue, loadKnowledge, type Identification, type Knowledge } from "@cleartitle/catalogue";
import { filesOf, identifyFile, identifyFiles } from "@cleartitle/intake";
import { availableParallelism } from "node:os";
import { edited, numbersOf, renderings } from "../test/identify/distortion.js";
import { plainTexts } from "../test/identify/plain-text.js";
import { count, table } from "./measure.js";
import { licensecheck } from "./peer/licensecheck.js";
import { root } from "./root.js";

const seed = 20261127;
const shared = join(root, "../shared/data/licence-texts/scancode-licensedb");

interface Asked {
  /** Any of these is right. */
  readonly ids: readonly string[];
  readonly text: string;
}

function spdxList(): Asked[] {
  const dir = join(dirname(createRequire(join(root, "packages/catalogue/src/index.ts")).resolve("spdx-license-list/package.json")), "licenses");
  return readdirSync(dir).map((file) => ({ ids: [file.replace(/\.json$/, "")], text: (JSON.parse(readFileSync(join(dir, file), "utf8")) as { licenseText: string }).licenseText.replaceAll("\r\n", "\n") }));
}

/** The texts of which there are fingerprints, where they are at hand. */
function printedTexts(): Asked[] {
  if (!existsSync(shared)) return [];
  const dir = join(root, "catalogue/fingerprints");
  return readdirSync(shared).filter((file) => file.endsWith(".LICENSE") && existsSync(join(dir, file.replace(/LICENSE$/, "yaml")))).map((file) => ({
    ids: [/^id: "?([^"\n]+)/m.exec(readFileSync(join(dir, file.replace(/LICENSE$/, "yaml")), "utf8"))![1]!], text: readFileSync(join(shared, file), "utf8").replace(/^---\n[\s\S]*?\n---\n/, ""),
  }));
}

const isOf = (found: Identification, ids: readonly string[]): boolean => found.base !== null && [found.base, ...found.among].some((id) => ids.includes(id));
const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(2)} %`;

interface Counted {
  readonly base: number;
  readonly reads: number;
  readonly wrong: readonly string[];
}

/** How often the one license text found is the right one, and reads as it should. */
function countOf(asked: readonly Asked[], wanted: "same" | "differs", rendered: (text: string) => string, knowledge: Knowledge): Counted {
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

function accuracyOf(name: string, asked: readonly Asked[], knowledge: Knowledge): void {
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

const headers: readonly (readonly [string, string])[] = [
  ["Apache-2.0", '// Copyright 2024 Example\n//\n// Licensed under the Apache License, Version 2.0 (the "License");\n// you may not use this file except in compliance with the License.\n'],
  ["GPL-2.0-or-later", "/*\n * This program is free software; you can redistribute it and/or modify\n * it under the terms of the GNU General Public License as published by\n * the Free Software Foundation; either version 2 of the License, or\n * (at your option) any later version.\n */\n"],
  ["LGPL-2.1-only", "/*\n * This library is free software; you can redistribute it and/or\n * modify it under the terms of the GNU Lesser General Public\n * License version 2.1 as published by the Free Software Foundation.\n */\n"],
  ["MPL-2.0", "/* This Source Code Form is subject to the terms of the Mozilla Public\n * License, v. 2.0. If a copy of the MPL was not distributed with this\n * file, You can obtain one at https://mozilla.org/MPL/2.0/. */\n"],
  ["MIT", "// SPDX-License-Identifier: MIT\n"],
];

/** Without what the peer spells otherwise or leaves out: `GPL-2` for `GPL-2.0-only`. */
const plainId = (id: string): string => id.toLowerCase().replace(/-only$|-or-later$|\+$/, "").replace(/\.0$/, "");

/** Files as a repository has them: license files, and sources under a header. */
function writeFiles(folder: string, list: readonly Asked[]): Map<string, readonly string[]> {
  const right = new Map<string, readonly string[]>();
  const next = numbersOf(seed);
  const put = (name: string, ids: readonly string[], text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    right.set(name, ids);
  };
  for (const [i, { ids, text }] of list.filter((_, at) => at % 7 === 0).entries()) put(`licenses/text-${i}.txt`, ids, renderings["with other notices"]!(text, next));
  const bodies = plainTexts(root, 90).filter(({ name }) => name.endsWith(".ts") || name.endsWith(".js"));
  for (const [i, { text }] of bodies.entries()) put(`sources/file-${i}.c`, [headers[i % headers.length]![0]], `${headers[i % headers.length]![1]}${text}`);
  return right;
}

const ratioTo = (rate: number, peer: ReturnType<typeof licensecheck>): string => (typeof peer === "string" ? "" : `${(rate / peer.rate).toFixed(0)} x`);

/** How many times over a folder is asked where all processors take part, so that their start counts for little. */
const timesOver = 100;

async function speedOf(list: readonly Asked[], knowledge: Knowledge, basis: { readonly directory: string; readonly digest: string }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-bench-"));
  try {
    const right = writeFiles(folder, list);
    const rows: string[][] = [];
    for (const part of ["licenses", "sources"]) {
      const { files } = await filesOf(join(folder, part));
      const wanted = (name: string): readonly string[] => right.get(`${part}/${basename(name)}`)!;
      for (const file of files) await identifyFile(file, knowledge);
      const rates: number[] = [];
      const processorRates: number[] = [];
      let good = 0;
      for (let run = 0; run < 5; run++) {
        good = 0;
        const start = process.hrtime.bigint();
        const before = process.cpuUsage();
        for (const file of files) if ((await identifyFile(file, knowledge)).licenses.some((each) => isOf(each, wanted(file.path)) || each.license.some((id) => wanted(file.path).includes(id)))) good++;
        rates.push((files.length / Number(process.hrtime.bigint() - start)) * 1e9);
        const { user, system } = process.cpuUsage(before);
        processorRates.push((files.length / (user + system)) * 1e6);
      }
      const [own, ownOfProcessor] = [rates, processorRates].map((each) => each.toSorted((a, b) => a - b)[2]!) as [number, number];
      const many = Array.from({ length: timesOver }, () => files).flat();
      const start = process.hrtime.bigint();
      await identifyFiles(many, knowledge, { basis });
      const all = (many.length / Number(process.hrtime.bigint() - start)) * 1e9;
      const peer = licensecheck(join(folder, part), (name, ids) => ids.some((id) => wanted(name).some((want) => plainId(want) === plainId(id))));
      rows.push([`${part}: identify`, count(files.length), own.toFixed(0), percent(good, files.length), ratioTo(own, peer), typeof peer === "string" ? "" : `${(ownOfProcessor / peer.processorRate).toFixed(0)} x`]);
      rows.push([`${part}: identify, ${availableParallelism()} processors, start included`, count(many.length), all.toFixed(0), "", ratioTo(all, peer), ""]);
      rows.push(typeof peer === "string" ? [`${part}: licensecheck`, count(files.length), peer, "", "", ""] : [`${part}: licensecheck ${peer.version}`, count(files.length), peer.rate.toFixed(1), percent(peer.right, files.length), "", ""]);
    }
    table("Files per second, all loaded (reading included, start not), and the right license named; versions of GNU licenses are not asked of the peer", ["what", "files", "a second", "right", "ratio", "by time of a processor"], rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
  await speedOf(list, knowledge!, { directory: dir, digest: catalogue!.digests.catalogue });
}
