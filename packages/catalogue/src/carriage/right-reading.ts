import { testsIn, type Condition, type Instrument, type Norm, type NormOf } from "@cleartitle/norms";
import type { Catalogue } from "../catalogue.js";
import { actsOf, rolesOf, wholeOf } from "./carriage.js";
import type { RightEntry } from "./vocabulary.js";

/**
 * What a record says of a right, in one word. `granted`: without more; `conditional`: with a condition, an exception or a ban beside it; `implied`:
 * not by name, but all that it needs is given; `offered`: to be had from the licensor; `silent`, `withheld`: not given, by silence or by words.
 */
export type RightReading = "granted" | "conditional" | "non-commercial" | "research" | "implied" | "offered" | "silent" | "withheld";

type Known = Pick<Catalogue, "instruments" | "taxonomies">;

const within = (names: readonly string[], under: readonly string[], { taxonomies }: Known): boolean => {
  const reaches = (name: string, seen: ReadonlySet<string>): boolean => under.includes(name) || (!seen.has(name) && (taxonomies.purposes.get(name)?.isA ?? []).some((each) => reaches(each, new Set([...seen, name]))));
  return names.every((name) => reaches(name, new Set()));
};

/** What a condition limits a permit to: `all` by the narrowest of its parts, `any` by the widest. */
function limitOf(condition: Condition | undefined, catalogue: Known): RightReading {
  if (condition === undefined || condition === true) return "granted";
  if (typeof condition !== "object") return "conditional";
  if ("all" in condition) return narrowest(condition.all.map((each) => limitOf(each, catalogue)));
  if ("any" in condition) return widest(condition.any.map((each) => limitOf(each, catalogue)));
  if ("none" in condition) return condition.none.some((each) => typeof each === "object" && "purpose" in each && each.purpose.includes("commercial")) ? "non-commercial" : "conditional";
  if (!("purpose" in condition)) return "conditional";
  if (within(condition.purpose, ["research", "evaluation", "testing"], catalogue)) return "research";
  return within(condition.purpose, ["non-commercial", "research", "non-production", "education", "personal"], catalogue) ? "non-commercial" : "conditional";
}

const order: readonly RightReading[] = ["granted", "implied", "conditional", "non-commercial", "research", "offered", "silent", "withheld"];
const widest = (readings: readonly RightReading[]): RightReading => order.find((each) => readings.includes(each)) ?? "silent";
const narrowest = (readings: readonly RightReading[]): RightReading => order.findLast((each) => readings.includes(each)) ?? "granted";

const names = (norm: Norm, actions: readonly string[]): boolean => actions.some((action) => actsOf(norm).includes(action));

/** Permits of the layer that is asked. Where none is for the named parts, what is inside is judged as the thing itself. */
function permitsFor(norms: readonly Norm[], right: RightEntry): readonly NormOf<"permit">[] {
  const all = norms.filter((norm): norm is NormOf<"permit"> & Norm => norm.kind === "permit" && (right.layers ?? ["copyright"]).some((layer) => (norm.permit.layers ?? ["copyright"]).includes(layer)));
  const on = right.on ?? ["materials"];
  const about = all.filter((norm) => on.some((role) => rolesOf(norm).includes(role)));
  return about.length > 0 ? about : all.filter((norm) => rolesOf(norm).includes("materials"));
}

const touches = (norm: Norm, right: RightEntry): boolean => (right.on ?? ["materials"]).some((role) => rolesOf(norm).includes(role));

/** Bans and exceptions that stand against the permits that are relied on. */
const against = (norms: readonly Norm[], permits: readonly NormOf<"permit">[], right: RightEntry): readonly Norm[] =>
  norms.filter((norm) => {
    if (!touches(norm, right)) return false;
    if (norm.kind === "prohibit") return names(norm, right.actions);
    return norm.kind === "except" && norm.except.from.some((id) => permits.some((permit) => permit.id === id)) && (norm.except.actions === undefined || names(norm, right.actions));
  });

/** What is left of permits after what stands against them. */
function lessened(best: RightReading, norms: readonly Norm[], permits: readonly NormOf<"permit">[], right: RightEntry, catalogue: Known): RightReading {
  const contrary = against(norms, permits, right);
  if (contrary.some((norm) => norm.if === undefined)) return "withheld";
  const asked = norms.some((norm) => norm.kind === "oblige" && norm.oblige.control === "consent" && names(norm, right.actions) && touches(norm, right));
  const noCommerce = contrary.some((norm) => typeof norm.if === "object" && "purpose" in norm.if && norm.if.purpose.includes("commercial"));
  const left = noCommerce ? narrowest([best, "non-commercial"]) : best;
  return (left === "granted" || left === "implied") && (contrary.some((norm) => limitOf(norm.if, catalogue) !== "granted") || asked) ? "conditional" : left;
}

/** Not given by name: by what the act needs, by an offer, or not at all. */
function unnamed(text: Instrument, norms: readonly Norm[], given: readonly NormOf<"permit">[], right: RightEntry, catalogue: Known): RightReading {
  if (norms.some((norm) => norm.kind === "permit" && norm.permit.offer === true && names(norm, right.actions))) return "offered";
  // An act that the law reserves by its own name is given by name only.
  const all = right.layers === undefined ? right.actions.flatMap((action) => catalogue.taxonomies.actions.get(action)?.needs?.copyright ?? []) : [];
  const needs = all.some((need) => right.actions.includes(need)) ? [] : all;
  const permits = given.filter((norm) => names(norm as Norm, needs));
  const covered = needs.length > 0 && needs.every((need) => permits.some((norm) => norm.permit.actions.includes(need)));
  if (!covered) return text.rest === "reserved" || norms.some((norm) => norm.kind === "prohibit" && norm.if === undefined && names(norm, right.actions) && touches(norm, right)) ? "withheld" : "silent";
  return lessened(narrowest(["implied", ...permits.map((permit) => limitOf(permit.if, catalogue))]), norms, permits, right, catalogue);
}

function readingOf(text: Instrument, right: RightEntry, catalogue: Known): RightReading {
  const { norms } = wholeOf(text, catalogue);
  const given = permitsFor(norms, right).filter((norm) => norm.permit.offer !== true);
  const permits = right.layers === undefined ? given.filter((norm) => names(norm as Norm, right.actions)) : given;
  if (permits.length === 0) return unnamed(text, norms, given, right, catalogue);
  return lessened(widest(permits.map((permit) => limitOf(permit.if, catalogue))), norms, permits, right, catalogue);
}

/** What a record says of a right. For a right that is a purpose: whether what is given is given for it too. */
export function rightReading(text: Instrument, right: RightEntry, catalogue: Known): RightReading {
  const reading = readingOf(text, right, catalogue);
  if (right.purpose === undefined) return reading;
  if (reading === "non-commercial" || reading === "research") return "withheld";
  const speaks = wholeOf(text, catalogue).norms.some((norm) => testsIn(norm.if).some((test) => "purpose" in test && test.purpose.includes(right.purpose!)));
  return speaks && reading === "granted" ? "conditional" : reading;
}
