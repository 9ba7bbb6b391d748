import { canonicalJson, type Instrument, type Profile } from "@cleartitle/norms";
import { assetOfAcquisition } from "./acquisition-name.js";
import { undeclared, unrecorded } from "./declared-statement.js";
import { goneFrom } from "./patched-list.js";
import { PatchedMap } from "./patched-map.js";
import { byText } from "./text-order.js";
import { draftOf, type GraphDraft, sealGraph } from "./graph-draft.js";
import type { Acceptance, ActRecord, AdoptedPosition, Asset, Derivation, LifeEvent, Party, Statement, TitleGraph, Use, Waiver } from "./graph.js";

/** One change of a title graph. What is added under an id that is there takes the place of the old record. */
export type GraphChange =
  | { readonly change: "add-statement"; readonly statement: Statement }
  | { readonly change: "remove-statement"; readonly statement: string }
  | { readonly change: "add-instrument"; readonly instrument: Instrument; readonly covers?: readonly string[] }
  | { readonly change: "remove-instrument"; readonly instrument: string }
  /** Its life ends on a day; what was done before keeps it. */
  | { readonly change: "terminate-instrument"; readonly instrument: string; readonly on: string; readonly party?: string; readonly evidence?: string }
  | { readonly change: "add-acceptance"; readonly acceptance: Acceptance }
  | { readonly change: "remove-acceptance"; readonly acceptance: Acceptance }
  | { readonly change: "add-event"; readonly event: LifeEvent }
  | { readonly change: "remove-event"; readonly event: string }
  | { readonly change: "add-derivation"; readonly derivation: Derivation }
  | { readonly change: "remove-derivation"; readonly derivation: string }
  | { readonly change: "add-act"; readonly derivation: string; readonly act: ActRecord }
  | { readonly change: "add-asset"; readonly asset: Asset }
  | { readonly change: "add-party"; readonly party: Party }
  /** Takes an asset out with all that speaks of it; derivations go on without it, or go where it was the only source or the result. */
  | { readonly change: "drop-asset"; readonly asset: string }
  | { readonly change: "add-position"; readonly position: AdoptedPosition }
  | { readonly change: "remove-position"; readonly position: string; readonly territory?: string }
  | { readonly change: "add-waiver"; readonly waiver: Waiver }
  | { readonly change: "remove-waiver"; readonly waiver: string }
  | { readonly change: "set-use"; readonly use: string; readonly fields: Partial<Omit<Use, "name">> }
  /** Which answer counts where nobody took a position. */
  | { readonly change: "set-profile"; readonly profile: Profile };

/** A what-if: changes in the order in which they are applied. */
export type ChangeSet = readonly GraphChange[];

/** Into a list of the draft's own, behind all others; what was there under its id goes. */
function put<T extends { readonly id: string }>(records: T[], record: T): void {
  const at = records.findIndex((each) => each.id === record.id);
  if (at !== -1) records.splice(at, 1);
  records.push(record);
}

const without = <T>(records: readonly T[], record: T): T[] => records.filter((each) => canonicalJson(each) !== canonicalJson(record));

function removeDerivation(draft: GraphDraft, id: string): void {
  draft.derivations.delete(id);
  draft.statements = draft.statements.filter(({ about }) => about.kind !== "derivation" || about.id !== id);
  draft.events = draft.events.filter((event) => event.of !== id || draft.assets.has(id));
}

function removeUse(draft: GraphDraft, name: string): void {
  draft.uses.delete(name);
  draft.waivers = draft.waivers.filter((waiver) => waiver.use !== name);
}

function dropAsset(draft: GraphDraft, asset: string): void {
  draft.assets.delete(asset);
  const { derivations, uses } = draft;
  for (const derivation of derivations.values()) {
    const from = derivation.from.filter((source) => source !== asset);
    if (from.length === 0 || derivation.to === asset) removeDerivation(draft, derivation.id);
    else derivations.set(derivation.id, { ...derivation, from, acts: derivation.acts.filter((act) => act.of !== asset) });
  }
  const isOfIt = ({ kind, id }: Statement["about"]): boolean => (kind === "asset" && id === asset) || (kind === "acquisition" && assetOfAcquisition(id) === asset);
  draft.statements = draft.statements.filter(({ about }) => !isOfIt(about));
  draft.title = draft.title.filter((record) => record.asset !== asset);
  draft.claims = draft.claims.filter((claim) => claim.asset !== asset);
  draft.covers = draft.covers.filter((cover) => cover.asset !== asset);
  draft.events = draft.events.filter((event) => event.of !== asset);
  draft.waivers = draft.waivers.filter((waiver) => waiver.asset !== asset);
  draft.findings = draft.findings.filter((finding) => finding.asset !== asset);
  for (const use of uses.values()) if (use.of === asset) removeUse(draft, use.name);
}

function terminate(draft: GraphDraft, change: Extract<GraphChange, { change: "terminate-instrument" }>): void {
  const { instrument, on, party = null, evidence = null } = change;
  put(draft.events, {
    id: `terminated:${instrument}:${party ?? "all"}:${on}`, kind: "terminated", of: instrument, party, part: null, on, recordedAt: unrecorded,
    evidence, duty: null, quantity: null,
  });
}

function removeInstrument(draft: GraphDraft, instrument: string): void {
  draft.instruments.delete(instrument);
  draft.covers = draft.covers.filter((cover) => cover.instrument !== instrument);
}

function addInstrument(draft: GraphDraft, instrument: Instrument, covers: readonly string[]): void {
  removeInstrument(draft, instrument.id);
  draft.instruments.set(instrument.id, instrument);
  draft.covers.push(...covers.map((asset) => ({ instrument: instrument.id, asset })));
}

function addAct(draft: GraphDraft, id: string, act: ActRecord): void {
  const derivation = draft.derivations.get(id);
  if (derivation !== undefined) draft.derivations.set(id, { ...derivation, acts: [...without(derivation.acts, act), act] });
}

/** A different answer for the same place from another day is another one; for the same day it takes the old one's place. */
function addPosition(draft: GraphDraft, position: AdoptedPosition): void {
  const same = (each: AdoptedPosition): boolean => each.position === position.position && each.territory === position.territory && each.on === position.on;
  draft.positions = [...draft.positions.filter((each) => !same(each)), position];
}

function setUse(draft: GraphDraft, name: string, fields: Partial<Omit<Use, "name">>): void {
  const use = draft.uses.get(name);
  if (use !== undefined) draft.uses.set(name, { ...use, ...fields });
}

function applyChange(draft: GraphDraft, change: GraphChange): void {
  switch (change.change) {
    case "add-statement": put(draft.statements, change.statement); return;
    case "remove-statement": draft.statements = draft.statements.filter((each) => each.id !== change.statement); return;
    case "add-instrument": addInstrument(draft, change.instrument, change.covers ?? []); return;
    case "remove-instrument": removeInstrument(draft, change.instrument); return;
    case "terminate-instrument": terminate(draft, change); return;
    case "add-acceptance": draft.acceptances = [...without(draft.acceptances, change.acceptance), change.acceptance]; return;
    case "remove-acceptance": draft.acceptances = without(draft.acceptances, change.acceptance); return;
    case "add-event": put(draft.events, change.event); return;
    case "remove-event": draft.events = draft.events.filter((each) => each.id !== change.event); return;
    case "add-derivation": draft.derivations.set(change.derivation.id, change.derivation); return;
    case "remove-derivation": removeDerivation(draft, change.derivation); return;
    case "add-act": addAct(draft, change.derivation, change.act); return;
    case "add-asset": draft.assets.set(change.asset.id, change.asset); return;
    case "add-party": draft.parties.set(change.party.id, change.party); return;
    case "drop-asset": dropAsset(draft, change.asset); return;
    case "add-position": addPosition(draft, change.position); return;
    case "remove-position": {
      const { position, territory } = change;
      draft.positions = draft.positions.filter((each) => each.position !== position || (territory !== undefined && each.territory !== territory));
      return;
    }
    case "add-waiver": put(draft.waivers, change.waiver); return;
    case "remove-waiver": draft.waivers = draft.waivers.filter((each) => each.id !== change.waiver); return;
    case "set-use": setUse(draft, change.use, change.fields); return;
    case "set-profile": draft.profile = change.profile;
  }
}

/** Sections of a graph that each change can alter; the others stay as they are, and need not be put in order again. */
const altered = {
  "add-statement": ["statements"], "remove-statement": ["statements"], "add-instrument": ["instruments", "covers"], "remove-instrument": ["instruments", "covers"],
  "terminate-instrument": ["events"], "add-acceptance": ["acceptances"], "remove-acceptance": ["acceptances"], "add-event": ["events"], "remove-event": ["events"],
  "add-derivation": ["derivations"], "remove-derivation": ["derivations", "statements", "events"], "add-act": ["derivations"], "add-asset": ["assets", "statements"], "add-party": ["parties"],
  "drop-asset": ["assets", "derivations", "statements", "title", "claims", "covers", "events", "waivers", "findings", "uses"],
  "add-position": ["positions"], "remove-position": ["positions"], "add-waiver": ["waivers"], "remove-waiver": ["waivers"], "set-use": ["uses"], "set-profile": ["profile"],
} as const satisfies Record<GraphChange["change"], readonly (keyof TitleGraph)[]>;

/**
 * The graph after the changes; the graph given stays as it was. Removing or changing what is not there changes nothing:
 * `unmetChanges` tells which changes that would be.
 */
export function applyChanges(graph: TitleGraph, changes: ChangeSet): TitleGraph {
  const sections = new Set<keyof TitleGraph>(changes.flatMap(({ change }) => altered[change]));
  const draft = draftOf(graph, sections);
  for (const change of changes) applyChange(draft, change);
  if (sections.has("statements")) {
    const assets = unspokenOf(graph, draft);
    for (const statement of assets.length > 0 ? undeclared(assets, draft.statements) : []) draft.statements.push(statement);
  }
  return sealGraph(draft, graph, sections);
}

/** Assets that came or changed, and those of which a statement went: of any other all is declared as it was. */
function unspokenOf(graph: TitleGraph, draft: GraphDraft): Asset[] {
  const about = new Set(goneFrom(graph.statements, draft.statements).map((each) => each.about.id));
  if (draft.assets instanceof PatchedMap) for (const id of draft.assets.changed().keys()) about.add(id);
  return [...about].toSorted(byText).flatMap((id) => draft.assets.get(id) ?? []);
}

/** The changes, by their place in the list, that change nothing because what they speak of is not there or is so already. */
export function unmetChanges(graph: TitleGraph, changes: ChangeSet): number[] {
  const result: number[] = [];
  let before = graph;
  for (const [index, change] of changes.entries()) {
    const after = applyChanges(before, [change]);
    if (canonicalJson(after) === canonicalJson(before)) result.push(index);
    before = after;
  }
  return result;
}
