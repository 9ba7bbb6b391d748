import { readFileSync } from "node:fs";
import { readDeal } from "@cleartitle/agreements";
import { decide } from "@cleartitle/engine";
import { Clearings, readNegotiation, solve } from "@cleartitle/negotiation";
import { readTitleFile } from "@cleartitle/title";
import { expect, test } from "vitest";
import { catalogue, library } from "../cases/clause-house.js";

const { taxonomies } = catalogue;
const house = { library, taxonomies };
const text = (name: string): string => readFileSync(new URL(`../../examples/code-model/${name}`, import.meta.url), "utf8");
const base = readDeal(text("deal/ours.yaml"), { file: "ours.yaml", ...house }).file;
const world = { catalogue, graph: readTitleFile(text("cleartitle.yaml"), { file: "cleartitle.yaml", taxonomies }).graph! };

const sides = { first: [9, 4, 2], second: [3, 8, 6] } as const;
const valuesOf = (weights: readonly number[]): string => `{ outputs: { weight: ${weights[0]}, of: { theirs: 0, middle: 100 } }, weights: { weight: ${weights[1]}, of: { theirs: 30, middle: 60, fewer: 50 } }, after: { weight: ${weights[2]}, of: { theirs: 20, middle: 80 } } }`;
const { negotiation } = readNegotiation(`id: n
title: Two options that differ in words alone
deal: ours.yaml
title-file: ../cleartitle.yaml
issues:
  - { id: outputs, topic: outputs, options: { theirs: { version: licensor }, middle: { version: neutral } } }
  - { id: weights, topic: improvements, options: { theirs: { version: licensor }, middle: { version: neutral }, fewer: { version: neutral, with: { improvement: [adapters] } } } }
  - { id: after, topic: model-after-term, options: { theirs: { version: licensor }, middle: { version: neutral } } }
parties:
  - { id: first, values: ${valuesOf(sides.first)}, releases: { launch: 6, keep-serving: 5 }, duty: 1, reservation: 0, batna: { is: nothing, value: 0 } }
  - { id: second, values: ${valuesOf(sides.second.map((weight) => -weight + 10))}, reservation: 0, batna: { is: nothing, value: 0 } }
`, { file: "n.yaml", house });

const made = () => new Clearings(negotiation!, base, world, { house, decide });

test("packages that differ in words alone are asked once, each answer is that of asking it for itself, and the efficient ones are those of all packages laid out", () => {
  const all = negotiation!.issues.reduce<readonly (readonly string[])[]>((settled, { options }) => settled.flatMap((each) => Object.keys(options).map((option) => [...each, option])), [[]]);
  const together = made();
  const worths = all.map((settled) => {
    const alone = made();
    const clearing = alone.of(settled);
    expect([clearing.faults, together.of(settled)]).toEqual([[], clearing]);
    const own = negotiation!.parties.map(({ values }, side) => settled.reduce((sum, option, at) => sum + values[negotiation!.issues[at]!.id]!.weight * values[negotiation!.issues[at]!.id]!.of[option]!, alone.worth(clearing)[side]!));
    return { settled: settled.join(" "), worth: own };
  });
  expect(together.decided).toBeLessThan(all.length * together.uses.length);
  const best = worths.filter(({ worth: [a, b] }) => !worths.some(({ worth: [c, d] }) => c! >= a! && d! >= b! && (c! > a! || d! > b!)));
  const { solution } = solve(negotiation!, base, made(), { mostJoint: 1_000, mostAsked: 1_000, mostKept: 1_000 });
  expect(solution?.frontier.cut).toBeNull();
  expect(solution?.frontier.packages.map(({ settled, worth }) => ({ settled: settled.join(" "), worth: [...worth] })).toSorted((a, b) => (a.settled < b.settled ? -1 : 1))).toEqual(best.toSorted((a, b) => (a.settled < b.settled ? -1 : 1)));
});
