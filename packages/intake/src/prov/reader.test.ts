import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (document: object) => importFrom([memoryFile("p.json", JSON.stringify({ prefix: { ex: "https://acme.example/" }, ...document }))], { us: "acme", recordedAt: "2026-11-21" });
const links = ({ graph }: Awaited<ReturnType<typeof read>>) => [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from} > ${each.to} ${each.during.from}`));
const ex = (name: string) => `https://acme.example/${name}`;
const act = { "ex:a": { "prov:startTime": "2026-03-01T10:00:00" } };

describe("a record of provenance", () => {
  it.each([
    ["a derivation by an act", { entity: { "ex:d": { "prov:type": "ex:Dataset" } }, activity: act, wasDerivedFrom: { "_:1": { "prov:generatedEntity": "ex:d", "prov:usedEntity": "ex:s", "prov:activity": "ex:a" } } }, [`?curate ${ex("s")} > ${ex("d")} 2026-03-01`]],
    ["a quotation", { wasDerivedFrom: { "_:1": { "prov:generatedEntity": "ex:d", "prov:usedEntity": "ex:s", "prov:type": { $: "prov:Quotation", type: "prov:QUALIFIED_NAME" } } } }, [`include ${ex("s")} > ${ex("d")} null`]],
    ["what an act used and made", { activity: act, used: { u: { "prov:activity": "ex:a", "prov:entity": "ex:s" } }, wasGeneratedBy: { g: [{ "prov:activity": "ex:a", "prov:entity": "ex:d" }, { "prov:activity": "ex:a", "prov:entity": "ex:e" }] } }, [`?convert ${ex("s")} > ${ex("d")} 2026-03-01`, `?convert ${ex("s")} > ${ex("e")} 2026-03-01`]],
    ["a member", { hadMember: { "_:1": { "prov:collection": "ex:c", "prov:entity": "ex:s" } } }, [`include ${ex("s")} > ${ex("c")} null`]],
    ["an end that is left open", { wasDerivedFrom: { "_:1": { "prov:generatedEntity": "ex:d" } } }, []],
    ["a bundle with prefixes of its own", { bundle: { "ex:b": { prefix: { hf: "https://huggingface.co/" }, wasDerivedFrom: { "_:1": { "prov:generatedEntity": "ex:d", "prov:usedEntity": "hf:acme/base", "prov:type": "prov:Quotation" } } } } }, [`include hf:model/acme/base > ${ex("d")} null`]],
  ])("gives %s", async (_, document, expected) => {
    const found = await read(document);
    expect([links(found), found.problems]).toEqual([expected, []]);
  });

  it("keeps licenses and rights as they are written, and other names as matches", async () => {
    const { graph } = await read({ entity: { "ex:d": { "dcterms:license": { $: "CC-BY-4.0", type: "xsd:string" }, "dcterms:rights": "all of them" } }, alternateOf: { "_:1": { "prov:alternate1": "ex:d", "prov:alternate2": "ex:e" } } });
    expect(graph.statements.map((each) => [each.what, each.value]).toSorted()).toEqual([["alternate-of", ex("e")], ["license", "CC-BY-4.0"], ["rights", "all of them"]]);
  });

  it("says where a record has the wrong shape, and reads the others", async () => {
    const found = await read({ entity: { "ex:d": "x", "ex:e": {} }, bundle: { "ex:b": [] } });
    expect(found.problems.map((each) => each.code)).toEqual(["wrong-type", "wrong-type"]);
    expect([...found.graph.assets.keys()]).toEqual([ex("e")]);
  });

  it("is not taken for one where another catalogue has entities", async () => {
    const { skipped } = await importFrom([memoryFile("e.json", JSON.stringify({ entity: { kind: "Component", metadata: { name: "a" } } }))], { us: "acme" });
    expect(skipped).toEqual([{ file: "e.json", why: "of no format that is read" }]);
  });

  it("takes a name without a known prefix for one of this file alone", async () => {
    expect([...(await read({ entity: { "my:d": {} } })).graph.assets.keys()]).toEqual(["prov:p.json#my:d"]);
  });
});
