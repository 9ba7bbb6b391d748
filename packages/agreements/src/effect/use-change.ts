import type { Decision, Exposure, ImpactEntry, Obligation, Reason } from "@cleartitle/engine";
import type { Status } from "@cleartitle/norms";

/** An obligation that a use brings, lost, won or otherwise than before. */
interface ObligationChange {
  readonly change: "gone" | "new" | "changed";
  readonly do: string;
  readonly object: string;
  readonly cite: string;
  /** What of it differs; of one that is gone or new, all that it says. */
  readonly differs: readonly { readonly what: "text" | "due" | "trigger" | "state" | "cite"; readonly before: string | null; readonly after: string | null }[];
}

/** A past act that counts otherwise than before. */
interface ExposureChange {
  readonly act: string;
  readonly action: string;
  readonly asset: string;
  readonly layer: string;
  /** null: it was, or is, no exposure. */
  readonly before: Exposure["state"] | null;
  readonly after: Exposure["state"] | null;
  readonly why: string;
}

/** Why an answer is as it is, in brief. */
export interface ReasonBriefly {
  readonly decision: Status;
  readonly tense: Reason["tense"];
  readonly asset: string;
  readonly layer: string;
  readonly action: string;
  readonly outcome: string;
  readonly instrument: string | null;
  readonly cite: string | null;
  readonly quote: string | null;
}

/** Places in which the answer to a use changes alike. */
export interface PlaceChange {
  readonly territories: readonly string[];
  readonly before: Status;
  readonly after: Status;
  /** What stood against it, and what stands against it now: the reasons of the answer, none where it is cleared. */
  readonly stood: readonly ReasonBriefly[];
  readonly stands: readonly ReasonBriefly[];
}

const brief = ({ decision, tense, asset, layer, action, outcome, instrument, cite, quote }: Reason): ReasonBriefly => ({ decision, tense, asset, layer, action, outcome, instrument, cite, quote });

/** The reasons that make an answer what it is at a place. */
export function reasonsAt(decision: Decision, place: string): readonly Reason[] {
  const at = decision.byTerritory.find((each) => each.territories.includes(place));
  if (at === undefined || at.decision === "cleared") return [];
  const ids = new Set(at.reasons);
  return decision.reasons.filter((reason) => ids.has(reason.id) && reason.decision === at.decision);
}

export const placesOf = ({ effects }: ImpactEntry, before: Decision, after: Decision): PlaceChange[] =>
  effects.map(({ territories, before: was, after: is }) => ({ territories, before: was, after: is, stood: reasonsAt(before, territories[0]!).map(brief), stands: reasonsAt(after, territories[0]!).map(brief) }));

/** Most answers lose and win the same thing under another name: what pairs them is what it is, not how it is said. */
function paired<T>(before: readonly T[], after: readonly T[], keyOf: (each: T) => string, isSame: (a: T, b: T) => boolean): (readonly [T | null, T | null])[] {
  const left = after.filter((each) => !before.some((other) => isSame(each, other)));
  const pairs = before.filter((each) => !after.some((other) => isSame(each, other))).map((was): readonly [T | null, T | null] => {
    const at = left.findIndex((each) => keyOf(each) === keyOf(was));
    return [was, at < 0 ? null : left.splice(at, 1)[0]!];
  });
  return [...pairs, ...left.map((is) => [null, is] as const)];
}

const said = ["text", "due", "trigger", "state", "cite"] as const;

const duty = (o: Obligation): string => JSON.stringify([o.do, o.object, o.debtor, o.instrument]);
const wholeDuty = (o: Obligation): string => JSON.stringify([duty(o), ...said.map((what) => o[what])]);

export function obligationsBetween(before: readonly Obligation[], after: readonly Obligation[]): ObligationChange[] {
  return paired(before, after, duty, (a, b) => wholeDuty(a) === wholeDuty(b)).map(([was, is]) => ({
    change: was === null ? "new" : is === null ? "gone" : "changed", do: (is ?? was)!.do, object: (is ?? was)!.object, cite: (is ?? was)!.cite,
    differs: said.map((what) => ({ what, before: was?.[what] ?? null, after: is?.[what] ?? null })).filter((each) => each.before !== each.after),
  }));
}

const pastAct = (e: Exposure): string => JSON.stringify([e.act, e.action, e.asset, e.layer]);

export function exposureBetween(before: readonly Exposure[], after: readonly Exposure[]): ExposureChange[] {
  return paired(before, after, pastAct, (a, b) => pastAct(a) === pastAct(b) && a.state === b.state).map(([was, is]) => {
    const { act, action, asset, layer, why } = (is ?? was)!;
    return { act, action, asset, layer, before: was?.state ?? null, after: is?.state ?? null, why };
  });
}
export type { ExposureChange, ObligationChange };
