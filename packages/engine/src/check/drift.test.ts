import type { Decision, OptionReport, Reason } from "../decision.js";
import type { TitleGraph } from "@cleartitle/title";
import { describe, expect, test } from "vitest";
import { driftOf } from "./drift.js";

const option = (rest: Partial<OptionReport>): OptionReport => ({
  kind: "granted", instrument: "CC-BY-NC-4.0", norm: null, fails: "purpose", interval: { best: "blocked", worst: "blocked" }, cite: "s.2(a)(1)", quote: null, verified: "primary", premises: [], ...rest,
});
const reason = (asset: string, path: readonly string[], options: readonly OptionReport[], rest: Partial<Reason> = {}): Reason =>
  ({ id: "r1", decision: "blocked", tense: "present", asset, layer: "copyright", path, options, ...rest }) as Reason;
const asked = (...reasons: Reason[]): Decision => ({ use: { of: "tuned" }, reasons }) as unknown as Decision;
const graph = { assets: new Map([["tuned", "model"], ["base", "model"], ["text", "dataset"], ["app", "code"]].map(([id, kind]) => [id, { id, kind }])) } as unknown as TitleGraph;
const base = (...options: OptionReport[]): Reason => reason("base", ["tuned", "base"], options);

describe("drift of a declared license", () => {
  test.each<[string, Decision, string | null, readonly (readonly unknown[])[]]>([
    ["a source that gives less", asked(base(option({}))), "Apache-2.0", [["base", "CC-BY-NC-4.0", "refused", "model", 1]]],
    ["a source that asks for other terms", asked(base(option({ instrument: "GPL-3.0-only", fails: "outbound license" }))), "MIT", [["base", "GPL-3.0-only", "outbound", "model", 1]]],
    ["data that a model learned from", asked(reason("text", ["tuned", "text"], [option({})])), "MIT", [["text", "CC-BY-NC-4.0", "refused", "data", 1]]],
    ["data two derivations up", asked(reason("text", ["tuned", "base", "text"], [option({})])), "MIT", [["text", "CC-BY-NC-4.0", "refused", "data", 2]]],
    ["a model in code", { ...asked(reason("base", ["app", "base"], [option({})])), use: { of: "app" } } as unknown as Decision, "MIT", [["base", "CC-BY-NC-4.0", "refused", "inclusion", 1]]],
    ["one source, several reasons", asked(base(option({})), base(option({}))), "MIT", [["base", "CC-BY-NC-4.0", "refused", "model", 1]]],
    ["no license is declared", asked(base(option({}))), null, []],
    ["terms nobody knows", asked(base(option({ instrument: "odd", fails: "terms unknown", verified: "unverified" }))), "MIT", []],
    ["an answer that is only open", asked(reason("base", ["tuned", "base"], [option({})], { decision: "unresolved" })), "MIT", []],
    ["its own license refuses too", asked(reason("tuned", ["tuned"], [option({})]), base(option({}))), "CC-BY-NC-4.0", []],
    ["its own license refuses too, and the source asks for other terms", asked(reason("tuned", ["tuned"], [option({})]), base(option({ fails: "outbound license" }))), "CC-BY-NC-4.0", [["base", "CC-BY-NC-4.0", "outbound", "model", 1]]],
    ["another layer", asked(reason("base", ["tuned", "base"], [option({})], { layer: "personal-data" })), "MIT", []],
  ])("%s", (_, decision, declared, expected) => {
    expect(driftOf(decision, declared, graph).map((d) => [d.source, d.license, d.why, d.through, d.depth])).toEqual(expected);
  });
});
