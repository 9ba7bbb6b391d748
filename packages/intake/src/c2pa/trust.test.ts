import { describe, expect, it } from "vitest";
import { readForeignJson } from "../foreign-json.js";
import { judged } from "./trust.js";
import type { Origin } from "./trust.js";

const about = (...codes: string[]) => codes.map((code) => ({ code, url: "self#jumbf=/c2pa/L/c2pa.signature" }));
const store = (success: string[], failure: string[], more: object = {}) => readForeignJson(JSON.stringify({ manifests: {}, validation_results: { activeManifest: { success: about(...success), failure: about(...failure) } }, ...more }), "").root!;
const signed = "claimSignature.validated";
const bound = "assertion.dataHash.match";

describe("what is known of a manifest's signature", () => {
  it.each<[string, string[], string[], Origin, string]>([
    ["signed by somebody on the list, at a time that is shown", [signed, bound, "signingCredential.trusted", "timeStamp.trusted"], [], "checked", "trusted"],
    ["signed by somebody on the list, at a time that nobody vouches for", [signed, bound, "signingCredential.trusted", "timeStamp.validated"], [], "checked", "valid"],
    ["signed by somebody unknown", [signed, bound, "timeStamp.trusted"], ["signingCredential.untrusted"], "checked", "valid"],
    ["a certificate that has ended by the day of the import", [signed, bound], ["signingCredential.untrusted", "signingCredential.expired"], "checked", "valid"],
    ["an identity that nobody vouches for", [signed, bound], ["cawg.x509.credential.untrusted"], "checked", "valid"],
    ["a certificate that was taken back", [signed, bound], ["signingCredential.ocsp.revoked"], "checked", "invalid"],
    ["a file that was changed", [signed], ["assertion.dataHash.mismatch"], "checked", "invalid"],
    ["a claim that was changed", [bound], ["claimSignature.mismatch"], "checked", "invalid"],
    ["no signature", [bound], [], "checked", "invalid"],
    ["no hash of the file", [signed], [], "checked", "invalid"],
    ["no checks at all", [], [], "checked", "invalid"],
    ["manifests beside a file", [signed], ["assertion.dataHash.mismatch"], "not-bound", "not-bound"],
    ["manifests beside a file, changed", [], ["claimSignature.mismatch"], "not-bound", "invalid"],
    ["a report of what held", [signed, bound, "signingCredential.trusted", "timeStamp.trusted"], [], "reported", "unverified"],
    ["a report of what did not", [signed], ["assertion.dataHash.mismatch"], "reported", "invalid"],
  ])("%s", (_, success, failure, origin, trust) => {
    expect(judged(store(success, failure), origin, "L")("L").trust).toBe(trust);
  });

  it.each([
    ["by older tools", { validation_status: about("claimSignature.mismatch") }],
    ["of an ingredient", { manifests: { M: { ingredients: [{ validation_status: about("claimSignature.mismatch") }] } } }],
    ["since it was put in", { validation_results: { ingredientDeltas: [{ validationDeltas: { failure: about("assertion.hashedURI.mismatch") } }] } }],
  ])("finds what failed where it is told %s", (_, more) => {
    expect(judged(store([signed, bound], [], more), "checked", "M")("L").trust).toBe("invalid");
  });

  const ingredient = { label: "c2pa.ingredient.v3", active_manifest: "L" };
  const mismatch = { code: "claimSignature.mismatch" };
  const delta = (place: string, failure: object[]) => ({ validation_results: { activeManifest: { success: about(signed, bound) }, ingredientDeltas: [{ ingredientAssertionURI: place, validationDeltas: { failure } }] } });
  it.each<[string, object, string]>([
    ["by older tools, without an address", { manifests: { M: { ingredients: [{ ...ingredient, validation_status: [mismatch] }] }, L: {} } }, "invalid"],
    ["by newer tools, when it was put in", { manifests: { M: { ingredients: [{ ...ingredient, validation_results: { activeManifest: { failure: [mismatch] } } }] }, L: {} } }, "invalid"],
    ["by newer tools, at an address within it", { manifests: { M: { ingredients: [{ ...ingredient, validation_results: { activeManifest: { failure: [{ ...mismatch, url: "self#jumbf=c2pa.signature" }] } } }] }, L: {} } }, "invalid"],
    ["since, by the place of the ingredient", { manifests: { M: { ingredients: [ingredient] }, L: {} }, ...delta("self#jumbf=/c2pa/M/c2pa.assertions/c2pa.ingredient.v3", [mismatch]) }, "invalid"],
    ["since, of another ingredient", { manifests: { M: { ingredients: [ingredient, { label: "c2pa.ingredient.v3__1", active_manifest: "N" }] }, L: {}, N: {} }, ...delta("self#jumbf=/c2pa/M/c2pa.assertions/c2pa.ingredient.v3__1", [mismatch]) }, "valid"],
    ["as what held, among the rest", { manifests: { M: { ingredients: [{ ...ingredient, validation_status: [{ code: signed }, { code: bound }] }] }, L: {} } }, "valid"],
    ["of what went into it, at an address there", { manifests: { M: { ingredients: [{ ...ingredient, validation_results: { activeManifest: {}, ingredientDeltas: [{ validationDeltas: { failure: [{ ...mismatch, url: "self#jumbf=/c2pa/N/c2pa.signature" }] } }] } }] }, L: {}, N: {} } }, "valid"],
  ])("charges an ingredient's manifest with what failed at it, told %s", (_, more, trust) => {
    expect(judged(store([], [], more), "checked", "M")("L").trust).toBe(trust);
  });

  it("charges the active manifest with what failed at an ingredient that nobody can find", () => {
    expect(judged(store([], [], { manifests: { M: {} }, ...delta("self#jumbf=/c2pa/M/c2pa.assertions/c2pa.ingredient.v3", [mismatch]) }), "checked", "M")("M").failed).toEqual(["claimSignature.mismatch"]);
  });

  it("takes no failure of another manifest for one of this", () => {
    expect(judged(store([signed, bound], []), "checked", "M")("L-2")).toEqual({ trust: "valid", failed: [] });
    expect(judged(store([signed], ["assertion.dataHash.mismatch"]), "checked", "M")("L-2")).toEqual({ trust: "valid", failed: [] });
  });
});
