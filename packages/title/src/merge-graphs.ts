import { canonicalJson, problem, sha256, type Problem } from "@cleartitle/norms";
import { placeholderFinding } from "./bare.js";
import { freeId } from "./declared-statement.js";
import { draftOf, type GraphDraft, sealGraph } from "./graph-draft.js";
import type { Statement, TitleGraph } from "./graph.js";

const maps = ["parties", "derivations", "instruments", "uses"] as const;
const lists = ["title", "claims", "acceptances", "events", "observations", "positions", "covers", "waivers", "findings"] as const;
const one = { parties: "party", derivations: "act", instruments: "instrument", uses: "use" } as const;

/** What a statement says, whenever it was learned and under whichever name it is kept: read again, a source says nothing new. */
const wordOf = (statement: Statement): string => canonicalJson({ ...statement, id: null, recordedAt: null });

function addAssets(draft: GraphDraft, added: TitleGraph, problems: Problem[]): void {
  for (const [id, asset] of added.assets) {
    const there = draft.assets.get(id);
    if (there === undefined || (there.placeholder && !asset.placeholder)) draft.assets.set(id, asset);
    else if (!asset.placeholder && canonicalJson(there) !== canonicalJson(asset)) problems.push(otherwise("asset", id));
  }
}

const otherwise = (what: string, id: string): Problem => problem("conflict", `the ${what} \`${id}\` is described otherwise already, and stays as it is`, { offending: id, hint: "change it by a change set, if what is there is wrong" });

function addMap(draft: GraphDraft, added: TitleGraph, section: (typeof maps)[number], problems: Problem[]): void {
  const [into, from] = [draft[section] as Map<string, object>, added[section] as ReadonlyMap<string, object>];
  for (const [id, record] of from) {
    const there = into.get(id);
    if (there === undefined) into.set(id, record);
    else if (canonicalJson(there) !== canonicalJson(record) && !isBare(section, record)) problems.push(otherwise(one[section], id));
  }
}

/** A party that is only named says nothing against what is told of it elsewhere. */
const isBare = (section: string, record: object): boolean => section === "parties" && Object.entries(record).every(([key, value]) => key === "id" || value === null || (Array.isArray(value) && value.length === 0));

/** Statements under names that are taken get names of their own, and what corrected them goes on correcting them. */
function addStatements(draft: GraphDraft, added: TitleGraph): void {
  const words = new Map(draft.statements.map((each) => [wordOf(each), each.id] as const));
  const taken = new Set(draft.statements.map((each) => each.id));
  const waiting = new Map(added.statements.map((each) => [each.id, each] as const));
  const names = new Map<string, string>();
  const put = (statement: Statement): void => {
    const { id, supersedes } = statement;
    const said = { ...statement, supersedes: supersedes === null ? null : (names.get(supersedes) ?? supersedes) };
    const word = wordOf(said);
    const name = words.get(word) ?? (taken.has(id) ? freeId(`${id}:${sha256(word).slice(7, 15)}`, taken) : id);
    names.set(id, name);
    if (!words.has(word)) draft.statements.push({ ...said, id: name });
    words.set(word, name);
    taken.add(name);
  };
  for (const first of added.statements) {
    // What is corrected comes before what corrects it. Taken out as they are met, so that statements that correct each other in a circle end.
    const chain: Statement[] = [];
    for (let next = waiting.get(first.id); next !== undefined; next = waiting.get(chain.at(-1)!.supersedes ?? "")) {
      waiting.delete(next.id);
      chain.push(next);
    }
    for (const each of chain.toReversed()) put(each);
  }
}

/**
 * A graph with what another one records added to it. Evidence is never written over: what is described otherwise stays as it was first recorded and is told, a placeholder gives way to
 * whoever describes it, and statements stand beside each other, so that where they differ they conflict.
 */
export function mergeGraphs(base: TitleGraph, added: TitleGraph): { readonly graph: TitleGraph; readonly problems: readonly Problem[] } {
  const draft = draftOf(base);
  const problems: Problem[] = [];
  if (added.us !== base.us) problems.push(problem("conflict", `it was recorded on behalf of \`${added.us}\`, and this is on behalf of \`${base.us}\``, { offending: added.us, hint: "what it records of its own acts stays under its own name" }));
  addAssets(draft, added, problems);
  for (const section of maps) addMap(draft, added, section, problems);
  addStatements(draft, added);
  for (const section of lists) {
    const into = draft[section] as object[];
    const there = new Set(into.map((each) => canonicalJson(each)));
    for (const record of added[section]) if (!there.has(canonicalJson(record))) into.push(record);
  }
  // That nobody describes it is over as soon as one of the two does.
  draft.findings = draft.findings.filter((each) => each.asset === null || draft.assets.get(each.asset)?.placeholder !== false || canonicalJson(each) !== canonicalJson(placeholderFinding(each.asset)));
  return { graph: sealGraph(draft), problems };
}
