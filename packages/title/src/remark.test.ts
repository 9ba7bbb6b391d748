import { describe, expect, it } from "vitest";
import type { Statement } from "./graph.js";
import { ownAssetKind, ownDerivationKind, ownUpstream } from "./own-word.js";
import { readRemark, remarkOf } from "./remark.js";

const statement: Statement = {
  id: "s", about: { kind: "asset", id: "a" }, what: "license-link", raw: "see the page", value: "https://acme.example/terms", scope: "metadata", part: null, rung: "concluded", by: "counsel", source: null,
  valid: { from: null, to: null }, recordedAt: "2026-03-01", supersedes: null,
};

describe("a remark", () => {
  it("says what the statement says, a conclusion as what somebody found", () => {
    expect(readRemark(remarkOf(statement))).toEqual({ what: "license-link", raw: "see the page", value: "https://acme.example/terms", scope: "metadata", rung: "detected", by: "counsel" });
  });

  it.each([["trusted", "unverified"], ["valid", "unverified"], ["invalid", "invalid"], ["not-bound", "not-bound"]])("reads that a signature is %s as that it is %s", (said, read) => {
    expect(readRemark(JSON.stringify({ what: "signature", value: said, rung: "detected" }))?.value).toBe(read);
  });

  it.each<[string, unknown]>([
    ["a fact", { what: "fact:lawful-access", value: true, rung: "declared" }],
    ["a word on a signature that is none", { what: "signature", value: "constructor", rung: "detected" }],
    ["a person", { what: "person-author", value: "Jane Roe", rung: "declared" }],
    ["how much of the origin is known", { what: "upstream", value: "complete", rung: "declared" }],
    ["a licensor", { what: "licensor", value: "us", rung: "declared" }],
    ["a conclusion", { what: "license", value: "MIT", rung: "concluded" }],
    ["a key more", { what: "license", value: "MIT", rung: "declared", supersedes: "s" }],
    ["a value that is none", { what: "license", value: ["MIT"], rung: "declared" }],
    ["a wording without end", { what: "rights", raw: "x".repeat(20_001), rung: "declared" }],
    ["no object", [1]],
  ])("is not read with %s", (_, remark) => {
    expect(readRemark(JSON.stringify(remark))).toBeNull();
  });

  it("is not read out of any other text", () => {
    expect(["", "{", "MIT", `${" ".repeat(40_001)}{}`].map(readRemark)).toEqual([null, null, null, null]);
  });
});

describe("a word of ours", () => {
  it("is one of the lists, with the prefix, and no other", () => {
    expect(["cleartitle:model", "cleartitle:toString", "model", "", null].map(ownAssetKind)).toEqual(["model", null, null, null, null]);
    expect(["cleartitle:finetune", "cleartitle:model", "cleartitle:", undefined].map(ownDerivationKind)).toEqual(["finetune", null, null, null]);
    expect(["partial", "undisclosed", "complete", "", undefined].map(ownUpstream)).toEqual(["partial", "undisclosed", null, null, null]);
  });
});
