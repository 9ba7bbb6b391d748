import { addDuration, exactly, type Instrument, type Interval, type Law, type Norm, type Truth } from "@cleartitle/norms";
import { isBy } from "@cleartitle/title";
import { creditorOf, type Duty } from "../judgment/duty.js";
import { judgeCondition } from "./condition.js";
import { isAction, normInForce, speaksOfRoles } from "./covering.js";
import { publisherOn } from "./licensor.js";
import type { Played } from "./roles.js";
import type { Scene } from "./scene.js";

type Oblige = Norm & { kind: "oblige" };

interface DutyQuestion {
  readonly instrument: Instrument | Law;
  readonly action: string;
  readonly scene: Scene;
  /** Roles of a node on the path for this instrument. */
  readonly rolesOf: (node: string) => readonly Played[];
  readonly persists: Truth;
  /** Norm ids that the permits relied on bring; null: all. */
  readonly only: readonly string[] | null;
}

/** Duties of an instrument (or rule of law) that an action triggers. */
export function dutiesOf(question: DutyQuestion): Duty[] {
  return question.instrument.norms.flatMap((norm) => {
    if (norm.kind !== "oblige" || (question.only !== null && !question.only.includes(norm.id))) return [];
    const duty = judgeDuty(question, norm);
    return duty === null ? [] : [duty];
  });
}

function judgeDuty(question: DutyQuestion, norm: Oblige): Duty | null {
  const { instrument, action, scene } = question;
  if (!isAction(scene.env, action, norm.when ?? []) || !normInForce(norm, scene.act.date)) return null;
  const object = objectOf(question, norm);
  if (object === null) return null;
  const judged = judgeCondition(norm.if, { ...scene, instrument }, "prohibit");
  const truth: Truth = object.reached === "unknown" && judged.truth === "true" ? "unknown" : judged.truth;
  // An undertaking that keeps the duty from arising is a promise like any other: listed as `if`.
  if (truth === "false") return null;
  const state = truth === "unknown" ? "if" : standing(scene, norm, instrument, object.node);
  return { instrument, norm, trigger: action, object: object.node, source: scene.source, debtor: scene.act.actor, state, due: dueDate(scene, norm), interval: intervalOf(norm, state), premises: judged.premises };
}

function objectOf(question: DutyQuestion, norm: Oblige): { node: string; reached: Truth } | null {
  const { instrument, scene, persists } = question;
  if (instrument.kind === "statute") return norm.oblige.object === "source" ? { node: scene.source, reached: persists } : { node: scene.path[0] ?? scene.source, reached: "true" };
  const reached = (node: string): Truth => speaksOfRoles(instrument, norm, question.rolesOf(node), persists);
  if (norm.oblige.object === "source") return { node: scene.source, reached: "true" };
  if (norm.oblige.object === "inner") {
    const node = scene.path.find((n) => question.rolesOf(n).some((p) => p.role !== "silent" && norm.on?.includes(p.role) === true));
    return node === undefined ? null : { node, reached: "true" };
  }
  const node = scene.path[0] ?? scene.source;
  const truth = reached(node);
  return truth === "false" ? null : { node, reached: truth };
}

function dueDate(scene: Scene, norm: Oblige): string {
  const due = norm.oblige.due ?? "with";
  if (due.startsWith("P")) return scene.act.date === null ? `${due} after act` : (addDuration(scene.act.date, due) ?? due);
  return `${due}:act`;
}

/**
 * `met` by recorded evidence of this act: what is due with each act is shown on its day or later, what is due before or all the time may be shown
 * earlier. For a past act an unmet duty that is due is an alleged breach.
 */
function standing(scene: Scene, norm: Oblige, instrument: Instrument | Law, object: string): Duty["state"] {
  const { act, env, source } = scene;
  const due = norm.oblige.due ?? "with";
  const once = due === "before" || due === "continuous";
  const paid = env.world.catalogue.taxonomies.duties.get(norm.oblige.do)?.paid === true;
  const named = (duty: string | null): boolean => duty === norm.id || duty === norm.oblige.do || duty === `${instrument.id}#${norm.id}`;
  const shown = (e: { kind: string; duty: string | null }): boolean => (e.kind === "fulfilled" ? named(e.duty) : e.kind === "paid" && paid && (e.duty === null || named(e.duty)));
  const creditor = creditorOf(norm, instrument, publisherOn(env, source, env.asOf));
  const met = env.world.graph.events.some(
    (e) => shown(e) && (e.to === undefined || e.to === creditor) && isBy(e.recordedAt, env.knownAt) && e.on <= env.asOf &&
      (e.of === act.id || ((e.of === instrument.id || e.of === object || e.of === source) && (once || act.date === null || e.on >= act.date))),
  );
  if (met) return "met";
  if (act.tense === "present") return "open";
  if (due === "on-request" || due === "continuous") return "open";
  const at = due.startsWith("P") ? dueDate(scene, norm) : scene.act.date;
  return at !== null && at <= scene.env.asOf ? "overdue" : "open";
}

/** What a duty does to the option that brings it. */
function intervalOf({ oblige }: Oblige, state: Duty["state"]): Interval {
  if (state === "met") return exactly("cleared");
  if (oblige.control === "consent") return state === "if" ? { best: "cleared", worst: "blocked" } : exactly("blocked");
  return state === "if" ? { best: "cleared", worst: "conditional" } : exactly("conditional");
}
