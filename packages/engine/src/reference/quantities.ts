import { comparable, compareQuantity, type Condition, type Truth } from "@cleartitle/norms";
import { isBy, type Party, type QuantityRecord } from "@cleartitle/title";
import { dateOfAnchor } from "./anchor.js";
import { indexOf } from "./graph-index.js";
import { publisherOf } from "./licensor.js";
import type { Env, Scene } from "./scene.js";
import { amountsOfParty } from "./told.js";

type QuantityTest = Extract<Condition, { quantity: string }>;

/**
 * Three-valued test of a bounded quantity. A use's planned scale answers only tests on the use; a group is read at the top of the
 * recorded chain of control as of the anchor; a crossed cap stays crossed where the text says so.
 */
export function quantityTruth(scene: Scene, test: QuantityTest): { truth: Truth; is: string | null; needs: string } {
  const needs = [bound("at most", test.atMost), bound("below", test.below), bound("above", test.above), bound("at least", test.atLeast)].join("");
  const date = dateOfAnchor(scene, test.at ?? "act");
  const records = recordsFor(scene, test, date).filter((r) => r.quantity === test.quantity);
  const crossed = test.sticky === true && wasCrossed(scene, test, date);
  if (crossed) return { truth: test.atMost !== undefined || test.below !== undefined ? "false" : "true", is: "crossed", needs };
  const merged = comparable(records.filter((r) => coversDate(r, date)), test).reduce<QuantityRecord | null>(narrower, null);
  if (merged === null) return { truth: "unknown", is: null, needs };
  return { truth: compareQuantity(merged, test), is: `${merged.atLeast ?? ""}..${merged.atMost ?? ""}`, needs };
}

const bound = (word: string, value: number | undefined): string => (value === undefined ? "" : `${word} ${value}`);

const coversDate = (record: QuantityRecord, date: string | null): boolean => {
  const { from, to } = record.during;
  if (date === null) return from === null && to === null;
  return (from === null || from <= date) && (to === null || date <= to);
};

/** Two bounds on the same quantity in one unit narrow each other. */
function narrower(a: QuantityRecord | null, b: QuantityRecord): QuantityRecord {
  if (a === null) return b;
  const atLeast = a.atLeast === null ? b.atLeast : b.atLeast === null ? a.atLeast : Math.max(a.atLeast, b.atLeast);
  const atMost = a.atMost === null ? b.atMost : b.atMost === null ? a.atMost : Math.min(a.atMost, b.atMost);
  return { ...a, atLeast, atMost };
}

function recordsFor(scene: Scene, test: QuantityTest, date: string | null): readonly QuantityRecord[] {
  const { act, env } = scene;
  if (test.of === "use" || test.of === "act") return act.scale;
  if (test.of === "group") return amountsOfParty(env, topOf(env, act.actor, date));
  if (test.of === "licensor") {
    const licensor = publisherOf(scene);
    return licensor === null ? [] : amountsOfParty(env, licensor);
  }
  const own = amountsOfParty(env, act.actor);
  // A bound on the whole group bounds each of its members from above.
  const top = topOf(env, act.actor, date);
  return [...own, ...(top === act.actor ? [] : amountsOfParty(env, top)).map((r) => ({ ...r, atLeast: null }))];
}

/** A crossing that is recorded as such of this instrument, asset or party, or an amount on record beyond the bound while the group was under the text. */
function wasCrossed(scene: Scene, test: QuantityTest, date: string | null): boolean {
  const { env, act, source, instrument } = scene;
  const group = groupOf(env, act.actor, date);
  const concerns = (of: string): boolean => of === instrument?.id || of === source || group.has(of);
  const event = env.world.graph.events.some(
    (e) => e.kind === "crossed" && e.quantity === test.quantity && concerns(e.of) && (e.party === null || group.has(e.party)) && isBy(e.recordedAt, env.knownAt) && (date === null || e.on <= date),
  );
  if (event) return true;
  const began = beganUnder(scene, group);
  if (began === null) return false;
  const within = test.atMost !== undefined || test.below !== undefined;
  return recordsFor(scene, test, date).some((r) => {
    const sofar = date === null || r.during.from === null || r.during.from <= date;
    return r.quantity === test.quantity && sofar && (r.during.to ?? began) >= began && compareQuantity(r, test) === (within ? "false" : "true");
  });
}

/** The first day on which the group is recorded as having accepted the text, got the thing or made something of it. */
function beganUnder(scene: Scene, group: ReadonlySet<string>): string | null {
  const { env, source, instrument } = scene;
  const accepted = env.world.graph.acceptances.filter((a) => a.instrument === instrument?.id && group.has(a.party)).map((a) => a.on);
  const acquired = (env.lines.assets.get(source)?.acquired ?? []).filter((a) => group.has(a.who)).map((a) => a.on);
  const made = (env.lines.outOf.get(source) ?? []).filter((e) => group.has(e.derivation.who)).map((e) => e.derivation.during.from);
  return [...accepted, ...acquired, ...made].filter((d): d is string => d !== null).toSorted()[0] ?? null;
}

const holdsOn = (period: { from: string | null; to: string | null }, date: string | null): boolean =>
  date === null || ((period.from === null || period.from <= date) && (period.to === null || date <= period.to));

const controllers = (party: Party | undefined, date: string | null): readonly string[] =>
  (party?.controlledBy ?? []).filter((c) => holdsOn(c.during, date)).map((c) => c.party).toSorted();

/** The party at the top of the recorded chain of control (least id where several control). */
function topOf(env: Env, party: string, date: string | null): string {
  const seen = new Set<string>();
  let at = party;
  for (;;) {
    seen.add(at);
    const next = controllers(env.world.graph.parties.get(at), date).find((p) => !seen.has(p));
    if (next === undefined) return at;
    at = next;
  }
}

/** All parties under the same top, the party itself included. */
export function groupOf(env: Env, party: string, date: string | null): ReadonlySet<string> {
  const top = topOf(env, party, date);
  // Whom nobody controls is at the top of its own group alone.
  const members = indexOf(env.world.graph).controlled.map((p) => p.id).filter((p) => topOf(env, p, date) === top);
  return new Set([party, top, ...members]);
}
