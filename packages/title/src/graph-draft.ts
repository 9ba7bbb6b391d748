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

/** A draft of one's own with the content of a graph. */
export const draftOf = (graph: TitleGraph): GraphDraft => ({
  us: graph.us, profile: graph.profile,
  parties: new Map(graph.parties), assets: new Map(graph.assets), derivations: new Map(graph.derivations),
  instruments: new Map(graph.instruments), uses: new Map(graph.uses),
  statements: [...graph.statements], title: [...graph.title], claims: [...graph.claims], acceptances: [...graph.acceptances],
  events: [...graph.events], observations: [...graph.observations], positions: [...graph.positions], covers: [...graph.covers],
  waivers: [...graph.waivers], findings: [...graph.findings],
});

/** Records in the order of their content. */
function inOrder<T>(records: readonly T[]): T[] {
  if (records.length < 2) return [...records];
  return records
    .map((record) => ({ record, text: canonicalJson(record) }))
    .toSorted((a, b) => byText(a.text, b.text))
    .map(({ record }) => record);
}

const unique = <T>(records: readonly T[]): T[] => [...new Map(records.map((record) => [canonicalJson(record), record])).values()];

const byId = <T, U>(records: ReadonlyMap<string, T>, each: (record: T) => U): Map<string, U> =>
  new Map([...records].toSorted(([a], [b]) => byText(a, b)).map(([id, record]) => [id, each(record)]));

const byRecordedAt = (a: Statement, b: Statement): number => byText(a.recordedAt, b.recordedAt);

/**
 * The graph of a draft: maps in the order of ids, lists in the order of content (statements by when they were recorded),
 * so that nothing depends on the order in which records came in.
 */
export function sealGraph(draft: GraphDraft): TitleGraph {
  return {
    us: draft.us,
    profile: draft.profile,
    parties: byId(draft.parties, (p) => ({ ...p, controlledBy: inOrder(p.controlledBy), quantities: inOrder(p.quantities), facts: inOrder(p.facts) })),
    assets: byId(draft.assets, (a) => ({ ...a, acquired: inOrder(a.acquired), parts: inOrder(a.parts) })),
    derivations: byId(draft.derivations, (d) => ({ ...d, facts: inOrder(d.facts), acts: inOrder(d.acts) })),
    statements: inOrder(draft.statements).toSorted(byRecordedAt),
    title: inOrder(draft.title),
    claims: inOrder(draft.claims),
    acceptances: inOrder(draft.acceptances),
    events: inOrder(draft.events),
    observations: inOrder(draft.observations),
    positions: inOrder(draft.positions),
    instruments: byId(draft.instruments, (i) => i),
    covers: inOrder(unique(draft.covers)),
    uses: byId(draft.uses, (u) => ({ ...u, recipients: inOrder(u.recipients), scale: inOrder(u.scale), facts: inOrder(u.facts) })),
    waivers: inOrder(draft.waivers),
    findings: inOrder(unique(draft.findings)),
  };
}
