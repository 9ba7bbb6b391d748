import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";
import { zipBytes } from "./made-zip.fixture.js";

const read = (files: Readonly<Record<string, unknown>>) =>
  importFrom(Object.entries(files).map(([path, content]) => memoryFile(path, typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content, null, 1))), { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const links = ({ graph }: Read) => [...graph.derivations.values()].flatMap((each) => each.from.map((from) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${from} > ${each.to} ${each.during.from}`)).toSorted();
const said = ({ graph }: Read) => graph.statements.map((each) => [each.about.id, each.what, each.value, each.rung]).toSorted();
const found = ({ graph }: Read) => graph.findings.filter((each) => !/placeholder|assumed/.test(each.kind)).map((each) => [each.kind, each.asset]).toSorted();

const guid = (digit: string) => `${digit.repeat(8)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(12)}`;
const entity = (typeName: string, digit: string, qualifiedName: string, more: object = {}) => ({ typeName, guid: guid(digit), status: "ACTIVE", attributes: { qualifiedName, name: qualifiedName, owner: "jane" }, createdBy: "jane", ...more });
const table = (digit: string, name: string, more: object = {}) => entity("hive_table", digit, `db.${name}@cl1`, more);
const id = (name: string) => `atlas:hive_table/db.${name}@cl1`;
const process = (inputs: object[], outputs: object[], more: object = {}) => ({ typeName: "hive_process", guid: guid("9"), attributes: { qualifiedName: "p", userName: "jane", startTime: 1604966400000, inputs, outputs, ...more } });
const at = (digit: string, typeName = "hive_table") => ({ typeName, guid: guid(digit) });

const request = (name: string) => ({ entities: [{ ...table("1", name), guid: "-1" }, process([{ typeName: "hive_table", guid: "-1" }], [at("7")])], referredEntities: {} });
const entry = (digit: string, value: object) => ({ [`${guid(digit)}.json`]: JSON.stringify({ entity: value }) });

describe("entities", () => {
  it("are joined by guid and by unique name over files, and nobody is named", async () => {
    const all = await read({ "process.json": { entity: process([at("1"), { typeName: "hive_table", uniqueAttributes: { qualifiedName: "db.b@cl1" } }], [at("3")]) }, "bulk.json": { entities: [table("1", "a")], referredEntities: { [guid("3")]: table("3", "c") } } });
    expect(all.problems).toEqual([]);
    expect(links(all)).toEqual([`?curate ${id("a")} > ${id("c")} 2020-11-10`, `?curate ${id("b")} > ${id("c")} 2020-11-10`]);
    expect(JSON.stringify([[...all.graph.assets.values()], all.graph.statements])).not.toContain("jane");
  });

  it("of which requests make up guids below zero keep apart from those of other requests", async () => {
    expect(links(await read({ "1.json": request("a"), "2.json": { ...request("b"), entities: [request("b").entities[0]] } }))).toEqual([`?curate ${id("a")} > atlas:guid/${guid("7")} 2020-11-10`]);
  });

  it.each([
    ["an attribute", { attributes: { qualifiedName: "db.a@cl1", license: "MIT", license_url: "https://example.org/l" } }, [["license", "MIT", "declared"], ["license-link", "https://example.org/l", "declared"]]],
    ["an attribute that nobody filled in", { attributes: { qualifiedName: "db.a@cl1", license: null } }, []],
    ["an attribute that is empty", { attributes: { qualifiedName: "db.a@cl1", license: "" } }, [["license-unsaid", "empty", "declared"]]],
    ["metadata of a group", { businessAttributes: { governance: { data_license: "CC-BY-4.0" } }, customAttributes: { licence: "MIT" } }, [["license", "CC-BY-4.0", "declared"], ["license", "MIT", "declared"]]],
    ["a label and a term", { labels: ["license: MIT", "gold"], meanings: [{ displayText: "License = ODbL-1.0" }] }, [["license", "MIT", "declared"], ["license", "ODbL-1.0", "declared"]]],
    ["a classification with its attribute", { classifications: [{ typeName: "License", attributes: { name: "CC-BY-NC-4.0" }, entityGuid: guid("1"), propagate: true }] }, [["classification", "License", "declared"], ["license", "CC-BY-NC-4.0", "declared"]]],
    ["a classification by its name", { classifications: [{ typeName: "License_MIT", entityGuid: guid("1") }] }, [["classification", "License_MIT", "declared"], ["license", "MIT", "declared"]]],
    ["a classification that came down to it", { classifications: [{ typeName: "License", attributes: { name: "MIT" }, entityGuid: guid("5") }] }, [["classification", "License", "detected"]]],
    ["a classification that may have come down to what has no guid", { guid: undefined, classifications: [{ typeName: "License", attributes: { name: "MIT" }, entityGuid: guid("5") }] }, [["classification", "License", "detected"]]],
    ["a classification of a header", { classificationNames: ["License_MIT"] }, [["classification", "License_MIT", "detected"]]],
    ["personal data", { classifications: [{ typeName: "PII", attributes: { type: "ssn" }, entityGuid: guid("1") }] }, [["classification", "PII", "declared"]]],
  ])("carry rights in %s", async (_, more, expected) => expect(said(await read({ "a.json": { entity: table("1", "a", more) } })).map(([, ...rest]) => rest)).toEqual(expected));

  it("of columns are said of their tables", async () => {
    const column = (digit: string, name: string, of: string, more: object = {}) => ({ typeName: "hive_column", guid: guid(digit), attributes: { qualifiedName: `db.t.${name}@cl1`, name, table: at(of) }, ...more });
    const all = await read({ "a.json": { entities: [
      table("1", "a"), table("2", "b"), column("3", "x", "1", { classifications: [{ typeName: "PII", entityGuid: guid("3") }] }), column("4", "y", "2"),
      { typeName: "hive_column_lineage", guid: guid("8"), attributes: { qualifiedName: "l", inputs: [at("3", "hive_column")], outputs: [at("4", "hive_column")] } },
    ], referredEntities: {} } });
    expect([links(all), said(all), [...all.graph.assets.keys()]]).toEqual([[`?curate ${id("a")} > ${id("b")} null`], [[id("a"), "classification", "PII", "declared"]], [id("a"), id("b")]]);
  });

  it("that were deleted stay where something came of them", async () => {
    const all = await read({ "a.json": { entities: [table("1", "a", { status: "DELETED" }), table("2", "b"), table("3", "c", { status: "DELETED" }), { ...process([at("1")], [at("2")]), status: "DELETED" }], referredEntities: {} } });
    expect([links(all), found(all)]).toEqual([[`?curate ${id("a")} > ${id("b")} 2020-11-10`], [["deleted-from-catalogue", id("a")]]]);
    expect(all.graph.assets.has(id("c"))).toBe(false);
  });
});

describe("types", () => {
  it("say what is data and what a process is, whatever their names", async () => {
    const types = { entityDefs: [{ name: "lake", superTypes: ["DataSet"] }, { name: "pond", superTypes: ["lake"] }, { name: "brew", superTypes: ["Process"] }], enumDefs: [] };
    const drawn = { baseEntityGuid: guid("1"), guidEntityMap: { [guid("1")]: entity("pond", "1", "p"), [guid("2")]: entity("brew", "2", "b"), [guid("3")]: entity("pond", "3", "q") }, relations: [{ fromEntityId: guid("1"), toEntityId: guid("2") }, { fromEntityId: guid("2"), toEntityId: guid("3") }] };
    expect(links(await read({ "lineage.json": drawn, "types.json": types }))).toEqual(["?curate atlas:pond/p > atlas:pond/q null"]);
  });

  it("of machine learning say that a model was trained and deployed, and by which code", async () => {
    const all = await read({ "ml.json": { entities: [
      entity("ml_project", "1", "code"), table("2", "a"), entity("ml_model_build", "3", "net"), entity("ml_model_deployment", "4", "live"),
      { typeName: "ml_model_train_build_process", guid: guid("5"), attributes: { qualifiedName: "t", inputs: [at("1", "ml_project"), at("2")], outputs: [at("3", "ml_model_build")] } },
      { typeName: "ml_model_deploy_process", guid: guid("6"), attributes: { qualifiedName: "d", inputs: [at("3", "ml_model_build")], outputs: [at("4", "ml_model_deployment")] } },
    ], referredEntities: {} } });
    expect(links(all)).toEqual(["?copy atlas:ml_model_build/net > atlas:ml_model_deployment/live null", "?generate atlas:ml_project/code > atlas:ml_model_build/net null", `train ${id("a")} > atlas:ml_model_build/net null`]);
    expect(all.graph.assets.get("atlas:ml_model_build/net")).toMatchObject({ kind: "model", upstream: "partial" });
  });
});

describe("a drawing of lineage", () => {
  const map = { [guid("1")]: table("1", "a"), [guid("2")]: entity("hive_process", "2", "p"), [guid("3")]: table("3", "b") };
  const line = (from: string, to: string) => ({ fromEntityId: guid(from), toEntityId: guid(to), relationshipId: "r" });

  it.each([
    ["through a process", { guidEntityMap: map, relations: [line("1", "2"), line("2", "3")] }, [`?curate ${id("a")} > ${id("b")} null`], []],
    ["from data to data", { guidEntityMap: map, relations: [line("1", "3")] }, [`?curate ${id("a")} > ${id("b")} null`], []],
    ["whose map lacks what was asked for", { baseEntityGuid: guid("7"), guidEntityMap: map, relations: [line("7", "2"), line("2", "3")] }, [`?curate atlas:guid/${guid("7")} > ${id("b")} null`], []],
    ["that goes on", { guidEntityMap: map, relations: [], relationsOnDemand: { [guid("3")]: { hasMoreOutputs: true } } }, [], [["not-read-whole", null]]],
    ["that is empty", { baseEntityGuid: guid("7"), guidEntityMap: {}, relations: [] }, [], []],
  ])("%s", async (_, content, expected, findings) => {
    const all = await read({ "lineage.json": content });
    expect([links(all), found(all), all.problems, all.read.length]).toEqual([expected, findings, [], 1]);
  });
});

describe("an archive", () => {
  it("is read entry by entry, and one that cannot be read leaves the others", async () => {
    const all = await read({ "export.zip": zipBytes({ ...entry("1", table("1", "a")), ...entry("9", process([at("1")], [at("2")])), [`${guid("4")}.json`]: '{"entity": ', "../../x.json": JSON.stringify({ entity: table("5", "out") }), "atlas-export-info.json": '{"userName": "jane"}' }) });
    expect(links(all)).toEqual([`?curate ${id("a")} > atlas:guid/${guid("2")} 2020-11-10`]);
    expect(all.problems.map((each) => each.code).toSorted()).toEqual(["json-syntax", "not-allowed"]);
    expect(all.problems.every((each) => each.file === "export.zip" && each.line !== null)).toBe(true);
  });

  it("that would unpack to more than is read is a problem, and what stands before it is read", async () => {
    const all = await read({ "export.zip": zipBytes({ ...entry("1", table("1", "a")), "bomb.json": new Uint8Array(70_000_000) }) });
    expect([[...all.graph.assets.keys()], all.problems.map((each) => each.code)]).toEqual([[id("a")], ["too-large"]]);
  });
});

const lost = `${id("b")}#dataset/unreadable`;
const made = (inputs: unknown, more: object = {}, at2 = at("2")) => ({ entities: [table("1", "a"), table("2", "b"), { ...process([], []), attributes: { qualifiedName: "p", startTime: 1604966400000, inputs, outputs: [at2] }, ...more }], referredEntities: {} });
const drawing = (...relations: unknown[]) => ({ guidEntityMap: { [guid("1")]: table("1", "a"), [guid("2")]: table("2", "b"), [guid("9")]: entity("hive_process", "9", "p") }, relations });
const held = (from: string, day: string | null) => `?curate ${from} > ${id("b")} ${day}`;

describe("what the catalogue names and cannot be read is told, and stands as something of which nothing is known", () => {
  it.each<[string, unknown, string[], number]>([
    ["an input without guid and name", made([{ typeName: "hive_table" }]), [held(lost, "2020-11-10")], 1],
    ["an input by another attribute, beside one that can be read", made([{ typeName: "hive_table", uniqueAttributes: { name: "x" } }, at("1")]), [held(id("a"), "2020-11-10"), held(lost, "2020-11-10")], 1],
    ["an input that is blank", made([{ typeName: "hive_table", guid: " " }]), [held(lost, "2020-11-10")], 1],
    ["inputs of other types", made(["db.a@cl1", 7, null]), [held(lost, "2020-11-10")], 3],
    ["a text in place of the inputs", made("db.a@cl1"), [held(lost, "2020-11-10")], 1],
    ["an input among the relations", made([], { relationshipAttributes: { inputs: [{}] } }), [held(lost, "2020-11-10")], 1],
    ["a line without its start", drawing({ toEntityId: guid("2") }), [held(lost, null)], 1],
    ["a line without its start, into a process", drawing({ fromEntityId: "", toEntityId: guid("9") }, { fromEntityId: guid("9"), toEntityId: guid("2") }), [held(lost, null)], 1],
  ])("%s", async (_, content, expected, told) => {
    const all = await read({ "a.json": content });
    expect(links(all)).toEqual(expected);
    expect(all.problems).toHaveLength(told);
    for (const each of all.problems) expect(each).toMatchObject({ file: "a.json", line: expect.any(Number) as number, column: expect.any(Number) as number, hint: expect.stringMatching(/something of which nothing is known stands for it$/) as string });
    expect(all.graph.assets.get(lost)?.placeholder).toBe(true);
  });

  it.each<[string, unknown, string[], number]>([
    ["one input, not in a list", made(at("1")), [held(id("a"), "2020-11-10")], 0],
    ["a process without a name of its own", made([at("1")], { guid: undefined, attributes: { inputs: [at("1")], outputs: [at("2")] } }), [held(id("a"), null)], 1],
    ["a process without its type", made([at("1")], { typeName: undefined }), [held(id("a"), "2020-11-10")], 0],
    ["a column of a table that is not there, which is all that went in", made([at("7", "hive_column")]), [held(`atlas:guid/${guid("7")}`, null)], 0],
    ["a line from such a column", { ...drawing({ fromEntityId: guid("7"), toEntityId: guid("2") }), referredEntities: { [guid("7")]: { typeName: "hive_column", guid: guid("7"), attributes: { qualifiedName: "db.t.x@cl1" } } } }, [held("atlas:hive_column/db.t.x@cl1", null)], 0],
  ])("reads %s", async (_, content, expected, told) => {
    const all = await read({ "a.json": content });
    expect([links(all), all.problems.length]).toEqual([expected, told]);
  });

  it.each<[string, unknown, number]>([
    ["inputs that are empty or not given", { entities: [made([]).entities[1], made(null).entities[2]], referredEntities: null }, 0],
    ["no lines", { ...drawing(), relations: null }, 0],
    ["a result that cannot be read", made([at("1")], {}, { typeName: "hive_table" } as never), 1],
    ["a line without its end", drawing({ fromEntityId: guid("1") }), 1],
    ["a line that is none", drawing("1 -> 2"), 1],
    ["an entity without guid and name", { entities: [table("1", "a"), { typeName: "hive_table", attributes: { name: "x" } }], referredEntities: {} }, 1],
    ["an entity that is none", { entities: [table("1", "a"), "x"], referredEntities: {} }, 1],
  ])("has nothing to hold open of %s", async (_, content, told) => {
    const all = await read({ "a.json": content });
    expect([links(all), all.problems.length]).toEqual([[], told]);
  });

  it.each([
    ["an attribute that is a mapping", { attributes: { qualifiedName: "db.a@cl1", license: { id: "MIT" } } }, ['{"id":"MIT"}'], 1],
    ["an attribute with a mapping in its list", { attributes: { qualifiedName: "db.a@cl1", license: ["MIT", { id: "ISC" }] } }, ['MIT\n{"id":"ISC"}'], 1],
    ["an attribute that is a number", { attributes: { qualifiedName: "db.a@cl1", license: 7 } }, ["7"], 0],
    ["a classification", { classifications: [{ typeName: "License", attributes: { name: { id: "MIT" } }, entityGuid: guid("1") }] }, ['{"id":"MIT"}'], 1],
    ["a classification without its type", { classifications: [{ attributes: { license: "MIT" }, entityGuid: guid("1") }] }, ["MIT"], 1],
    ["a label that is a mapping", { labels: { license: "MIT" } }, ["MIT"], 0],
  ])("keeps a license in %s", async (_, more, values, told) => {
    const all = await read({ "a.json": { entity: table("1", "a", more) } });
    expect(all.graph.statements.filter((each) => each.what === "license").map((each) => each.value)).toEqual(values);
    expect(all.problems).toHaveLength(told);
  });
});
