import type { Instrument } from "@cleartitle/norms";
import { freeId, unrecorded } from "../declared-statement.js";
import type { ChangeSet, GraphChange } from "../graph-change.js";
import type { TitleGraph, Use } from "../graph.js";
import type { ChangeFile } from "./change-file.js";
import { addedFile, changedUses, placesLeft, type ChangedWorld } from "./change-parts.js";
import type { Locator } from "./declared.js";
import { expandTitleFile } from "./expand.js";
import type { TitleFile } from "./title-file.js";

/** A change file without problems as changes, in the order in which they are applied. */
export function changesIn(file: ChangeFile, world: ChangedWorld, locate: Locator): ChangeSet {
  const added = expandTitleFile(withIds(addedFile(file, world.graph.us), world.graph), locate);
  const profile: GraphChange[] = file.profile === undefined ? [] : [{ change: "set-profile", profile: file.profile }];
  return [...profile, ...removals(file, world.graph), ...additions(file, added), ...redlines(file, added, world), ...ends(file), ...asked(file, world)];
}

/** What has no id of its own gets one that nothing in the graph has: an addition replaces only what it names. */
function withIds(file: TitleFile, graph: TitleGraph): TitleFile {
  return {
    ...file, derivations: named(file.derivations, "derivation", graph.derivations.keys()), statements: named(file.statements, "statement", graph.statements.map((each) => each.id)),
    events: named(file.events, "event", graph.events.map((each) => each.id)),
  };
}

function named<T extends { readonly id?: string | undefined }>(records: readonly T[] | undefined, word: string, taken: Iterable<string>): T[] | undefined {
  const ids = new Set([...taken, ...(records ?? []).flatMap((each) => each.id ?? [])]);
  return records?.map((record) => {
    const id = record.id ?? freeId(`added:${word}`, ids);
    ids.add(id);
    return { ...record, id };
  });
}

function removals({ remove = {} }: ChangeFile, graph: TitleGraph): GraphChange[] {
  return [
    ...(remove.assets ?? []).map((asset): GraphChange => ({ change: "drop-asset", asset })),
    ...(remove.derivations ?? []).map((derivation): GraphChange => ({ change: "remove-derivation", derivation })),
    ...(remove.statements ?? []).map((statement): GraphChange => ({ change: "remove-statement", statement })),
    ...(remove.instruments ?? []).map((instrument): GraphChange => ({ change: "remove-instrument", instrument })),
    ...(remove.events ?? []).map((event): GraphChange => ({ change: "remove-event", event })),
    ...(remove.acceptances ?? []).flatMap(({ instrument, party }) => graph.acceptances.filter((each) => each.instrument === instrument && each.party === party).map((acceptance): GraphChange => ({ change: "remove-acceptance", acceptance }))),
    ...(remove.positions ?? []).map(({ position, territory }): GraphChange => ({ change: "remove-position", position, ...(territory === undefined ? {} : { territory }) })),
  ];
}

function additions({ add = {} }: ChangeFile, added: TitleGraph): GraphChange[] {
  const described = new Set((add.assets ?? []).map((asset) => asset.id));
  return [
    ...(add.parties ?? []).map(({ id }): GraphChange => ({ change: "add-party", party: added.parties.get(id)! })),
    // A result that is there already is described in the graph, and not here.
    ...[...added.assets.values()].filter(({ id }) => described.has(id)).map((asset): GraphChange => ({ change: "add-asset", asset })),
    ...[...added.derivations.values()].map((derivation): GraphChange => ({ change: "add-derivation", derivation })),
    ...added.statements.map((statement): GraphChange => ({ change: "add-statement", statement })),
    ...[...added.instruments.values()].map((instrument): GraphChange => ({ change: "add-instrument", instrument, covers: coveredBy(instrument.id, added) })),
    ...added.acceptances.map((acceptance): GraphChange => ({ change: "add-acceptance", acceptance })),
    ...added.events.map((event): GraphChange => ({ change: "add-event", event })),
    ...added.positions.map((position): GraphChange => ({ change: "add-position", position })),
  ];
}

const coveredBy = (instrument: string, { covers }: TitleGraph): string[] => covers.filter((each) => each.instrument === instrument).map((each) => each.asset);

/** A text of the catalogue that is redlined becomes a text of this workspace under the same id. */
function redlines({ redline = [], remove = {} }: ChangeFile, added: TitleGraph, { graph, instruments }: ChangedWorld): GraphChange[] {
  const texts = new Map<string, Instrument>();
  const gone = new Set(remove.instruments ?? []);
  return redline.map(({ instrument: id, drop = [], norms = [] }): GraphChange => {
    const own = added.instruments.get(id) ?? (gone.has(id) ? undefined : graph.instruments.get(id));
    const text = texts.get(id) ?? own ?? instruments.get(id)!;
    const anew = new Map(norms.map((norm) => [norm.id, norm] as const));
    const kept = text.norms.filter((norm) => !drop.includes(norm.id)).map((norm) => anew.get(norm.id) ?? norm);
    const there = new Set(kept.map((norm) => norm.id));
    const instrument: Instrument = { ...text, norms: [...kept, ...norms.filter((norm) => !there.has(norm.id))] };
    texts.set(id, instrument);
    return { change: "add-instrument", instrument, covers: added.instruments.has(id) ? coveredBy(id, added) : coveredBy(id, graph) };
  });
}

function ends({ terminate = [], erase = [] }: ChangeFile): GraphChange[] {
  return [
    ...terminate.map(({ instrument, on, party, evidence }): GraphChange => ({ change: "terminate-instrument", instrument, on, ...(party === undefined ? {} : { party }), ...(evidence === undefined ? {} : { evidence }) })),
    ...erase.map(({ asset, part = null, on }): GraphChange => ({
      change: "add-event",
      event: { id: `erased:${asset}:${part ?? "all"}:${on}`, kind: "deleted", of: asset, party: null, part, on, recordedAt: unrecorded, evidence: null, duty: null, quantity: null },
    })),
  ];
}

function asked(file: ChangeFile, world: ChangedWorld): GraphChange[] {
  const { graph, taxonomies } = world;
  const expanded = expandTitleFile(changedUses(file, world), () => ({ system: "change-set", locator: null, sha256: null, retrieved: null }));
  const fields = Object.entries(file.uses ?? {}).map(([use, written]): GraphChange => {
    const whole = expanded.uses.get(use)!;
    return { change: "set-use", use, fields: Object.fromEntries(Object.keys(written).map((key) => [key, whole[key as keyof Use]])) };
  });
  return [...fields, ...[...placesLeft(file, graph, taxonomies)].map(([use, places]): GraphChange => ({ change: "set-use", use, fields: { in: places } }))];
}
