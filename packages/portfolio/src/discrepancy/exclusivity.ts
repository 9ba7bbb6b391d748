import { isA, type Taxonomies } from "@cleartitle/norms";
import { keysOf } from "../document/party.js";
import type { Place } from "../document/place.js";
import { valueIn } from "../document/term.js";
import { type Family, groundOf, placeOn, sideOf, termOn } from "../family/family.js";
import { noDay, shareDays, type TermDays } from "../family/term-days.js";
import type { PairFinding } from "./pair-finding.js";
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
function ofDeals(exclusive: Family, other: Family, taxonomies: Taxonomies): PairFinding[] {
  if (isSameLicensor(exclusive, other) === false || isSameLicensee(exclusive, other) === true) return [];
  const assets = sharedAssets(exclusive, other) ?? [];
  if (assets.length === 0) return [];
  const term = termOn(exclusive, "exclusivity")!;
  const grant = (): Place | null => placeOn(other, "permitted-acts") ?? groundOf(other);
  const found = (severity: PairFinding["severity"], message: PairFinding["message"], alike: string, rests: () => readonly (Place | null)[]): PairFinding[] => [{ kind: "exclusivity", severity, families: [exclusive, other], message, places: () => [term.term?.place ?? null, grant(), ...rests()], alike, under: exclusive }];
  const what = assets.map((id) => `\`${id}\``).join(", ");
  if (term.state === "open" || term.term === null || term.term.version === "own") {
    const how = `on exclusivity is ${term.state === "open" ? "open" : "in words of the parties"}`;
    return found("open", () => `what \`${exclusive.id}\` says ${how}, and \`${other.id}\` licenses the same: nobody compared them`, `what one says ${how}, and another licenses the same: nobody compared them`, () => term.against);
  }
  const taker = sideOf(other, "licensee");
  const said = (): string => `\`${exclusive.id}\` is exclusive for ${what}, and \`${other.id}\` licenses it to ${taker?.name ?? "another"}`;
  const alike = `one is exclusive for ${what}, and another licenses it`;
  const rivals = list(valueIn(term.term, "rivals")) ?? [];
  const isRival = taker !== null && rivals.some((name) => keysOf({ name, id: null }).some((key) => keysOf(taker).includes(key)));
  if (isRival) return found("conflict", () => `${said()}, a competitor that it names`, `${alike} to a competitor that it names`, () => []);
  const fields = shareFields(list(valueIn(term.term, "fields")) ?? [], fieldsOf(other), taxonomies);
  if (fields === false) return [];
  const days = shareDays(windowOf(exclusive), other.days);
  if (days === false) return [];
  const earlier = (other.days.from.on ?? "9") < (exclusive.days.from.on ?? "9") ? "; that grant is the earlier one" : "";
  const how = fields === null || days === null ? `; whether in the same ${fields === null ? "field" : "time"} is not known${earlier}` : ` in the same field and time${earlier}`;
  return found(fields === null || days === null ? "open" : "conflict", () => `${said()}${how}`, `${alike}${how}`, () => [placeOn(other, "field-of-use"), ...other.days.from.places]);
}

const compared = "of what, and in which field, is in words that nobody compared";
const bothSpeak = `one speaks of exclusivity, and another gives rights to others: ${compared}`;

/** Of documents that were read the fields and assets are words: that both speak of it is all that is known. */
function ofReadings(exclusive: Family, other: Family): PairFinding[] {
  if (isSameLicensor(exclusive, other) === false || isSameLicensee(exclusive, other) === true || isSamePair(exclusive, other) || shareDays(exclusive.days, other.days) === false) return [];
  const term = termOn(exclusive, "exclusivity")!;
  const grant = placeOn(other, "license-grant") ?? placeOn(other, "permitted-acts") ?? placeOn(other, "exclusivity");
  if (grant === null) return [];
  return [{ kind: "exclusivity", severity: "look", families: [exclusive, other], message: () => `\`${exclusive.id}\` speaks of exclusivity, and \`${other.id}\` gives rights to another: ${compared}`, places: () => [term.term?.place ?? null, ...term.against, grant], alike: bothSpeak, under: exclusive }];
}

/** Whether it promises that others get none of it. */
export const isExclusive = (family: Family): boolean => {
  const term = termOn(family, "exclusivity");
  return term !== null && (family.form === "reading" || term.state === "open" || term.term?.version !== "licensor");
};

/** An exclusivity against what another grants. */
export const exclusivityFindings = (exclusive: Family, other: Family, taxonomies: Taxonomies): readonly PairFinding[] => (exclusive.deal !== null && other.deal !== null ? ofDeals(exclusive, other, taxonomies) : ofReadings(exclusive, other));
