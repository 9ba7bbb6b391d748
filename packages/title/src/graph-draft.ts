import { canonicalJson, type Instrument, type Profile } from "@cleartitle/norms";
import type {
  Acceptance, AdoptedPosition, Asset, Derivation, GraphFinding, LifeEvent, Observation, Party, RivalClaim, Statement, TitleGraph,
  TitleRecord, Use, Waiver,
} from "./graph.js";
import { byText } from "./text-order.js";

/** A title graph while it is put together. */
export interface GraphDraft {
  us: string;
  profile: Profile;
  readonly parties: Map<string, Party>;
  readonly assets: Map<string, Asset>;
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
    (altered === undefined || altered.has(key) ? new Map(graph[key] as ReadonlyMap<string, never>) : graph[key]) as GraphDraft[K];
  const list = <T>(key: keyof TitleGraph, records: readonly T[]): T[] => (altered === undefined || altered.has(key) ? [...records] : (records as T[]));
  return {
    us: graph.us, profile: graph.profile,
    parties: map("parties"), assets: map("assets"), derivations: map("derivations"), instruments: map("instruments"), uses: map("uses"),
    statements: list("statements", graph.statements), title: list("title", graph.title), claims: list("claims", graph.claims), acceptances: list("acceptances", graph.acceptances),
    events: list("events", graph.events), observations: list("observations", graph.observations), positions: list("positions", graph.positions), covers: list("covers", graph.covers),
    waivers: list("waivers", graph.waivers), findings: list("findings", graph.findings),
  };
}

/** Records in the order of their content. */
function inOrder<T>(records: readonly T[]): T[] {
  if (records.length < 2) return [...records];
  return records
    .map((record) => ({ record, text: canonicalJson(record) }))
    .toSorted((a, b) => byText(a.text, b.text))
    .map(({ record }) => record);
}

const unique = <T>(records: readonly T[]): T[] => [...new Map(records.map((record) => [canonicalJson(record), record])).values()];

/** In the order of ids; a record that is the one of `before` is in order already. */
const byId = <T>(records: ReadonlyMap<string, T>, each: (record: T) => T, before?: ReadonlyMap<string, T>): Map<string, T> =>
  new Map([...records].toSorted(([a], [b]) => byText(a, b)).map(([id, record]) => [id, before?.get(id) === record ? record : each(record)]));

const byRecordedAt = (a: Statement, b: Statement): number => byText(a.recordedAt, b.recordedAt);

/**
 * The graph of a draft: maps in the order of ids, lists in the order of content (statements by when they were recorded),
 * so that nothing depends on the order in which records came in. `before`: a graph in order, of which only the sections named were altered.
 */
export function sealGraph(draft: GraphDraft, before?: TitleGraph, altered: ReadonlySet<keyof TitleGraph> = new Set()): TitleGraph {
  const section = <K extends keyof TitleGraph>(key: K, seal: () => TitleGraph[K]): TitleGraph[K] => (before === undefined || altered.has(key) ? seal() : before[key]);
  return {
    us: draft.us,
    profile: draft.profile,
    parties: section("parties", () => byId(draft.parties, (p) => ({ ...p, controlledBy: inOrder(p.controlledBy), quantities: inOrder(p.quantities), facts: inOrder(p.facts) }), before?.parties)),
    assets: section("assets", () => byId(draft.assets, (a) => ({ ...a, acquired: inOrder(a.acquired), parts: inOrder(a.parts) }), before?.assets)),
    derivations: section("derivations", () => byId(draft.derivations, (d) => ({ ...d, facts: inOrder(d.facts), acts: inOrder(d.acts) }), before?.derivations)),
    statements: section("statements", () => inOrder(draft.statements).toSorted(byRecordedAt)),
    title: section("title", () => inOrder(draft.title)),
    claims: section("claims", () => inOrder(draft.claims)),
    acceptances: section("acceptances", () => inOrder(draft.acceptances)),
    events: section("events", () => inOrder(draft.events)),
    observations: section("observations", () => inOrder(draft.observations)),
    positions: section("positions", () => inOrder(draft.positions)),
    instruments: section("instruments", () => byId(draft.instruments, (i) => i)),
    covers: section("covers", () => inOrder(unique(draft.covers))),
    uses: section("uses", () => byId(draft.uses, (u) => ({ ...u, recipients: inOrder(u.recipients), scale: inOrder(u.scale), facts: inOrder(u.facts) }), before?.uses)),
    waivers: section("waivers", () => inOrder(draft.waivers)),
    findings: section("findings", () => inOrder(unique(draft.findings))),
  };
}
