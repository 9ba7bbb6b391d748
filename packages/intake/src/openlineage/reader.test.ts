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
