import { amountOf, type ClauseKind, type Stance } from "@cleartitle/agreements";
import { canonicalJson } from "@cleartitle/norms";
import { valueIn } from "../document/term.js";
import { type EffectiveTerm, type Family, groundOf, placeOn, termOn } from "../family/family.js";
import { shareDays } from "../family/term-days.js";
import { finding, type PortfolioFinding } from "./finding.js";
import { isSameLicensee, isSameLicensor, isSamePair, sharedAssets } from "./pairs.js";

/** Topics that make a price comparable: what is given for it. */
const scope = ["permitted-acts", "model-scope", "field-of-use", "territory", "exclusivity", "outputs", "sublicensing", "minimums"] as const;
/** Kinds of clauses in which terms for another stand. */
const priced: readonly ClauseKind[] = ["price-restrictions", "revenue-profit-sharing", "minimum-commitment"];
const stances: readonly Stance[] = ["licensor", "neutral", "licensee"];

const clauseOf = (term: EffectiveTerm | null): unknown => (term === null ? null : { version: term.term?.version ?? null, values: term.term?.values ?? [], state: term.state, text: term.term?.version === "own" ? term.term.place.quote : null });

const assets = (family: Family): string => canonicalJson(family.deal!.file.deal.assets.map(({ id }) => id).toSorted());

/** What keeps two prices from being compared; empty: nothing does. */
function apart(favored: Family, other: Family): readonly string[] {
  const differing = scope.filter((topic) => canonicalJson(clauseOf(termOn(favored, topic))) !== canonicalJson(clauseOf(termOn(other, topic))));
  const prices = [favored, other].map((family) => termOn(family, "price"));
  const unsaid = prices.some((price) => price === null || price.state === "open" || price.term === null || price.term.version === "own");
  const differ = !unsaid && prices[0]!.term!.version !== prices[1]!.term!.version;
  return [...(assets(favored) === assets(other) ? [] : ["other assets"]), ...(differing.length === 0 ? [] : [`other terms on ${differing.join(", ")}`]), ...(unsaid ? ["a price that is not said in a version of the house"] : differ ? ["another way to reckon the price"] : [])];
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

function priceFindings(favored: Family, other: Family): PortfolioFinding[] {
  const ids = [favored.id, other.id];
  const places = [placeOn(favored, "most-favored"), placeOn(favored, "price"), placeOn(other, "price") ?? groundOf(other)];
  const differences = apart(favored, other).length > 0 ? [] : priceDifferences(favored, other);
  const why = [...apart(favored, other), ...differences.filter(({ isBetter }) => isBetter === null).map(({ name }) => `\`${name}\` that cannot be compared`)];
  if (why.length > 0) return [finding("most-favored", "open", ids, `\`${favored.id}\` is owed a lower price for the same, and that of \`${other.id}\` is not comparable: ${why.join("; ")}`, places)];
  const better = differences.filter(({ isBetter }) => isBetter === true);
  const worse = differences.filter(({ isBetter }) => isBetter === false);
  if (better.length === 0) return [];
  const said = better.map(({ name, was, is }) => `\`${name}\` ${is} in place of ${was}`).join(", ");
  if (worse.length > 0) return [finding("most-favored", "look", ids, `\`${other.id}\` is better than \`${favored.id}\` in ${said}, and worse in ${worse.map(({ name }) => `\`${name}\``).join(", ")}`, places)];
  return [finding("most-favored", "conflict", ids, `\`${favored.id}\` is owed a lower price for the same, and \`${other.id}\` has ${said}`, places)];
}

/** Every better term is owed: topics on which the other deal has a version that favors its licensee more. */
function everyTerm(favored: Family, other: Family): PortfolioFinding[] {
  return other.terms.flatMap((term): PortfolioFinding[] => {
    const mine = termOn(favored, term.topic);
    if (term.topic === "price" || term.topic === "most-favored") return [];
    const ids = [favored.id, other.id];
    const places = [placeOn(favored, "most-favored"), mine?.term?.place ?? null, term.term?.place ?? null];
    const [a, b] = [mine?.term?.version ?? null, term.term?.version ?? null];
    if (term.state === "open" || mine?.state === "open" || a === "own" || b === "own" || b === null) return [finding("most-favored", "open", ids, `\`${favored.id}\` is owed every better term, and \`${term.topic}\` of \`${other.id}\` is not comparable`, places)];
    if (a === null) return b === "licensor" ? [] : [finding("most-favored", "look", ids, `\`${favored.id}\` is owed every better term, and has nothing on \`${term.topic}\`, which \`${other.id}\` takes as \`${b}\``, places)];
    const sameVersion = a === b && canonicalJson(mine!.term!.values) !== canonicalJson(term.term!.values);
    if (sameVersion) return [finding("most-favored", "open", ids, `\`${favored.id}\` is owed every better term, and \`${term.topic}\` of \`${other.id}\` has other values: which are better nobody compared`, places)];
    return stances.indexOf(b) > stances.indexOf(a) ? [finding("most-favored", "conflict", ids, `\`${favored.id}\` is owed every better term: \`${term.topic}\` is \`${a}\` there and \`${b}\` in \`${other.id}\``, places)] : [];
  });
}

/** Of another licensor, of the same licensee, or over before the other began. */
const isApart = (favored: Family, other: Family): boolean => isSameLicensor(favored, other) === false || isSameLicensee(favored, other) === true || shareDays(favored.days, other.days) === false;

function ofDeals(favored: Family, other: Family): PortfolioFinding[] {
  if ((sharedAssets(favored, other) ?? []).length === 0 || isApart(favored, other)) return [];
  const term = termOn(favored, "most-favored")!;
  if (term.state === "open" || term.term?.version === "own" || term.term === null) return [finding("most-favored", "open", [favored.id, other.id], `what \`${favored.id}\` says on most favored terms is in no version of the house: \`${other.id}\` was not compared with it`, [term.term?.place ?? null, ...term.against, groundOf(other)])];
  if (term.term.version === "licensor") return [];
  return [...priceFindings(favored, other), ...(term.term.version === "licensee" ? everyTerm(favored, other) : [])];
}

function ofReadings(favored: Family, other: Family): PortfolioFinding[] {
  if (isSamePair(favored, other) || isApart(favored, other)) return [];
  const term = termOn(favored, "most-favored-nation") ?? termOn(favored, "most-favored")!;
  const price = [...priced.map((kind) => placeOn(other, kind)), placeOn(other, "price")].find((place) => place !== null);
  return price === undefined || price === null ? [] : [finding("most-favored", "open", [favored.id, other.id], `\`${favored.id}\` speaks of most favored terms, and \`${other.id}\` sets terms for another: in words, which are not comparable`, [term.term?.place ?? null, ...term.against, price])];
}

/** Whether it is owed what others are given. */
export const isFavored = (family: Family): boolean => termOn(family, "most-favored-nation") !== null || (termOn(family, "most-favored") !== null && termOn(family, "most-favored")?.term?.version !== "licensor");

/** Most favored terms of either against what the other has. */
export function mostFavoredFindings([a, b]: readonly [Family, Family]): PortfolioFinding[] {
  return [[a, b] as const, [b, a] as const].flatMap(([favored, other]) => (!isFavored(favored) ? [] : favored.deal !== null && other.deal !== null ? ofDeals(favored, other) : ofReadings(favored, other)));
}
