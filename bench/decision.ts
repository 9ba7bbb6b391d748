import { readFileSync } from "node:fs";
import { openCatalogue, type Catalogue } from "@cleartitle/catalogue";
import { type Decision, outline, type World } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import { readTitleFile, type TitleGraph } from "@cleartitle/title";
import { decide } from "../packages/engine/src/compiled/judge/decide.js";
import { decide as decideByReference } from "../packages/engine/src/reference/decide.js";
import { within } from "./alone.js";
import { count, measured, megabytes, ms, once, table, times } from "./measure.js";
import { idOf, licensed, packedTitleGraphOf, titleGraph, titleGraphOf, useOf } from "./title-graph.js";

const seed = 20261121;
const places = ["EU", "US", "JP"];
const example = "examples/hosted-assistant/cleartitle.yaml";
/** Permissive, attribution, share-alike and non-commercial texts, models' own and the public domain. */
const licenses = ["Apache-2.0", "MIT", "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "LicenseRef-Llama-3.1", "CC-BY-NC-4.0", "ODbL-1.0"];
/** A row that takes longer is given up. */
const patience = 120;

function openedCatalogue(): Catalogue {
  const { catalogue } = openCatalogue();
  if (catalogue === null) throw new Error("the catalogue has problems");
  return catalogue;
}

/** What deciding cost: cold with everything that is compiled for the world, warm again, and how much it had to look at. */
interface Decided {
  readonly cold: number;
  readonly warm: number;
  readonly decision: string;
  readonly reasons: number;
}

async function decided(world: World, rounds: number, withoutRange = true): Promise<Decided> {
  const cold = await once(() => decide(world, "asked", { withoutRange }));
  const warm = rounds === 0 ? null : await measured(rounds, () => decide(world, "asked", { withoutRange }));
  return { cold: cold.median, warm: warm?.median ?? cold.median, decision: cold.result.decision, reasons: cold.result.reasonTotals.total };
}

/** One use over everything upstream of it, in a layered graph of one size. */
export async function upstream(nodes: number, rounds: number): Promise<Decided> {
  const catalogue = openedCatalogue();
  const known = licenses.filter((each) => catalogue.instruments.has(each));
  return decided({ graph: titleGraphOf(nodes, seed, places, known), catalogue }, rounds);
}

/** What an outline cost, cold with everything that is compiled for the world, and how many kinds it judged. */
interface Outlined {
  readonly cold: number;
  readonly things: number;
  readonly kinds: number;
  readonly decision: string;
}

/** The same, told of one thing of each kind. */
export async function outlined(nodes: number): Promise<Outlined> {
  const catalogue = openedCatalogue();
  const known = licenses.filter((each) => catalogue.instruments.has(each));
  return outlineOf({ graph: packedTitleGraphOf(nodes, seed, places, known), catalogue });
}

async function outlineOf(world: World): Promise<Outlined> {
  const { result, median } = await once(() => outline(world, "asked", { withoutProof: true }));
  return { cold: median, things: result.things, kinds: result.kinds.length, decision: result.decision.decision };
}

/** A chain of models, each made from the one before it a day later, each under a license of its own. */
export function chainOf(length: number, catalogue: Catalogue): TitleGraph {
  const text = catalogue.instruments.get("Apache-2.0")!;
  const none = { from: null, to: null };
  const days = Array.from({ length }, (_, i) => new Date(Date.UTC(1998, 0, 1 + i)).toISOString().slice(0, 10));
  const ids = days.map((_, i) => idOf(i));
  const assets = new Map(ids.map((id) => [id, { id, kind: "model", version: null, digest: null, licensor: null, source: `hub:${id}`, modality: [], upstream: "complete" as const, published: null, acquired: [], parts: [], placeholder: false }] as const));
  const derivations = new Map(ids.slice(1).map((to, i) => [`d-${to}`, { id: `d-${to}`, from: [ids[i]!], to, by: "finetune", who: "us", during: { from: days[i + 1]!, to: days[i + 1]! }, in: ["DE"], purpose: ["commercial"], field: ["general"], facts: [], acts: [] }] as const));
  const instruments = new Map(ids.map((id) => [`LicenseRef-${id}`, { ...text, id: `LicenseRef-${id}` }] as const));
  const use = useOf(ids.at(-1)!, ["DE"]);
  return titleGraph(assets, derivations, use, ids.map((id) => ({ ...licensed(id, `LicenseRef-${id}`), valid: none })), { instruments });
}

/** One use at the end of the chain. */
export async function chain(length: number, rounds: number): Promise<Decided> {
  const catalogue = openedCatalogue();
  return decided({ graph: chainOf(length, catalogue), catalogue }, rounds);
}

/** The same, told of one thing of each kind: each link has a text of its own, so that each is a kind of its own. */
export async function chainOutlined(length: number): Promise<Outlined> {
  const catalogue = openedCatalogue();
  return outlineOf({ graph: chainOf(length, catalogue), catalogue });
}

/** A model that we trained on data sets, each under a license of a publisher of its own. */
function trainedOn(size: number, catalogue: Catalogue): TitleGraph {
  const known = licenses.filter((each) => catalogue.instruments.has(each));
  const ids = Array.from({ length: size }, (_, i) => idOf(i));
  const described = { version: null, digest: null, licensor: null, source: null, modality: [], upstream: "complete", published: null, acquired: [], parts: [], placeholder: false } as const;
  const assets = new Map([...ids.map((id) => ({ ...described, id, kind: "dataset", licensor: `publisher of ${id}` })), { ...described, id: "product", kind: "model" }].map((each) => [each.id, each] as const));
  const training = { id: "training", from: ids, to: "product", by: "train", who: "us", during: { from: "2025-03-01", to: "2025-03-01" }, in: ["DE"], purpose: ["commercial"], field: ["general"], facts: [], acts: [] } as const;
  return titleGraph(assets, new Map([[training.id, training]]), useOf("product", places), ids.map((id, i) => licensed(id, known[i % known.length]!)));
}

/** One use of such a model, with its range and the dates ahead. */
export async function sources(size: number, rounds: number): Promise<Decided> {
  const catalogue = openedCatalogue();
  return decided({ graph: trainedOn(size, catalogue), catalogue }, rounds, false);
}

/** Rounds of a warm decision; the first tenth of them is left out of what is timed, since the compiler is still at work. */
const warmRounds = 400;

const newRounds = 20;

/** The same use asked for another number of users each time: what its judgments read of the act is another, so that the pieces are judged anew. */
function renewed(graph: TitleGraph, name: string): TitleGraph {
  const use = graph.uses.get(name)!;
  const others = Array.from({ length: newRounds + 1 }, (_, i) => ({ ...use, name: `${name}-${i}`, scale: use.scale.map((each) => ({ ...each, atLeast: 1_000 + i, atMost: 1_000 + i })) }));
  return { ...graph, uses: new Map(others.map((each) => [each.name, each] as const)) };
}

/** A decision with everything that is told of it: some of it is put together when it is read. */
function told(world: World, name: string): Decision {
  const decision = decide(world, name);
  for (const part of [decision, ...decision.reasons]) for (const value of Object.values(part)) void value;
  return decision;
}

/**
 * The main example: whole decisions, all layers and places, range, pivots and timeline, warm, against the reference on the same bytes. `again`: the world is compiled and the pieces of the judgment are there;
 * `new question`: the world is compiled, and the act has not been asked about before.
 */
async function ofExample(): Promise<void> {
  const catalogue = openedCatalogue();
  const { graph, problems } = readTitleFile(readFileSync(example, "utf8"), { file: example, taxonomies: catalogue.taxonomies });
  if (graph === null) throw new Error(`${example}: ${problems[0]?.message ?? "cannot be read"}`);
  const world = { graph, catalogue };
  const rows: string[][] = [];
  for (const name of graph.uses.keys()) {
    const cold = await once(() => told(world, name));
    await measured(warmRounds / 10, () => told(world, name));
    const own = await measured(warmRounds, () => told(world, name));
    const other = { graph: renewed(graph, name), catalogue };
    let asked = 0;
    const fresh = await measured(newRounds, () => told(other, `${name}-${asked++}`));
    const reference = await measured(2, () => decideByReference(world, name));
    if (canonicalJson(own.result) !== canonicalJson(reference.result)) throw new Error(`${name}: the two evaluators differ`);
    rows.push([name, own.result.decision, count(own.result.byTerritory.reduce((sum, each) => sum + each.territories.length, 0)), ms(cold.median), ms(fresh.median), ms(own.median), ms(own.least), ms(reference.median), times(reference.median, own.median)]);
  }
  table(`Whole decisions of ${example}: all layers and places, range, pivots, timeline, proof; ms, both evaluators equal in every byte`, ["use", "decision", "places", "first", "new question", "again", "least", "reference", "ratio"], rows);
}

async function grown(title: string, row: string, sizes: readonly (readonly [number, number])[]): Promise<void> {
  const rows: string[][] = [];
  for (const [size, rounds] of sizes) {
    // A size that was given up leaves no hope for a larger one.
    const found = rows.some((each) => each.length === 2) ? "not run" : await within<Decided>(patience, import.meta.url, row, size, rounds);
    rows.push(typeof found === "string" ? [count(size), found] : [count(size), ms(found.result.cold), ms(found.result.warm), found.result.decision, count(found.result.reasons), megabytes(found.peak)]);
  }
  table(title, ["assets", "first, ms", "again, ms", "decision", "reasons", "peak MB"], rows);
}

/** Whole decisions: of the main example, over everything upstream as a graph grows, and at the end of a long chain. */
export async function benchDecision(): Promise<void> {
  await ofExample();
}

export const benchGrowth = (): Promise<void> => grown(`One use decided over everything upstream, ${places.join(", ")}, without its range: layered graph, three derivations for each asset, each under one of ${licenses.length} licenses`, "upstream", [[100, 1], [1_000, 1], [10_000, 1], [100_000, 1], [1_000_000, 0]]);

export const benchChain = (): Promise<void> => grown("One use at the end of a chain, each model under a text of its own and made a day after the one before it", "chain", [[10, 3], [40, 1], [160, 1], [1_000, 1], [10_000, 0]]);

export const benchSources = (): Promise<void> => grown(`One use of a model that was trained on data sets, ${places.join(", ")}, with its range and the dates ahead: each under one of ${licenses.length} licenses`, "sources", [[10, 3], [100, 3], [1_000, 0], [4_000, 0]]);

/** An outline of a million assets takes minutes. */
const longPatience = 1_800;

/** One use over everything upstream as a graph grows, and at the end of a long chain, told of one thing of each kind. */
export async function benchOutline(): Promise<void> {
  // Where memory is glibc's, a process keeps what it let go once it let go of something large; under a threshold that stays as it is, that goes back to the system at once.
  process.env["MALLOC_MMAP_THRESHOLD_"] ??= "131072";
  await outlinesOf(`One use over everything upstream, ${places.join(", ")}, one thing of each kind judged, earlier acts counted and not judged: the layered graph of \`growth\`; cold, the records in columns, which are included in the peak; MALLOC_MMAP_THRESHOLD_=${process.env["MALLOC_MMAP_THRESHOLD_"]}`, "outlined", [1_000, 10_000, 100_000, 1_000_000]);
  await outlinesOf("The same at the end of the chain of `chain`, in which each thing is a kind of its own", "chainOutlined", [10, 160, 1_000, 10_000]);
}

async function outlinesOf(title: string, row: string, sizes: readonly number[]): Promise<void> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const found = await within<Outlined>(longPatience, import.meta.url, row, size);
    rows.push(typeof found === "string" ? [count(size), found] : [count(size), count(found.result.things), count(found.result.kinds), found.result.decision, ms(found.result.cold), ms((1_000 * found.result.cold) / found.result.things), megabytes(found.peak)]);
  }
  table(title, ["assets", "upstream", "kinds", "decision", "ms", "ms a thousand", "peak MB"], rows);
}
