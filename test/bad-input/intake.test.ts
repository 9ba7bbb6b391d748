import { importFrom, memoryFile, readers } from "@cleartitle/intake";
import { formatProblem } from "@cleartitle/norms";
import { decide } from "@cleartitle/engine";
import type { TitleGraph } from "@cleartitle/title";
import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { realCatalogue } from "../cases/case-file.js";
import { type Hostile, hostile } from "./hostile-text.js";

vi.setConfig({ testTimeout: 120_000 });
/** Under which names each reader is given what is none of its files. */
const names: Readonly<Record<string, readonly string[]>> = {
  "hugging-face-card": ["README.md", "adapter_config.json"],
  "supply-chain": ["models.jsonl", "datasets.jsonl"],
  dvc: ["dvc.yaml", "dvc.lock", "data.dvc"],
  mlflow: [`mlruns/7/${"a".repeat(32)}/meta.yaml`, `mlruns/7/${"a".repeat(32)}/params/base_model`, "mlflow.db"],
  "spdx-2": ["a.spdx", "a.spdx.json"], "spdx-3": ["a.json"], cyclonedx: ["a.json"], croissant: ["a.json"], scancode: ["a.json"], openlineage: ["a.json", "a.jsonl"], prov: ["a.json"], wandb: ["run-a.wandb", "run-20260301_100000-a/files/config.yaml"],
  weights: ["a.gguf", "a.safetensors"], "generated-image": ["a.png", "a.jpg"], manifest: ["package.json", "CITATION.cff", "pyproject.toml", "setup.cfg", "Cargo.toml"], c2pa: ["a.c2pa", "a.jpg", "a.json"], "image-metadata": ["a.jpg", "a.png"],
  atlas: ["a.json", "export.zip"], "provenance-collection": ["a.json", "a.jsonl"], "ecosystem-graphs": ["a.yaml"], "provenance-standard": ["a.json", "a.yaml"], corpus: ["a.parquet", "a.warc", "a.warc.gz"],
};
const files: Readonly<Record<string, string>> = {
  "README.md": "---\nlicense: apache-2.0\nbase_model: acme/base\nbase_model_relation: finetune\ndatasets: [acme/notes]\n---\n# a card\n",
  "models.jsonl": '{"id":"acme/tuned","license":["mit"],"base_models":[{"relation":"finetune","id":"acme/base"}],"datasets":["wikipedia"]}\n',
  "dvc.yaml": "stages:\n  fit:\n    cmd: run\n    deps: [data/raw.csv]\n    outs: [net.safetensors]\n",
  "dvc.lock": `schema: '2.0'\nstages:\n  fit:\n    cmd: run\n    deps:\n    - { path: data/raw.csv, md5: ${"1".repeat(32)} }\n    outs:\n    - { path: net.safetensors, md5: ${"2".repeat(32)} }\n`,
};

async function imported(content: Readonly<Record<string, string | Uint8Array>>, reader?: string) {
  const taken = await importFrom(Object.entries(content).map(([path, bytes]) => memoryFile(path, bytes)), { us: "us", ...(reader === undefined ? {} : { reader }) });
  for (const problem of taken.problems) expect(formatProblem(problem)).not.toMatch(/^\s+at .+:\d+|TypeError|RangeError|ZodError/m);
  return taken;
}

/** Each asset that has no license of a known name: none of them may be distributed without more. */
function clearedOf(graph: TitleGraph): string[] {
  return [...graph.assets.keys()].slice(0, 5).filter((of) => {
    const use = { name: "asked", of, actions: ["distribute"], actor: "us", recipients: [], as: null, named: null, purpose: ["commercial"], field: ["general"], in: ["US"], hosted: [], on: "2026-12-01", scale: [], facts: [] };
    const known = graph.statements.some((s) => s.about.id === of && s.what === "license");
    return !known && decide({ graph: { ...graph, uses: new Map([["asked", use]]) }, catalogue: realCatalogue() }, "asked", { withoutRange: true }).decision === "cleared";
  });
}

/** What is large takes a parser long, and readers share their parsers: one name for each of these is enough. */
const isLarge = ({ text }: Hostile): boolean => text.length > 20_000;
const parsed = ["dvc.yaml", "CITATION.cff", "a.json", "models.jsonl", "a.spdx", "pyproject.toml", "setup.cfg", "README.md"];

describe.each(readers.map((reader) => reader.id))("the reader %s", (reader) => {
  test.each(hostile.filter((each) => !isLarge(each)).map((each) => [each.name, each.text] as const))("reads no right out of %s", async (_, text) => {
    const { graph } = await imported(Object.fromEntries(names[reader]!.map((name) => [name, text])), reader);
    expect(clearedOf(graph)).toEqual([]);
  });
});

test.each(hostile.filter((each) => isLarge(each) && each.text.length < 1_100_000).map((each) => [each.name, each.text] as const))("no parser finds a right in %s", async (_, text) => {
  const { graph } = await imported(Object.fromEntries(parsed.map((name) => [name, text])));
  expect(clearedOf(graph)).toEqual([]);
});

test("reads on where bytes are no UTF-8", async () => {
  const { graph } = await imported({ ...files, "bad/README.md": new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]), "bad/models.jsonl": new Uint8Array([0x7b, 0xff]), "bad/dvc.yaml": new Uint8Array([0xff, 0xfe, 0x00]) });
  expect(graph.assets.size).toBeGreaterThan(0);
});

const row = (id: string): string => `${JSON.stringify({ id, license: [id], base_models: [{ relation: id, id }], datasets: [id] })}\n`;

test("names that the language has uses for stay names", async () => {
  const { graph } = await imported({ "models.jsonl": ["__proto__", "constructor", "acme/__proto__", "toString/valueOf", "a".repeat(3_000), "../../etc/passwd", "a\u0000b"].map(row).join("") });
  expect(({} as { id?: unknown }).id).toBeUndefined();
  expect(clearedOf(graph)).toEqual([]);
});

test("any change of sound files is answered", async () => {
  const paths = Object.keys(files);
  const changes = fc.tuple(fc.constantFrom(...paths), fc.nat(400), fc.nat(20), fc.string({ unit: "binary", maxLength: 6 }));
  await fc.assert(fc.asyncProperty(changes, async ([path, at, length, more]) => {
    const text = files[path]!;
    const from = at % text.length;
    const { graph } = await imported({ ...files, [path]: text.slice(0, from) + more + text.slice(from + length) });
    expect(graph.us).toBe("us");
  }), { numRuns: 150, seed: 7 });
});
