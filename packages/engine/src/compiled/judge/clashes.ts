import { exactly } from "@cleartitle/norms";
import type { Clash } from "../../judgment/clash.js";
import type { Duty } from "../../judgment/duty.js";
import type { CatalogueCore } from "./spot.js";

const keyOf = ({ instrument, norm, object }: Duty): string => `${instrument.id}\u0000${norm.id}\u0000${object}`;

/** Pairs among the triggered duties that cannot both be kept: by their own words, by their kinds, or by the names they demand and ban. */
export function clashesOf(duties: readonly Duty[], named: string | null, { taxonomies }: CatalogueCore): Clash[] {
  const open = new Map<string, Duty>();
  for (const duty of duties) if (duty.state !== "met") open.set(keyOf(duty), duty);
  const ordered = [...open.keys()].toSorted().map((key) => open.get(key)!);
  const found: Clash[] = [];
  for (const [i, first] of ordered.entries()) {
    for (const second of ordered.slice(i + 1)) {
      const why = first.object === second.object ? whyBoth(first.norm.oblige, second.norm.oblige, taxonomies.duties) : null;
      if (why !== null) found.push(clash(first, second, why));
    }
  }
  if (named !== null) for (const duty of ordered) found.push(...againstName(duty, named));
  return found;
}

const clash = (first: Duty, second: Duty, why: string): Clash => ({ first, second, why, interval: first.state === "if" || second.state === "if" ? { best: "cleared", worst: "blocked" } : exactly("blocked") });

type Oblige = Duty["norm"]["oblige"];
const starts = (name: string, token: string): boolean => name.toLowerCase().startsWith(token.toLowerCase());
const speaksOf = (one: Oblige, other: Oblige): boolean => one.clashesWith?.some(({ do: kind, token }) => kind === other.do && (token === undefined || token === other.token)) === true;

/** Why two duties on one thing cannot both be kept; null: they can. */
export function whyBoth(a: Oblige, b: Oblige, kinds: CatalogueCore["taxonomies"]["duties"]): string | null {
  const both = `\`${a.do}\` and \`${b.do}\` cannot both be kept`;
  if (speaksOf(a, b) || speaksOf(b, a)) return both;
  // A name can begin with both only where one begins with the other.
  const [x, y] = [a.token ?? "", b.token ?? ""];
  if (a.do === "name-prefix" && b.do === "name-prefix" && !starts(x, y) && !starts(y, x)) return `a name cannot begin with both \`${x}\` and \`${y}\``;
  const byKind = kinds.get(a.do)?.clashesWith?.includes(b.do) === true || kinds.get(b.do)?.clashesWith?.includes(a.do) === true;
  return byKind && (a.token === undefined || b.token === undefined || a.token === b.token) ? both : null;
}

/** The declared name of the release against what a duty demands or bans of it. */
function againstName(duty: Duty, named: string): Clash[] {
  const { do: kind, token } = duty.norm.oblige;
  if (token === undefined || (kind !== "name-prefix" && kind !== "name-ban")) return [];
  const begins = starts(named, token);
  if (begins === (kind === "name-prefix")) return [];
  return [clash(duty, duty, `the release is named \`${named}\`, which ${begins ? "begins" : "does not begin"} with \`${token}\``)];
}
