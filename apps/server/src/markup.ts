/** Markup that was built here; everything else is text and is escaped where it is put in. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

/** What may stand in a hole of `markup`: text (escaped), markup, a list of these, or nothing. */
export type Hole = Markup | string | number | null | false | readonly Hole[];

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text for HTML, SVG and XML alike. Characters that XML forbids and those that turn the reading direction are replaced. */
export function escapeMarkup(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const shown = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return shown.replaceAll(/[&<>"']/g, (found) => entities[found] ?? found);
}

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
