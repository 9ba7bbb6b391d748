import type { Catalogue } from "@cleartitle/catalogue";
import { engineVersion, type DecideOptions, type Decision } from "@cleartitle/engine";
import { canonicalJson, problem, sha256, type Problem } from "@cleartitle/norms";
import { digestGraph, type TitleGraph } from "@cleartitle/title";
import { maxDepth } from "../entry/entry.js";
import { depthOf } from "../entry/json.js";
import { type DecisionRecord, graphAsked, optionsOf } from "./decision-record.js";
import { firstDifference } from "./difference.js";
import { catalogueDigests, type KeptCatalogue, otherDigests } from "./kept-catalogue.js";
import { readKept, sayToday } from "./other-catalogue.js";

/** What deciding again takes, beside the record. */
export interface Replaying {
  readonly catalogue: Catalogue;
  readonly decide: (world: { readonly graph: TitleGraph; readonly catalogue: Catalogue }, use: string, options: DecideOptions) => Decision;
  /** A title file as a graph, as it was read with a catalogue when the decision was recorded. */
  readonly graphOf: (text: string, file: string, catalogue: Catalogue) => Promise<{ readonly graph: TitleGraph | null; readonly problems: readonly Problem[] }>;
  /** Text of a file of evidence; null: it is not in the bundle. */
  readonly evidence: (digest: string) => Promise<string | null>;
  /** The catalogue that a decision was made by, where it is another than the one here; null: it is not kept. */
  readonly kept: (record: DecisionRecord) => Promise<KeptCatalogue | null>;
}

export interface Replay {
  /** null: the same bytes came out, but for the version of the engine where it is another. Else what is lacking, or what differs. */
  readonly problem: Problem | null;
  /** The engine that it was recorded by, and the one that decided again. */
  readonly engine: { readonly recorded: string; readonly here: string };
  /** By which catalogue it was decided again: the one here, or the one that was kept with the decision. */
  readonly by: "here" | "kept";
  /** What the catalogue here makes of a decision of another one, in words; null: it is the same one, or nothing can be said. */
  readonly today: string | null;
}

/** Where a decision's text differs first from the one that was kept; null: none was, or it is no decision. */
function differenceFrom(again: string, kept: string | null): string | null {
  if (kept === null || depthOf(kept) > maxDepth) return null;
  try {
    return firstDifference(JSON.parse(again), JSON.parse(kept));
  } catch {
    return null;
  }
}

/** What the catalogue here makes of a decision of another catalogue, where the same engine asks the same graph; null: nothing can be said. */
async function sayHere(record: DecisionRecord, { catalogue, decide, evidence, graphOf }: Replaying): Promise<string | null> {
  const { basis, question, title } = record;
  const [text, kept] = [await evidence(title.sha256), readKept(await evidence(record.decision))];
  // Where the taxonomies are others the names of the graph may mean something else.
  if (text === null || kept === null || basis.engine !== engineVersion || otherDigests(basis, catalogue).some((name) => name !== "catalogue")) return null;
  const { graph: read } = await graphOf(text, title.file, catalogue);
  const graph = read === null ? null : graphAsked(read, question);
  if (graph === null || digestGraph(graph) !== basis.graph || !graph.uses.has(question.use)) return null;
  return sayToday(decide({ graph, catalogue }, question.use, optionsOf(question)), kept);
}

type Of = (code: Problem["code"], message: string, hint: string) => Problem;

/** The catalogue that a decision was made by, or what is lacking. */
async function catalogueFor(record: DecisionRecord, replaying: Replaying, of: Of, today: string | null): Promise<{ readonly catalogue: Catalogue } | { readonly problem: Problem }> {
  const { basis } = record;
  const other = otherDigests(basis, replaying.catalogue);
  if (other.length === 0) return replaying;
  const read = await replaying.kept(record);
  if (read !== null && "catalogue" in read) return read;
  const engine = basis.engine === engineVersion ? [] : [`engine ${basis.engine} (here: ${engineVersion})`];
  const wanted = [...engine, ...other.map((name) => `${catalogueDigests[name]} ${basis[name]} (here: ${replaying.catalogue.digests[name]})`)];
  const why = read === null ? "" : `; the catalogue that is kept with it ${read.why}`;
  return { problem: of("conflict", `it was decided on ${wanted.join(", ")}${why}${today === null ? "" : `; ${today}`}`, "install the version of the program that has it, and replay with that; the entry itself is verified without") };
}

/** Decides by a catalogue that others may have written: what makes the engine stumble is no decision of it. */
function decidedBy({ decide, catalogue: here }: Replaying, catalogue: Catalogue, graph: TitleGraph, { question }: DecisionRecord): Decision | null {
  if (catalogue === here) return decide({ graph, catalogue }, question.use, optionsOf(question));
  try {
    return decide({ graph, catalogue }, question.use, optionsOf(question));
  } catch {
    return null;
  }
}

async function decidedAgain(record: DecisionRecord, catalogue: Catalogue, replaying: Replaying, of: Of): Promise<Problem | null> {
  const text = await replaying.evidence(record.title.sha256);
  if (text === null) return of("not-found", `its title file ${record.title.sha256} is not in the bundle`, "export the ledger with its evidence; if the file was erased, the decision cannot be decided again");
  const read = await replaying.graphOf(text, record.title.file, catalogue);
  if (read.graph === null) return of("unproven", `its title file cannot be read: ${read.problems[0]?.message ?? ""}`, "no decision can have come of it");
  const { places, groups } = catalogue.taxonomies;
  const nowhere = record.question.in?.find((place) => place !== "WORLD" && !places.has(place) && !groups.has(place));
  if (nowhere !== undefined) return of("unproven", `it was asked for \`${nowhere}\`, which is no place`, "no decision can have come of it");
  const graph = graphAsked(read.graph, record.question);
  const digest = digestGraph(graph);
  if (digest !== record.basis.graph || !graph.uses.has(record.question.use)) return of("unproven", `its title file is not what it rests on: the graph is ${digest}, and was ${record.basis.graph}`, "the record names another file or another question than was decided");
  const decision = decidedBy(replaying, catalogue, graph, record);
  if (decision === null) return of("unproven", "nothing can be decided by the catalogue that is kept with it", "its records name what is not in it; no decision can have come of it");
  // The version of the engine is no part of what came out of it.
  const again = { ...decision, basis: { ...decision.basis, engine: record.basis.engine } };
  const told = canonicalJson(again);
  if (sha256(told) === record.decision && again.decision === record.status && canonicalJson(again.basis) === canonicalJson(record.basis)) return null;
  const where = differenceFrom(told, await replaying.evidence(record.decision));
  return of("unproven", `deciding again gives \`${again.decision}\`, and \`${record.status}\` was recorded${where === null ? "" : `; they differ first at \`${where}\``}`, "what was recorded is not what these versions decide");
}

/** What does not come out of another engine is no reproach to the record: both are named. */
function saidOfOther(found: Problem | null, index: number, { basis: { engine } }: DecisionRecord, of: Of): Problem | null {
  if (found === null || found.code !== "unproven" || engine === engineVersion) return found;
  const message = found.message.slice(`entry ${index}: `.length);
  return of("conflict", `it was decided by engine ${engine}, and the one here is ${engineVersion}: ${message}`, `replay with a program whose \`cleartitle doctor\` names engine ${engine}; the entry itself is verified without`);
}

/** Decides a recorded decision again, from its title file and by its catalogue: the one here where that is the same, or the one that was kept. The engine is the one here, whichever it was: where it is another, that is told. */
export async function replayDecision(index: number, record: DecisionRecord, replaying: Replaying): Promise<Replay> {
  const of: Of = (code, message, hint) => problem(code, `entry ${index}: ${message}`, { hint });
  const engine = { recorded: record.basis.engine, here: engineVersion };
  const today = otherDigests(record.basis, replaying.catalogue).length === 0 ? null : await sayHere(record, replaying);
  const found = await catalogueFor(record, replaying, of, today);
  if ("problem" in found) return { problem: found.problem, engine, by: "here", today };
  return { problem: saidOfOther(await decidedAgain(record, found.catalogue, replaying, of), index, record, of), engine, by: found.catalogue === replaying.catalogue ? "here" : "kept", today };
}
