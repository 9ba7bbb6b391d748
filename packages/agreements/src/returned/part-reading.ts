import type { Further } from "../deal/deal.js";
import { contentsOf } from "../document/anchor.js";
import { type AgreementDocument, shownText } from "../document/document.js";
import { evened, rowText } from "../document/part.js";
import { ownText } from "./clause-reading.js";
import { type DraftDifference, lineDifferences } from "./draft-difference.js";
import { binds } from "./field-value.js";
import type { ReadPaper } from "./read-line.js";
import { headingsOf, type Section } from "./section.js";

/** Names, and a month, that are words which bind where they are written small. */
const names = /\b(?:Will|May|Can)\b/g;

interface Expected {
  readonly id: string;
  readonly text: string;
}

const coverRows = ({ cover }: AgreementDocument): string[] => [...cover.parties.map(({ name, role }) => `${role} | ${name}`), ...(cover.edited === null ? cover.terms.map((term) => `${term.title} | ${term.value}`) : [])].map(evened);

/** What of the document is no clause, as it came back. */
export class PartReader {
  readonly further: Further[] = [];
  readonly differences: DraftDifference[] = [];
  title: string | null = null;

  constructor(private readonly document: AgreementDocument, private readonly now: AgreementDocument, private readonly sections: readonly Section[]) {}

  /** Words that belong to no topic, or stand in place of a part. */
  #words(title: string, lines: readonly string[], replaces?: string): void {
    const id = replaces?.replaceAll(/[^a-z0-9-]/g, "-") ?? `words-${this.further.length + 1}`;
    this.further.push({ id, title: title.slice(0, 200), ...(replaces === undefined ? {} : { replaces }), text: ownText(lines.length === 0 ? ["(taken out by the parties)"] : lines).text });
  }

  #at(id: string): Section | undefined {
    return this.sections.find((each) => each.id === id);
  }

  /** Lines with marks or words of their own; any other is words of the parties. */
  #lines(section: Section | undefined, expected: readonly Expected[], where: string): void {
    const read = (section?.lines ?? []).map((text, at) => ({ text, id: section!.ids[at] ?? null }));
    const open = expected.filter(({ text }) => {
      const at = read.findIndex((line) => line.text === evened(text));
      if (at >= 0) read.splice(at, 1);
      return at < 0;
    });
    for (const { id, text } of open) {
      const at = read.findIndex((line) => line.id === id);
      const found = at < 0 ? null : read.splice(at, 1)[0]!.text;
      this.differences.push({ kind: found === null ? "removed" : "edited", where: id, before: evened(text), after: found, note: "outside of every topic: what it forbids is unknown" });
      this.#words(id, found === null ? [] : [found], id);
    }
    if (read.length > 0) this.#extra(where, read.map((line) => line.text));
  }

  #extra(where: string, lines: readonly string[]): void {
    this.differences.push(...lineDifferences(where, [], lines, "words that the document did not have: what they forbid is unknown"));
    this.#words(`Words found in: ${where}`, lines);
  }

  cover(): void {
    const { title, written, status, cover, opening } = this.document;
    const section = this.#at("cover");
    const lines = [...(section?.lines ?? [])];
    const [first] = lines;
    if (first !== undefined && first !== evened(title) && !lines.includes(evened(title)) && first.length <= 200 && !binds(first)) {
      this.title = first;
      this.differences.push({ kind: "value", where: "title", before: title, after: first, note: "the title of the deal" });
    }
    const ids = [...(section?.ids ?? [])];
    const drop = (text: string): void => {
      const at = lines.indexOf(evened(text));
      if (at < 0) return;
      lines.splice(at, 1);
      ids.splice(at, 1);
    };
    for (const text of [this.title ?? title, `${written} · ${status}`, ...(cover.edited ?? [])]) drop(text);
    this.#lines(section === undefined ? undefined : { ...section, lines, ids }, opening.map(({ id, pieces }) => ({ id, text: shownText(pieces) })), "cover");
    const read = (section?.rows ?? []).filter((row) => row !== "Role | Party" && row !== "Key term | Value");
    if (!this.#alike(read, coverRows(this.document), coverRows(this.now))) {
      this.differences.push(...lineDifferences("cover", coverRows(this.document), read, "the cover page says what the clauses do not: what that forbids is unknown"));
      this.#words("Cover page", read, "cover");
    }
  }

  /** What sums up the clauses may be as it was, or as it would be now. */
  #alike(read: readonly string[], ...states: readonly (readonly string[])[]): boolean {
    return states.some((state) => state.length === read.length && state.every((row, at) => row === read[at]));
  }

  definitions(): void {
    const section = this.#at("definitions");
    this.#lines(section, this.document.definitions.entries.map(({ id, term, pieces }) => ({ id, text: `${term}. ${shownText(pieces)}` })), "definitions");
    if (section !== undefined && section.rows.length > 0) this.#extra("definitions", section.rows);
  }

  schedules(): void {
    for (const schedule of this.document.schedules) {
      const rows = (of: AgreementDocument): string[] => {
        const found = of.schedules.find((each) => each.id === schedule.id);
        return found === undefined ? [] : [found.says, ...(found.edited ?? [found.columns.join(" | "), ...found.rows.map(rowText)])].map(evened);
      };
      const section = this.#at(`schedule.${schedule.id}`);
      const read = section === undefined ? [] : [...section.lines, ...section.rows];
      if (this.#alike(read, rows(this.document), rows(this.now))) continue;
      this.differences.push(...lineDifferences(`schedule.${schedule.id}`, rows(this.document), read, section === undefined ? "the schedule is not in the document any more" : "a schedule says what the clauses do not: what that forbids is unknown"));
      this.#words(schedule.title, read.filter((row) => row !== evened(schedule.says) && row !== evened(schedule.columns.join(" | "))), `schedule.${schedule.id}`);
    }
  }

  contents(): void {
    const titles = new Set([...contentsOf(this.document), ...contentsOf(this.now)].map(({ title }) => evened(title)));
    for (const { title } of this.sections) if (title !== null) titles.add(title);
    const section = this.#at("contents");
    const strange = [...(section?.lines ?? []), ...(section?.rows ?? [])].filter((line) => !titles.has(line.replace(/^(?:Schedule [A-Z]|[\d.]+)\s+/, "").replace(/\s+\d+$/, "")) && !titles.has(line));
    if (strange.length > 0) this.#extra("contents", strange);
  }

  signature(): void {
    const { signature, cover } = this.document;
    const parties = cover.parties.map(({ name, role }) => evened(`${name} (${role})`));
    const section = this.#at("signature");
    const strange: string[] = [];
    for (const line of [...(section?.lines ?? []), ...(section?.rows ?? [])]) {
      const label = signature.lines.find((each) => line.startsWith(`${each}:`));
      const filled = label === undefined ? "" : line.slice(label.length + 1).replaceAll("_", "").trim();
      if (label !== undefined && filled.length <= 100 && !binds(filled.replaceAll(names, ""))) {
        if (filled !== "") this.differences.push({ kind: "filled-in", where: "signature", before: null, after: line, note: "a place for a signature; whether and when it was signed is recorded by who has the original" });
      } else if (line !== evened(signature.says) && !parties.includes(line)) strange.push(line);
    }
    if (strange.length > 0) this.#extra("signature", strange);
  }

  /** Groups hold clauses alone. */
  groups(): void {
    for (const group of this.document.groups) {
      const section = this.#at(`group.${group.id}`);
      if (section !== undefined && section.lines.length + section.rows.length > 0) this.#extra(`group ${group.title}`, [...section.lines, ...section.rows]);
    }
  }

  /** Headings of what is no clause say what they said: other words under their marks are words of the parties. Those of clauses are read with them. */
  headings(): void {
    for (const { id, title } of headingsOf(this.document)) {
      const found = id.startsWith("clause.") ? undefined : this.#at(id);
      if (found !== undefined && found.title !== null && found.title !== title) this.#extra(`heading ${title}`, [found.title]);
    }
  }

  beside({ beside, notes, open }: ReadPaper): void {
    const known = new Set([evened(this.document.title), evened(`${this.document.written} ·`)]);
    for (const { where, text } of beside) {
      // The number of the page and of all pages, as far as they are filled in.
      if (!known.has(text.replace(/ ?\d* ?\/ ?\d*$/, "").trim())) this.#extra(where, [text]);
    }
    for (const note of notes) this.differences.push({ kind: "untold", where: "comments", before: null, after: null, note });
    for (const change of open) this.differences.push({ kind: "open", where: "document", ...change, note: "a change that nobody accepted: read as not made" });
  }
}
