import { fillText } from "../clause/template.js";
import { sayingOf, valuesOf } from "../compile/wording.js";
import { type Further, partyOf } from "../deal/deal.js";
import type { AgreementDocument, ClauseGroup, DocumentClause, DocumentSentence, Line, Piece } from "./document.js";
import type { GroupFrame } from "./document-frame.js";
import { groupNumber, headingsOf, type Numbers, numbersOf, plain, pointing, referenceTo } from "./numbering.js";
import { cellsOf, type Drafting, namesAnnex, saidOf, schedulesOf } from "./schedule.js";
import { termsUsed } from "./term.js";

type Clause = Drafting["compiled"]["clauses"][number];

class Drafter {
  readonly dangling: AgreementDocument["dangling"][number][] = [];
  readonly #headings: readonly GroupFrame[];
  readonly #scheduled: ReturnType<typeof schedulesOf>;
  readonly #numbers: Numbers;
  constructor(private readonly drafting: Drafting) {
    this.#headings = headingsOf(drafting.deal, { frame: this.#frame.groups, own: drafting.library.templates.get(drafting.deal.template ?? "")?.groups ?? [] });
    this.#scheduled = schedulesOf(drafting);
    this.#numbers = numbersOf(this.#headings, this.#scheduled.map(({ frame }) => frame.id), this.#frame.headings.schedules);
  }

  get #frame(): Drafting["library"]["document"] {
    return this.drafting.library.document;
  }

  /** Words of the parties that stand in place of a part of the document. */
  #instead(id: string): Further | undefined {
    return this.drafting.deal.further?.find((each) => each.replaces === id);
  }

  #say(text: string): string {
    const { deal } = this.drafting;
    const name = (role: "licensor" | "licensee"): string => partyOf(deal, role).name ?? partyOf(deal, role).id;
    return fillText(text, new Map([["licensor", name("licensor")], ["licensee", name("licensee")]]), (_name, value) => String(value));
  }

  #line(id: string, text: string): Line {
    return { id, pieces: [plain(this.#instead(id)?.text.join(" ") ?? this.#say(text))] };
  }

  /** The words of a sentence, and behind those that point somewhere the numbers of where. */
  #pieces({ topic, version, text }: Clause, at: number): readonly Piece[] {
    const sentence = text[at - 1]!;
    const isHere = (each: { readonly topic: string; readonly version: string; readonly at: number }): boolean => each.topic === topic && each.version === version && each.at === at;
    const clauses = this.#frame.references.filter(isHere).map(({ phrase, to, alone }) => {
      const found = to.map((id) => ({ id, reference: referenceTo({ kind: "clause", topic: id }, this.#numbers) }));
      for (const { id, reference } of found) if (reference === null && alone !== true) this.dangling.push({ topic, at, phrase, to: id });
      return { phrase: this.#filled(topic, phrase), behind: pointing("clause", found.flatMap(({ reference }) => reference ?? [])) };
    });
    const annexes = this.#frame.annexes.filter(isHere).map((annex) => {
      const phrase = this.#filled(topic, annex.phrase);
      const reference = referenceTo({ kind: "schedule", schedule: "annex" }, this.#numbers);
      return { phrase, behind: reference === null || !namesAnnex(phrase) ? [] : pointing(null, [reference]) };
    });
    const points = [...clauses, ...annexes].flatMap(({ phrase, behind }) => {
      const found = sentence.indexOf(phrase);
      return found < 0 || behind.length === 0 ? [] : [{ to: found + phrase.length, behind }];
    }).toSorted((a, b) => a.to - b.to);
    const cuts = [0, ...points.map((point) => point.to), sentence.length];
    return cuts.slice(1).flatMap((to, index) => [...(cuts[index] === to ? [] : [plain(sentence.slice(cuts[index], to))]), ...(points[index]?.behind ?? [])]);
  }

  #filled(id: string, phrase: string): string {
    const { deal, library, taxonomies } = this.drafting;
    const topic = library.topics.get(id)!;
    return fillText(phrase, valuesOf(deal, topic, deal.topics[id]!, new Map()), sayingOf(deal, topic, taxonomies));
  }

  #clause(clause: Clause): DocumentClause {
    const number = this.#numbers.clauses.get(clause.topic)!;
    const sentences = clause.text.map((text, index): DocumentSentence => ({ id: `${clause.topic}.${index + 1}`, topic: clause.topic, version: clause.version, at: index + 1, number: `${number}.${index + 1}`, text, pieces: this.#pieces(clause, index + 1) }));
    return { topic: clause.topic, version: clause.version, number, title: clause.title, sentences };
  }

  #further(index: number): ClauseGroup[] {
    const said = (this.drafting.deal.further ?? []).filter((each) => each.replaces === undefined);
    const number = groupNumber(index);
    const clauses = said.map(({ id, title, text }, nth): DocumentClause => {
      const topic = `further.${id}`;
      return { topic, version: "own", number: `${number}.${nth + 1}`, title, sentences: text.map((sentence, at): DocumentSentence => ({ id: `${topic}.${at + 1}`, topic, version: "own", at: at + 1, number: `${number}.${nth + 1}.${at + 1}`, text: sentence, pieces: [plain(sentence)] })) };
    });
    return clauses.length === 0 ? [] : [{ id: "further", number, title: this.#frame.headings.further, clauses }];
  }

  #groups(): ClauseGroup[] {
    const said = new Map(this.drafting.compiled.clauses.map((clause) => [clause.topic, clause]));
    const groups = this.#headings.map((group, index): ClauseGroup => ({ id: group.id, number: groupNumber(index), title: group.title, clauses: group.topics.map((id) => this.#clause(said.get(id)!)) }));
    return [...groups, ...this.#further(groups.length)];
  }

  #cover(): AgreementDocument["cover"] {
    const { deal } = this.drafting;
    return {
      parties: deal.parties.map(({ id, role, name }) => ({ id, name: name ?? id, role: this.#frame.roles[role] })),
      terms: this.#frame["key-terms"].flatMap(({ title, of }) => {
        const value = saidOf(this.drafting, ...(of.split(".") as [string, string]));
        return value === null ? [] : [{ title, value }];
      }),
      edited: this.#instead("cover")?.text ?? null,
    };
  }

  #status(): string {
    const { signed } = this.drafting.deal;
    const { words } = this.#frame;
    return signed === undefined ? words.draft : fillText(words.signed, new Map(Object.entries(signed)), (_name, value) => String(value));
  }

  whole(): AgreementDocument {
    const { deal } = this.drafting;
    const { headings, opening, definitions, signature } = this.#frame;
    const groups = this.#groups();
    const lines = opening.map((text, index) => this.#line(`opening.${index + 1}`, text));
    const texts = [...groups.flatMap((group) => group.clauses.flatMap((clause) => clause.sentences.map((sentence) => sentence.text))), ...opening];
    const terms = new Set([...termsUsed(definitions, texts), ...definitions.filter((each) => this.#instead(`definition.${each.id}`) !== undefined)]);
    return {
      deal: deal.id, title: deal.title, written: deal.written, status: this.#status(), cover: this.#cover(), opening: lines, contentsTitle: headings.contents,
      definitions: { number: "1", title: headings.definitions, entries: [...terms].toSorted((a, b) => (a.term < b.term ? -1 : 1)).map(({ id, term, text }) => ({ ...this.#line(`definition.${id}`, text), term })) },
      groups, scheduleWord: headings.schedules,
      schedules: this.#scheduled.map(({ frame, rows }) => ({
        id: frame.id, number: this.#numbers.schedules.get(frame.id)!, title: frame.title, says: frame.says, columns: frame.columns,
        rows: rows.map((row) => cellsOf(row, (topic) => referenceTo({ kind: "clause", topic }, this.#numbers))), edited: this.#instead(`schedule.${frame.id}`)?.text ?? null,
      })),
      signature: { title: headings.signatures, says: signature.says, lines: signature.lines }, dangling: this.dangling,
    };
  }
}

/** The complete agreement of a deal: cover page, definitions of the words that it uses, numbered clauses under headings, schedules, and who signs. */
export const documentOf = (drafting: Drafting): AgreementDocument => new Drafter(drafting).whole();
