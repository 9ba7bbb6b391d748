import { levelOrder, type Interval } from "@cleartitle/norms";
import { expect, test } from "vitest";
import * as fc from "fast-check";
import { answer } from "../fail-open/plain-world.js";
import { changed } from "./change.js";
import { holds, intervalOf, patience } from "./property.js";
import { circumstances, fields, one, partyKinds, places, purposes, some } from "../worlds/vocabulary.js";
import { anyWorld } from "../worlds/rare-world.js";
import { type RandomWorld, type TitleText } from "../worlds/world-arbitrary.js";

type Raw = Record<string, unknown>;

/** A presumption stands in for what is not known, so that learning may go against it: such rules are left out here. */
const withoutPresumptions = (world: RandomWorld): RandomWorld => ({
  ...world, laws: world.laws.map((law) => ({ ...law, norms: (law["norms"] as Raw[]).filter((norm) => norm["presume"] === undefined) })),
});
const isInside = (inner: Interval, outer: Interval): boolean => levelOrder(inner.best, outer.best) >= 0 && levelOrder(inner.worst, outer.worst) <= 0;

function learned(world: RandomWorld, learn: (title: TitleText) => void) {
  const known = withoutPresumptions(world);
  const [before, after] = [intervalOf(known), intervalOf(changed(known, learn))];
  return { before, after, narrows: isInside(after, before) };
}

/** Everything that says anything of a fact: the asset, an act, a party, a statement or the use. */
const speaks = (title: TitleText, fact: string): boolean => {
  const tables = [...title.assets, ...title.derivations, ...title.parties, ...Object.values(title.uses)].map((r) => r["facts"] as Raw | undefined);
  return tables.some((t) => t !== undefined && Object.hasOwn(t, fact)) || title.statements.some((s) => s["what"] === `fact:${fact}`);
};

test("a fact of an asset that nobody spoke of", patience, () => {
  holds(fc.tuple(anyWorld, one(circumstances), fc.nat(7), fc.boolean()), ([world, fact, at, value]) => {
    fc.pre(!speaks(world.title, fact));
    const asset = world.title.assets[at % world.title.assets.length]!["id"];
    expect(learned(world, (title) => void title.statements.push({ id: "learned", about: asset, what: `fact:${fact}`, value, rung: "concluded" }))).toMatchObject({ narrows: true });
  }, 24);
});

test("what a recorded act was done for, and in which field", patience, () => {
  holds(fc.tuple(anyWorld, fc.nat(7), one(["purpose", "field"]), some(purposes), some(fields, 1)), ([world, at, what, purpose, field]) => {
    const act = world.title.derivations[at % Math.max(1, world.title.derivations.length)];
    fc.pre(act !== undefined && act[what] === undefined);
    expect(learned(world, (title) => void (title.derivations.find((d) => d["id"] === act["id"])![what] = what === "purpose" ? purpose : field))).toMatchObject({ narrows: true });
  }, 24);
});

test("where a recorded act was done", patience, () => {
  holds(fc.tuple(anyWorld, fc.nat(7), one(places)), ([world, at, place]) => {
    const act = world.title.derivations[at % Math.max(1, world.title.derivations.length)];
    fc.pre(act !== undefined && Array.isArray(act["in"]) && act["in"].length > 1 && act["in"].includes(place));
    expect(learned(world, (title) => void (title.derivations.find((d) => d["id"] === act["id"])!["in"] = [place]))).toMatchObject({ narrows: true });
  }, 24);
});

test("what kind of party it is, and how large", patience, () => {
  holds(fc.tuple(anyWorld, fc.nat(2), one(partyKinds), one([5, 100, 5000])), ([world, at, kind, atMost]) => {
    const party = world.title.parties[at]!;
    fc.pre(party["kind"] === undefined || party["facts"] === undefined);
    expect(learned(world, (title) => {
      const known = title.parties[at]!;
      if (known["kind"] === undefined) known["kind"] = kind;
      else known["facts"] = { "monthly-active-users": { atMost } };
    })).toMatchObject({ narrows: true });
  }, 24);
});

test("an exposure that was unknown and turns out to be covered, or open", () => {
  const use = { id: "use", cite: "s. 1", permit: { actions: ["host", "run", "distribute"] } };
  const make = { id: "make", cite: "s. 2", permit: { actions: ["reproduce", "adapt"] }, if: { field: ["general"] } };
  const finetuned = (more: Raw) => answer({
    norms: [use, make], text: { reach: { materials: { finetune: "materials" } } }, use: { of: "tuned" },
    title: { derivations: [{ id: "d", from: ["model"], to: "tuned", by: "finetune", who: "us", on: "2026-01-01", in: ["US"], purpose: ["commercial"], ...more }] },
  });
  const [unknown, covered, open] = [{}, { field: ["general"] }, { field: ["medical"] }].map(finetuned);
  expect([unknown, covered, open].map((d) => [d?.decision, d?.exposure.map((e) => e.state)])).toEqual([["conditional", ["unknown"]], ["cleared", ["covered"]], ["conditional", ["open"]]]);
  expect([covered, open].map((d) => isInside(d!, unknown!))).toEqual([true, true]);
});
