import { describe, expect, test } from "vitest";
import { keptNegotiation } from "../kept/kept-negotiation.js";
import type { RecordedStep } from "../kept/step.js";
import { negotiationOf } from "../negotiation.fixture.js";
import { begun, type SessionRecord, withMove } from "./record.js";
import { moveOf, type Said } from "./said.js";

const negotiation = negotiationOf({ fee: { weights: [1, 1], of: { low: [100, 0], high: [0, 100] } }, term: { weights: [1, 1], of: { short: [100, 0], long: [0, 100] } } });
const empty = begun({ negotiation: "n", file: "f", seed: 1, simulated: [] });
const after = (...moves: readonly Parameters<typeof withMove>[1][]): SessionRecord => moves.reduce(withMove, empty);
const first = { by: "first", says: "offer", settled: { fee: "low", term: "short" } } as const;
const second = { by: "second", says: "offer", settled: { fee: "high", term: "short" } } as const;
const agreed = { by: "second", says: "accept", settled: first.settled } as const;

describe("what a side says", () => {
  test.each<[string, SessionRecord, Said, object | null, readonly (readonly [string, string | null])[]]>([
    ["a first offer", empty, { by: "second", says: "offer", settled: second.settled }, second, []],
    ["what is left out of a later offer", after(first, second), { by: "first", says: "offer", settled: { term: "long" } }, { by: "first", says: "offer", settled: { fee: "low", term: "long" } }, []],
    ["an acceptance", after(first), { by: "second", says: "accept" }, agreed, []],
    ["leaving", after(first), { by: "second", says: "leave" }, { by: "second", says: "leave" }, []],
    ["an offer with everything wrong", empty, { by: "first", says: "offer", settled: { fee: "lo", prize: "all", constructor: "x" } }, null, [["unknown-name", "/settled/fee"], ["unknown-name", "/settled/prize"], ["unknown-name", "/settled/constructor"], ["missing-key", "/settled/term"]]],
    ["a stranger", empty, { by: "third", says: "leave" }, null, [["unknown-name", "/by"]]],
    ["an acceptance of nothing", empty, { by: "first", says: "accept" }, null, [["conflict", null]]],
    ["a move out of turn", after(first), { by: "first", says: "leave" }, null, [["conflict", null]]],
    ["a move after the end", after(first, agreed), { by: "first", says: "leave" }, null, [["conflict", null]]],
  ])("%s", (_, record, said, move, faults) => {
    const told = moveOf(negotiation, record, said, "session");
    expect([told.move, told.problems.map(({ code, pointer }) => [code, pointer])]).toEqual([move, faults]);
  });
});

const step = (number: number, content: RecordedStep["content"], text: string | null = null): RecordedStep => ({ number, by: "jane", at: `2026-01-0${number}T00:00:00Z`, content, text });

describe("a negotiation as its steps say", () => {
  const digest = `sha256:${"0".repeat(64)}`;
  const { moves } = after(first, second);
  const steps = [
    step(1, { step: "file", digest, agreement: "deal" }, "one"), step(2, { step: "begin", session: 1, version: 1, changeSet: 3, deal: digest, head: empty.head }, "the deal"), step(3, { step: "move", session: 1, move: moves[0]! }),
    step(4, { step: "file", digest, agreement: null }, "two"), step(5, { step: "begin", session: 2, version: 2, changeSet: 4, deal: null, head: empty.head }), step(6, { step: "move", session: 1, move: moves[1]! }),
  ];

  test("has its versions and its sessions, each with its own moves", () => {
    const kept = keptNegotiation("n", steps)!;
    expect(kept).toMatchObject({ steps: 6, changedAt: "2026-01-06T00:00:00Z", files: [{ number: 1, agreement: "deal", text: "one" }, { number: 2, agreement: null, text: "two" }], sessions: [{ number: 1, version: 1, deal: "the deal", problems: [], told: [{ by: "jane" }, { at: "2026-01-06T00:00:00Z" }] }, { number: 2, version: 2, changeSet: 4, deal: null }] });
    expect(kept.sessions.map(({ record }) => record.moves)).toEqual([moves, []]);
    expect(keptNegotiation("n", [])).toBeNull();
  });

  test("tells of a session that a move was taken out of or changed in it", () => {
    for (const altered of [steps.toSpliced(2, 1), steps.with(2, step(3, { step: "move", session: 1, move: { ...moves[0]!, settled: { fee: "high", term: "short" } } }))]) {
      expect(keptNegotiation("n", altered)!.sessions[0]).toMatchObject({ problems: [{ code: "unproven" }], record: { moves: [] } });
    }
  });
});
