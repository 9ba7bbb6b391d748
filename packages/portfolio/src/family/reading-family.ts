import { type ClauseKind, clauseKinds, topicOfKind } from "@cleartitle/agreements";
import { canonicalJson } from "@cleartitle/norms";
import type { ReadingDocument } from "../document/document.js";
import { isSameParty, keysOf, sharedParties } from "../document/party.js";
import type { Place, Said } from "../document/place.js";
import { titleWords } from "../document/reading-document.js";
import type { Term } from "../document/term.js";
import type { EffectiveTerm, Family, FamilyDocument, FamilyNote } from "./family.js";
import { daysOfReading } from "./reading-days.js";
import { day, noDay, type TermDay } from "./term-days.js";

/** The day of a document; the day of what it changes is not its own. Several are told, and none is chosen. */
function dayOf({ days, file }: ReadingDocument, notIts: ReadonlySet<string> = new Set()): TermDay {
  for (const list of [days.effective, days.dated]) {
    const own = list.filter(({ value }) => !notIts.has(value));
    const distinct = [...new Set(own.map(({ value }) => value))];
    if (distinct.length === 1) return day(distinct[0]!, [own[0]!.place]);
    if (distinct.length > 1) return noDay(`\`${file}\` names ${distinct.length} days as its own: ${distinct.toSorted().join(", ")}`, own.map(({ place }) => place));
  }
  return noDay(`in \`${file}\` no day was found from which it speaks`);
}

const placeOf = (title: Said<string> | null): readonly Place[] => (title === null ? [] : [title.place]);

interface Linked {
  readonly document: ReadingDocument;
  readonly day: TermDay;
}

/** Documents by their parties: each change is looked for among those that share one, in their order. */
class ByParty {
  readonly #places = new Map<string, number[]>();
  constructor(private readonly documents: readonly ReadingDocument[]) {
    for (const [place, { parties }] of documents.entries()) {
      for (const key of new Set(parties.flatMap((party) => keysOf(party)))) {
        const known = this.#places.get(key);
        if (known === undefined) this.#places.set(key, [place]);
        else known.push(place);
      }
    }
  }

  sharing({ parties }: ReadingDocument): readonly ReadingDocument[] {
    const places = new Set(parties.flatMap((party) => keysOf(party).flatMap((key) => this.#places.get(key) ?? [])));
    return [...places].toSorted((a, b) => a - b).map((place) => this.documents[place]!);
  }
}

/** Whose parties are those of the change, and whose title has the words that the change names. */
function mastersOf(change: ReadingDocument, documents: ByParty): readonly ReadingDocument[] {
  const { of } = change.changes!;
  const enough = Math.min(2, change.parties.length);
  if (enough === 0) return [];
  const own = new Set([...change.days.effective, ...change.days.dated].map(({ value }) => value));
  const fitting = documents.sharing(change).filter((each) => {
    if (each === change || each.changes !== null || sharedParties(each.parties, change.parties).length < enough) return false;
    const words = new Set(titleWords(each.title?.value ?? ""));
    return of.length === 0 ? enough === 2 : of.every((word) => words.has(word)) || (words.size > 0 && [...words].every((word) => of.includes(word)));
  });
  // A change that names the day of one of them means that one.
  const named = fitting.filter((each) => [...each.days.effective, ...each.days.dated].some(({ value }) => own.has(value)));
  return named.length > 0 ? named : fitting;
}

/** Kinds of which a document can say one thing only, by the value in which that shows. */
const single: Partial<Readonly<Record<ClauseKind, string>>> = { "governing-law": "law", "expiration-date": "on", "renewal-term": "renewal", "notice-period-to-terminate-renewal": "notice" };

interface Stand {
  readonly linked: Linked;
  readonly terms: readonly Term[];
}

class ReadingFamily {
  readonly #notes: FamilyNote[] = [];
  readonly #dated: readonly Linked[];
  readonly #undated: readonly Linked[];
  readonly #master: TermDay;
  constructor(private readonly base: ReadingDocument, changes: readonly ReadingDocument[], private readonly maybe: readonly ReadingDocument[], private readonly asOf: string) {
    this.#master = dayOf(base);
    const days = new Set([...base.days.effective, ...base.days.dated].map(({ value }) => value));
    const linked = changes.map((document): Linked => ({ document, day: dayOf(document, days) }));
    this.#undated = linked.filter((each) => each.day.on === null);
    this.#dated = [{ document: base, day: this.#master }, ...linked.filter((each) => each.day.on !== null).toSorted((a, b) => (a.day.on! < b.day.on! ? -1 : a.day.on! > b.day.on! ? 1 : a.document.file < b.document.file ? -1 : 1))];
    for (const { document, day: { why, places } } of this.#undated) this.#notes.push({ message: `\`${document.file}\` changes it, and nobody can say from when: ${why ?? ""}`, places: places.length > 0 ? places : placeOf(document.title) });
    for (const { title, file } of maybe) this.#notes.push({ message: `\`${file}\` may change it, or another agreement of the folder`, places: placeOf(title) });
  }

  /** What was there before a restatement is not there any more. */
  get #counting(): readonly Linked[] {
    const counting = this.#dated.filter(({ document, day: { on } }) => document === this.base || on! <= this.asOf);
    const restated = counting.findLastIndex(({ document }) => document.changes?.how === "restates");
    return restated < 0 ? counting : counting.slice(restated);
  }

  #open(kind: ClauseKind, term: Term | null, why: string, against: readonly Place[]): EffectiveTerm {
    this.#notes.push({ message: `\`${kind}\` is open: ${why}`, places: against });
    return { topic: topicOfKind(kind), kind, state: "open", term, from: null, also: [], before: [], why, against };
  }

  #kind(kind: ClauseKind): EffectiveTerm | null {
    const termsIn = (document: ReadingDocument): readonly Term[] => document.terms.filter((term) => term.kind === kind);
    const stands = this.#counting.map((linked): Stand => ({ linked, terms: termsIn(linked.document) })).filter(({ terms }) => terms.length > 0);
    const loose = [...this.#undated.map(({ document }) => document), ...this.maybe].flatMap((document) => termsIn(document).slice(0, 1));
    const last = stands.at(-1);
    if (loose.length > 0) return this.#open(kind, last?.terms[0] ?? null, `${loose.map(({ place }) => `\`${place.file}\``).join(" and ")} speaks of it, and it is not known from when, or whether of this agreement`, loose.map(({ place }) => place));
    if (last === undefined) return null;
    const name = single[kind];
    const sameDay = last.linked.day.on === null ? [last] : stands.filter(({ linked }) => linked.day.on === last.linked.day.on);
    // Documents of one day, and clauses of one document, that say two things where only one can hold.
    const saying = sameDay.flatMap(({ terms }) => terms).filter((term) => name !== undefined && term.values.some((value) => value.name === name));
    const values = saying.map((term) => canonicalJson(term.values.find((value) => value.name === name)?.value ?? null));
    const differing = saying.filter((_, index) => values.indexOf(values[index]!) === index);
    if (differing.length > 1) {
      const isOne = sameDay.length === 1;
      return this.#open(kind, isOne ? null : (stands.at(-1 - sameDay.length)?.terms[0] ?? null), isOne ? `\`${last.linked.document.file}\` says ${differing.length} different things of it` : `documents of ${last.linked.day.on ?? ""} say different things of it`, differing.map(({ place }) => place));
    }
    if (name === undefined && sameDay.length > 1) return this.#open(kind, stands.at(-1 - sameDay.length)?.terms[0] ?? null, `documents of ${last.linked.day.on ?? ""} both speak of it`, sameDay.map(({ terms }) => terms[0]!.place));
    // Of several clauses in one document the one that states the value counts for it.
    const main = saying[0] ?? last.terms[0]!;
    return { topic: topicOfKind(kind), kind, state: "found", term: main, from: last.linked.document === this.base ? null : last.linked.day.on, also: last.terms.filter((term) => term !== main), before: stands.slice(0, -1).toReversed().map(({ terms }) => terms[0]!), why: null, against: [] };
  }

  #documents(): FamilyDocument[] {
    const part = ({ document, day: { on } }: Linked): FamilyDocument["part"] => (document === this.base ? (this.#counting.some((each) => each.document === document) ? "counts" : "older") : on === null ? "undated" : on > this.asOf ? "later" : this.#counting.some((each) => each.document === document) ? "counts" : "older");
    return [...this.#dated, ...this.#undated].map((each): FamilyDocument => ({ file: each.document.file, form: "reading", title: each.document.title?.value ?? null, day: each.day.on, part: part(each), why: each.day.why }));
  }

  family(): Family {
    const terms = clauseKinds.flatMap((kind) => (named.has(kind) ? [] : (this.#kind(kind) ?? [])));
    const found = new Set(terms.map(({ kind }) => kind));
    const parties = [...this.base.parties];
    for (const { document } of this.#dated) for (const party of document.parties) if (!parties.some((each) => isSameParty(each, party))) parties.push(party);
    return {
      id: this.base.file, form: "reading", title: this.base.title, parties, documents: this.#documents(), terms, takenOut: [], days: daysOfReading(terms, this.#master), deal: null,
      notFound: clauseKinds.filter((kind) => !named.has(kind) && !found.has(kind)), notes: [...this.base.notes.map((message): FamilyNote => ({ message, places: [] })), ...this.#notes],
    };
  }
}

const named: ReadonlySet<ClauseKind> = new Set(["document-name", "parties", "agreement-date"]);

/** Families of documents that were read. A document that changes another joins it only where one alone can be meant. */
export function readingFamilies(documents: readonly ReadingDocument[], asOf: string): readonly Family[] {
  const byParty = new ByParty(documents);
  const links = new Map(documents.filter((each) => each.changes !== null).map((change) => [change, mastersOf(change, byParty)] as const));
  const [joined, maybe] = [new Map<ReadingDocument, ReadingDocument[]>(), new Map<ReadingDocument, ReadingDocument[]>()];
  for (const [change, masters] of links) {
    const changes = masters.length === 1 ? joined : maybe;
    for (const master of masters) changes.set(master, [...(changes.get(master) ?? []), change]);
  }
  return documents.flatMap((document): Family[] => {
    const masters = links.get(document);
    if (masters?.length === 1) return [];
    const family = new ReadingFamily(document, joined.get(document) ?? [], maybe.get(document) ?? [], asOf).family();
    if (masters === undefined) return [family];
    const message = masters.length === 0 ? "it changes another agreement, which was not found in the folder: its terms are not whole" : `it changes another agreement, and ${masters.length} could be meant: ${masters.map(({ file }) => `\`${file}\``).join(", ")}`;
    return [{ ...family, notes: [...family.notes, { message, places: [...placeOf(document.title), ...masters.flatMap(({ title }) => placeOf(title))] }] }];
  });
}
