import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Knowledge } from "@cleartitle/catalogue";
import { filesOf, identifyFile, IdentifyPool, type IdentifiedFile, type SourceFile } from "@cleartitle/intake";
import { numbersOf, renderings } from "../test/identify/distortion.js";
import { plainTexts } from "../test/identify/plain-text.js";
import { type AskedText, isOf, seed } from "./asked-text.js";
import { count, ms, percent, table } from "./measure.js";
import { licensecheck } from "./peer/licensecheck.js";
import { root } from "./root.js";

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
function writeFiles(folder: string, list: readonly AskedText[]): Map<string, readonly string[]> {
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

/** So often a folder is asked in one turn, that many turns to warm up, since code is compiled while it runs, and that many that count. */
const timesOver = 25;
const warmUp = 8;
const turns = 5;

/** Files per second by the clock, the same by the time that all threads took of processors, and how often the right license was named. */
interface Rate {
  readonly files: number;
  readonly rate: number;
  readonly processorRate: number;
  readonly right: number;
}

const middle = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1]!;

async function rateOf(files: readonly SourceFile[], identify: (files: readonly SourceFile[]) => Promise<readonly IdentifiedFile[]>, isRight: (file: IdentifiedFile) => boolean): Promise<Rate> {
  const rates: number[] = [];
  const processorRates: number[] = [];
  let told: readonly IdentifiedFile[] = [];
  for (let turn = 0; turn < warmUp + turns; turn++) {
    const [start, before] = [process.hrtime.bigint(), process.cpuUsage()];
    told = await identify(files);
    const { user, system } = process.cpuUsage(before);
    if (turn < warmUp) continue;
    rates.push((files.length / Number(process.hrtime.bigint() - start)) * 1e9);
    processorRates.push((files.length / (user + system)) * 1e6);
  }
  return { files: files.length, rate: middle(rates), processorRate: middle(processorRates), right: told.filter(isRight).length };
}

async function onOne(files: readonly SourceFile[], knowledge: Knowledge): Promise<IdentifiedFile[]> {
  const told: IdentifiedFile[] = [];
  for (const file of files) told.push(await identifyFile(file, knowledge));
  return told;
}

const ratio = (rate: number, peers: number | null): string => (peers === null ? "" : `${(rate / peers).toFixed(0)} x`);

async function rowsOf(part: string, folder: string, right: ReadonlyMap<string, readonly string[]>, knowledge: Knowledge, pool: IdentifyPool, processors: number): Promise<string[][]> {
  const { files } = await filesOf(join(folder, part));
  const wanted = (name: string): readonly string[] => right.get(`${part}/${basename(name)}`)!;
  const isRight = ({ file, licenses }: IdentifiedFile): boolean => licenses.some((each) => isOf(each, wanted(file)) || each.license.some((id) => wanted(file).includes(id)));
  const many = Array.from({ length: timesOver }, () => files).flat();
  const one = await rateOf(many, (each) => onOne(each, knowledge), isRight);
  const all = await rateOf(many, (each) => pool.identify(each), isRight);
  const peer = licensecheck(join(folder, part), (name, ids) => ids.some((id) => wanted(name).some((want) => plainId(want) === plainId(id))));
  const [peerRate, peerProcessorRate] = typeof peer === "string" ? [null, null] : [peer.rate, peer.processorRate];
  const row = (what: string, each: Rate): string[] => [what, count(files.length), each.rate.toFixed(0), percent(each.right, each.files), ratio(each.rate, peerRate), ratio(each.processorRate, peerProcessorRate)];
  return [
    row(`${part}: identify, one thread`, one),
    row(`${part}: identify, ${processors} processors`, all),
    typeof peer === "string" ? [`${part}: licensecheck`, count(files.length), peer, "", "", ""] : [`${part}: licensecheck ${peer.version}`, count(files.length), peer.rate.toFixed(1), percent(peer.right, files.length), "", ""],
  ];
}

/** How long the command takes from nothing for an empty file, which the table leaves out as it does of the peer. */
function startOf(folder: string): string {
  const empty = join(folder, "empty.txt");
  writeFileSync(empty, "");
  const took = Array.from({ length: 3 }, () => {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, [join(root, "apps/cli/bin/cleartitle.mjs"), "identify", empty], { cwd: root });
    return status === 0 ? Number(process.hrtime.bigint() - start) / 1e6 : NaN;
  });
  return ms(middle(took));
}

/** Files per second, everything loaded, against Debian's `licensecheck`. */
export async function speedOfIdentify(list: readonly AskedText[], knowledge: Knowledge, basis: { readonly directory: string; readonly digest: string }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-bench-"));
  const start = process.hrtime.bigint();
  const pool = new IdentifyPool(knowledge, basis);
  try {
    const processors = await pool.ready();
    const ready = Number(process.hrtime.bigint() - start) / 1e6;
    const right = writeFiles(folder, list);
    const rows: string[][] = [];
    for (const part of ["licenses", "sources"]) rows.push(...(await rowsOf(part, folder, right, knowledge, pool, processors)));
    table(`Files per second, the index loaded in each thread and the code warm (${timesOver * warmUp} times over the folder before), reading included; versions of GNU licenses are not asked of the peer`, ["what", "files", "a second", "right", "ratio", "by time of processors"], rows);
    console.log(`\nleft out above: the other ${processors === 2 ? "processor has" : "processors have"} the index ${ms(ready)} ms after they are asked to; the whole command takes ${startOf(folder)} ms for an empty file`);
  } finally {
    pool.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
