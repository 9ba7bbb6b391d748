import { describe, expect, it } from "vitest";
import { z } from "zod";
import { check } from "./check.js";
import { Condition } from "./condition.js";
import { Norm } from "./norm.js";
import { IsoDate } from "./standing.js";
import { readYaml } from "./yaml-document.js";

const Thing = z.strictObject({ id: z.string(), on: IsoDate.optional(), kind: z.enum(["model", "dataset"]).optional(), list: z.array(z.strictObject({ name: z.string(), n: z.number().min(1).optional() })).optional(), if: Condition.optional() });

const faults = (schema: z.ZodType, text: string) => check(schema, readYaml(text, { file: "f.yaml" }).document!).problems.map((p) => `${p.line}:${p.column} ${p.code} ${p.message}${p.hint === null ? "" : ` (${p.hint})`}`);

describe("check", () => {
  it("gives the value when all is well", () => expect(check(Thing, readYaml("id: a\non: \"2026-02-28\"\n", { file: "f" }).document!)).toEqual({ value: { id: "a", on: "2026-02-28" }, problems: [] }));

  it("reports everything at once, each where it is", () => {
    expect(faults(Thing, "idd: a\non: \"2026-02-30\"\nkind: modle\nlist:\n  - {nam: b, n: 0}\n")).toEqual([
      "1:1 missing-key the key `id` is missing",
      "2:5 impossible-date there is no day `2026-02-30`",
      "3:7 unknown-name `modle` is no name known here (did you mean `model`?)",
      "5:5 missing-key the key `name` is missing",
      "5:17 bad-value `0` is less than 1",
      "5:6 unknown-key the key `nam` is not known here (did you mean `name`?)",
      "1:1 unknown-key the key `idd` is not known here (did you mean `id`?)",
    ]);
  });

  it.each([
    ["id: 1.10\n", ["1:5 wrong-type a number stands where a string is expected (put it in quotes)"]],
    ["id: a\nlist: {name: b}\n", ["2:7 wrong-type a mapping stands where a list is expected (write it as a list: [a, b])"]],
    ["id: a\nif: {purpos: [research]}\n", ["2:6 unknown-key the key `purpos` is not known here (did you mean `purpose`?)"]],
    ["id: a\nif: {any: [{purpose: [research]}, {fact: x, is: true, off: act}]}\n", ["2:55 unknown-key the key `off` is not known here (did you mean `of`?)"]],
    ["id: a\nif: {purpose: research}\n", ["2:15 wrong-type a string stands where a list is expected (write it as a list: [a, b])"]],
    ["id: a\nif: {quantity: x, of: actor, atMost: 1, below: 2}\n", ["2:5 bad-value a quantity test has exactly one of `atMost`, `below`, `above`, `atLeast`"]],
    ["id: a\nif: {all: [], any: []}\n", ["2:15 unknown-key the key `any` does not go with the others here"]],
    ["id: a\nif: maybe\n", ["2:5 unknown-name `maybe` is no name known here (one of `unknown`)"]],
  ])("says what is nearest to a union: %j", (text, expected) => expect(faults(Thing, text)).toEqual(expected));

  it("reports what a transform finds", () => {
    expect(faults(z.array(Norm), "- {id: a, cite: s}\n- {id: b, cite: s, oblige: {do: attribute}}\n")).toEqual([
      expect.stringMatching(/^1:3 bad-value a norm has exactly one of .* this one has 0$/),
      expect.stringMatching(/^2:3 bad-value an `oblige` names the acts that trigger it in `when`$/),
    ]);
  });
});
