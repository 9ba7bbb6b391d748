import type { AskedModel } from "@cleartitle/model";
import { expect, test } from "vitest";
import { negotiationOf, nothingCleared } from "../negotiation.fixture.js";
import { solve } from "../solve.js";
import { valuedOf } from "../value/valued.js";
import { playSpoken, type Spoken } from "./persona.js";
import { begun, packageOf, readRecord, textOf, withMove } from "./record.js";
import { Simulated } from "./session.js";

const plain = negotiationOf({ price: { weights: [80, 20], of: { low: [100, 0], middle: [60, 60], high: [0, 100] } }, term: { weights: [20, 80], of: { short: [100, 0], long: [0, 100] } } }, { reservations: [40, 61.5], rounds: 3 });
const negotiation = { ...plain, parties: plain.parties.map((party) => ({ ...party, interests: [`what ${party.id} wants`] })) };
const solution = solve(negotiation, null, nothingCleared, { mostJoint: 100, mostAsked: 100, mostKept: 1000 }).solution!;

interface Shown {
  readonly youMay: { readonly says: string; readonly packages: readonly { readonly number: number; readonly package: object }[] };
}

/** A model that says always the same of whatever it is shown. */
function saying(answer: (shown: Shown) => { readonly package: number | null; readonly words: string } | null): { readonly model: AskedModel; readonly shown: string[] } {
  const shown: string[] = [];
  const ask: AskedModel["ask"] = async ({ material, form }) => {
    shown.push(material);
    const said = answer(JSON.parse(material) as Shown);
    return said === null ? { why: "its server could not be asked" } : { said: form.parse(said) };
  };
  return { shown, model: { name: "mock one", ask } };
}

const played = async (model: AskedModel, offered: readonly [string, string] = ["low", "short"]): Promise<Spoken> =>
  playSpoken(new Simulated(solution, 3), negotiation, withMove(begun({ negotiation: "n", file: "f", seed: 3, simulated: ["second"], persona: model.name }), { by: "first", says: "offer", settled: { price: offered[0], term: offered[1] } }), { sides: ["second"], file: "session", model });

test("a model words the move and chooses among what the tactic allows", async () => {
  const { model, shown } = saying(({ youMay }) => ({ package: youMay.packages.at(-1)!.number, words: "  Let us\u001b[2J\n meet. " }));
  const { record, notes } = await played(model);
  expect([record.moves[1], notes]).toMatchObject([{ by: "second", says: "offer", words: "Let us [2J meet." }, []]);
  expect(readRecord(textOf(record), "session")).toMatchObject({ problems: [], record: { head: { persona: "mock one" }, moves: [{}, { words: "Let us [2J meet." }] } });
  expect(shown[0]).toContain("what second wants");
  // What anything is worth, the least that is taken, and what the other side is after are not shown.
  expect(shown[0]).not.toMatch(/what first wants|weight|reservation|worth|61\.5|batna/);
});

test("whatever a model says, no package is worth less to its side than the least that it takes", async () => {
  for (const number of [1, 2, 3, 8, 0, -1, 1.5, 99, null]) {
    const { record }: Spoken = await playSpoken(new Simulated(solution, 3), negotiation, begun({ negotiation: "n", file: "f", seed: 3, simulated: ["first", "second"] }), { sides: ["first", "second"], file: "session", model: saying(() => ({ package: number, words: "x".repeat(2000) })).model });
    expect(record.moves.length).toBeGreaterThan(1);
    for (const { by, settled, words = "" } of record.moves) {
      const side = by === "first" ? 0 : 1;
      const whole = packageOf(negotiation, settled);
      expect(whole === null || valuedOf(negotiation, whole, nothingCleared)!.worth[side] >= solution.reservations[side]).toBe(true);
      expect(words.length).toBeLessThanOrEqual(500);
    }
  }
});

test.each<[string, Parameters<typeof saying>[0], RegExp]>([
  ["a package that is none", () => ({ package: 99, words: "take it" }), /does not allow/],
  ["nothing", () => null, /not heard: its server could not be asked/],
])("of %s the tactic goes on by itself, and that is told", async (_, answer, note) => {
  const { record, notes } = await played(saying(answer).model);
  const { settled } = new Simulated(solution, 3).play({ ...record, moves: record.moves.slice(0, 1) }, ["second"], "session").moves[1]!;
  expect([record.moves[1]!.settled, record.moves[1]!.words, notes]).toEqual([settled, undefined, [expect.stringMatching(note)]]);
});

test("where the tactic takes what was offered a model words it, and cannot refuse it", async () => {
  const { record } = await played(saying(() => ({ package: 7, words: "never" })).model, ["high", "long"]);
  expect(record.moves[1]).toMatchObject({ says: "accept", settled: { price: "high", term: "long" }, words: "never" });
});
