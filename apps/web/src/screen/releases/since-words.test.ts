import { expect, test } from "vitest";
import { saySince } from "./since-words.js";
import type { ReleaseBrief } from "./use-releases.js";

const recorded: ReleaseBrief["recorded"] = { number: 1, status: "conditional", changeSet: 2, at: "2026-03-01", by: "jane", same: true };
const since = { changed: true, before: "conditional", after: "conditional", better: 0, worse: 0, newReasons: 0, goneReasons: 0, newObligations: 0, goneObligations: 0 } as const satisfies ReleaseBrief["since"];

test.each<[Pick<ReleaseBrief, "since" | "recorded">, string]>([
  [{ recorded: null, since: null }, "no decision is recorded yet"],
  [{ recorded, since: null }, "the recorded one was asked otherwise, or its text was redacted"],
  [{ recorded, since: { ...since, changed: false } }, "nothing changed"],
  [{ recorded, since: { ...since, after: "blocked", worse: 27, newReasons: 1 } }, "worse: conditional, now blocked; worse in 27 places; 1 new reason"],
  [{ recorded, since: { ...since, after: "cleared", better: 1, goneReasons: 2, goneObligations: 1 } }, "better: conditional, now cleared; better in 1 place; 2 reasons gone; 1 obligation gone"],
  [{ recorded, since: { ...since, newObligations: 2 } }, "2 new obligations"],
  // Places that only one of both was asked for have no count of their own.
  [{ recorded, since }, "changed"],
])("%#: %s", (release, expected) => expect(saySince(release)).toBe(expected));
