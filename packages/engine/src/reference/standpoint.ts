import { joinIntervals, statusOf, type Interval, type Status } from "@cleartitle/norms";
import { isBy } from "@cleartitle/title";
import type { Question } from "../judgment/question.js";
import type { Presumed } from "../judgment/view.js";
import { linesOf } from "./lines.js";
import { pastOf, type Past } from "./past.js";
import { adoptedOption, type Assignment } from "./positions.js";
import type { Env } from "./scene.js";
import { judgeTerritory, type TerritoryJudgment } from "./territory.js";

/** How the open questions are taken: adopted positions with some replaced, presumptions or not, alleged breaches counted or not. */
export interface Standpoint {
  readonly assignment: Assignment;
  readonly conservative: boolean;
  /** Positions of which no option is taken. */
  readonly untaken?: ReadonlySet<string>;
}

/** One whole judgment from one standpoint. */
export interface Judgment {
  readonly env: Env;
  readonly past: Past;
  readonly territories: readonly TerritoryJudgment[];
  readonly interval: Interval;
  readonly status: Status;
  readonly presumed: readonly Presumed[];
  /** Positions that were asked for, in order of id. */
  readonly consulted: ReadonlySet<string>;
}

export function judgeFrom(question: Question, standpoint: Standpoint): Judgment {
  const consulted = new Set<string>();
  const presumed = new Map<string, Presumed>();
  const env = environment(question, standpoint, consulted, presumed);
  const past = pastOf(question, env);
  const territories = question.classes.map(({ atom }) => judgeTerritory(question.act, question.use, atom, env, past));
  const interval = joinIntervals(territories.map((t) => t.interval));
  return { env, past, territories, interval, status: statusOf(interval), presumed: [...presumed.values()], consulted };
}

/** The surroundings of a view; every position asked for and every presumption used is noted in the given collections. */
export function environment(question: Question, standpoint: Standpoint, consulted: Set<string>, presumed: Map<string, Presumed>): Env {
  const { world, profile, asOf, knownAt } = question;
  return {
    world, lines: linesOf(world), asOf, knownAt, presume: !standpoint.conservative, ...(standpoint.untaken === undefined ? {} : { untaken: standpoint.untaken }),
    position: (id, territory) => {
      consulted.add(id);
      return standpoint.assignment.get(id) ?? adoptedOption(world, profile, asOf, id, territory);
    },
    presumed: (law, fact, value) => void presumed.set(`${law.id}\u0000${fact}`, { law: law.id, fact, value, cite: law.authority[0] ?? law.id }),
  };
}

/**
 * An alleged breach counts at the conservative end: the rights of who relies on the instrument may have ended by it.
 * Instruments by id whose text ends rights on breach and of which a past duty is overdue, or a breach is recorded as alleged and neither cured nor concluded since.
 */
export function allegedlyEnded(past: Past, question: Question): ReadonlySet<string> {
  const { world, knownAt, asOf, act } = question;
  const known = world.graph.events.filter((e) => isBy(e.recordedAt, knownAt) && e.on <= asOf && (e.party === null || e.party === act.actor));
  const alleged = known.filter((e) => e.kind === "breach-alleged" && !known.some((later) => settling.has(later.kind) && later.of === e.of && later.on >= e.on));
  const overdue = past.duties.filter((d) => d.state === "overdue").map((d) => d.instrument);
  const spoken = alleged.flatMap((e) => world.graph.instruments.get(e.of) ?? world.catalogue.instruments.get(e.of) ?? []);
  return new Set([...overdue, ...spoken].filter((i) => i.norms.some((n) => n.kind === "terminate" && n.terminate.on === "breach")).map((i) => i.id));
}

const settling = new Set(["cured", "breach-concluded", "reinstated", "released"]);
