import { canonicalJson, type Instrument, type Profile } from "@cleartitle/norms";
import type {
  Acceptance, AdoptedPosition, Asset, Derivation, GraphFinding, LifeEvent, Observation, Party, RivalClaim, Statement, TitleGraph,
  TitleRecord, Use, Waiver,
} from "./graph.js";
import { inOrder } from "./content-order.js";
import { patchedList } from "./patched-list.js";
import { PatchedMap } from "./patched-map.js";
import { byText } from "./text-order.js";

/** A title graph while it is put together. */
export interface GraphDraft {
  us: string;
  profile: Profile;
  readonly parties: Map<string, Party>;
  assets: Map<string, Asset>;
  readonly derivations: Map<string, Derivation>;
  readonly instruments: Map<string, Instrument>;
  readonly uses: Map<string, Use>;
  statements: Statement[];
  title: TitleRecord[];
  claims: RivalClaim[];
  acceptances: Acceptance[];
  events: LifeEvent[];
  observations: Observation[];
  positions: AdoptedPosition[];
  covers: { readonly instrument: string; readonly asset: string }[];
  waivers: Waiver[];
  findings: GraphFinding[];
}

export const emptyDraft = (us: string, profile: Profile = "cautious"): GraphDraft => ({
  us, profile,
  parties: new Map(), assets: new Map(), derivations: new Map(), instruments: new Map(), uses: new Map(),
  statements: [], title: [], claims: [], acceptances: [], events: [], observations: [], positions: [], covers: [], waivers: [], findings: [],
});

/** A draft of one's own with the content of a graph. `altered`: only these sections will be; the others stay the graph's own, and are only read. */
export function draftOf(graph: TitleGraph, altered?: ReadonlySet<keyof TitleGraph>): GraphDraft {
  const map = <K extends "parties" | "assets" | "derivations" | "instruments" | "uses">(key: K): GraphDraft[K] =>
    (altered === undefined ? new Map(graph[key] as ReadonlyMap<string, never>) : altered.has(key) ? PatchedMap.over(graph[key] as ReadonlyMap<string, never>) : graph[key]) as GraphDraft[K];
  const list = <T>(key: keyof TitleGraph, records: readonly T[]): T[] => (altered === undefined || altered.has(key) ? [...records] : (records as T[]));
  return {
    us: graph.us, profile: graph.profile,
    parties: map("parties"), assets: map("assets"), derivations: map("derivations"), instruments: map("instruments"), uses: map("uses"),
    statements: list("statements", graph.statements), title: list("title", graph.title), claims: list("claims", graph.claims), acceptances: list("acceptances", graph.acceptances),
    events: list("events", graph.events), observations: list("observations", graph.observations), positions: list("positions", graph.positions), covers: list("covers", graph.covers),
    waivers: list("waivers", graph.waivers), findings: list("findings", graph.findings),
  };
}

/** In the order of ids; a record that is the one of `before` is in order already. */
function byId<T>(records: Map<string, T>, each: (record: T) => T, before: ReadonlyMap<string, T> | undefined, isSpent: boolean): ReadonlyMap<string, T> {
  if (!(records instanceof PatchedMap)) {
    const sorted = new Map<string, T>();
    for (const id of [...records.keys()].toSorted(byText)) sorted.set(id, each(records.get(id)!));
    if (isSpent) records.clear();
    return sorted;
  }
  for (const [id, record] of [...records.changed()] as [string, T][]) if (before?.get(id) !== record) records.set(id, each(record));
  return records;
}

/** In the order of content; what was in order before is only added to. */
const byContent = <T extends object>(records: readonly T[], before?: readonly T[]): readonly T[] => (before === undefined ? inOrder(records) : patchedList(before, records, inContent));
const inContent = (a: unknown, b: unknown): number => byText(canonicalJson(a), canonicalJson(b));

/** The same where records that say the same are one. */
const onceByContent = <T extends object>(records: readonly T[], before?: readonly T[]): readonly T[] => (before === undefined ? inOrder(records, true) : patchedList(before, records, inContent, true));

/** Whether lists are in order whatever order that is: then their record stays as it is. */
const areShort = (...lists: readonly (readonly unknown[])[]): boolean => lists.every((list) => list.length < 2);

/** Records with the lists in them in order, for each section whose records have lists. */
export const inOrderOf = {
  parties: (p: Party): Party => (areShort(p.controlledBy, p.quantities, p.facts) ? p : { ...p, controlledBy: inOrder(p.controlledBy), quantities: inOrder(p.quantities), facts: inOrder(p.facts) }),
  assets: (a: Asset): Asset => (areShort(a.acquired, a.parts) ? a : { ...a, acquired: inOrder(a.acquired), parts: inOrder(a.parts) }),
  derivations: (d: Derivation): Derivation => (areShort(d.facts, d.acts) ? d : { ...d, facts: inOrder(d.facts), acts: inOrder(d.acts) }),
  uses: (u: Use): Use => (areShort(u.recipients, u.scale, u.facts) ? u : { ...u, recipients: inOrder(u.recipients), scale: inOrder(u.scale), facts: inOrder(u.facts) }),
} as const;

const byRecordedAt = (a: Statement, b: Statement): number => byText(a.recordedAt, b.recordedAt);
const byRecord = (a: Statement, b: Statement): number => byRecordedAt(a, b) || byText(canonicalJson(a), canonicalJson(b));

/**
 * The graph of a draft: maps in the order of ids, lists in the order of content (statements by when they were recorded),
 * so that nothing depends on the order in which records came in. `before`: a graph in order, of which only the sections named were altered. `isSpent`: nobody asks the draft again, and it lets go of what is in order.
 */
export function sealGraph(draft: GraphDraft, before?: TitleGraph, altered: ReadonlySet<keyof TitleGraph> = new Set(), isSpent = false): TitleGraph {
  const section = <K extends keyof TitleGraph>(key: K, seal: () => TitleGraph[K]): TitleGraph[K] => (before === undefined || altered.has(key) ? seal() : before[key]);
  return {
    us: draft.us,
    profile: draft.profile,
    parties: section("parties", () => byId(draft.parties, inOrderOf.parties, before?.parties, isSpent)),
    assets: section("assets", () => byId(draft.assets, inOrderOf.assets, before?.assets, isSpent)),
    derivations: section("derivations", () => byId(draft.derivations, inOrderOf.derivations, before?.derivations, isSpent)),
    statements: section("statements", () => (before === undefined ? inOrder(draft.statements).toSorted(byRecordedAt) : patchedList(before.statements, draft.statements, byRecord))),
    title: section("title", () => byContent(draft.title, before?.title)),
    claims: section("claims", () => byContent(draft.claims, before?.claims)),
    acceptances: section("acceptances", () => byContent(draft.acceptances, before?.acceptances)),
    events: section("events", () => byContent(draft.events, before?.events)),
    observations: section("observations", () => byContent(draft.observations, before?.observations)),
    positions: section("positions", () => byContent(draft.positions, before?.positions)),
    instruments: section("instruments", () => byId(draft.instruments, (i) => i, before?.instruments, isSpent)),
    covers: section("covers", () => onceByContent(draft.covers, before?.covers)),
    uses: section("uses", () => byId(draft.uses, inOrderOf.uses, before?.uses, isSpent)),
    waivers: section("waivers", () => byContent(draft.waivers, before?.waivers)),
    findings: section("findings", () => onceByContent(draft.findings, before?.findings)),
  };
}
