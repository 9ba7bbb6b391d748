import type { Condition } from "@cleartitle/norms";
import * as fc from "fast-check";
import { actions, assetKinds, circumstances, dates, derivationKinds, duties, facts, fields, groups, maybe, one, openOptions, openQuestions, partyKinds, places, purposes, recipients, record, restrictions, some } from "./vocabulary.js";

const roles = ["materials", "modification", "derivative", "extracted", "output", "output-set", "product"] as const;
const layers = ["copyright", "related", "contract", "personal-data", "secret"] as const;
const place = one([...places, ...groups]);

const leaf = fc.oneof(
  record({ purpose: some(purposes) }), record({ field: some(fields) }), record({ recipient: some(recipients) }), record({ actor: some(partyKinds) }),
  record({ place: fc.uniqueArray(place, { minLength: 1, maxLength: 2 }), of: maybe(one(["act", "offered", "hosted", "domicile"])) }),
  fc.tuple(one(["monthly-active-users", "employees"]), one(["atMost", "below", "above", "atLeast"]), one([10, 1000])).map(([quantity, bound, n]) => ({ quantity, of: "group", [bound]: n })),
  fc.tuple(one(facts), fc.boolean(), maybe(one(["act", "source", "object", "actor"]))).map(([fact, is, of]) => ({ fact, is, ...(of === undefined ? {} : { of }) })),
  record({ date: one(["act", "training", "use"]), from: one(dates) }), record({ kind: some(assetKinds), of: maybe(one(["source", "object"])) }), record({ derivation: some(derivationKinds) }),
  record({ exposure: fc.constant("copyright"), oneOf: some(["covered", "open", "cured"]) }),
  fc.constantFrom<unknown>(true, false, "unknown"),
);
const asked = fc.tuple(one(openQuestions), fc.tuple(leaf, leaf, leaf)).map(([position, tests]) => ({ position, options: Object.fromEntries(openOptions.map((o, i) => [o, tests[i]])) }));

/** Trees of tests, two levels deep at most. */
export const condition = fc.letrec<{ tree: unknown; list: unknown[] }>((tie) => ({
  tree: fc.oneof({ maxDepth: 2, depthSize: "small" }, { arbitrary: leaf, weight: 4 }, { arbitrary: asked, weight: 1 },
    tie("list").map((all) => ({ all })), tie("list").map((any) => ({ any })), tie("list").map((none) => ({ none }))),
  list: fc.array(tie("tree"), { minLength: 1, maxLength: 2 }),
})).tree as fc.Arbitrary<Condition>;

const body = {
  permit: record({ actions: some(actions, 4), layers: maybe(some(layers)), vests: maybe(one(["training", "generation"])), irrevocable: maybe(fc.constant(true)), offer: maybe(fc.constant(true)) }),
  prohibit: record({ actions: some(actions), layers: maybe(some(layers, 1)) }),
  oblige: record({
    do: one(duties), token: maybe(one(["Llama", "Qwen"])), due: maybe(one(["before", "with", "P30D", "continuous"])), reading: maybe(one(["precondition", "concurrent", "after"])), control: maybe(one(["own", "consent"])),
    outbound: maybe(record({ target: maybe(some(["MIT", "GPL-3.0-only", "Apache-2.0"])), mustImpose: maybe(some(restrictions, 1)), noFurtherRestrictions: maybe(fc.boolean()), extent: maybe(one(["work", "part"])) })),
  }),
};
const general = { on: maybe(some(roles, 3)), if: maybe(condition), verified: maybe(one(["primary", "secondary", "memory"])), inForce: maybe(record({ from: one(dates) })) };

type Body = Record<string, unknown>;
const norm = (kind: string, what: fc.Arbitrary<unknown>, more: Record<string, fc.Arbitrary<unknown>> = {}): fc.Arbitrary<Body> => record({ [kind]: what, ...general, ...more });

const permit = norm("permit", body.permit);
const prohibit = norm("prohibit", body.prohibit);
const oblige = norm("oblige", body.oblige, { when: some(actions) });
const end = norm("terminate", record({ on: one(["breach", "litigation"]), how: one(["automatic", "notice"]), cure: maybe(fc.constant("P30D")), reaches: maybe(some(roles)) }));
const assignment = norm("assign", record({ what: fc.constant("output"), to: one(["licensee", "licensor"]), ifCompliant: maybe(fc.boolean()) }));
const release = norm("release", record({ actions: some(actions), from: one(dates) }));
const conversion = norm("convert", record({ on: one(dates), to: one(["MIT", "GPL-3.0-only"]) }));

/** Norms of an instrument, with ids by their place; what refers to others (`except`, `survive`) names the first permit. */
export const norms = fc.tuple(
  fc.array(fc.oneof({ arbitrary: permit, weight: 5 }, { arbitrary: prohibit, weight: 3 }, { arbitrary: oblige, weight: 3 }, end, assignment, release, conversion), { maxLength: 5 }),
  maybe(condition), maybe(some(["term", "termination", "withdrawal"])),
).map(([list, taken, survives]) => {
  const numbered: Body[] = list.map((each, i) => ({ id: `n${i}`, cite: `s. ${i}`, ...each }));
  const first = numbered.find((each) => each["permit"] !== undefined)?.["id"];
  if (first === undefined) return numbered;
  if (taken !== undefined) numbered.push({ id: "taken", cite: "s. x", except: { from: [first] }, if: taken });
  if (survives !== undefined) numbered.push({ id: "survives", cite: "s. y", survive: { norms: [first], after: survives } });
  return numbered;
});

const presumption = norm("presume", fc.record({ fact: one(circumstances), is: fc.boolean() }));
/** Norms of a rule of law; copyright is raised by the rule itself. */
export const legalNorms = fc.array(fc.oneof(
  { arbitrary: permit, weight: 3 }, { arbitrary: prohibit, weight: 2 }, { arbitrary: oblige, weight: 1 },
  norm("unprotect", record({ layer: one(["copyright", "related"]), actions: maybe(some(actions)) })),
  norm("raise", record({ layer: one(["related", "personal-data", "contract"]), as: one(["reserved", "free"]) })),
  norm("override", record({ instruments: some(["license", "terms"]), actions: some(actions) })),
  norm("taint", record({ layer: fc.constant("copyright"), through: some(derivationKinds, 4) })),
  presumption,
), { maxLength: 3 }).map((list) => list.map((each, i) => ({ id: `l${i}`, cite: `art. ${i}`, ...each })));
