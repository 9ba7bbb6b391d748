import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (more: object, path = "d/metadata.json") =>
  importFrom([memoryFile(path, JSON.stringify({ "@context": { cr: "http://mlcommons.org/croissant/" }, "@type": "sc:Dataset", name: "d", ...more }))], { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const said = ({ graph }: Read, what: RegExp) => graph.statements.filter((each) => what.test(each.what)).map((each) => [each.what, each.value, each.scope]);
const links = ({ graph }: Read) => [...graph.derivations.values()].map((each) => `${each.by} ${each.from.join(" ")} > ${each.to} ${each.during.from}`);
const hub = "https://huggingface.co/datasets/acme/";

describe("what a description says of licenses", () => {
  it.each([
    [{ license: "https://creativecommons.org/licenses/by/4.0/" }, [["license", "https://creativecommons.org/licenses/by/4.0/", null]]],
    [{ "sc:license": ["mit", "apache-2.0"] }, [["license", "mit\napache-2.0", null]]],
    [{ license: { "@type": "CreativeWork", name: "Own terms" } }, [["license", "Own terms", null]]],
    [{ license: "https://choosealicense.com/licenses/apache-2.0/" }, [["license", "apache-2.0", null]]],
    [{ license: "https://choosealicense.com/licenses/undefined/" }, [["license-unsaid", "empty", null]]],
    [{ license: "None" }, [["license-unsaid", "empty", null]]],
    [{ license: [] }, [["license-unsaid", "empty", null]]],
    [{ license: "NOASSERTION" }, [["license-unsaid", "NOASSERTION", null]]],
    [{ sdLicense: "CC0-1.0" }, [["license", "CC0-1.0", "metadata"]]],
    [{}, []],
  ])("%j", async (more, expected) => expect(said(await read(more), /^license/)).toEqual(expected));

  it("keeps offers, consent codes and the fields for responsible AI", async () => {
    const offer = { "@type": "odrl:Offer", permission: [{ action: "use" }] };
    const found = await read({ usageInfo: [offer, { "@type": "DefinedTerm", termCode: "DUO_0000042" }], "rai:personalSensitiveInformation": ["Gender"] });
    expect(said(found, /policy|rai/).toSorted()).toEqual([["rai-personal-sensitive-information", '["Gender"]', null], ["use-policy", "DUO_0000042", null], ["use-policy", true, null]]);
    expect(found.graph.statements.find((each) => each.value === true)?.raw).toBe(JSON.stringify(offer));
  });
});

describe("what is named in a way that cannot be read", () => {
  const unread = "curate croissant:d#dataset/unreadable > croissant:d null";
  it.each([
    ["an object without a name", { "prov:wasDerivedFrom": { "@type": "Dataset" } }], ["an empty object", { isBasedOn: [{}] }], ["a list in a list", { "prov:wasDerivedFrom": [[`${hub}raw`]] }],
    ["an object whose name is none", { "prov:wasDerivedFrom": { name: [] } }], ["a source of a file", { distribution: { "prov:wasDerivedFrom": {} } }],
    ["a source of a field within a field", { recordSet: { field: { subField: [{ isBasedOn: {} }] } } }], ["what an act used", { "prov:wasGeneratedBy": { "prov:used": [{}] } }],
  ])("stands for the source: %s", async (_, more) => {
    const found = await read(more);
    expect([found.problems.map((each) => [each.code, each.file, each.line]), links(found)]).toEqual([[["wrong-type", "d/metadata.json", 1]], [unread]]);
  });

  it("takes nothing of it for what it says of itself, and keeps what is named beside it", async () => {
    const found = await read({ "prov:wasDerivedFrom": [{ license: "mit" }, { "@id": `${hub}raw` }] });
    expect([links(found), said(found, /license/)]).toEqual([["curate croissant:d#dataset/unreadable hf:dataset/acme/raw > croissant:d null"], []]);
  });

  it.each([[null], [[]], [""], [[null, ""]]])("is not what says nothing: %j", async (none) => {
    const found = await read({ "prov:wasDerivedFrom": none, isBasedOn: none, "prov:wasGeneratedBy": { "prov:used": none }, license: none });
    expect([found.problems, links(found), said(found, /^license$/)]).toEqual([[], [], []]);
  });

  it.each([
    [{ "@type": "CreativeWork", text: "You may." }, '{"@type":"CreativeWork","text":"You may."}'], [["mit", {}], "mit\n{}"], [[["mit"]], '["mit"]'],
  ])("is a license of which nothing is known: %j", async (license, value) => {
    const found = await read({ license });
    expect([said(found, /^license/), found.problems.length]).toEqual([[["license", value, null]], 1]);
    expect(found.graph.statements.find((each) => each.what === "license")?.raw).toBe(JSON.stringify(Array.isArray(license) ? license : [license]));
  });
});

describe("which data set is described", () => {
  it.each([
    [{ url: `${hub}notes` }, "hf:dataset/acme/notes"],
    [{ url: `${hub}notes`, distribution: [{ contentUrl: `${hub}notes/resolve/main/a.csv` }] }, "hf:dataset/acme/notes"],
    [{ url: "https://github.com/acme/notes" }, "croissant:d"],
    [{ url: "https://example.org/", sameAs: "https://doi.org/10.5281/zenodo.7" }, "doi:10.5281/zenodo.7"],
    [{}, "croissant:d"],
  ])("%j", async (more, id) => expect([...(await read(more)).graph.assets.keys()]).toEqual([id]));

  it("believes neither of two that differ", async () => {
    const { graph } = await read({ url: `${hub}notes`, distribution: [{ contentUrl: `${hub}others/resolve/main/a.csv` }] });
    expect([...graph.assets.keys()]).toEqual(["croissant:d"]);
    expect(graph.findings.map((each) => each.kind)).toEqual(["identifiers-differ"]);
  });
});

describe("where it came from", () => {
  it("reads sources of the whole and of its fields, and when it was made", async () => {
    const found = await read({
      "prov:wasDerivedFrom": [{ "@id": `${hub}raw` }, "https://example.org/a.csv"], recordSet: [{ field: [{ "prov:wasDerivedFrom": { "@id": `${hub}more` } }] }],
      "prov:wasGeneratedBy": { "prov:startedAtTime": "2026-01-02T00:00:00Z" },
    });
    expect(links(found)).toEqual(["curate hf:dataset/acme/more hf:dataset/acme/raw url:https://example.org/a.csv > croissant:d 2026-01-02"]);
    expect(found.graph.findings.some((each) => each.kind === "derivation-kind-assumed")).toBe(true);
  });

  it("reads what is said of a source within it, and where that came from", async () => {
    const found = await read({ "prov:wasDerivedFrom": { "@id": `${hub}raw`, license: "mit", "prov:wasDerivedFrom": [{ "@id": `${hub}first` }, { name: "notes" }], "prov:wasGeneratedBy": { "prov:endedAtTime": "2025-01-02" } } });
    expect(links(found)).toEqual(["curate hf:dataset/acme/raw > croissant:d null", "curate hf:dataset/acme/first hf:dataset/acme/raw#dataset/notes > hf:dataset/acme/raw null"]);
    expect(found.graph.statements.filter((each) => each.what === "license").map((each) => [each.about.id, each.value])).toEqual([["hf:dataset/acme/raw", "mit"]]);
    expect(found.read.map((each) => each.links)).toEqual([3]);
  });

  it("keeps digests of files, and says where one is none", async () => {
    const found = await read({ distribution: [{ name: "a", sha256: "A".repeat(64) }, { name: "b", sha256: "https://example.org/main" }] });
    expect(said(found, /digest/)).toEqual([["file-digest", `sha256:${"a".repeat(64)}`, null]]);
    expect(found.graph.findings.map((each) => each.kind)).toEqual(["digest-is-none"]);
  });

  it("reads a list of one, and passes over what is no data set", async () => {
    const one = { "@context": "https://schema.org/", "@type": "Dataset", name: "x", license: "mit" };
    expect((await importFrom([memoryFile("x.json", JSON.stringify([one]))], { us: "acme" })).graph.assets.size).toBe(1);
    expect((await read({ "@type": "croissant:Task" })).skipped).toEqual([{ file: "d/metadata.json", why: "it describes no data set" }]);
  });
});
