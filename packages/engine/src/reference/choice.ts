import { exactly, joinIntervals, levelOrder, type Instrument, type Interval } from "@cleartitle/norms";
import type { OutboundLicenses } from "../decision.js";
import type { Constraint, Option } from "../judgment/option.js";
import { actionTerm } from "./covering.js";
import { demandInterval, takenOf, type ActJudgment, type Compatible } from "./judge.js";
import type { Env } from "./scene.js";

/** A license under which the result might go out; null instrument: custom terms. */
interface Candidate {
  readonly id: string;
  readonly instrument: Instrument | null;
}

/** The best joint choice in one territory: for each candidate outbound license each asset takes its best compatible option (step 4). */
export interface Chosen {
  readonly compatible: Compatible;
  readonly outbound: OutboundLicenses | null;
  /** The declared license is wider than the constraints allow. */
  readonly drift: readonly Constraint[];
}

const asIs: Compatible = (option) => option.interval;

export function chooseJointly(judgment: ActJudgment, declared: string | null, env: Env): Chosen {
  const releasing = judgment.act.actions.some((a) => actionTerm(env, a)?.releasing === true);
  const constraints = constraintsIn(judgment);
  if (!releasing || constraints.length === 0) {
    const outbound = releasing && declared !== null ? { candidates: [declared], custom: false, constraints: [], taken: declared } : null;
    return { compatible: asIs, outbound, drift: [] };
  }
  const candidates = declared === null ? candidatesOf(env) : [candidateOf(declared, env)];
  const judged = candidates.map((candidate) => ({ candidate, compatible: under(candidate), interval: joined(judgment, under(candidate)) }));
  const best = judged.reduce((a, b) => (better(b.interval, a.interval) < 0 ? b : a));
  const taken = relied(judgment, best.compatible);
  const binding = distinct(taken.flatMap((o) => o.constraints).filter((c) => c.outbound.extent !== "part"));
  const equal = judged.filter((j) => better(j.interval, best.interval) === 0 && j.interval.best !== "blocked");
  const outbound: OutboundLicenses = {
    candidates: equal.filter((j) => j.candidate.instrument !== null).map((j) => j.candidate.id),
    custom: equal.some((j) => j.candidate.instrument === null),
    constraints: binding.flatMap(sayConstraint),
    taken: declared ?? (equal.length === 0 ? null : best.candidate.id),
  };
  const drift = declared === null || best.interval.best !== "blocked" ? [] : distinct(constraints).filter((c) => !admits(candidateOf(declared, env), c));
  return { compatible: best.compatible, outbound, drift };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const better = (a: Interval, b: Interval): number => levelOrder(a.worst, b.worst) || levelOrder(a.best, b.best);

function candidatesOf(env: Env): Candidate[] {
  const own = [...env.world.catalogue.instruments.values()].filter((i) => i.kind === "license").map((i): Candidate => ({ id: i.id, instrument: i }));
  return [{ id: "custom terms", instrument: null }, ...own.toSorted((a, b) => compare(a.id, b.id))];
}

const candidateOf = (id: string, env: Env): Candidate => ({ id, instrument: env.world.catalogue.instruments.get(id) ?? env.world.graph.instruments.get(id) ?? null });

const allOptions = (judgment: ActJudgment): Option[] => judgment.demands.flatMap((d) => d.readings.flatMap((r) => [...r.options]));
const constraintsIn = (judgment: ActJudgment): Constraint[] => allOptions(judgment).flatMap((o) => [...o.constraints]).filter((c) => c.outbound.extent !== "part");
const relied = (judgment: ActJudgment, compatible: Compatible): Option[] =>
  judgment.demands.flatMap((d) => d.readings.flatMap((r) => takenOf(r, compatible) ?? []));

function joined(judgment: ActJudgment, compatible: Compatible): Interval {
  return joinIntervals(judgment.demands.map((d) => demandInterval(d, compatible)));
}

/** An option whose constraint the candidate breaks does not serve; a constraint that only may bind makes that unknown. */
function under(candidate: Candidate): Compatible {
  return (option) => {
    const broken = option.constraints.filter((c) => c.outbound.extent !== "part" && !admits(candidate, c));
    if (broken.length === 0) return option.interval;
    const sure = broken.some((c) => option.duties.some((d) => d.norm.id === c.norm && d.instrument.id === c.instrument.id && d.state !== "if"));
    return sure ? exactly("blocked") : { best: option.interval.best, worst: "blocked" };
  };
}

/** Does a release under the candidate keep a constraint of an instrument? */
function admits(candidate: { instrument: Instrument | null }, constraint: Constraint): boolean {
  const { outbound, instrument } = constraint;
  const out = candidate.instrument;
  // Custom terms can be written to impose or permit anything, but are never one of a closed list of licenses.
  if (outbound.target !== undefined) return out !== null && (out.id === instrument.id || outbound.target.includes(out.id));
  if (out === null) return outbound.noFurtherRestrictions !== true;
  const imposed = new Set(out.imposes ?? []);
  if (outbound.mustImpose !== undefined && out.id !== instrument.id && !outbound.mustImpose.every((r) => imposed.has(r))) return false;
  if (outbound.noFurtherRestrictions === true && out.id !== instrument.id && [...imposed].some((r) => !(instrument.imposes ?? []).includes(r))) return false;
  return outbound.mustPermit === undefined || outbound.mustPermit.every((a) => out.norms.some((n) => n.kind === "permit" && n.permit.actions.includes(a)));
}

function sayConstraint(c: Constraint): { kind: string; what: string; from: string; cite: string }[] {
  const { outbound, instrument, cite } = c;
  const said = (kind: string, what: string): { kind: string; what: string; from: string; cite: string } => ({ kind, what, from: instrument.id, cite });
  return [
    ...(outbound.target === undefined ? [] : [said("target", [...new Set([instrument.id, ...outbound.target])].toSorted().join(" or "))]),
    ...(outbound.mustImpose === undefined ? [] : [said("must-impose", outbound.mustImpose.join(", "))]),
    ...(outbound.noFurtherRestrictions === true ? [said("must-not-impose", "further restrictions")] : []),
    ...(outbound.mustPermit === undefined ? [] : [said("must-permit", outbound.mustPermit.join(", "))]),
  ];
}

const distinct = (constraints: readonly Constraint[]): Constraint[] =>
  [...new Map(constraints.map((c) => [`${c.instrument.id}\u0000${c.norm}`, c] as const)).entries()].toSorted(([a], [b]) => compare(a, b)).map(([, c]) => c);
