import { type Anchors, contentsOf } from "../document/anchor.js";
import type { AgreementDocument } from "../document/document.js";
import { evened } from "../document/part.js";
import type { ReadLine } from "./read-line.js";

/** What stands under one heading of a document that came back. */
export interface Section {
  /** `cover`, or the id of its heading; null: a heading that the document did not have. */
  readonly id: string | null;
  /** The heading as it is written; null: it is not there. */
  readonly title: string | null;
  /** Lines outside of tables, without the numbers that a form writes before them. */
  readonly lines: readonly string[];
  /** Ids of the lines that still have the marks of theirs. */
  readonly ids: readonly (string | null)[];
  readonly rows: readonly string[];
}

interface Open {
  readonly id: string | null;
  readonly title: string | null;
  readonly lines: string[];
  readonly ids: (string | null)[];
  readonly rows: { readonly at: string; readonly cells: string[] }[];
}

/** Numbers that a form writes before headings and sentences. A sentence that begins with a number of its own keeps it. */
const [headingNumber, sentenceNumber] = [/^(?:Schedule [A-Z]|\d{1,3}(?:\.\d{1,3})?)\s+/, /^\d{1,3}\.\d{1,3}\.\d{1,3}\s+/];

interface Heading {
  readonly id: string;
  readonly title: string;
}

/** All headings of a document, with their words as they are compared. */
export const headingsOf = (document: AgreementDocument): readonly Heading[] => [...contentsOf(document), { id: "contents", title: document.contentsTitle }, { id: "signature", title: document.signature.title }].map(({ id, title }) => ({ id, title: evened(title) }));

/** Cuts lines where headings stand: those that are known, by their marks or words, and new ones. */
class Cutter {
  readonly sections: Open[] = [{ id: "cover", title: null, lines: [], ids: [], rows: [] }];
  readonly #headings: ReadonlyMap<string, Heading>;
  readonly #seen = new Set<string>();
  constructor(headings: readonly Heading[], private readonly idOf: (mark: string) => string | null) {
    this.#headings = new Map(headings.map((heading) => [heading.id, heading]));
  }

  get #here(): Open {
    return this.sections.at(-1)!;
  }

  #headingOf({ marks, heading, row }: ReadLine, text: string): Heading | null {
    // A title that is called like a clause is none of its headings.
    if (row !== null || heading === 0) return null;
    const marked = marks.flatMap((mark) => this.#headings.get(this.idOf(mark) ?? "") ?? []).filter(({ id }) => !this.#seen.has(id));
    // Where a heading was taken out its mark may lie on the next one.
    const found = marked.find(({ title }) => title === text) ?? marked.at(-1);
    if (found !== undefined) return found;
    if (heading === null && this.#here.id === "contents") return null;
    return [...this.#headings.values()].find(({ id, title }) => title === text && !this.#seen.has(id)) ?? null;
  }

  add(line: ReadLine): void {
    const whole = evened(line.text);
    if (whole === "") return;
    const title = whole.replace(headingNumber, "");
    const heading = this.#headingOf(line, title);
    const isNew = heading === null && line.row === null && (line.heading === 1 || line.heading === 2);
    if (heading !== null || isNew) {
      if (heading !== null) this.#seen.add(heading.id);
      this.sections.push({ id: heading?.id ?? null, title: heading === null ? whole : title, lines: [], ids: [], rows: [] });
      return;
    }
    const id = line.marks.map((mark) => this.idOf(mark)).find((each) => each !== null) ?? null;
    this.#lost(id);
    if (line.row === null) {
      this.#here.lines.push(this.#here.id?.startsWith("clause.") === true ? whole.replace(sentenceNumber, "") : whole);
      this.#here.ids.push(id);
    } else {
      const last = this.#here.rows.at(-1);
      if (last?.at === line.row) last.cells.push(whole);
      else this.#here.rows.push({ at: line.row, cells: [whole] });
    }
  }

  /** A sentence of another clause, whose heading is not there: what follows is of that clause. */
  #lost(id: string | null): void {
    const topic = id === null || !/^.+\.\d+$/.test(id) ? null : `clause.${id.replace(/\.\d+$/, "")}`;
    if (topic === null || topic === this.#here.id || !this.#headings.has(topic) || this.#seen.has(topic)) return;
    this.#seen.add(topic);
    this.sections.push({ id: topic, title: null, lines: [], ids: [], rows: [] });
  }
}

function cut(lines: readonly ReadLine[], headings: readonly Heading[], idOf: (mark: string) => string | null): readonly Open[] {
  const cutter = new Cutter(headings, idOf);
  for (const line of lines) cutter.add(line);
  return cutter.sections;
}

/** What stands under each heading of a document, and under those that it did not have. */
export const sectionsOf = (lines: readonly ReadLine[], document: AgreementDocument, anchors: Anchors): readonly Section[] =>
  cut(lines, headingsOf(document), (mark) => anchors.idOf(mark)).map(({ rows, ...section }) => ({ ...section, rows: rows.map(({ cells }) => cells.join(" | ")) }));

/** What stands under one heading of a text of which no document is known. */
export interface Block {
  /** Without its number; empty: before the first heading. */
  readonly title: string;
  readonly lines: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const blocksOf = (lines: readonly ReadLine[]): readonly Block[] =>
  cut(lines, [], () => null).map(({ title, lines: own, rows }) => ({ title: (title ?? "").replace(headingNumber, ""), lines: own.map((line) => line.replace(sentenceNumber, "")), rows: rows.map(({ cells }) => cells) }));
