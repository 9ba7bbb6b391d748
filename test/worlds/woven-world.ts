import type { Asset, Derivation, Statement, TitleGraph } from "@cleartitle/title";
import * as fc from "fast-check";
import { asked } from "./world-arbitrary.js";
import { assetKinds, derivationKinds, one } from "./vocabulary.js";

/** A derivation from one thing to a later one. */
interface Weft {
  readonly from: number;
  readonly on: number;
  readonly by: number;
  readonly who: number;
  readonly day: string | null;
}

/** Things that are copies of few, and how they went into each other and at last into one more. */
export interface Weave {
  readonly kind: (typeof assetKinds)[number];
  /** Which of the graph's things are copied. */
  readonly of: readonly number[];
  readonly copies: number;
  readonly wefts: readonly Weft[];
  /** Of what kinds the derivations are: few, so that many things went the same ways. */
  readonly kinds: readonly string[];
  /** Facts that are stated of some of them besides. */
  readonly said: readonly { readonly at: number; readonly fact: string; readonly value: boolean }[];
  /** Whether no license is recorded of any of them. */
  readonly isBare: boolean;
  /** Copies of which something happened or somebody claims a right. */
  readonly spoken: readonly number[];
  /** Whether we took most steps, or strangers did. */
  readonly areOurs: boolean;
  readonly isDated: boolean;
  readonly isHandedOn: boolean;
  readonly as: number | null;
}

const by = one(["copy", "copy", "merge", "include", "include", "train", "finetune", "generate", ...derivationKinds]);
const days = ["2022-01-01", "2023-01-01", "2024-06-01", "2026-03-01"] as const;
const weft: fc.Arbitrary<Weft> = fc.record({ from: fc.nat(), on: fc.nat({ max: 6 }), by: fc.nat(), who: fc.nat({ max: 7 }), day: one([null, ...days]) });

export const weave: fc.Arbitrary<Weave> = fc.record({
  kind: one(assetKinds), of: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }), copies: fc.integer({ min: 4, max: 12 }), wefts: fc.array(weft, { minLength: 6, maxLength: 30 }), kinds: fc.array(by, { minLength: 2, maxLength: 3 }), areOurs: fc.boolean(), isBare: fc.integer({ min: 0, max: 3 }).map((n) => n === 0), spoken: fc.array(fc.nat(), { maxLength: 2 }),
  said: fc.array(fc.record({ at: fc.nat(), fact: one(["model.memorises", "output.recognizable-elements"]), value: fc.boolean() }), { maxLength: 2 }),
  isDated: fc.boolean(), isHandedOn: fc.boolean(), as: fc.option(fc.nat(), { nil: null }),
});

/** What is asked about. */
const last = "woven";

/** A graph with what is woven of copies of its things, and the use that is asked of what came of all of them. */
export function woven(graph: TitleGraph, { kind, of, copies, wefts, kinds, said, areOurs, isBare, spoken, isDated, isHandedOn, as }: Weave): TitleGraph {
  const ids = [...graph.assets.keys()];
  const [assets, derivations, statements] = [new Map(graph.assets), new Map(graph.derivations), [...graph.statements]];
  const things = Array.from({ length: copies }, (_, n) => [...new Set(of.map((at) => ids[at % ids.length]!))].map((id) => ({ id, copy: `${id}~${n}` }))).flat();
  for (const { id, copy } of things) {
    assets.set(copy, { ...graph.assets.get(id)!, id: copy, source: null, acquired: [], parts: [] });
    // Of a thing of which somebody says one thing twice each word counts by itself.
    const first = new Map(graph.statements.filter(({ about, part }) => about.kind === "asset" && about.id === id && part === null).toReversed().map((each) => [each.what, each] as const));
    for (const each of first.values()) if (!isBare || each.what !== "license") statements.push({ ...each, id: `${each.id} of ${copy}`, about: { kind: "asset", id: copy }, supersedes: null });
  }
  for (const [n, { at, fact, value }] of said.entries()) {
    statements.push({ id: `woven-said-${n}`, about: { kind: "asset", id: things[at % things.length]!.copy }, what: `fact:${fact}`, raw: null, value, scope: null, part: null, rung: "declared", by: null, source: { system: "test", locator: null, sha256: null, retrieved: null }, valid: { from: null, to: null }, recordedAt: "2020-01-01", supersedes: null } satisfies Statement);
  }
  assets.set(last, { ...([...graph.assets.values()][0] as Asset), id: last, kind, licensor: null, source: null, digest: null, acquired: [], parts: [], placeholder: false });
  const nameOf = (at: number): string => things[at]?.copy ?? last;
  const step = (id: string, from: number, to: number, { by: how, who, day }: Omit<Weft, "from" | "on">): void => {
    const on = isDated ? day : null;
    derivations.set(id, { id, from: [nameOf(from)], to: nameOf(to), by: kinds[how % kinds.length]!, who: (who > 0) === areOurs ? graph.us : "a-weaver", during: { from: on, to: null }, in: on === null ? [] : ["DE"], purpose: [], field: [], facts: [], acts: [] } satisfies Derivation);
  };
  const led = new Set<number>();
  for (const [n, each] of wefts.entries()) {
    const from = each.from % things.length;
    step(`weft-${n}`, from, Math.min(things.length, from + 1 + each.on), each);
    led.add(from);
  }
  // What led nowhere leads to what is asked about.
  for (const from of things.keys()) if (!led.has(from)) step(`end-${from}`, from, things.length, wefts[from % wefts.length]!);
  const use = graph.uses.get(asked)!;
  const license = as === null ? null : String(graph.statements.filter(({ what, value }) => what === "license" && typeof value === "string").map(({ value }) => value)[as % Math.max(1, graph.statements.length)] ?? "CC0-1.0");
  const asking = { ...use, name: last, of: last, as: license, ...(isHandedOn ? {} : { recipients: [], facts: [], named: null }) };
  const marked = spoken.map((at) => things[at % things.length]!.copy);
  const events = [...graph.events, ...marked.flatMap((copy, n) => graph.events.slice(n, n + 2).map((each) => ({ ...each, id: `${each.id} of ${copy} ${n}`, of: copy })))];
  const claims = [...graph.claims, ...marked.flatMap((asset, n) => graph.claims.slice(n, n + 1).map((each) => ({ ...each, asset })))];
  return { ...graph, assets, derivations, statements, events, claims, uses: new Map([...graph.uses, [last, asking]]) };
}

/** The name of the use. */
export const ofWoven = last;
