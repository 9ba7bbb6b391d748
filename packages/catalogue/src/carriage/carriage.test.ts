import { Instrument } from "@cleartitle/norms";
import { describe, expect, it, test } from "vitest";
import { openCatalogue } from "../open-catalogue.js";
import { carriageOf } from "./carriage.js";
import { rightReading } from "./right-reading.js";
import { dutyGroups, travelReading } from "./travel-reading.js";
import type { Carrier } from "./vocabulary.js";

const catalogue = openCatalogue().catalogue!;
const { rights, travel, terms } = catalogue.vocabulary!;

const base = {
  id: "LicenseRef-X", kind: "license", title: "X", source: [{ what: "a test", where: "here" }], verified: "primary", reviewed: "2026-01-01", rest: "silent", speaksOf: { training: false, outputs: false, weights: false },
  bindsBy: ["reliance", "employer"], imposes: ["notices"], reach: { materials: { train: "free", finetune: "derivative", generate: "output" } },
};
const grant = { id: "grant", permit: { actions: ["run", "reproduce", "adapt", "distribute"] }, on: ["materials", "derivative"], cite: "1" };
const text = (norms: readonly object[], rest: object = {}): Instrument => Instrument.parse({ ...base, norms, ...rest });
const carried = (norms: readonly object[], by: readonly Carrier[], rest: object = {}) => carriageOf(text(norms, rest), { id: "t", group: "g", title: "t", by: [...by] }, catalogue);

const inField = { id: "ban", prohibit: { actions: ["host"] }, if: { field: ["military"] }, cite: "2" };
const duty = { id: "name", oblige: { do: "attribute", outbound: { target: ["MIT"] } }, when: ["distribute"], if: { any: [{ purpose: ["internal"] }] }, cite: "3" };
const end = { id: "end", terminate: { on: "breach", how: "automatic", cure: "P30D" }, cite: "4" };

describe("what carries a term", () => {
  it.each<[string, readonly object[], Carrier, ReturnType<typeof carriageOf>]>([
    ["a duty", [duty], { duty: ["attribute"] }, { as: "duty", where: ["name"], via: null, why: null }], ["another duty", [duty], { duty: ["register"] }, null], ["acts that trigger it", [duty], { norm: ["oblige"], actions: ["distribute"] }, { as: "duty", where: ["name"], via: null, why: null }],
    ["a purpose it tests", [duty], { purposes: ["internal"] }, { as: "duty", where: ["name"], via: null, why: null }], ["a key of outbound", [duty], { outbound: ["target"] }, { as: "duty", where: ["name"], via: null, why: null }], ["one it has not", [duty], { outbound: ["mustPermit"] }, null],
    ["a ban in a field is a use restriction", [inField], { norm: ["prohibit"], reads: ["field"] }, { as: "norm", where: ["ban"], via: null, why: null }], ["and no ban of the act", [inField], { norm: ["prohibit"], actions: ["host"] }, null],
    ["an end", [end], { ends: ["breach"], cure: true }, { as: "norm", where: ["end"], via: null, why: null }], ["an end by something else", [end], { ends: ["litigation"] }, null], ["a role", [grant], { norm: ["permit"], on: ["derivative"] }, { as: "norm", where: ["grant"], via: null, why: null }],
    ["acts it lacks", [grant], { norm: ["permit"], lacks: ["host"] }, { as: "norm", where: ["grant"], via: null, why: null }], ["acts it does not lack", [grant], { norm: ["permit"], lacks: ["run"] }, null], ["a role that comes of it", [], { reach: "free" }, { as: "reach", where: ["reach of materials"], via: null, why: null }],
    ["a property", [], { record: "bindsBy", is: ["employer"] }, { as: "record", where: ["bindsBy"], via: null, why: null }], ["a property it lacks", [], { record: "compatible" }, null], ["a restriction set", [], { imposes: ["notices"] }, { as: "record", where: ["imposes"], via: null, why: null }],
    ["a layer that no permit gives", [grant], { withholds: ["mark"] }, { as: "record", where: ["layers of the permits"], via: null, why: null }], ["a layer that one gives", [grant], { withholds: ["copyright"] }, null],
    ["a fact", [{ id: "f", prohibit: { actions: ["run"] }, if: { none: [{ fact: "modified", is: true }] }, cite: "5" }], { facts: ["modified"] }, { as: "fact", where: ["f"], via: null, why: null }],
  ])("%s", (_, norms, carrier, expected) => expect(carried(norms, [carrier])).toEqual(expected));

  it("a text that is changed or taken in carries it too, but for what is struck out or said anew", () => {
    const over = { id: "over", modify: { base: "Apache-2.0" }, cite: "0" };
    expect(carried([over], [{ duty: ["state-changes"] }])).toMatchObject({ as: "duty", via: "Apache-2.0" });
    expect(carried([{ ...over, modify: { base: "Apache-2.0", drop: ["changes"] } }], [{ duty: ["state-changes"] }])).toBeNull();
    expect(carried([over, { id: "changes", oblige: { do: "register" }, when: ["distribute"], cite: "0" }], [{ duty: ["state-changes"] }])).toBeNull();
  });

  it("a note is the last resort", () => {
    const noted = { noted: { t: "why norms do not say it, in a sentence" } };
    expect(carried([], [], noted)).toEqual({ as: "note", where: [], via: null, why: noted.noted.t });
    expect(carried([duty], [{ duty: ["attribute"] }], noted)).toMatchObject({ as: "duty" });
  });
});

test("no record notes what its norms carry", () => {
  const needless = [...catalogue.instruments.values()].flatMap((each) => Object.keys(each.noted ?? {}).filter((id) => carriageOf({ ...each, noted: {} }, terms.find((term) => term.id === id)!, catalogue) !== null).map((id) => `${each.id}: ${id}`));
  expect(needless).toEqual([]);
});

const reading = (norms: readonly object[], right: string, rest: object = {}) => rightReading(text(norms, rest), rights.find((each) => each.id === right)!, catalogue);
const only = (condition: object) => [{ ...grant, if: condition }];

describe("what a record says of a right", () => {
  it.each<[string, string, readonly object[], string, object?]>([
    ["by name", "use", [grant], "granted"], ["by what it needs", "host", [grant], "implied"], ["an act of its own is given by name", "distribute", [{ ...grant, permit: { actions: ["reproduce"] } }], "silent"], ["kept back by the text", "sublicense", [grant], "withheld", { rest: "reserved" }],
    ["a condition", "use", only({ fact: "modified", is: false }), "conditional"], ["research", "use", only({ purpose: ["academic-research"] }), "research"], ["all: the narrowest", "use", only({ all: [{ purpose: ["research"] }, { none: [{ purpose: ["commercial"] }] }] }), "research"],
    ["any: the widest", "use", only({ any: [{ purpose: ["personal"] }, { fact: "modified", is: true }] }), "conditional"], ["none of commerce", "use", only({ none: [{ purpose: ["commercial"] }] }), "non-commercial"], ["commerce then", "commercial", only({ purpose: ["non-commercial"] }), "withheld"],
    ["taken back", "host", [grant, { id: "x", except: { from: ["grant"], actions: ["host"] }, cite: "2" }], "withheld"], ["a ban", "use", [grant, { id: "x", prohibit: { actions: ["run"] }, cite: "2" }], "withheld"], ["a ban in a field", "use", [grant, { id: "x", prohibit: { actions: ["run"] }, if: { field: ["military"] }, cite: "2" }], "conditional"],
    ["an offer", "use", [{ ...grant, permit: { actions: ["run"], offer: true } }], "offered"], ["consent of another", "use", [grant, { id: "x", oblige: { do: "obtain-license", control: "consent" }, when: ["run"], cite: "2" }], "conditional"],
    ["what is built on it", "distribute-derivatives", [grant], "granted"], ["not shared", "distribute-derivatives", [{ ...grant, permit: { actions: ["adapt", "reproduce"] } }, { ...grant, id: "share", on: ["materials"] }], "silent"], ["another layer", "patent", [grant], "silent"],
  ])("%s: %s", (_, right, norms, expected, rest = {}) => expect(reading(norms, right, rest)).toBe(expected));
});

const going = (norms: readonly object[], way: string) => travelReading(text(norms), travel.find((each) => each.id === way)!, { ...catalogue, groups: dutyGroups(terms) });

describe("how a text travels", () => {
  it.each<[string, readonly object[], ReturnType<typeof going>]>([
    ["copy", [grant, duty], { role: "materials", attaches: ["notice"] }], ["fine-tune", [grant, duty], { role: "derivative", attaches: [] }], ["merge", [grant], { role: "materials", attaches: [] }], ["quantize", [grant, duty], { role: "silent", attaches: ["notice"] }],
    ["train", [grant], { role: "free", attaches: ["not-given"] }], ["output", [grant], { role: "output", attaches: ["not-given"] }], ["host", [grant, { id: "x", prohibit: { actions: ["host"] }, cite: "2" }], { role: "materials", attaches: ["banned", "not-given"] }],
    ["host", [inField], { role: "materials", attaches: ["limit", "not-given", "restrictions"] }],
  ])("%s", (way, norms, expected) => expect(going(norms, way)).toEqual(expected));
});
