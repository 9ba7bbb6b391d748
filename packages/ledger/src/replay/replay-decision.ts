import type { Catalogue } from "@cleartitle/catalogue";
import { engineVersion, type DecideOptions, type Decision } from "@cleartitle/engine";
import { canonicalJson, problem, sha256, type Problem } from "@cleartitle/norms";
import { digestGraph, type TitleGraph } from "@cleartitle/title";
import { maxDepth } from "../entry/entry.js";
import { depthOf } from "../entry/json.js";
import { type DecisionRecord, graphAsked, optionsOf } from "./decision-record.js";
import { firstDifference } from "./difference.js";
import { readKept, sayToday } from "./other-catalogue.js";

/** What deciding again takes, beside the record. */
export interface Replaying {
  readonly catalogue: Catalogue;
  readonly decide: (world: { readonly graph: TitleGraph; readonly catalogue: Catalogue }, use: string, options: DecideOptions) => Decision;
  /** A title file as a graph, as it was read when the decision was recorded. */
  readonly graphOf: (text: string, file: string) => Promise<{ readonly graph: TitleGraph | null; readonly problems: readonly Problem[] }>;
  /** Text of a file of evidence; null: it is not in the bundle. */
  readonly evidence: (digest: string) => Promise<string | null>;
}

/** Digests of the basis that belong to the program that decides, and what a person looks for by them. */
const needs = { catalogue: "catalogue", taxonomies: "taxonomies", groups: "groups of places" } as const;

function versionsLacking({ basis }: DecisionRecord, catalogue: Catalogue): string | null {
  const other = (["catalogue", "taxonomies", "groups"] as const).filter((name) => basis[name] !== catalogue.digests[name]);
  const wanted = [...(basis.engine === engineVersion ? [] : [`engine ${basis.engine} (here: ${engineVersion})`]), ...other.map((name) => `${needs[name]} ${basis[name]} (here: ${catalogue.digests[name]})`)];
  return wanted.length === 0 ? null : wanted.join(", ");
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
async function today(record: DecisionRecord, { catalogue, decide, evidence, graphOf }: Replaying): Promise<string | null> {
  const { basis, question, title } = record;
  const [text, kept] = [await evidence(title.sha256), readKept(await evidence(record.decision))];
  // Where the taxonomies are others the names of the graph may mean something else.
  if (text === null || kept === null || basis.engine !== engineVersion || basis.taxonomies !== catalogue.digests.taxonomies || basis.groups !== catalogue.digests.groups) return null;
  const { graph: read } = await graphOf(text, title.file);
  const graph = read === null ? null : graphAsked(read, question);
  if (graph === null || digestGraph(graph) !== basis.graph || !graph.uses.has(question.use)) return null;
  return sayToday(decide({ graph, catalogue }, question.use, optionsOf(question)), kept);
}

/** Decides a recorded decision again, from its title file and the catalogue; null: the same bytes came out. A problem names what is lacking, or what differs. */
export async function replayDecision(index: number, record: DecisionRecord, replaying: Replaying): Promise<Problem | null> {
  const { catalogue, decide, evidence } = replaying;
  const of = (code: Problem["code"], message: string, hint: string): Problem => problem(code, `entry ${index}: ${message}`, { hint });
  const lacking = versionsLacking(record, catalogue);
  if (lacking !== null) {
    const said = await today(record, replaying);
    return of("conflict", `it was decided on ${lacking}${said === null ? "" : `; ${said}`}`, "install the version of the program that has it, and replay with that; the entry itself is verified without");
  }
  const text = await evidence(record.title.sha256);
  if (text === null) return of("not-found", `its title file ${record.title.sha256} is not in the bundle`, "export the ledger with its evidence; if the file was erased, the decision cannot be decided again");
  const read = await replaying.graphOf(text, record.title.file);
  if (read.graph === null) return of("unproven", `its title file cannot be read: ${read.problems[0]?.message ?? ""}`, "no decision can have come of it");
  const { places, groups } = catalogue.taxonomies;
  const nowhere = record.question.in?.find((place) => place !== "WORLD" && !places.has(place) && !groups.has(place));
  if (nowhere !== undefined) return of("unproven", `it was asked for \`${nowhere}\`, which is no place`, "no decision can have come of it");
  const graph = graphAsked(read.graph, record.question);
  const digest = digestGraph(graph);
  if (digest !== record.basis.graph || !graph.uses.has(record.question.use)) return of("unproven", `its title file is not what it rests on: the graph is ${digest}, and was ${record.basis.graph}`, "the record names another file or another question than was decided");
  const decision = decide({ graph, catalogue }, record.question.use, optionsOf(record.question));
  const again = canonicalJson(decision);
  if (sha256(again) === record.decision && decision.decision === record.status && canonicalJson(decision.basis) === canonicalJson(record.basis)) return null;
  const where = differenceFrom(again, await evidence(record.decision));
  return of("unproven", `deciding again gives \`${decision.decision}\`, and \`${record.status}\` was recorded${where === null ? "" : `; they differ first at \`${where}\``}`, "what was recorded is not what these versions decide");
}
