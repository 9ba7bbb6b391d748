import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (...files: [string, string | Uint8Array][]) => importFrom(files.map(([path, content]) => memoryFile(path, content)), { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const store = (manifest: object, more: object = {}) => JSON.stringify({ active_manifest: "urn:c2pa:1", manifests: { "urn:c2pa:1": { format: "image/jpeg", ...manifest }, ...more } });
const links = ({ graph }: Read) => [...graph.derivations.values()].map((each) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${each.from.join(" ")} ${each.during.from ?? ""}`.trim());
const said = ({ graph }: Read, ...what: string[]) => graph.statements.filter((each) => what.includes(each.what)).map((each) => each.value).toSorted();
const actions = (...list: object[]) => ({ assertions: [{ label: "c2pa.actions.v2", data: { actions: list } }] });
const type = (name: string) => `http://cv.iptc.org/newscodes/digitalsourcetype/${name}`;
const self = "c2pa:urn:c2pa:1";

describe("manifests of content", () => {
  it.each<[string, object, string[], string]>([
    ["a capture", actions({ action: "c2pa.created", digitalSourceType: type("digitalCapture") }), [], "document"],
    ["what a named service generated", actions({ action: "c2pa.created", digitalSourceType: type("trainedAlgorithmicMedia"), softwareAgent: { name: "Maker" }, when: "2026-03-01T10:00:00Z" }), [`generate ${self}#model/Maker 2026-03-01`], "output"],
    ["what was generated, with the service as the claim's own", { claim_generator: "Maker_X/2.0 rs/1", ...actions({ action: "c2pa.created", digitalSourceType: type("trainedAlgorithmicMedia") }) }, [`generate ${self}#model/Maker_X`], "output"],
    ["a picture with generated parts", { ingredients: [{ relationship: "parentOf", instance_id: "i1" }], ...actions({ action: "c2pa.opened" }, { action: "c2pa.edited", digitalSourceType: type("compositeWithTrainedAlgorithmicMedia"), softwareAgent: "Filler" }) }, ["?convert c2pa:i1", `generate ${self}#model/Filler`], "document"],
    ["a copy", { ingredients: [{ relationship: "parentOf", instance_id: "i1" }], ...actions({ action: "c2pa.opened" }, { action: "c2pa.published" }) }, ["copy c2pa:i1"], "document"],
    ["something placed in it, which changes what is shown", { ingredients: [{ relationship: "parentOf", instance_id: "i1" }], ...actions({ action: "c2pa.opened" }, { action: "c2pa.placed" }) }, ["?convert c2pa:i1"], "document"],
    ["a copy with other metadata", { ingredients: [{ relationship: "parentOf", instance_id: "i1" }], ...actions({ action: "c2pa.opened" }, { action: "c2pa.edited.metadata" }) }, ["copy c2pa:i1"], "document"],
    ["another size", { ingredients: [{ relationship: "parentOf", instance_id: "i1" }], ...actions({ action: "c2pa.opened" }, { action: "c2pa.resized" }) }, ["convert c2pa:i1"], "document"],
    ["a parent and no acts", { ingredients: [{ relationship: "parentOf", instance_id: "i1" }] }, ["?convert c2pa:i1"], "document"],
    ["parts, one with a manifest", { ingredients: [{ relationship: "componentOf", instance_id: "i1" }, { relationship: "componentOf", active_manifest: "urn:c2pa:2" }] }, ["include c2pa:i1 c2pa:urn:c2pa:2"], "document"],
    ["a model and a prompt as inputs", { ingredients: [{ relationship: "inputTo", title: "Jane Doe asks", data_types: [{ type: "c2pa.types.generator.prompt" }] }, { relationship: "inputTo", instance_id: "m1", data_types: [{ type: "c2pa.types.model.onnx" }] }] }, ["?generate c2pa:m1", `prompt ${self}#ingredient/0`], "document"],
  ])("tell %s", async (_, manifest, expected, kind) => {
    const found = await read(["r.json", store(manifest)]);
    expect([found.problems, links(found).toSorted(), found.graph.assets.get(self)?.kind]).toEqual([[], expected.toSorted(), kind]);
    expect(JSON.stringify([[...found.graph.assets.values()], found.graph.statements, found.graph.findings])).not.toContain("Jane");
  });

  it.each<[string, object, unknown[], unknown[]]>([
    ["not allowed", { "c2pa.ai_training": { use: "notAllowed" }, "c2pa.data_mining": { use: "allowed" } }, ["ai_training: notAllowed", "data_mining: allowed"], ["c2pa_or_iptc_metadata", true, true]],
    ["allowed under terms", { "cawg.data_mining": { use: "constrained", constraint_info: "ask us" } }, ["data_mining: constrained"], ["c2pa_or_iptc_metadata", true, true]],
    ["allowed", { "cawg.ai_generative_training": { use: "allowed" } }, ["ai_generative_training: allowed"], []],
    ["not allowed for a use that nobody knows", { "acme.ai_style_training": { use: "notAllowed" } }, ["acme.ai_style_training: notAllowed"], ["c2pa_or_iptc_metadata", true, true]],
    ["named without a word on whether it is allowed", { "cawg.ai_training": { constraint_info: "ask us" } }, ["ai_training: unsaid"], ["c2pa_or_iptc_metadata", true, true]],
    ["not allowed for running a model on it", { "cawg.ai_inference": { use: "notAllowed" } }, ["ai_inference: notAllowed"], []],
  ])("keep what is %s, and what that reserves", async (_, entries, kept, facts) => {
    const found = await read(["r.json", store({ assertions: [{ label: "cawg.training-mining", data: { entries } }] })]);
    expect([said(found, "training-mining"), said(found, "fact:reservation.expressed", "fact:reservation.machine_readable", "fact:reservation.form")]).toEqual([kept, facts]);
  });

  it("allow nothing where they do not hold, and reserve all the same", async () => {
    const entries = { "c2pa.ai_training": { use: "notAllowed" }, "c2pa.data_mining": { use: "allowed" } };
    const assertions = [{ label: "c2pa.training-mining", data: { entries } }, { label: "stds.schema-org.CreativeWork", data: { license: "CC0-1.0", author: [{ "@type": "Person", name: "Jane Doe" }] } }];
    const broken = JSON.stringify({ ...(JSON.parse(store({ assertions })) as object), validation_status: [{ code: "claimSignature.mismatch", url: "self#jumbf=/c2pa/urn:c2pa:1/c2pa.signature" }] });
    const found = await read(["r.json", broken]);
    expect(said(found, "signature", "training-mining", "license", "fact:reservation.expressed")).toEqual(["ai_training: notAllowed", "invalid", true]);
    expect([...found.graph.assets.keys()]).toEqual(["c2pa-report:r.json"]);
    expect(found.graph.findings.map((each) => each.kind)).toEqual(["manifest-invalid"]);
  });

  it.each([
    ["no place", [{ code: "general.error" }], "invalid"],
    ["an address within the active manifest", [{ code: "assertion.hashedURI.mismatch", url: "self#jumbf=c2pa.assertions/c2pa.actions" }], "invalid"],
    ["the manifest itself", [{ code: "claim.missing", url: "self#jumbf=/c2pa/urn:c2pa:1" }], "invalid"],
    ["another manifest of the store", [{ code: "claimSignature.mismatch", url: "self#jumbf=/c2pa/urn:c2pa:2/c2pa.signature" }], "unverified"],
  ])("do not hold where something failed at %s", async (_, status, trust) => {
    const report = JSON.stringify({ ...(JSON.parse(store({}, { "urn:c2pa:2": {} })) as object), validation_status: status });
    const found = await read(["r.json", report]);
    expect(found.graph.statements.filter((each) => each.what === "signature" && !each.about.id.includes("urn:c2pa:2")).map((each) => each.value)).toEqual([trust]);
  });

  it("tell of an ingredient whose manifest did not hold, and is not there", async () => {
    const found = await read(["r.json", store({ ingredients: [{ relationship: "componentOf", instance_id: "i1", validation_status: [{ code: "claimSignature.mismatch" }, { code: "signingCredential.untrusted" }] }] })]);
    expect([found.graph.findings.map((each) => [each.kind, each.asset]), links(found), said(found, "signature")]).toEqual([[["placeholder", "c2pa:i1"], ["manifest-invalid", self]], ["include c2pa:i1"], ["unverified"]]);
  });

  it("meet in one asset by their label, and keep the license of a work", async () => {
    const license = { assertions: [{ label: "stds.schema-org.CreativeWork", data: { license: "CC-BY-4.0", author: [{ "@type": "Person", name: "Jane Doe" }] } }] };
    const found = await read(["a.json", store({ ingredients: [{ relationship: "componentOf", active_manifest: "urn:c2pa:2" }] })], ["b.json", JSON.stringify({ active_manifest: "urn:c2pa:2", manifests: { "urn:c2pa:2": license } })]);
    expect([...found.graph.assets.values()].map((each) => [each.id, each.placeholder])).toEqual([[self, false], ["c2pa:urn:c2pa:2", false]]);
    expect([said(found, "license"), said(found, "signature"), JSON.stringify(found.graph.statements).includes("Jane")]).toEqual([["CC-BY-4.0"], ["unverified", "unverified"], false]);
  });
});

describe("what a manifest names in a way that cannot be read", () => {
  const unread = `?convert ${self}#document/unreadable`;
  it.each<[string, object, string[]]>([
    ["an ingredient that is a text", { ingredients: ["photo.jpg"] }, [unread]], ["no ingredient", { ingredients: [null] }, [unread]], ["ingredients in a text", { ingredients: "photo.jpg" }, [unread]],
    ["assertions in a text", { assertions: "c2pa.actions" }, [unread]], ["an assertion that is a text", { assertions: ["c2pa.actions"] }, [unread]], ["actions without data", { assertions: [{ label: "c2pa.actions.v2" }] }, [unread]],
    ["an action that is a text", { assertions: [{ label: "c2pa.actions__1", data: { actions: ["c2pa.placed"] } }] }, [unread]], ["actions in a text", { assertions: [{ label: "c2pa.actions", data: { actions: "c2pa.placed" } }] }, [unread]],
    ["a manifest in the form of the box", { assertion_store: { "c2pa.ingredient": { instanceID: "i1" } } }, [unread]],
    ["a system in metadata, in an object", { assertions: [{ label: "cawg.metadata", data: { "Iptc4xmpExt:AISystemUsed": { "@type": [] } } }] }, [`?generate ${self}#model/unreadable`]],
  ])("stands for what went in: %s", async (_, manifest, expected) => {
    const found = await read(["r.json", store(manifest)]);
    expect([links(found), found.problems.map((each) => [each.code, each.file, each.line, (each.column ?? 0) > 1])]).toEqual([expected, [["wrong-type", "r.json", 1, true]]]);
  });

  it.each<[string, object, string[]]>([
    ["empty places", { ingredients: [], assertions: null }, []], ["one ingredient without its list", { ingredients: { relationship: "componentOf", instance_id: "i1" } }, ["include c2pa:i1"]],
    ["a system in metadata", { assertions: [{ label: "cawg.metadata", data: { "Iptc4xmpExt:AISystemUsed": "Maker" } }] }, [`?generate ${self}#model/Maker`]],
    ["an action without a name, which may have changed anything", { ingredients: [{ relationship: "parentOf", instance_id: "i1" }], ...actions({ action: "c2pa.opened" }, { when: "2026-01-01" }) }, ["?convert c2pa:i1"]],
    ["a model that made it, in an action without a name", actions({ digitalSourceType: type("trainedAlgorithmicMedia"), softwareAgent: "Maker" }), [`generate ${self}#model/Maker`]],
  ])("is not what can be read: %s", async (_, manifest, expected) => {
    const found = await read(["r.json", store(manifest)]);
    expect([links(found), found.problems]).toEqual([expected, []]);
  });

  it.each<[string, object]>([
    ["no object", { active_manifest: "urn:c2pa:1", manifests: { "urn:c2pa:1": "gone" } }], ["not there", { active_manifest: "urn:c2pa:1", manifests: { "urn:c2pa:2": {} } }], ["in no place for manifests", { active_manifest: "urn:c2pa:1", manifests: [] }],
  ])("is a whole manifest that is %s", async (_, report) => {
    const found = await read(["r.json", JSON.stringify(report)]);
    expect([links(found), found.problems.length]).toEqual([[unread], 1]);
  });

  it.each<[string, object, string]>([
    ["a work's", { label: "stds.schema-org.CreativeWork", data: { license: { "@type": "CreativeWork" } } }, '{"@type":"CreativeWork"}'], ["a picture's", { label: "cawg.metadata", data: { "cc:license": { a: { b: "c" } } } }, '{"a":{"b":"c"}}'],
  ])("is %s license", async (_, assertion, value) => {
    const found = await read(["r.json", store({ assertions: [assertion] })]);
    expect([said(found, "license"), found.problems.length]).toEqual([[value], 1]);
  });
});
