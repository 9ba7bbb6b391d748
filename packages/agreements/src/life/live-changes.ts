import { canonicalJson, type Instrument, problem, type Problem } from "@cleartitle/norms";
import { type Acceptance, applyChanges, type Asset, type ChangeSet, type GraphChange, type LifeEvent, type Party, type TitleGraph } from "@cleartitle/title";
import type { Compiled } from "../compile/compile.js";
import { type Deal, partyOf } from "../deal/deal.js";
import type { Agreement } from "./agreement.js";
import type { Segment } from "./amendment.js";

/** Ids of the texts that an agreement is in the records: its first terms, and those of each amendment from its day on. */
export const textIdOf = (deal: Deal, { from }: Pick<Segment, "from">): string => (from === null ? deal.id : `${deal.id}.${from}`);

/** The texts, each taking the place of the one before from its day on. Acts are judged by the text of their day. */
function instrumentsOf({ deal, segments }: Agreement): readonly { readonly instrument: Instrument; readonly covers: readonly string[] }[] {
  return segments.map(({ from, compiled }, index) => {
    const { covers = [], ...text } = compiled.instrument;
    const before = segments[index - 1];
    const line = segments.length === 1 ? {} : { termsVersion: "as-of-act" as const };
    const version = from === null || before === undefined ? {} : { id: textIdOf(deal, { from }), version: from, inForce: { from }, supersedes: textIdOf(deal, before) };
    return { instrument: { ...text, ...line, ...version }, covers: from === null ? covers : [] };
  });
}

const bareParty = (id: string): Party => ({ id, kind: null, domicile: null, headquarters: null, controlledBy: [], quantities: [], facts: [] });

const bareAsset = (id: string, kind: string, licensor: string): Asset => ({
  id, kind, version: null, digest: null, licensor, source: null, modality: [], upstream: null, published: null, acquired: [], parts: [], placeholder: false,
});

const acceptancesOf = ({ acceptances }: Compiled): readonly Acceptance[] => acceptances.map(({ instrument, party, on, evidence }) => ({ instrument, party, on: on ?? null, version: null, evidence: evidence ?? null }));

/** What stands in the way of recording a signed agreement: names that the records use for something else. */
function inTheWay({ assets, instruments }: TitleGraph, { deal }: Agreement, own: ReadonlySet<string>): readonly Problem[] {
  const kinds = deal.assets.flatMap(({ id, kind }) => {
    const there = assets.get(id);
    return there === undefined || there.placeholder || there.kind === kind ? [] : [problem("conflict", `the records have \`${id}\` as ${there.kind}, and the deal licenses it as ${kind}`, { offending: id, hint: "correct the record or the deal" })];
  });
  const taken = [...own].filter((id) => instruments.has(id) && !instruments.get(id)!.source.some(({ what }) => what === deal.title));
  return [...kinds, ...taken.map((id) => problem("conflict", `the records have another text \`${id}\` already`, { offending: id, hint: "give the deal another id" }))];
}

/** Changes by which a signed agreement stands in the records as it is now: parties and assets that nobody described, its texts, and who signed beside the licensee. What is there already is left out. */
export function liveChanges(graph: TitleGraph, agreement: Agreement): { readonly changes: ChangeSet; readonly problems: readonly Problem[] } {
  const { deal, segments } = agreement;
  const texts = instrumentsOf(agreement);
  const problems = inTheWay(graph, agreement, new Set(texts.map(({ instrument }) => instrument.id)));
  if (problems.length > 0) return { changes: [], problems };
  const licensor = partyOf(deal, "licensor").id;
  const parties = deal.parties.filter(({ id }) => !graph.parties.has(id)).map(({ id }): GraphChange => ({ change: "add-party", party: bareParty(id) }));
  const assets = deal.assets.filter(({ id }) => graph.assets.get(id)?.placeholder !== false).map(({ id, kind }): GraphChange => ({ change: "add-asset", asset: bareAsset(id, kind, licensor) }));
  const covered = (id: string): readonly string[] => graph.covers.filter(({ instrument }) => instrument === id).map(({ asset }) => asset).toSorted();
  const added = texts
    .filter(({ instrument, covers }) => canonicalJson(graph.instruments.get(instrument.id) ?? null) !== canonicalJson(instrument) || canonicalJson(covered(instrument.id)) !== canonicalJson([...covers].toSorted()))
    .map(({ instrument, covers }): GraphChange => ({ change: "add-instrument", instrument, covers: [...covers] }));
  const known = new Set(graph.acceptances.map((each) => canonicalJson(each)));
  const accepted = acceptancesOf(segments[0]!.compiled).filter((each) => !known.has(canonicalJson(each))).map((acceptance): GraphChange => ({ change: "add-acceptance", acceptance }));
  return { changes: [...parties, ...assets, ...added, ...accepted], problems: [] };
}

/** The records without the texts of an agreement. */
export function withoutTexts(graph: TitleGraph, { deal, segments }: Pick<Agreement, "deal" | "segments">): TitleGraph {
  const texts = segments.map((segment) => textIdOf(deal, segment)).filter((id) => graph.instruments.has(id));
  return texts.length === 0 ? graph : applyChanges(graph, texts.map((instrument): GraphChange => ({ change: "remove-instrument", instrument })));
}

const endings = { termination: "terminated", withdrawal: "withdrawn" } as const;

/** Changes by which the rights of an agreement end on a day, in each of its texts. */
export function endChanges({ deal, segments }: Pick<Agreement, "deal" | "segments">, { on, how, evidence }: { readonly on: string; readonly how: keyof typeof endings; readonly evidence: string | null }, recordedAt: string): ChangeSet {
  return segments.map((segment): GraphChange => {
    const of = textIdOf(deal, segment);
    const event: LifeEvent = { id: `${endings[how]}:${of}:${on}`, kind: endings[how], of, party: null, part: null, on, recordedAt, evidence, duty: null, quantity: null };
    return { change: "add-event", event };
  });
}
