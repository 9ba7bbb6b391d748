import { amountOf, type ClauseKind, type Stance } from "@cleartitle/agreements";
import { canonicalJson } from "@cleartitle/norms";
import type { Place } from "../document/place.js";
import { valueIn } from "../document/term.js";
import { type EffectiveTerm, type Family, groundOf, placeOn, termOn } from "../family/family.js";
import { shareDays } from "../family/term-days.js";
import type { PairFinding } from "./pair-finding.js";
import { assetsOf, isSameLicensee, isSameLicensor, isSamePair, sharedAssets } from "./pairs.js";

/** Topics that make a price comparable: what is given for it. */
const scope = ["permitted-acts", "model-scope", "field-of-use", "territory", "exclusivity", "outputs", "sublicensing", "minimums"] as const;
/** Kinds of clauses in which terms for another stand. */
const priced: readonly ClauseKind[] = ["price-restrictions", "revenue-profit-sharing", "minimum-commitment"];
const stances: readonly Stance[] = ["licensor", "neutral", "licensee"];

const clauseOf = (term: EffectiveTerm | null): unknown => (term === null ? null : { version: term.term?.version ?? null, values: term.term?.values ?? [], state: term.state, text: term.term?.version === "own" ? term.term.place.quote : null });

/** What is given for a price, topic by topic, and of which assets, in one text each. */
interface Given {
  readonly assets: string;
  readonly scope: readonly string[];
}

const kept = new WeakMap<Family, Given>();

/** Of each agreement once: it is held against many. */
function givenIn(family: Family): Given {
  const known = kept.get(family);
  if (known !== undefined) return known;
  const given = { assets: canonicalJson(assetsOf(family).toSorted()), scope: scope.map((topic) => canonicalJson(clauseOf(termOn(family, topic)))) };
  kept.set(family, given);
  return given;
}

/** What keeps two prices from being compared; empty: nothing does. */
function apart(favored: Family, other: Family): readonly string[] {
  const [mine, theirs] = [givenIn(favored), givenIn(other)];
  const differing = scope.filter((_, at) => mine.scope[at] !== theirs.scope[at]);
  const prices = [favored, other].map((family) => termOn(family, "price"));
  const unsaid = prices.some((price) => price === null || price.state === "open" || price.term === null || price.term.version === "own");
  const differ = !unsaid && prices[0]!.term!.version !== prices[1]!.term!.version;
  return [...(mine.assets === theirs.assets ? [] : ["other assets"]), ...(differing.length === 0 ? [] : [`other terms on ${differing.join(", ")}`]), ...(unsaid ? ["a price that is not said in a version of the house"] : differ ? ["another way to reckon the price"] : [])];
}

/** Fields of the price that differ, each with whether it is better for the licensee; null: it cannot be told. */
function priceDifferences(favored: Family, other: Family): readonly { readonly name: string; readonly isBetter: boolean | null; readonly was: string; readonly is: string }[] {
  const [mine, theirs] = [termOn(favored, "price")!.term!, termOn(other, "price")!.term!];
  return mine.values.flatMap(({ name, value }) => {
    const given = valueIn(theirs, name);
    if (canonicalJson(value) === canonicalJson(given)) return [];
    const [a, b] = [amountOf(value), given === null ? null : amountOf(given)];
    const comparable = ["fee", "minimum", "share"].includes(name) && a !== null && b !== null && a.unit === b.unit;
    return [{ name, isBetter: comparable ? b.amount < a.amount : null, was: String(value), is: String(given) }];
  });
}

type Told = Pick<PairFinding, "severity" | "message" | "places" | "alike">;
const told = (favored: Family, other: Family, { severity, message, places, alike }: Told): PairFinding => ({ kind: "most-favored", severity, families: [favored, other], message, places, alike, under: favored });

function priceFindings(favored: Family, other: Family): PairFinding[] {
  const places = (): readonly (Place | null)[] => [placeOn(favored, "most-favored"), placeOn(favored, "price"), placeOn(other, "price") ?? groundOf(other)];
  const found = (severity: Told["severity"], message: Told["message"], alike: string): PairFinding[] => [told(favored, other, { severity, message, places, alike })];
  const keeps = apart(favored, other);
  const differences = keeps.length > 0 ? [] : priceDifferences(favored, other);
  const why = [...keeps, ...differences.filter(({ isBetter }) => isBetter === null).map(({ name }) => `\`${name}\` that cannot be compared`)].join("; ");
  if (why !== "") return found("open", () => `\`${favored.id}\` is owed a lower price for the same, and that of \`${other.id}\` is not comparable: ${why}`, `one is owed a lower price for the same, and that of another is not comparable: ${why}`);
  const better = differences.filter(({ isBetter }) => isBetter === true);
  const worse = differences.filter(({ isBetter }) => isBetter === false).map(({ name }) => `\`${name}\``).join(", ");
  if (better.length === 0) return [];
  const said = (): string => better.map(({ name, was, is }) => `\`${name}\` ${is} in place of ${was}`).join(", ");
  const names = better.map(({ name }) => `\`${name}\``).join(", ");
  if (worse !== "") return found("look", () => `\`${other.id}\` is better than \`${favored.id}\` in ${said()}, and worse in ${worse}`, `one is owed a lower price for the same, and another is better in ${names}, and worse in ${worse}`);
  return found("conflict", () => `\`${favored.id}\` is owed a lower price for the same, and \`${other.id}\` has ${said()}`, `one is owed a lower price for the same, and another has a lower ${names}`);
}

/** Every better term is owed: topics on which the other deal has a version that favors its licensee more. */
function everyTerm(favored: Family, other: Family): PairFinding[] {
  const owed = `\`${favored.id}\` is owed every better term`;
  const alike = "one is owed every better term";
  return other.terms.flatMap((term): PairFinding[] => {
    const { topic } = term;
    if (topic === "price" || topic === "most-favored") return [];
    const mine = termOn(favored, topic);
    const found = (severity: Told["severity"], message: Told["message"], same: string): PairFinding[] => [told(favored, other, { severity, message, places: () => [placeOn(favored, "most-favored"), mine?.term?.place ?? null, term.term?.place ?? null], alike: same })];
    const [a, b] = [mine?.term?.version ?? null, term.term?.version ?? null];
    if (term.state === "open" || mine?.state === "open" || a === "own" || b === "own" || b === null) return found("open", () => `${owed}, and \`${topic}\` of \`${other.id}\` is not comparable`, `${alike}, and \`${topic}\` of another is not comparable`);
    if (a === null) return b === "licensor" ? [] : found("look", () => `${owed}, and has nothing on \`${topic}\`, which \`${other.id}\` takes as \`${b}\``, `${alike}, and has nothing on \`${topic}\`, which another takes as \`${b}\``);
    const sameVersion = a === b && canonicalJson(mine!.term!.values) !== canonicalJson(term.term!.values);
    if (sameVersion) return found("open", () => `${owed}, and \`${topic}\` of \`${other.id}\` has other values: which are better nobody compared`, `${alike}, and \`${topic}\` of another has other values: which are better nobody compared`);
    return stances.indexOf(b) > stances.indexOf(a) ? found("conflict", () => `${owed}: \`${topic}\` is \`${a}\` there and \`${b}\` in \`${other.id}\``, `${alike}: \`${topic}\` is \`${a}\` there and \`${b}\` in another`) : [];
  });
}

/** Of another licensor, of the same licensee, or over before the other began. */
const isApart = (favored: Family, other: Family): boolean => isSameLicensor(favored, other) === false || isSameLicensee(favored, other) === true || shareDays(favored.days, other.days) === false;

function ofDeals(favored: Family, other: Family): PairFinding[] {
  if (isApart(favored, other) || (sharedAssets(favored, other) ?? []).length === 0) return [];
  const term = termOn(favored, "most-favored")!;
  if (term.state === "open" || term.term?.version === "own" || term.term === null) {
    const unlike = "on most favored terms is in no version of the house";
    return [told(favored, other, { severity: "open", message: () => `what \`${favored.id}\` says ${unlike}: \`${other.id}\` was not compared with it`, places: () => [term.term?.place ?? null, ...term.against, groundOf(other)], alike: `what one says ${unlike}: another was not compared with it` })];
  }
  if (term.term.version === "licensor") return [];
  return [...priceFindings(favored, other), ...(term.term.version === "licensee" ? everyTerm(favored, other) : [])];
}

function ofReadings(favored: Family, other: Family): PairFinding[] {
  if (isApart(favored, other) || isSamePair(favored, other)) return [];
  const term = termOn(favored, "most-favored-nation") ?? termOn(favored, "most-favored")!;
  const price = [...priced.map((kind) => placeOn(other, kind)), placeOn(other, "price")].find((place) => place !== null);
  const compared = "in words, which are not comparable";
  return price === undefined || price === null ? [] : [told(favored, other, { severity: "open", message: () => `\`${favored.id}\` speaks of most favored terms, and \`${other.id}\` sets terms for another: ${compared}`, places: () => [term.term?.place ?? null, ...term.against, price], alike: `one speaks of most favored terms, and another sets terms for others: ${compared}` })];
}

/** Whether it is owed what others are given. */
export const isFavored = (family: Family): boolean => termOn(family, "most-favored-nation") !== null || (termOn(family, "most-favored") !== null && termOn(family, "most-favored")?.term?.version !== "licensor");

/** Most favored terms against what another has. */
export const mostFavoredFindings = (favored: Family, other: Family): readonly PairFinding[] => (favored.deal !== null && other.deal !== null ? ofDeals(favored, other) : ofReadings(favored, other));
