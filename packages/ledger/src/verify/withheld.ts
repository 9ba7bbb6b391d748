import { problem } from "@cleartitle/norms";
import type { Entry } from "../entry/entry.js";
import { isEventKind, isKept } from "../entry/kind.js";
import type { Faults } from "./faults.js";

/** One redaction, as the ledger tells it: what was taken out where, by whom, when and why. */
export interface Redaction {
  /** The entry that records it. */
  readonly by: string;
  readonly at: string;
  readonly why: string;
  readonly entry: number;
  readonly fields: readonly string[];
}

/** Fields that are not told, held against the redactions that are recorded. Remembers the former alone, and not every entry. */
export class Withheld {
  readonly #fields = new Map<number, Set<string>>();
  readonly #kept = new Set<number>();
  readonly redactions: Redaction[] = [];

  entry({ event, open }: Entry): void {
    if (isEventKind(event.kind) && isKept(event.kind)) this.#kept.add(event.index);
    const silent = Object.keys(event.fields).filter((name) => !Object.hasOwn(open, name));
    if (silent.length > 0) this.#fields.set(event.index, new Set(silent));
  }

  /** Takes in a redaction; says why it is none that may be. */
  redaction({ event, open }: Entry): string | null {
    const [entry, fields, by, why] = ["entry", "fields", "by", "why"].map((name) => open[name]?.value);
    const names = Array.isArray(fields) ? fields.filter((each) => typeof each === "string") : [];
    if (typeof entry !== "number" || names.length === 0 || typeof by !== "string" || typeof why !== "string") return "a redaction names an entry, its fields, who took them out and why";
    if (!(entry >= 0 && entry < event.index)) return `a redaction is of an earlier entry, and not of ${entry}`;
    if (this.#kept.has(entry)) return `entry ${entry} says who may sign or what was taken out, and nothing of it may be redacted`;
    this.redactions.push({ by, at: event.at, why, entry, fields: names });
    return null;
  }

  /** What is silent without a redaction is a fault; what was redacted and is still told is named. */
  finish(faults: Faults, file: string): readonly string[] {
    const told: string[] = [];
    for (const { entry, fields } of this.redactions) {
      const silent = this.#fields.get(entry);
      for (const name of fields) if (silent?.has(name) !== true) told.push(`entry ${entry}: \`${name}\` is recorded as redacted and is told all the same`);
    }
    const redacted = new Map<number, Set<string>>();
    for (const { entry, fields } of this.redactions) redacted.set(entry, new Set([...(redacted.get(entry) ?? []), ...fields]));
    for (const [index, names] of this.#fields) {
      const missing = [...names].filter((name) => redacted.get(index)?.has(name) !== true);
      if (missing.length > 0) faults.add(problem("unproven", `entry ${index} does not tell ${missing.map((name) => `\`${name}\``).join(", ")}, and no redaction says so`, { file, line: index + 1, hint: "a field goes only with a redaction that names who, when and why" }), index);
    }
    return told;
  }
}
