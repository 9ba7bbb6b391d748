import { isDuration, type Taxonomies } from "@cleartitle/norms";
import type { ClauseLibrary } from "../clause/library.js";
import { fillText, parametersIn } from "../clause/template.js";
import type { Compiled } from "../compile/compile.js";
import { listed, sayDuration, sayingOf, valuesOf } from "../compile/wording.js";
import { type Deal, partyOf } from "../deal/deal.js";
import type { Piece } from "./document.js";
import type { ScheduleFrame, ScheduleId } from "./document-frame.js";
import { plain } from "./numbering.js";

export interface Drafting {
  readonly deal: Deal;
  readonly compiled: Compiled;
  readonly library: ClauseLibrary;
  readonly taxonomies: Taxonomies;
}

/** A row; a `clause` is the topic of the clause that it comes of. */
export interface Row {
  readonly cells: readonly string[];
  readonly clause: string | null;
}

/** What a field of a topic says in a deal; null: the version taken does not speak of it. */
export function saidOf({ deal, library, taxonomies }: Omit<Drafting, "compiled">, id: string, name: string): string | null {
  const [topic, taken] = [library.topics.get(id), deal.topics[id]];
  if (topic === undefined || taken?.version === undefined || !parametersIn(topic.versions[taken.version].text).has(name)) return null;
  const value = taken.with?.[name] ?? topic.fields[name]?.default;
  return value === undefined ? null : sayingOf(deal, topic, taxonomies)(name, value);
}

const nameOf = (deal: Deal, role: "licensor" | "licensee"): string => partyOf(deal, role).name ?? partyOf(deal, role).id;

const assetRows = ({ deal, library, taxonomies }: Drafting): Row[] =>
  deal.assets.map((asset) => ({
    cells: [asset.id, taxonomies.assetKinds.get(asset.kind)?.title ?? asset.kind, asset.layers.map((layer) => taxonomies.layers.get(layer)?.title ?? layer).join("; "), asset.scope === undefined ? library.document.words.all : listed(asset.scope)],
    clause: null,
  }));

const fieldRows = (drafting: Drafting, topics: readonly string[]): Row[] =>
  topics.flatMap((id) => Object.entries(drafting.library.topics.get(id)!.fields).flatMap(([name, field]): Row[] => {
    const said = saidOf(drafting, id, name);
    return said === null ? [] : [{ cells: [field.is, said], clause: id }];
  }));

const dayRows = ({ compiled, library }: Drafting): Row[] => compiled.dates.map((date) => ({ cells: [date.what, date.on ?? library.document.words.open], clause: date.topic }));

const spoken = (time: string): string => (isDuration(time) ? sayDuration(time) : time);

const dutyRows = ({ deal, compiled }: Drafting): Row[] =>
  compiled.duties.map((duty) => ({
    cells: [
      duty.who === "both" ? `${nameOf(deal, "licensor")} and ${nameOf(deal, "licensee")}` : nameOf(deal, duty.who), duty.text,
      [duty.trigger, ...(duty.within === undefined ? [] : [`within ${spoken(duty.within)}`]), ...(duty.every === undefined ? [] : [`every ${spoken(duty.every)}`])].join(", "),
    ],
    clause: duty.topic,
  }));

/** Whether words point to the annex: those of a field may name a standard of others in its place. */
export const namesAnnex = (phrase: string): boolean => /\bannex\b/i.test(phrase);

const annexRows = (drafting: Drafting): Row[] => {
  const { deal, library: { document, topics }, taxonomies } = drafting;
  const said = (id: string, phrase: string): string => fillText(phrase, valuesOf(deal, topics.get(id)!, deal.topics[id]!, new Map()), sayingOf(deal, topics.get(id)!, taxonomies));
  return document.annexes.filter(({ topic, version, phrase }) => deal.topics[topic]?.version === version && namesAnnex(said(topic, phrase))).map(({ topic, is, field }) => ({
    cells: [is, (field === undefined ? null : saidOf(drafting, topic, field)) ?? document.words.attach], clause: topic,
  }));
};

const rowsOf: Readonly<Record<ScheduleId, (drafting: Drafting, frame: ScheduleFrame) => Row[]>> = {
  assets: assetRows, acts: (drafting, { topics = [] }) => fieldRows(drafting, topics), prices: (drafting, { topics = [] }) => fieldRows(drafting, topics),
  days: dayRows, duties: dutyRows, annex: annexRows,
};

/** The schedules that a deal has something for, with their rows. */
export const schedulesOf = (drafting: Drafting): { readonly frame: ScheduleFrame; readonly rows: readonly Row[] }[] =>
  drafting.library.document.schedules.map((frame) => ({ frame, rows: rowsOf[frame.id](drafting, frame) })).filter(({ rows }) => rows.length > 0);

export const cellsOf = ({ cells, clause }: Row, reference: (topic: string) => Piece | null): readonly (readonly Piece[])[] => {
  const last = clause === null ? null : reference(clause);
  return [...cells.map((cell) => [plain(cell)]), ...(last === null ? [] : [[last]])];
};
