import { isA, type Taxonomies } from "@cleartitle/norms";
import { keysOf } from "../document/party.js";
import { valueIn } from "../document/term.js";
import { type Family, groundOf, placeOn, sideOf, termOn } from "../family/family.js";
import { noDay, shareDays, type TermDays } from "../family/term-days.js";
import { finding, type PortfolioFinding } from "./finding.js";
import { isSameLicensee, isSameLicensor, isSamePair, sharedAssets } from "./pairs.js";

const list = (value: unknown): readonly string[] | null => (Array.isArray(value) ? (value as string[]) : null);

/** Fields in which another deal grants; null: not known. Silence and the licensee's version are every field. */
function fieldsOf(family: Family): readonly string[] | "all" | null {
  const term = termOn(family, "field-of-use");
  if (term === null) return "all";
  if (term.state === "open" || term.term === null || term.term.version === "own") return null;
  return term.term.version === "licensee" ? "all" : list(valueIn(term.term, "fields"));
}

function shareFields(a: readonly string[], b: readonly string[] | "all" | null, { fields }: Taxonomies): boolean | null {
  if (b === null) return null;
  return b === "all" || a.some((one) => b.some((other) => isA(fields, one, other) || isA(fields, other, one)));
}

/** The days within which the exclusivity holds. */
function windowOf(family: Family): TermDays {
  const until = family.deal!.compiled.dates.find(({ id }) => id === "exclusive-until")?.on ?? null;
  const place = placeOn(family, "exclusivity");
  return { ...family.days, to: until === null ? noDay("the window of the exclusivity has no last day") : { on: until, isNone: false, counted: false, places: place === null ? [] : [place], why: null }, renews: false };
}

/** A grant to another, held against an exclusivity. */
function ofDeals(exclusive: Family, other: Family, taxonomies: Taxonomies): PortfolioFinding[] {
  const term = termOn(exclusive, "exclusivity")!;
  const assets = sharedAssets(exclusive, other) ?? [];
  if (assets.length === 0 || isSameLicensor(exclusive, other) === false || isSameLicensee(exclusive, other) === true) return [];
  const ids = [exclusive.id, other.id];
  const places = [term.term?.place ?? null, placeOn(other, "permitted-acts") ?? groundOf(other)];
  const taker = sideOf(other, "licensee");
  const said = `\`${exclusive.id}\` is exclusive for ${assets.map((id) => `\`${id}\``).join(", ")}, and \`${other.id}\` licenses it to ${taker?.name ?? "another"}`;
  if (term.state === "open" || term.term === null || term.term.version === "own") return [finding("exclusivity", "open", ids, `what \`${exclusive.id}\` says on exclusivity is ${term.state === "open" ? "open" : "in words of the parties"}, and \`${other.id}\` licenses the same: nobody compared them`, [...places, ...term.against])];
  const rivals = list(valueIn(term.term, "rivals")) ?? [];
  const isRival = taker !== null && rivals.some((name) => keysOf({ name, id: null }).some((key) => keysOf(taker).includes(key)));
  if (isRival) return [finding("exclusivity", "conflict", ids, `${said}, a competitor that it names`, places)];
  const fields = shareFields(list(valueIn(term.term, "fields")) ?? [], fieldsOf(other), taxonomies);
  const days = shareDays(windowOf(exclusive), other.days);
  if (fields === false || days === false) return [];
  const earlier = (other.days.from.on ?? "9") < (exclusive.days.from.on ?? "9") ? "; that grant is the earlier one" : "";
  const when = [placeOn(other, "field-of-use"), ...other.days.from.places];
  if (fields === null || days === null) return [finding("exclusivity", "open", ids, `${said}; whether in the same ${fields === null ? "field" : "time"} is not known${earlier}`, [...places, ...when])];
  return [finding("exclusivity", "conflict", ids, `${said} in the same field and time${earlier}`, [...places, ...when])];
}

/** Of documents that were read the fields and assets are words: that both speak of it is all that is known. */
function ofReadings(exclusive: Family, other: Family): PortfolioFinding[] {
  if (isSamePair(exclusive, other) || shareDays(exclusive.days, other.days) === false || isSameLicensor(exclusive, other) === false || isSameLicensee(exclusive, other) === true) return [];
  const term = termOn(exclusive, "exclusivity")!;
  const grant = placeOn(other, "license-grant") ?? placeOn(other, "permitted-acts") ?? placeOn(other, "exclusivity");
  if (grant === null) return [];
  return [finding("exclusivity", "look", [exclusive.id, other.id], `\`${exclusive.id}\` speaks of exclusivity, and \`${other.id}\` gives rights to another: of what, and in which field, is in words that nobody compared`, [term.term?.place ?? null, ...term.against, grant])];
}

/** Whether it promises that others get none of it. */
export const isExclusive = (family: Family): boolean => {
  const term = termOn(family, "exclusivity");
  return term !== null && (family.form === "reading" || term.state === "open" || term.term?.version !== "licensor");
};

/** Exclusivity of either against what the other grants. */
export function exclusivityFindings([a, b]: readonly [Family, Family], taxonomies: Taxonomies): PortfolioFinding[] {
  return [[a, b] as const, [b, a] as const].flatMap(([exclusive, other]) => {
    if (!isExclusive(exclusive)) return [];
    return exclusive.deal !== null && other.deal !== null ? ofDeals(exclusive, other, taxonomies) : ofReadings(exclusive, other);
  });
}
