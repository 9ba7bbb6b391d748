import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const event = (more: object, eventType = "COMPLETE", runId = "r1") => ({ eventType, eventTime: "2026-03-01T10:00:00Z", run: { runId }, job: { namespace: "jobs", name: "clean" }, ...more });
const data = (namespace: string, name: string, facets: object = {}) => ({ namespace, name, facets });
const read = (content: object | string, path = "events.json") => importFrom([memoryFile(path, typeof content === "string" ? content : JSON.stringify(content))], { us: "acme", recordedAt: "2026-11-21" });
const links = ({ graph }: Awaited<ReturnType<typeof read>>) => [...graph.derivations.values()].map((each) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${each.from.join(" ")} > ${each.to} ${each.during.from}/${each.during.to}`);

describe("events", () => {
  it("of one run are put together, whichever of them names what", async () => {
    const start = event({ inputs: [data("s3a://lake", "raw.csv")], eventTime: "2026-02-28T23:00:00Z" }, "START");
    const end = event({ outputs: [data("s3://lake/", "/clean.csv")] });
    const once = await read([start, end]);
    expect(links(once)).toEqual(["?curate url:s3://lake/raw.csv > url:s3://lake/clean.csv 2026-02-28/2026-03-01"]);
    // Events come at least once, and in any order; each on a line is the same.
    expect(links(await read([end, start, end]))).toEqual(links(once));
    expect(links(await read([start, end].map((each) => JSON.stringify(each)).join("\n"), "events.jsonl"))).toEqual(links(once));
  });

  it.each([
    ["a run that failed", event({ inputs: [data("db", "a")], outputs: [data("db", "b")] }, "FAIL"), []],
    ["columns of another data set", event({ outputs: [data("db", "b", { columnLineage: { fields: { x: { inputFields: [{ namespace: "db", name: "a", field: "y" }] } } } })] }), ["?curate openlineage:db/a > openlineage:db/b 2026-03-01/2026-03-01"]],
    ["code", event({ outputs: [data("db", "b")], job: { namespace: "j", name: "n", facets: { sourceCodeLocation: { url: "https://github.com/acme/etl" } } } }), ["?generate gh:acme/etl > openlineage:db/b 2026-03-01/2026-03-01"]],
    ["a job without a run", { eventTime: "2026-03-01T10:00:00Z", schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json", job: { namespace: "j", name: "n" }, inputs: [data("db", "a")], outputs: [data("db", "b")] }, ["?curate openlineage:db/a > openlineage:db/b 2026-03-01/2026-03-01"]],
    ["a table that is written over itself", event({ inputs: [data("db", "a")], outputs: [data("db", "a")] }), []],
  ])("reads %s", async (_, one, expected) => expect(links(await read(one))).toEqual(expected));

  it("read a license from the tags, and another name as a match", async () => {
    const { graph } = await read(event({ outputs: [data("db", "b", { tags: { tags: [{ key: "license", value: "ODbL-1.0" }, { key: "terms", value: "https://example.org/terms" }] }, symlinks: { identifiers: [{ namespace: "hive", name: "b", type: "TABLE" }] } })] }));
    expect(graph.statements.map((each) => [each.what, each.value])).toEqual(expect.arrayContaining([["license", "ODbL-1.0"], ["license-link", "https://example.org/terms"], ["alternate-of", "openlineage:hive/b"]]));
    expect(graph.findings.map((each) => each.kind)).toEqual(["may-be-the-same"]);
  });

  it("of which one is none are a problem with its place, and the rest is read", async () => {
    const found = await read(`${JSON.stringify(event({ outputs: [data("db", "b")] }))}\n{"eventType": \n7\n`, "events.jsonl");
    expect(found.problems).toMatchObject([{ code: "json-syntax", line: 2 }, { code: "wrong-type", line: 3 }]);
    expect([...found.graph.assets.keys()]).toEqual(["openlineage:db/b"]);
  });
});

const lost = "openlineage:db/b#dataset/unreadable";
const held = (from: string) => [`?curate ${from} > openlineage:db/b 2026-03-01/2026-03-01`];
const columns = (columnLineage: unknown) => event({ outputs: [data("db", "b", { columnLineage })] });
const spec = "https://openlineage.io/spec/2-0-2/OpenLineage.json";
const set = (name: string) => ({ namespace: "db", name, type: "DATASET" });
const task = (name?: string) => ({ ...(name === undefined ? {} : { namespace: "jobs", name }), type: "JOB" });
const lineage = (facet: unknown, more: object = {}) => event({ outputs: [data("db", "b", { lineage: facet })], ...more });
const entries = (named: unknown, more: object) => event({ ...more, job: { namespace: "jobs", name: "clean", facets: { lineage: { entries: named } } } });
const placed = ({ problems }: Awaited<ReturnType<typeof read>>) => problems.every((each) => each.file === "events.json" && each.line !== null && each.column !== null && each.hint?.endsWith("something of which nothing is known stands for it") === true);

describe("what an event names and cannot be read is told, and stands as something of which nothing is known", () => {
  it.each<[string, object, string[], number]>([
    ["an input without a name", event({ inputs: [{ namespace: "db" }], outputs: [data("db", "b")] }), held(lost), 1],
    ["an input without a namespace, beside one that can be read", event({ inputs: [{ name: "x" }, data("db", "a")], outputs: [data("db", "b")] }), held(`openlineage:db/a ${lost}`), 1],
    ["an input that is blank", event({ inputs: [data(" ", " ")], outputs: [data("db", "b")] }), held(lost), 1],
    ["inputs of other types", event({ inputs: ["a", 7, null, []], outputs: [data("db", "b")] }), held(lost), 4],
    ["a name that is a list", event({ inputs: [{ namespace: "db", name: ["a"] }], outputs: [data("db", "b")] }), held(lost), 1],
    ["a text in place of the inputs", event({ inputs: "a", outputs: [data("db", "b")] }), held(lost), 1],
    ["columns without a name", columns({ fields: { x: { inputFields: [{ namespace: "db", field: "y" }] } } }), held(lost), 1],
    ["columns that are a text", columns({ fields: { x: { inputFields: ["db.a.y"] } } }), held(lost), 1],
    ["a text in place of a column", columns({ fields: { x: "db.a.y" } }), held(lost), 1],
    ["a text in place of the columns", columns({ fields: "db.a.y" }), held(lost), 1],
    ["a text in place of the lineage of columns", columns("db.a.y"), held(lost), 1],
    ["what the whole depends on", columns({ fields: {}, dataset: [{ field: "y" }] }), held(lost), 1],
    ["columns of a data set alone", { eventTime: "2026-03-01T10:00:00Z", schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json", dataset: data("db", "b", { columnLineage: { fields: { x: { inputFields: [{}] } } } }) }, [`?curate ${lost} > openlineage:db/b null/null`], 1],
    ["an event that names neither its run nor its job", { eventType: "COMPLETE", eventTime: "2026-03-01T10:00:00Z", outputs: [data("db", "b")], job: { namespace: "j" } }, held(lost), 1],
  ])("%s", async (_, one, expected, told) => {
    const found = await read(JSON.stringify(one, null, 1));
    expect(links(found)).toEqual(expected);
    expect([found.problems.length, placed(found)]).toEqual([told, true]);
    expect([...found.graph.assets.values()].filter((each) => each.placeholder).map((each) => each.id)).toContain(lost);
  });

  it.each<[string, object, string[]]>([
    ["one input, not in a list", event({ inputs: data("db", "a"), outputs: data("db", "b") }), held("openlineage:db/a")],
    ["inputs that stand twice", event({ outputs: [data("db", "b")] }), held("openlineage:db/a openlineage:db/c")],
    ["what the whole depends on", columns({ fields: {}, dataset: [{ namespace: "db", name: "a", field: "y" }] }), held("openlineage:db/a")],
    ["columns of a data set alone", { eventTime: "2026-03-01T10:00:00Z", schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json", dataset: data("db", "b", { columnLineage: { fields: { x: { inputFields: [data("db", "a")] } } } }) }, ["?curate openlineage:db/a > openlineage:db/b null/null"]],
    ["columns of an input", event({ inputs: [data("db", "b", { columnLineage: { fields: { x: { inputFields: [data("db", "a")] } } } })] }), ["?curate openlineage:db/a > openlineage:db/b null/null"]],
    ["an event without a run and a job, with both ends", { eventType: "COMPLETE", eventTime: "2026-03-01T10:00:00Z", inputs: [data("db", "a")], outputs: [data("db", "b")], job: {} }, held("openlineage:db/a")],
    ["code at an address of any other place", event({ outputs: [data("db", "b")], job: { namespace: "j", name: "n", facets: { sourceCodeLocation: { url: "https://git.example.org/etl" } } } }), ["?generate url:https://git.example.org/etl > openlineage:db/b 2026-03-01/2026-03-01"]],
  ])("reads %s", async (how, one, expected) => {
    const text = JSON.stringify(one);
    const found = await read(how.includes("twice") ? text.replace('"outputs"', `"inputs":[${JSON.stringify(data("db", "a"))}],"inputs":[${JSON.stringify(data("db", "c"))}],"outputs"`) : text);
    expect([found.problems, links(found)]).toEqual([[], expected]);
  });

  it.each<[string, object, string[]]>([
    ["of a data set", lineage({ inputs: [set("a")] }), held("openlineage:db/a")],
    ["of a field", lineage({ fields: { x: { inputs: [{ ...set("a"), field: "y" }] } } }), held("openlineage:db/a")],
    ["without a type", lineage({ inputs: [{ namespace: "db", name: "a" }] }), held("openlineage:db/a")],
    ["by the own job, which names no other", lineage({ inputs: [task()] }, { inputs: [data("db", "a")] }), held("openlineage:db/a")],
    ["by a job of which no event tells", lineage({ inputs: [task("load")] }), held(lost)],
    ["of a data set alone", { eventTime: "2026-03-01T10:00:00Z", schemaURL: spec, dataset: data("db", "b", { lineage: { inputs: [set("a")] } }) }, ["?curate openlineage:db/a > openlineage:db/b null/null"]],
    ["of a result, by the job", entries([{ ...set("b"), inputs: [set("a")] }], { outputs: [data("db", "b")] }), held("openlineage:db/a")],
    ["of what is no result otherwise, and not of the others", entries([{ ...set("b"), inputs: [set("a")], fields: { x: { inputs: [set("c")] } } }], { outputs: [data("db", "e")] }), held("openlineage:db/a openlineage:db/c")],
    ["of what the job itself made", entries([{ ...set("b"), inputs: [], fields: { x: { inputs: [task()] } } }], { inputs: [data("db", "a")] }), held("openlineage:db/a")],
    ["of the own job without its name", entries([{ ...task(), inputs: [set("a")] }], { outputs: [data("db", "b")] }), held("openlineage:db/a")],
    ["of the own job by its name", entries([{ ...task("clean"), runId: "r1", inputs: [set("a")] }], { outputs: [data("db", "b")] }), held("openlineage:db/a")],
    ["of the own job by a job of which no event tells", entries([{ ...task(), inputs: [task("load")] }], { outputs: [data("db", "b")] }), held(lost)],
    ["of a job without a run", { schemaURL: spec, ...entries([{ ...set("b"), inputs: [set("a")] }], {}), run: undefined, eventType: undefined }, held("openlineage:db/a")],
    ["that is empty", entries([{ ...set("b"), inputs: [] }], { outputs: [data("db", "b", { lineage: { inputs: [], fields: {} } })] }), []],
  ])("reads the lineage %s", async (_, one, expected) => {
    const found = await read(one);
    expect([found.problems, links(found)]).toEqual([[], expected]);
  });

  it.each<[string, object, string[]]>([
    ["made something, as that", lineage({ inputs: [task("load")] }), ["?curate openlineage:db/l > openlineage:db/b 2026-03-01/2026-03-01", "?curate openlineage:db/k > openlineage:db/l 2026-03-01/2026-03-01"]],
    ["was fed by another job, with what that says", entries([{ ...task("load"), runId: "r2", inputs: [set("m")] }], {}), ["?curate openlineage:db/k openlineage:db/m > openlineage:db/l 2026-03-01/2026-03-01"]],
    ["was fed in another run, as it is", entries([{ ...task("load"), runId: "r3", inputs: [set("m")] }], {}), ["?curate openlineage:db/k > openlineage:db/l 2026-03-01/2026-03-01"]],
  ])("takes a job that %s", async (_, one, expected) => {
    const load = { ...event({ inputs: [data("db", "k")], outputs: [data("db", "l")] }, "COMPLETE", "r2"), job: { namespace: "jobs", name: "load" } };
    for (const both of [[one, load], [load, one]]) expect(links(await read(both)).toSorted()).toEqual(expected.toSorted());
  });

  it("takes a job of which only what went in is told for one that passed on something of that", async () => {
    const load = { ...event({ inputs: [data("db", "k")] }, "COMPLETE", "r2"), job: { namespace: "jobs", name: "load" } };
    expect(links(await read([load, lineage({ inputs: [task("load")] })]))).toEqual(held(`${lost} openlineage:db/k`.split(" ").toSorted().join(" ")));
  });

  it.each<[string, object]>([
    ["a source without a name", lineage({ inputs: [{ namespace: "db", type: "DATASET" }] })],
    ["a source of a type of its own", lineage({ inputs: [{ ...set("a"), type: "STREAM" }] })],
    ["a job without its namespace", lineage({ inputs: [{ name: "load", type: "JOB" }] })],
    ["a text in place of a field", lineage({ fields: { x: "db.a.y" } })],
    ["a text in place of the lineage", lineage("db.a")],
    ["a source of a result, by the job", entries([{ ...set("b"), inputs: ["db.a"] }], {})],
    ["a source of the own job", entries([{ ...task(), inputs: [{}] }], { outputs: [data("db", "b")] })],
    ["a target without a name", entries([{ namespace: "db", type: "DATASET", inputs: [set("a")] }], { outputs: [data("db", "b")] })],
    ["a text in place of an entry", entries(["db.a > db.b"], { outputs: [data("db", "b")] })],
    ["a text in place of the lineage of a job", entries("db.a > db.b", { outputs: [data("db", "b")] })],
  ])("holds open what came of %s in a lineage", async (_, one) => {
    const found = await read(JSON.stringify(one, null, 1));
    expect([links(found), found.problems.length, placed(found)]).toEqual([held(lost), 1, true]);
  });

  it.each<[string, object]>([
    ["an empty list", event({ inputs: [], outputs: [data("db", "b")] })],
    ["nothing", event({ inputs: null, outputs: [data("db", "b", { columnLineage: null, symlinks: { identifiers: [] } })], dataset: null })],
    ["another name without its namespace", event({ outputs: [data("db", "b", { symlinks: { identifiers: [{ name: "b", type: "TABLE" }] } })] })],
    ["an event without names that says that it had no inputs", { ...event({ inputs: [], outputs: [data("db", "b")] }), run: {}, job: {} }],
    ["an empty text or mapping", event({ inputs: "", outputs: [data("db", "b", { columnLineage: { fields: { x: { inputFields: {} } } } })] })],
  ])("takes %s for nothing said", async (_, one) => {
    const found = await read(one);
    expect([found.problems, links(found)]).toEqual([[], []]);
  });

  it.each<[string, object]>([
    ["a result", event({ inputs: [data("db", "a")], outputs: [{ name: "b" }] })],
    ["a data set alone", { eventTime: "2026-03-01T10:00:00Z", schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json", dataset: { name: "b" } }],
  ])("tells of %s that cannot be read, and has nothing to hold open", async (_, one) => {
    const found = await read(one);
    expect([found.problems.length, links(found)]).toEqual([1, []]);
  });

  it.each([
    ["its job", { job: { namespace: "jobs" } }], ["its run", { run: {} }],
  ])("puts an event without the name of %s to the others that have the other name", async (_, more) => {
    const [start, end] = [{ ...event({ inputs: [data("db", "a")] }, "START"), ...more }, event({ outputs: [data("db", "b")] })];
    for (const both of [[start, end], [end, start]]) expect(links(await read(both))).toEqual(held("openlineage:db/a"));
  });

  it.each([
    ["a value that is no text", [{ key: "license", value: { id: "MIT" } }], '{"id":"MIT"}', 1],
    ["keys of its own", [{ license: "MIT" }], "MIT", 0],
    ["a mapping in place of the list", { license: "MIT" }, "MIT", 0],
  ])("keeps a license in a tag with %s", async (_, tags, value, told) => {
    const found = await read(event({ outputs: [data("db", "b", { tags: { tags } })] }));
    expect(found.graph.statements.map((each) => [each.what, each.value])).toEqual([["license", value]]);
    expect(found.problems).toHaveLength(told);
  });
});

describe("runs that wait for others", () => {
  const job = { namespace: "jobs", name: "load" };
  const loading = event({ job, outputs: [data("db", "a")] }, "COMPLETE", "r0");
  const waiting = (facet: unknown, more: object = {}) => [event({ run: { runId: "r1", facets: { jobDependencies: facet } }, outputs: [data("db", "b")], ...more }), loading];
  const after = ["?curate openlineage:db/a > openlineage:db/b 2026-03-01/2026-03-01"];
  const ofData = { job, run: { runId: "r0" }, dependency_type: "IMPLICIT_ASSET_DEPENDENCY" };
  it.each<[string, object[], string[], number]>([
    ["as one is run after the other", waiting({ upstream: [{ job, run: { runId: "r0" }, dependency_type: "DIRECT_INVOCATION" }, { job }], downstream: [{ job }] }), [], 0],
    ["as both are timed", waiting({ upstream: [{ job, dependency_type: "IMPLICIT_DEPENDENCY" }] }), [], 0],
    ["for data", waiting({ upstream: [ofData] }), after, 0],
    ["for data that are named", waiting({ upstream: [{ job, airflow: { asset_events: [{ asset_uri: "db://a" }] } }] }), after, 0],
    ["for data that no event tells of", waiting({ upstream: [{ ...ofData, job: { namespace: "jobs", name: "other" } }] }), ["?curate openlineage:db/b#dataset/unreadable > openlineage:db/b 2026-03-01/2026-03-01"], 0],
    ["for data, as the run before tells", [event({ outputs: [data("db", "b")] }), event({ job, run: { runId: "r0", facets: { jobDependencies: { downstream: [{ ...ofData, job: { namespace: "jobs", name: "clean" }, run: { runId: "r1" } }] } } }, outputs: [data("db", "a")] })], after, 0],
    ["for data of a job that cannot be read", waiting({ upstream: [{ ...ofData, job: { name: "load" } }] }), ["?curate openlineage:db/b#dataset/unreadable > openlineage:db/b 2026-03-01/2026-03-01"], 1],
    ["for nothing", waiting({ upstream: [], downstream: null }), [], 0],
  ])("took something in only where they wait for it: %s", async (_, events, expected, told) => {
    const found = await read(events);
    expect([links(found), found.problems.map((each) => each.code)]).toEqual([expected, Array.from({ length: told }, () => "missing-key")]);
  });
});
