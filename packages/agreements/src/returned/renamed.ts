import type { AgreementDocument } from "../document/document.js";
import { evened } from "../document/part.js";
import type { ReadLine } from "./read-line.js";
import type { Section } from "./section.js";

/** Names that parties have on the cover page that came back and beyond it, each with the one that it had; a role that several have names nobody. */
export function renamedOnCover({ cover }: AgreementDocument, sections: readonly Section[]): ReadonlyMap<string, string> {
  const rows = sections.find(({ id }) => id === "cover")?.rows ?? [];
  const beyond = sections.filter(({ id }) => id !== "cover").flatMap((section) => [...section.lines, ...section.rows]);
  return new Map(cover.parties.flatMap(({ name, role }) => {
    const begin = `${evened(role)} | `;
    const told = rows.filter((row) => row.startsWith(begin)).map((row) => row.slice(begin.length));
    const isAlone = cover.parties.filter((other) => other.role === role).length === 1 && told.length === 1;
    return !isAlone || told[0] === evened(name) || !beyond.some((line) => line.includes(told[0]!)) ? [] : [[told[0]!, evened(name)] as const];
  }));
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Lines with the names that parties had. A name that stays as it was is not taken for a part of another. */
export function withNamesAsBefore(lines: readonly ReadLine[], renamed: ReadonlyMap<string, string>): readonly ReadLine[] {
  const names = [...new Set([...renamed.keys(), ...renamed.values()])].toSorted((a, b) => b.length - a.length);
  const any = new RegExp(names.map(escaped).join("|"), "gu");
  return lines.map((line) => ({ ...line, text: evened(line.text).replaceAll(any, (name) => renamed.get(name) ?? name) }));
}
