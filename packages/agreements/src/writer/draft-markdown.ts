import { anchorsOf, contentsOf } from "../document/anchor.js";
import { carriedFence } from "../document/carried.js";
import type { AgreementDocument, DocumentClause, Piece } from "../document/document.js";

/** Signs that mean something in Markdown or HTML are written so that they do not; a line's own break is a blank. */
const escaped = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, " ").replaceAll(/[\\`*_{}[\]<>#|~&$]/g, String.raw`\$&`);

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

class MarkdownWriter {
  readonly #anchors: ReturnType<typeof anchorsOf>;
  constructor(private readonly document: AgreementDocument) {
    this.#anchors = anchorsOf(document);
  }

  #mark(id: string): string {
    return `<a id="${this.#anchors.of(id)}"></a>`;
  }

  #say(pieces: readonly Piece[]): string {
    return pieces.map((piece) => (piece.kind === "text" ? escaped(piece.text) : `[${piece.number}](#${this.#anchors.to(piece.to)})`)).join("");
  }

  #clause(clause: DocumentClause): string[] {
    return [
      `### ${this.#mark(`clause.${clause.topic}`)}${clause.number} ${escaped(clause.title)}`,
      ...clause.sentences.map((sentence) => `${this.#mark(sentence.id)}${sentence.number} ${this.#say(sentence.pieces)}`),
    ];
  }

  #cover(): string[] {
    const { title, written, status, cover, opening } = this.document;
    return [
      `# ${escaped(title)}`, `${written} · ${escaped(status)}`, table(["Role", "Party"], cover.parties.map(({ role, name }) => [escaped(role), escaped(name)])),
      ...(cover.edited?.map(escaped) ?? (cover.terms.length === 0 ? [] : [table(["Key term", "Value"], cover.terms.map((term) => [escaped(term.title), escaped(term.value)]))])),
      ...opening.map((line) => `${this.#mark(line.id)}${this.#say(line.pieces)}`),
    ];
  }

  whole(carried: string): string {
    const { document } = this;
    const parts = [
      ...this.#cover(), `## ${this.#mark("contents")}${escaped(document.contentsTitle)}`,
      contentsOf(document).map((entry) => `${entry.level === 1 ? "" : "  "}- [${entry.number} ${escaped(entry.title)}](#${this.#anchors.of(entry.id)})`).join("\n"),
      `## ${this.#mark("definitions")}${document.definitions.number} ${escaped(document.definitions.title)}`,
      ...document.definitions.entries.map((entry) => `${this.#mark(entry.id)}**${escaped(entry.term)}.** ${this.#say(entry.pieces)}`),
      ...document.groups.flatMap((group) => [`## ${this.#mark(`group.${group.id}`)}${group.number} ${escaped(group.title)}`, ...group.clauses.flatMap((clause) => this.#clause(clause))]),
      `## ${this.#mark("signature")}${escaped(document.signature.title)}`, escaped(document.signature.says),
      ...document.cover.parties.flatMap(({ name, role }) => [`**${escaped(name)}** (${escaped(role)})`, ...document.signature.lines.map((line) => `${escaped(line)}:`)]),
      ...document.schedules.flatMap((schedule) => [
        `## ${this.#mark(`schedule.${schedule.id}`)}${schedule.number} ${escaped(schedule.title)}`, escaped(schedule.says),
        ...(schedule.edited?.map(escaped) ?? [table(schedule.columns.map(escaped), schedule.rows.map((row) => row.map((cell) => this.#say(cell))))]),
      ]),
      `\`\`\`${carriedFence}\n${carried}\n\`\`\``,
    ];
    return `${parts.join("\n\n")}\n`;
  }
}

/** An agreement as Markdown, with the deal in a block at its end. */
export const draftMarkdown = (document: AgreementDocument, carried: string): string => new MarkdownWriter(document).whole(carried);
