import type { RandomWorld, TitleText } from "../worlds/world-arbitrary.js";
import { asked } from "../worlds/world-arbitrary.js";

type Raw = Record<string, unknown>;

/** A world with its title file changed; the original stays as it is. */
export function changed(world: RandomWorld, change: (title: TitleText) => void): RandomWorld {
  const title = structuredClone(world.title);
  change(title);
  return { laws: world.laws, title };
}

/** The derivation that a statement is about, if it is about one. */
export const toldDerivation = (statement: Raw): string | undefined => (statement["about"] as { derivation?: string }).derivation;

/** Takes out what is told of derivations that are gone, and corrections of words that are gone: a word corrects one about the same thing alone. */
export function dropVainWords(title: TitleText): void {
  title.statements = title.statements.filter((s) => toldDerivation(s) === undefined || title.derivations.some((d) => d["id"] === toldDerivation(s)));
  const ids = new Set(title.statements.map((s) => s["id"]));
  title.statements = title.statements.map((s) => (/^t-[^:]*$/.test(String(s["supersedes"])) && !ids.has(s["supersedes"]) ? { ...s, supersedes: undefined } : s));
}

export const useOf = (title: TitleText): Raw & { of: string; actions: string[] } => title.uses[asked] as Raw & { of: string; actions: string[] };

/** Ids of the thing asked for and of everything recorded upstream of it. */
export function chainOf(title: TitleText): string[] {
  const found = new Set([useOf(title).of]);
  for (const id of found) for (const d of title.derivations) if (d["to"] === id) for (const source of d["from"] as string[]) found.add(source);
  return [...found];
}

/** A text that covers an asset, with the given norms and nothing else. */
export const textOver = (id: string, kind: string, norms: readonly Raw[], covers: readonly string[], more: Raw = {}): Raw => ({
  id, kind, title: id, source: [{ what: "a random world", where: "test/properties" }], reviewed: "2026-01-01", verified: "primary", rest: "silent",
  speaksOf: { training: true, outputs: true, weights: true }, bindsBy: ["reliance"], reach: {}, norms, covers, ...more,
});

export const everyRole = ["materials", "modification", "derivative", "extracted", "output", "output-set", "product", "free"];
