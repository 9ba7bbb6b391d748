import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { type Catalogue, readKeptCatalogue } from "@cleartitle/catalogue";
import { digestOf } from "@cleartitle/norms";
import { parse } from "yaml";
import { type Case, caseFilesUnder, decideCase, readCases } from "../cases/case-file.js";
import { exampleText, readText, root, titleFiles } from "../examples/example.js";

/** Questions with the catalogue that they are asked by, as they were when they were kept, so that an answer can become another one by the program alone. */
export interface KeptSet {
  /** As decisions have theirs kept beside them. */
  readonly catalogue: string;
  readonly cases: readonly Case[];
}

/** What a version of the engine made of them: digests of whole decisions by the name of the case. */
export interface KeptDecisions {
  readonly engine: string;
  readonly decisions: Readonly<Record<string, string>>;
}

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
export const setPath = path("kept-set.json.br");
export const decisionsPath = path("kept-decisions.json");

export const readSet = (): KeptSet => JSON.parse(brotliDecompressSync(readFileSync(setPath)).toString("utf8")) as KeptSet;
export const readDecisions = (): KeptDecisions => JSON.parse(readFileSync(decisionsPath, "utf8")) as KeptDecisions;

/** The catalogue of the set, by the reader that reads it out of a bundle of others. */
export function catalogueOf({ catalogue: text }: KeptSet): Catalogue {
  const read = readKeptCatalogue(text);
  if ("why" in read) throw new Error(`a catalogue that decisions were made by ${read.why}: they can never be decided again`);
  return read.catalogue;
}

/** Cases of each file that defines a decision. */
const mostOfFile = 1;

/** The first case of each question that defines a decision, and every use of the examples, of today. */
export function casesOfToday(): readonly Case[] {
  const defining = caseFilesUnder(`${root}/docs/semantics`).flatMap((file) => readCases(file).slice(0, mostOfFile).map((each) => ({ ...each, case: `${basename(file, ".cases.yaml")}: ${each.case}` })));
  const examples = titleFiles.flatMap((file): Case[] => {
    const text = exampleText(file);
    return [...readText(text, file).uses.keys()].map((use) => ({ case: `${file}: ${use}`, title: parse(text) as Case["title"], ask: use, expect: {} }));
  });
  // Whatever a case expects, it is asked for all that an answer has.
  return [...defining, ...examples].map((each) => ({ ...each, expect: { range: true } }));
}

/** The set decided, by as many catalogues in turn as are given, but for the version of the engine in each basis, which is no part of what came out of it. */
export function decisionsOf(cases: readonly Case[], ...catalogues: readonly Catalogue[]): KeptDecisions["decisions"] {
  return Object.fromEntries(cases.map((each, index) => {
    const decision = decideCase(catalogues[index % catalogues.length]!, each);
    return [each.case, digestOf({ ...decision, basis: { ...decision.basis, engine: null } })];
  }));
}

/** Names of cases that come out otherwise. */
export const otherwise = (now: KeptDecisions["decisions"], then: KeptDecisions["decisions"]): readonly string[] => [...new Set([...Object.keys(then), ...Object.keys(now)])].filter((name) => now[name] !== then[name]);
