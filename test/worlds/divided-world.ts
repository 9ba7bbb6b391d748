import * as fc from "fast-check";
import { maybe, one, openOptions, openQuestions, parts, record } from "./vocabulary.js";
import { seldomTested } from "./whole-world.js";
import { asked } from "./world-arbitrary.js";
import type { StrangeWorld } from "./world-asked.js";

/** Duties that a law of a part of a country has. */
const duties = fc.array(record({ jurisdiction: one(parts), object: maybe(one(["source"])), if: maybe(seldomTested) }), { maxLength: 2 }).map((list) => list.map(({ jurisdiction, object, if: when }, i): Record<string, unknown> => ({
  id: `binds-${i}`, kind: "statute", title: "binds", source: [{ what: "a random world", where: "test/differential" }], reviewed: "2026-01-01", verified: "primary", jurisdiction, authority: ["Act"], authorityKind: "statute", confidence: "settled",
  norms: [{ id: "d", cite: "s. 1", oblige: { do: "attribute", ...(object === undefined ? {} : { object }) }, when: ["host", "distribute", "train-on", "run", "reproduce"], ...(when === undefined ? {} : { if: when }) }],
})));

/** A world in which one country is a part of another, where the use is asked: what named it names that part. Of a further part nothing speaks but duties that bind there alone, and at times an open question that is answered there. */
export const dividedOf = (world: fc.Arbitrary<StrangeWorld>): fc.Arbitrary<StrangeWorld> => fc.tuple(world, duties, maybe(fc.tuple(one(openQuestions), one(openOptions)))).map(([strange, binding, answered]) => {
  const named = JSON.parse(JSON.stringify(strange).replaceAll('"FR"', `"${parts[0]}"`)) as StrangeWorld;
  const { title } = named.world;
  const positions = answered === undefined ? title.positions : { ...title.positions, [answered[0]]: { US: openOptions[0], [parts[1]]: answered[1] } };
  return { ...named, laws: [...named.laws, ...binding], world: { ...named.world, title: { ...title, positions, uses: { [asked]: { ...title.uses[asked], in: ["US", "DE"] } } } } };
});
