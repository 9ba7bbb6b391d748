import { exactly } from "@cleartitle/norms";
import type { Clash } from "../judgment/clash.js";
import type { Duty } from "../judgment/duty.js";
import type { Env } from "./scene.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const key = (d: Duty): string => `${d.instrument.id}\u0000${d.norm.id}\u0000${d.object}`;

/** Pairs among the triggered duties that clash: by their own words, by their kinds, or by the names they demand and ban. */
export function clashesOf(duties: readonly Duty[], named: string | null, env: Env): Clash[] {
  const open = [...new Map(duties.filter((d) => d.state !== "met").map((d) => [key(d), d] as const)).values()].toSorted((a, b) => compare(key(a), key(b)));
  const pairs = open.flatMap((first, i) => open.slice(i + 1).map((second) => ({ first, second })));
  return [
    ...pairs.flatMap(({ first, second }) => {
      const why = first.object === second.object ? whyClash(first, second, env) : null;
      return why === null ? [] : [clash(first, second, why)];
    }),
    ...(named === null ? [] : open.flatMap((duty) => againstName(duty, named))),
  ];
}

const clash = (first: Duty, second: Duty, why: string): Clash => ({ first, second, why, interval: first.state === "if" || second.state === "if" ? { best: "cleared", worst: "blocked" } : exactly("blocked") });

const namesOther = (x: Duty, y: Duty): boolean => x.norm.oblige.clashesWith?.some((c) => c.do === y.norm.oblige.do && (c.token === undefined || c.token === y.norm.oblige.token)) === true;

/** A name can begin with both only where one begins with the other. */
const beginsWithBoth = (a: string, b: string): boolean => a.toLowerCase().startsWith(b.toLowerCase()) || b.toLowerCase().startsWith(a.toLowerCase());

function whyClash(a: Duty, b: Duty, env: Env): string | null {
  if (namesOther(a, b) || namesOther(b, a)) return `\`${a.norm.oblige.do}\` and \`${b.norm.oblige.do}\` cannot both be kept`;
  const [x, y] = [a.norm.oblige, b.norm.oblige];
  if (x.do === "name-prefix" && y.do === "name-prefix" && !beginsWithBoth(x.token ?? "", y.token ?? "")) return `a name cannot begin with both \`${x.token ?? ""}\` and \`${y.token ?? ""}\``;
  const kinds = env.world.catalogue.taxonomies.duties;
  const byKind = kinds.get(x.do)?.clashesWith?.includes(y.do) === true || kinds.get(y.do)?.clashesWith?.includes(x.do) === true;
  return byKind && (x.token === undefined || y.token === undefined || x.token === y.token) ? `\`${x.do}\` and \`${y.do}\` cannot both be kept` : null;
}

/** The declared name of the release against what a duty demands or bans of it. */
function againstName(duty: Duty, named: string): Clash[] {
  const { do: kind, token } = duty.norm.oblige;
  if (token === undefined) return [];
  const begins = named.toLowerCase().startsWith(token.toLowerCase());
  if (kind === "name-prefix" && !begins) return [clash(duty, duty, `the release is named \`${named}\`, which does not begin with \`${token}\``)];
  if (kind === "name-ban" && begins) return [clash(duty, duty, `the release is named \`${named}\`, which begins with \`${token}\``)];
  return [];
}
