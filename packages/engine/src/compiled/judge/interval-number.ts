import type { Interval, Level } from "@cleartitle/norms";

const levels: readonly Level[] = ["cleared", "conditional", "blocked"];
const rank: Readonly<Record<Level, number>> = { cleared: 0, conditional: 1, blocked: 2 };

/** Intervals as numbers, in keys and in the leaves of diagrams. */
export const numberOfInterval = ({ best, worst }: Interval): number => rank[best] * 3 + rank[worst];
export const intervalOfNumber = (number: number): Interval => ({ best: levels[Math.floor(number / 3)]!, worst: levels[number % 3]! });
