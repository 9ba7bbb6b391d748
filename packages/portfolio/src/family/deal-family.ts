import { type Amendment, type ClauseHouse, compileDeal, dealOn, type DealFile, readAmendment, readDeal } from "@cleartitle/agreements";
import { canonicalJson, problem, type Problem, readYaml } from "@cleartitle/norms";
import { documentOfAmendment, placeIn, type Written } from "../document/deal-document.js";
import type { DealDocument } from "../document/document.js";
import type { Place, Said } from "../document/place.js";
import type { AmendmentSource } from "../document/read-sources.js";
import type { Term } from "../document/term.js";
import { daysOfDeal } from "./deal-days.js";
import type { EffectiveTerm, Family, FamilyDocument, FamilyNote } from "./family.js";
import { noDay } from "./term-days.js";

type Deal = DealFile["deal"];

/** An amendment that was read, with where its topics stand. */
interface ReadOne {
  readonly amendment: Amendment;
  readonly written: Written;
  readonly terms: readonly Term[];
}

const asOneFile = (deal: Deal, file: string, { library, taxonomies }: ClauseHouse): { readonly file: DealFile | null; readonly problems: readonly Problem[] } => readDeal(JSON.stringify(deal), { file, library, taxonomies });

/** Each amendment is read against the deal alone: two that do not fit together are both heard. */
function readOne(source: AmendmentSource, deal: Deal, house: ClauseHouse, others: readonly Amendment[]): { readonly read: ReadOne | null; readonly problems: readonly Problem[] } {
  const { amendment, problems } = readAmendment(source.text, { deal, others, file: source.file, house });
  if (amendment === null) return { read: null, problems };
  const amended = asOneFile(dealOn(deal, [...others, amendment], amendment.from), source.file, house);
  if (amended.file === null) return { read: null, problems: amended.problems };
  const { document } = readYaml(source.text, { file: source.file });
  const written = { file: source.file, document };
  const made = documentOfAmendment(amendment, written, amended.file, house);
  return { read: made.document === null ? null : { amendment, written, terms: made.document.terms }, problems: made.problems };
}

const dayOfText = ({ deal: { deal } }: DealDocument): string => deal.signed?.on ?? deal.written;

/** Of several texts under one id the one that counts: the one that is signed, or else the latest. Two that both could count are both told. */
function chosen(versions: readonly DealDocument[]): { readonly base: DealDocument; readonly others: readonly DealDocument[] } | { readonly clash: readonly DealDocument[] } {
  const signed = versions.filter(({ deal }) => deal.deal.signed !== undefined);
  const pool = signed.length > 0 ? signed : versions;
  const last = pool.map(dayOfText).toSorted().at(-1)!;
  const latest = pool.filter((each) => dayOfText(each) === last);
  const isOne = new Set(latest.map(({ deal }) => canonicalJson(deal.deal))).size === 1;
  if ((signed.length > 1 && new Set(signed.map(({ deal }) => canonicalJson(deal.deal))).size > 1) || !isOne) return { clash: pool };
  return { base: latest[0]!, others: versions.filter((each) => each !== latest[0]) };
}

/** An amendment that could not be applied, as far as its text shows on what it speaks: what it says there may count. */
interface LooseOne {
  readonly document: FamilyDocument;
  readonly topics: readonly string[];
  readonly written: Written;
}

function looseOne({ file, text }: AmendmentSource, day: string, asOf: string, why: string | null): LooseOne {
  const { document } = readYaml(text, { file });
  const { topics } = (document?.value ?? {}) as { readonly topics?: object };
  const part = day === "" ? "undated" : day > asOf ? "later" : "unused";
  return { document: { file, form: "amendment", title: null, day: day === "" ? null : day, part, why }, topics: part === "later" ? [] : Object.keys(topics ?? {}), written: { file, document } };
}

const ofDeal = ({ file, form, title, deal: { deal: each } }: DealDocument, part: FamilyDocument["part"], why: string | null): FamilyDocument => ({ file, form, title: title?.value ?? null, day: each.signed?.on ?? each.written, part, why });

/** The day of an amendment as far as it says one. */
function dayOf({ text, file }: AmendmentSource): string {
  const from = (readYaml(text, { file }).document?.value as { readonly from?: unknown } | undefined)?.from;
  return typeof from === "string" ? from : "";
}

class DealFamily {
  readonly problems: Problem[] = [];
  readonly #notes: FamilyNote[] = [];
  readonly #read: ReadOne[] = [];
  readonly #loose: LooseOne[] = [];
  readonly #takenOut: Said<string>[] = [];
  constructor(private readonly base: DealDocument, private readonly older: readonly DealDocument[], sources: readonly AmendmentSource[], private readonly house: ClauseHouse, private readonly asOf: string) {
    this.#readAll(sources);
  }

  /** In the order of their days: an amendment may take out what an earlier one put in. */
  #readAll(sources: readonly AmendmentSource[]): void {
    const { deal } = this.base.deal;
    for (const source of sources.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.file < b.file ? -1 : 1))) {
      const earlier = this.#read.map(({ amendment }) => amendment).filter(({ from }) => from < dayOf(source));
      const { read, problems } = readOne(source, deal, this.house, earlier);
      this.problems.push(...problems);
      if (read !== null) this.#read.push(read);
      else this.#loose.push(looseOne(source, dayOf(source), this.asOf, problems[0]?.message ?? null));
    }
  }

  #placeOf({ written, terms }: ReadOne, topic: string): Place {
    return terms.find((term) => term.topic === topic)?.place ?? placeIn(written, ["topics", topic], null, `${topic}: taken out`);
  }

  #topic(topic: string): EffectiveTerm | null {
    const first = this.base.terms.find((term) => term.topic === topic) ?? null;
    const said = this.#read.filter(({ amendment }) => Object.hasOwn(amendment.topics, topic));
    const counting = said.filter(({ amendment }) => amendment.from <= this.asOf);
    const last = counting.at(-1);
    const before = [...(first === null ? [] : [first]), ...counting.slice(0, -1).flatMap(({ terms }) => terms.filter((term) => term.topic === topic))].toReversed();
    const none = { topic, kind: null, also: [], why: null, against: [] } as const;
    const loose = this.#loose.filter(({ topics }) => topics.includes(topic));
    if (loose.length > 0) {
      const against = loose.map(({ written }) => placeIn(written, ["topics", topic], null, topic));
      return { ...none, state: "open", term: last?.terms.find((term) => term.topic === topic) ?? first, from: null, before: [], why: `${loose.map(({ document }) => `\`${document.file}\``).join(" and ")} speaks of it, and could not be applied`, against };
    }
    if (last === undefined) return first === null ? null : { ...none, state: "found", term: first, from: null, before: [] };
    const sameDay = counting.filter(({ amendment }) => amendment.from === last.amendment.from);
    if (new Set(sameDay.map(({ amendment }) => canonicalJson(amendment.topics[topic] ?? null))).size > 1) {
      const against = sameDay.map((each) => this.#placeOf(each, topic));
      const why = `${sameDay.map(({ amendment }) => `\`${amendment.id}\``).join(" and ")} say different things of it from ${last.amendment.from} on`;
      this.#notes.push({ message: `\`${topic}\` is open: ${why}`, places: against });
      return { ...none, state: "open", term: before.find((term) => !sameDay.some(({ terms }) => terms.includes(term))) ?? null, from: null, before: [], why, against };
    }
    const term = last.terms.find((each) => each.topic === topic) ?? null;
    if (term !== null) return { ...none, state: "found", term, from: last.amendment.from, before };
    this.#takenOut.push({ value: topic, place: this.#placeOf(last, topic) });
    return null;
  }

  /** The deal as it stands: what is open could forbid anything. */
  #standing(terms: readonly EffectiveTerm[]): Family["deal"] {
    const { deal } = this.base.deal;
    const until = this.base.life?.until ?? null;
    const counting = this.#read.map(({ amendment }) => amendment).filter(({ from }) => from <= this.asOf);
    const open = terms.flatMap((term): [string, Deal["topics"][string]][] => (term.state === "open" ? [[term.topic, { own: { text: [`Which clause counts is open: ${term.why ?? ""}.`] } }]] : []));
    // Most deals stand as they were written, and are not read and compiled again.
    const isAsWritten = counting.length === 0 && open.length === 0;
    if (isAsWritten && until === null) return { file: this.base.deal, compiled: this.base.compiled, isSigned: deal.signed !== undefined };
    const amended = dealOn(deal, counting, this.asOf);
    const { file, problems } = isAsWritten ? { file: this.base.deal, problems: [] } : asOneFile({ ...amended, topics: { ...amended.topics, ...Object.fromEntries(open) } }, this.base.file, this.house);
    const made = file === null ? { compiled: null, problems } : compileDeal(file, { ...this.house, asSigned: true, ...(until === null ? {} : { until }) });
    if (file === null || made.compiled === null) {
      this.#notes.push({ message: `the deal does not fit together on ${this.asOf}: ${made.problems.map((each) => each.message).join("; ")}`, places: this.base.title === null ? [] : [this.base.title.place] });
      return null;
    }
    return { file, compiled: made.compiled, isSigned: deal.signed !== undefined };
  }

  #documents(): FamilyDocument[] {
    const { deal } = this.base.deal;
    return [
      ofDeal(this.base, "counts", deal.signed === undefined ? "nobody signed it: it is asked as if it were signed as it stands" : null),
      ...this.older.map((each) => ofDeal(each, "older", `\`${this.base.file}\` counts`)),
      ...this.#read.map(({ amendment, written }): FamilyDocument => ({ file: written.file, form: "amendment", title: amendment.title ?? amendment.id, day: amendment.from, part: amendment.from <= this.asOf ? "counts" : "later", why: null })),
      ...this.#loose.map(({ document }) => document),
    ];
  }

  family(): Family {
    const { base, house } = this;
    const topics = [...house.library.topics.keys()];
    const terms = topics.flatMap((topic) => this.#topic(topic) ?? []);
    const deal = this.#standing(terms);
    const why = "the deal does not fit together";
    const days = deal === null ? { from: noDay(why), to: noDay(why), renews: null, noticeBy: noDay(why), renewedUntil: noDay(why) } : daysOfDeal(deal.compiled, terms, base);
    const unread = this.#loose.map(({ document: { file, why: because } }): FamilyNote => ({ message: `\`${file}\` changes it, and could not be applied: ${because ?? ""}`, places: base.title === null ? [] : [base.title.place] }));
    const asked = (base.life?.asks ?? []).map((message): FamilyNote => ({ message, places: terms.flatMap(({ topic, term }) => (topic === "term-and-renewal" && term !== null ? [term.place] : [])) }));
    const found = new Set(terms.map((term) => term.topic));
    return {
      id: base.deal.deal.id, form: "deal", title: base.title, parties: base.parties, documents: this.#documents(), terms, takenOut: this.#takenOut, days, deal,
      notFound: topics.filter((topic) => !found.has(topic)), notes: [...base.notes.map((message): FamilyNote => ({ message, places: [] })), ...this.#notes, ...unread, ...asked],
    };
  }
}

interface MadeFamily {
  readonly family: Family;
  readonly problems: readonly Problem[];
}

interface KeptFamily extends MadeFamily {
  readonly library: ClauseHouse["library"];
  readonly asOf: string;
  readonly older: readonly DealDocument[];
  readonly sources: string;
}

/** Families as they were put together last: of hundreds one is changed at a time. */
const kept = new WeakMap<DealDocument, KeptFamily>();

function familyOf(base: DealDocument, older: readonly DealDocument[], amendments: readonly AmendmentSource[], house: ClauseHouse, asOf: string): MadeFamily {
  const sources = JSON.stringify(amendments);
  const known = kept.get(base);
  if (known?.library === house.library && known.asOf === asOf && known.sources === sources && known.older.length === older.length && known.older.every((each, at) => each === older[at])) return known;
  const made = new DealFamily(base, older, amendments, house, asOf);
  const family = made.family();
  kept.set(base, { library: house.library, asOf, older, sources, family, problems: made.problems });
  return { family, problems: made.problems };
}

/** Families of deals, each with its amendments, in order of their ids. In steps, a family each. */
export function* familiesInSteps(deals: readonly DealDocument[], amendments: readonly AmendmentSource[], house: ClauseHouse, asOf: string): Generator<void, { readonly families: readonly Family[]; readonly problems: readonly Problem[] }> {
  const byId = new Map<string, DealDocument[]>();
  for (const each of deals) byId.set(each.deal.deal.id, [...(byId.get(each.deal.deal.id) ?? []), each]);
  const byDeal = new Map<string, AmendmentSource[]>();
  for (const each of amendments) byDeal.set(each.agreement, [...(byDeal.get(each.agreement) ?? []), each]);
  const problems: Problem[] = [];
  const families: Family[] = [];
  for (const [id, versions] of [...byId].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const choice = chosen(versions);
    if ("clash" in choice) {
      problems.push(problem("conflict", `\`${id}\` is the id of ${choice.clash.length} texts that both could count: ${choice.clash.map(({ file }) => `\`${file}\``).join(", ")}`, { file: choice.clash[0]!.file, hint: "sign one of them, give the other an id of its own, or take it out of the folder" }));
      continue;
    }
    const made = familyOf(choice.base, choice.others, byDeal.get(id) ?? [], house, asOf);
    problems.push(...made.problems);
    families.push(made.family);
    yield;
  }
  const orphans = amendments.filter(({ agreement }) => !byId.has(agreement));
  problems.push(...orphans.map(({ file, agreement }) => problem("dangling-reference", `it amends \`${agreement}\`, and no deal of the folder has that id`, { file, hint: "put the deal into the folder" })));
  return { families, problems };
}
