import { testsIn, type Instrument, type Norm, type Role } from "@cleartitle/norms";
import type { Catalogue } from "../catalogue.js";
import { actsOf, rolesOf, wholeOf } from "./carriage.js";
import type { TermEntry, TravelEntry } from "./vocabulary.js";

/** What goes along with a thing on one way: the part it plays there, and what is attached to it by kind. */
export interface TravelReading {
  /** `silent`: the text does not say what it becomes; `contested`: a position decides. */
  readonly role: Role | "silent" | "contested";
  /** `terms`, `notice`, `restrictions`, `brand`: duties; `limit`: conditions; `banned`, `ask`: forbidden, or to be asked for; `not-given`: no permit reaches it. */
  readonly attaches: readonly string[];
}

type Known = Pick<Catalogue, "instruments" | "taxonomies"> & { readonly groups: ReadonlyMap<string, string> };

/** Duty → group of its term, so that notices, brands and share-alike are told apart. */
export function dutyGroups(terms: readonly TermEntry[]): Map<string, string> {
  return new Map(terms.flatMap((term) => term.by.flatMap((carrier) => (carrier.duty ?? []).map((duty) => [duty, term.group] as const))));
}

/** The parts played on the way, the last one at its end. */
function partsOn({ reach }: Instrument, travel: TravelEntry, { taxonomies }: Known): (Role | "silent" | "contested")[] {
  const parts: (Role | "silent" | "contested")[] = ["materials"];
  for (const kind of travel.by) {
    const from = parts.at(-1)!;
    if (from === "silent" || from === "contested") return [...parts, from];
    const cell = reach[from]?.[kind];
    parts.push(cell === undefined ? (taxonomies.derivationKinds.get(kind)?.unsaid === "same" ? from : "silent") : typeof cell === "string" ? cell : "contested");
  }
  return parts;
}

const groupWords: Readonly<Record<string, string>> = { notices: "notice", naming: "brand", "share-alike": "terms", "use-restrictions": "restrictions" };

function attached(norm: Norm, acts: readonly string[], groups: ReadonlyMap<string, string>): string[] {
  const touches = actsOf(norm).some((act) => acts.includes(act));
  if (norm.kind === "prohibit") return touches ? [norm.if === undefined ? "banned" : "limit", ...(testsIn(norm.if).some((test) => "field" in test) ? ["restrictions"] : [])] : [];
  if (norm.kind === "permit") return touches && norm.if !== undefined ? ["limit"] : [];
  if (norm.kind === "except") return ["limit"];
  if (norm.kind !== "oblige" || !touches) return [];
  const word = groupWords[groups.get(norm.oblige.do) ?? ""];
  return [...(word === undefined ? [] : [word]), ...(norm.oblige.control === "consent" ? ["ask"] : []), ...(norm.oblige.outbound?.mustImpose === undefined ? [] : ["restrictions"])];
}

/** Parts whose norms reach the thing on the way: those that it plays, and what is inside where the text is silent or names a product. */
function reaching(parts: readonly TravelReading["role"][]): ReadonlySet<string> {
  const played = parts.length === 1 ? parts : parts.slice(1);
  const within = played.flatMap((part, at) => (part === "silent" || part === "product" || part === "contested" ? [parts[at]!, "materials"] : []));
  return new Set([...played, ...within]);
}

/** How a text travels on one way, read from `reach` and from the norms on the parts that the thing plays there. */
export function travelReading(text: Instrument, travel: TravelEntry, catalogue: Known): TravelReading {
  const whole = wholeOf(text, catalogue);
  const parts = partsOn(whole, travel, catalogue);
  const reached = reaching(parts);
  // To train is an act on what came before; all others are acts on what came of it.
  const about = (norm: Norm): boolean => rolesOf(norm).some((role) => reached.has(role)) || (actsOf(norm).includes("train-on") && rolesOf(norm).includes("materials"));
  const norms = whole.norms.filter((norm) => about(norm));
  const given = norms.some((norm) => norm.kind === "permit" && norm.permit.offer !== true && actsOf(norm).some((act) => travel.acts.includes(act)));
  return { role: parts.at(-1)!, attaches: [...new Set([...norms.flatMap((norm) => attached(norm, travel.acts, catalogue.groups)), ...(given ? [] : ["not-given"])])].toSorted() };
}
