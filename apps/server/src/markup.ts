import { escapeMarkup } from "@cleartitle/engine";

/** Markup that was built here; everything else is text and is escaped where it is put in. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

/** What may stand in a hole of `markup`: text (escaped), markup, a list of these, or nothing. */
export type Hole = Markup | string | number | null | false | readonly Hole[];

function fill(hole: Hole): string {
  if (hole === null || hole === false) return "";
  if (hole instanceof Markup) return hole.text;
  if (typeof hole === "string" || typeof hole === "number") return escapeMarkup(String(hole));
  return hole.map(fill).join("");
}

/** A template whose holes are escaped unless they are markup already. */
export function markup(parts: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  return new Markup(parts.map((part, at) => part + (at < holes.length ? fill(holes[at] ?? null) : "")).join(""));
}
