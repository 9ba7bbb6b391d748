/** The four answers. `unresolved` is no point of the scale: it says that the interval of what may be true is too wide. */
export type Status = "cleared" | "conditional" | "unresolved" | "blocked";

/** The three points of the scale on which a judgment is bounded: `cleared` < `conditional` < `blocked`. */
export type Level = "cleared" | "conditional" | "blocked";

/** A judgment over everything that is not known: the best and the worst that may be true. */
export interface Interval {
  readonly best: Level;
  readonly worst: Level;
}

const rank: Record<Level, number> = { cleared: 0, conditional: 1, blocked: 2 };
const statusRank: Record<Status, number> = { cleared: 0, conditional: 1, unresolved: 2, blocked: 3 };

export const levelOrder = (a: Level, b: Level): number => rank[a] - rank[b];
export const statusOrder = (a: Status, b: Status): number => statusRank[a] - statusRank[b];

const worse = (a: Level, b: Level): Level => (rank[a] >= rank[b] ? a : b);
const better = (a: Level, b: Level): Level => (rank[a] <= rank[b] ? a : b);

export const exactly = (level: Level): Interval => ({ best: level, worst: level });

/** All must hold: demands and bans join by the worse end of each. */
export function joinIntervals(intervals: Iterable<Interval>): Interval {
  let best: Level = "cleared";
  let worst: Level = "cleared";
  for (const each of intervals) {
    best = worse(best, each.best);
    worst = worse(worst, each.worst);
  }
  return { best, worst };
}

/** One suffices: options meet by the better end of each; no option at all is `blocked`. */
export function meetIntervals(intervals: Iterable<Interval>): Interval {
  let best: Level = "blocked";
  let worst: Level = "blocked";
  for (const each of intervals) {
    best = better(best, each.best);
    worst = better(worst, each.worst);
  }
  return { best, worst };
}

/** best = blocked → `blocked`; worst at most conditional → worst; else `unresolved`. */
export function statusOf(interval: Interval): Status {
  if (interval.best === "blocked") return "blocked";
  if (interval.worst !== "blocked") return interval.worst;
  return "unresolved";
}

export function worstStatus(statuses: Iterable<Status>): Status {
  let result: Status = "cleared";
  for (const status of statuses) if (statusRank[status] > statusRank[result]) result = status;
  return result;
}
