import { existsSync, readdirSync } from "node:fs";
import { importFrom } from "../../packages/intake/src/index.js";
import { chainOf } from "../../packages/reports/src/export/chain.js";
import { formats, traitsOf } from "../../packages/reports/src/index.js";
import { writeTitleFile, type TitleGraph } from "../../packages/title/src/index.js";
import { titleFileBack, written } from "../exchange/read-back.js";
import { samplesOf } from "./intake-table.js";

/**
 * What each format loses of the graphs of all samples, kind by kind: lost of all. Of formats for one thing, over the chain of each data set and model that it can be
 * about. The first row is of documents that carry the title file: how many do not give it back to the byte, or have a fault by the official schema.
 */
const samples = readdirSync(samplesOf("").replace(/\/open$/, "")).filter((each) => existsSync(samplesOf(each))).toSorted();
const counts = new Map<string, Map<string, { lost: number; all: number }>>();

async function count(format: (typeof formats)[number], graph: TitleGraph, of: string | null = null): Promise<void> {
  const add = (kind: string, key: "lost" | "all"): void => {
    const row = counts.get(kind) ?? new Map<string, { lost: number; all: number }>();
    const cell = row.get(format.id) ?? { lost: 0, all: 0 };
    cell[key] += 1;
    counts.set(kind, row.set(format.id, cell));
  };
  const carried = "title files carried (`--whole`)";
  add(carried, "all");
  if ((await titleFileBack(graph, format, of).catch((error: unknown) => String(error))) !== writeTitleFile(graph)) add(carried, "lost");
  for (const kind of new Map(traitsOf(graph).map((each) => [each.key, each.kind])).values()) add(kind, "all");
  for (const { kind } of written(graph, format, of === null ? {} : { of }).losses) add(kind, "lost");
}

for (const sample of samples) {
  const { graph } = await importFrom(samplesOf(sample), { us: "acme", recordedAt: "2026-11-28" });
  for (const format of formats) {
    if (!["card", "croissant"].includes(format.id)) await count(format, graph);
    else for (const { id: of, kind, placeholder } of graph.assets.values()) {
      if (placeholder || !(kind === "dataset" || (kind === "model" && format.id === "card"))) continue;
      await count(format, chainOf(graph, of), of);
    }
  }
}

const columns = formats.map(({ id }) => id);
const rows = [...counts].map(([kind, row]) => `| ${[kind, ...columns.map((id) => (row.has(id) ? `${row.get(id)!.lost} of ${row.get(id)!.all}` : ""))].join(" | ")} |`);
process.stdout.write(`| | ${columns.map((id) => `\`${id}\``).join(" | ")} |\n|${" --- |".repeat(columns.length + 1)}\n${rows.join("\n")}\n`);
