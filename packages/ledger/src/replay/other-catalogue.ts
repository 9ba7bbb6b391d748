import type { Decision } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import { z } from "zod";
import { maxDepth } from "../entry/entry.js";
import { depthOf } from "../entry/json.js";
import { firstDifference } from "./difference.js";

const maybe = z.string().nullable();
const Cited = z.looseObject({ instrument: maybe, norm: maybe, cite: maybe, quote: maybe, verified: maybe });
type Said = Pick<Decision["reasons"][number], "instrument" | "norm" | "cite" | "quote" | "verified">;
const Kept = z.looseObject({ decision: z.string(), reasons: z.array(Cited.extend({ options: z.array(Cited) })) });
/** A decision as it was kept, as far as it is compared. */
type Kept = z.infer<typeof Kept>;

/** null: there is none, or it is no decision. It comes from a bundle of others. */
export function readKept(text: string | null): Kept | null {
  if (text === null || depthOf(text) > maxDepth) return null;
  try {
    return Kept.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** What a decision cites of each record, as texts in order. */
function citedIn({ reasons }: { readonly reasons: readonly (Said & { readonly options: readonly Said[] })[] }): ReadonlyMap<string, string> {
  const all = new Map<string, Set<string>>();
  const take = ({ instrument, norm, cite, quote, verified }: Said): void => {
    if (instrument !== null) all.set(instrument, (all.get(instrument) ?? new Set()).add(canonicalJson([norm, cite, quote, verified])));
  };
  for (const reason of reasons) {
    take(reason);
    for (const option of reason.options) take(option);
  }
  return new Map([...all].map(([id, texts]) => [id, [...texts].toSorted().join("\n")]));
}

const mostNamed = 20;
const named = (ids: readonly string[]): string => `${ids.slice(0, mostNamed).map((id) => `\`${id}\``).join(", ")}${ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : ""}`;

/**
 * What a catalogue of today makes of a decision that was made with another one, in words: whether the answer is the same but for its basis, and else the records of which other sentences are cited. It is no replay: nothing
 * is said of whether the decision was right when it was made.
 */
export function sayToday(now: Decision, then: Kept): string {
  const { basis: _now, ...answered } = now;
  const { basis: _then, ...before }: Readonly<Record<string, unknown>> = then;
  const where = firstDifference(answered, before);
  if (where === null) return "with the catalogue here the answer is the same but for its basis";
  const [cited, citedBefore] = [citedIn(now), citedIn(then)];
  const ids = [...new Set([...cited.keys(), ...citedBefore.keys()])].toSorted();
  const parts = [
    ["is cited otherwise", ids.filter((id) => cited.has(id) && citedBefore.has(id) && cited.get(id) !== citedBefore.get(id))] as const,
    ["is cited no more", ids.filter((id) => !cited.has(id))] as const,
    ["is cited anew", ids.filter((id) => !citedBefore.has(id))] as const,
  ].filter(([, those]) => those.length > 0).map(([what, those]) => `; ${what}: ${named(those)}`);
  const verdict = now.decision === then.decision ? `it is \`${now.decision}\` as well` : `it is \`${now.decision}\`, and was \`${then.decision}\``;
  return `with the catalogue here ${verdict}, first otherwise at \`${where}\`${parts.join("")}`;
}
