import { addDuration, exactly, type Instrument, type Interval, type Law, type Norm, type NormOf, type Truth } from "@cleartitle/norms";
import { isBy } from "@cleartitle/title";
import { creditorOf, type Duty } from "../../judgment/duty.js";
import type { RolePlayed } from "../role-profile.js";
import { momentOf } from "../state/moment.js";
import { speaksOn } from "./law-book.js";
import type { Spot } from "./spot.js";
import { reaches } from "./text-book.js";

export interface DutiesAsked {
  readonly text: Instrument | Law;
  readonly action: string;
  readonly spot: Spot;
  /** Parts that a thing on the path plays for the text. */
  readonly partsOf: (asset: string) => readonly RolePlayed[];
  readonly persists: Truth;
  /** Duties that the permit relied on brings; null: all. */
  readonly only: readonly string[] | null;
}

/** Duties of a text (or rule of law) that an act triggers, or would trigger if something unknown is so. */
export function dutiesOf(asked: DutiesAsked): Duty[] {
  const { text, action, spot, only } = asked;
  const found: Duty[] = [];
  for (const norm of spot.core.of.texts.of(text).duties(action)) {
    if ((only !== null && !only.includes(norm.id)) || !speaksOn(norm, spot.at.date)) continue;
    const object = objectOf(asked, norm);
    if (object === null) continue;
    const told = spot.core.of.telling.tell(norm.if, { ...spot, text }, "prohibit");
    if (told.truth === "false") continue;
    const state = told.truth === "unknown" || object.reached === "unknown" ? "if" : stateOf(spot, norm, text, object.asset);
    found.push({ instrument: text, norm, trigger: action, object: object.asset, source: spot.source, debtor: spot.act.actor, state, due: dueOf(spot, norm), interval: weightOf(norm, state), premises: told.premises });
  }
  return found;
}

/** On which thing the duty falls; null: on none here. */
function objectOf({ text, spot, partsOf, persists }: DutiesAsked, norm: Norm & NormOf<"oblige">): { readonly asset: string; readonly reached: Truth } | null {
  const acted = spot.path[0] ?? spot.source;
  if (text.kind === "statute") return norm.oblige.object === "source" ? (persists === "false" ? null : { asset: spot.source, reached: persists }) : { asset: acted, reached: "true" };
  if (norm.oblige.object === "source") return { asset: spot.source, reached: "true" };
  if (norm.oblige.object === "inner") {
    const inner = spot.path.find((asset) => partsOf(asset).some(({ role }) => role !== "silent" && norm.on?.includes(role) === true));
    return inner === undefined ? null : { asset: inner, reached: "true" };
  }
  const reached = reaches(norm, partsOf(acted), persists);
  return reached === "false" ? null : { asset: acted, reached };
}

function dueOf({ at }: Spot, { oblige: { due = "with" } }: NormOf<"oblige">): string {
  if (!due.startsWith("P")) return `${due}:act`;
  return at.date === null ? `${due} after act` : (addDuration(at.date, due) ?? due);
}

/** What is due with each act is shown on its day or later; what is due before or all the time may be shown earlier. A past act that shows nothing is an alleged breach. */
function stateOf(spot: Spot, norm: NormOf<"oblige">, text: Instrument | Law, object: string): Duty["state"] {
  const { act, core, at, asOf, knownAt, source } = spot;
  const due = norm.oblige.due ?? "with";
  const anyTime = due === "before" || due === "continuous" || at.date === null;
  const payable = core.of.taxonomies.duties.get(norm.oblige.do)?.paid === true;
  for (const event of core.world.graph.events) {
    const shows = event.kind === "fulfilled" ? event.duty !== null : event.kind === "paid" && payable;
    if (!shows || (event.duty !== null && ![norm.id, norm.oblige.do, `${text.id}#${norm.id}`].includes(event.duty)) || !isBy(event.recordedAt, knownAt) || event.on > asOf) continue;
    if (event.to !== undefined && event.to !== creditorOf(norm, text, spot.node < 0 ? null : core.state.licensors.soleOf(spot.node, momentOf(asOf, asOf)))) continue;
    if (event.of === act.id || ((event.of === text.id || event.of === object || event.of === source) && (anyTime || event.on >= at.date))) return "met";
  }
  if (act.tense === "present" || due === "on-request" || due === "continuous") return "open";
  const on = due.startsWith("P") ? dueOf(spot, norm) : at.date;
  return on !== null && on <= asOf ? "overdue" : "open";
}

/** What a duty does to the option that brings it. */
function weightOf({ oblige: { control } }: NormOf<"oblige">, state: Duty["state"]): Interval {
  if (state === "met") return exactly("cleared");
  const level = control === "consent" ? "blocked" : "conditional";
  return { best: state === "if" ? "cleared" : level, worst: level };
}
