import { isDeepStrictEqual } from "node:util";
import { checkProof, decide, decideByReference, type DecideOptions, type Decision, type World } from "@cleartitle/engine";
import { canonicalJson, type Condition } from "@cleartitle/norms";
import { asked } from "../worlds/world-arbitrary.js";

/** How often each thing came up in the worlds that were decided: what never came up was not compared. */
export type Seen = Map<string, number>;

/** Decides a world by both evaluators: equal as canonical JSON, explanation included, with a proof that the third checker lets stand. null, or what differs. */
export function differenceIn(world: World, options: DecideOptions, seen: Seen): string | null {
  const full = { ...options, fullProof: true };
  const [expected, compiled] = [decideByReference(world, asked, full), decide(world, asked, full)];
  // What is equal to the last value has one canonical form, and most is: to compare is cheaper than to write.
  if (!isDeepStrictEqual(compiled, expected) && canonicalJson(compiled) !== canonicalJson(expected)) return `decided otherwise: ${firstDifference(expected, compiled, "")}`;
  const faults = checkProof(compiled, world);
  if (faults.length > 0) return `the proof does not stand: ${faults.join("; ")}`;
  count(compiled, world, seen);
  return null;
}

/** Where two values first differ, with what stands there. */
function firstDifference(a: unknown, b: unknown, at: string): string {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return `${at}: ${JSON.stringify(a)} by the reference, ${JSON.stringify(b)} compiled`;
  const [x, y] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const key = [...new Set([...Object.keys(x), ...Object.keys(y)])].find((k) => JSON.stringify(x[k]) !== JSON.stringify(y[k]));
  return key === undefined ? `${at}: the order of keys` : firstDifference(x[key], y[key], `${at}/${key}`);
}

function count(decision: Decision, world: World, seen: Seen): void {
  const see = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
  see(`status ${decision.decision}`);
  for (const reason of decision.reasons) {
    see(`outcome ${reason.outcome.replace(/:.*/, "")}`);
    see(`basis ${reason.basisKind}`);
    if (reason.part !== null) see("step part");
    for (const option of reason.options) see(`option ${option.kind} ${option.fails === null ? "serves" : "fails"}`);
    for (const { needs } of reason.premises.concat(reason.options.flatMap((option) => option.premises))) if (needs === "a right" || needs === "one that gives a right" || needs === "one recorded value") see(`power needs ${needs}`);
  }
  for (const exposure of decision.exposure) see(`exposure ${exposure.state}`);
  for (const finding of decision.findings) see(`finding ${finding.kind}`);
  for (const duty of decision.obligations) see(`obligation ${duty.state}`);
  const steps = {
    choice: decision.choices.length, coverage: decision.coverage.length, timeline: decision.timeline.length, pivot: decision.range?.pivots.length ?? 0, presumption: decision.assumptions.filter((a) => a.presumption !== null).length,
    outbound: decision.outboundLicenses?.constraints.length ?? 0, remedy: decision.remedies.length, question: decision.questions.length, recipient: world.graph.uses.get(asked)!.recipients.filter((r) => r.actions.length > 0).length,
  };
  for (const [step, times] of Object.entries(steps)) if (times > 0) see(`step ${step}`);
  for (const text of [...world.graph.instruments.values(), ...world.catalogue.laws.values()]) {
    for (const norm of text.norms) {
      see(`norm ${norm.kind}`);
      leaves(norm.if, see);
    }
  }
  for (const { by } of world.graph.derivations.values()) see(`derivation ${by}`);
}

function leaves(condition: Condition | undefined, see: (what: string) => void): void {
  if (condition === undefined || typeof condition !== "object") return;
  const [key] = Object.keys(condition) as [string];
  see(`test ${key}`);
  const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : "none" in condition ? condition.none : "position" in condition ? Object.values(condition.options) : [];
  for (const part of parts) leaves(part, see);
}
