import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (content: unknown) => importFrom([memoryFile("answer.json", typeof content === "string" ? content : JSON.stringify(content, null, 1))], { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const links = ({ graph }: Read) => [...graph.derivations.values()].map((each) => `${each.id.includes("-assumed:") ? "?" : ""}${each.by} ${each.from.join(" ")} > ${each.to} ${each.during.from}/${each.during.to}`).toSorted();

const dataset = (namespace: string, name: string, more: object = {}) => ({ id: { namespace, name }, type: "DB_TABLE", name, physicalName: name, namespace, sourceName: "s", createdAt: "2026-01-01T00:00:00Z", fields: [], tags: [], lastModifiedAt: null, ...more });
const job = (more: object = {}) => ({ id: { namespace: "jobs", name: "clean" }, type: "BATCH", name: "clean", simpleName: "clean", namespace: "jobs", location: "https://github.com/acme/etl", inputs: [{ namespace: "s3://lake", name: "raw.csv" }], outputs: [{ namespace: "db:prod", name: "clean" }], latestRun: { state: "FAILED" }, ...more });
const run = (more: object = {}) => ({
  id: "r1", createdAt: "2026-03-01T09:00:00Z", state: "COMPLETED", startedAt: "2026-03-01T10:00:00Z", endedAt: "2026-03-02T01:00:00Z", jobVersion: { namespace: "jobs", name: "clean", version: "v" }, location: null,
  inputDatasetVersions: [{ datasetVersionId: { namespace: "s3://lake", name: "raw.csv", version: "1" }, facets: {} }], outputDatasetVersions: [{ datasetVersionId: { namespace: "db:prod", name: "clean", version: "2" }, facets: {} }], ...more,
});
const expected = (period: string) => [`?curate url:s3://lake/raw.csv > openlineage:db:prod/clean ${period}`];
const code = "?generate gh:acme/etl > openlineage:db:prod/clean null/null";

describe("an answer of the server", () => {
  it.each([
    ["jobs", { jobs: [job()], totalCount: 1 }, [...expected("null/null"), code]],
    ["a job whose lineage names a source of its result", job({ inputs: [], location: null, facets: { lineage: { entries: [{ namespace: "db:prod", name: "clean", type: "DATASET", inputs: [{ namespace: "s3://lake", name: "raw.csv", type: "DATASET" }] }] } } }), expected("null/null")],
    ["one job", job(), [...expected("null/null"), code]],
    ["runs", { runs: [run()], totalCount: 1 }, expected("2026-03-01/2026-03-02")],
    ["a run that failed", { runs: [run({ state: "FAILED" })] }, []],
    ["runs of an older version", { runs: [run({ inputDatasetVersions: undefined, outputDatasetVersions: undefined, inputVersions: [{ namespace: "s3://lake", name: "raw.csv" }], outputVersions: [{ namespace: "db:prod", name: "clean" }] })] }, expected("2026-03-01/2026-03-02")],
    ["a version of a data set, with the run that made it", { versions: [{ ...dataset("db:prod", "clean"), id: { namespace: "db:prod", name: "clean", version: "2" }, version: "2", createdByRun: run({ outputDatasetVersions: [] }) }] }, expected("2026-03-01/2026-03-02")],
    ["a graph whose edges say more than its jobs", { graph: [
      { id: "dataset:s3://lake:raw.csv", type: "DATASET", data: dataset("s3://lake", "raw.csv"), inEdges: [], outEdges: [] }, { id: "dataset:db:prod:clean", type: "DATASET", data: dataset("db:prod", "clean"), inEdges: [], outEdges: [] },
      { id: "job:jobs:clean", type: "JOB", data: job({ inputs: [], outputs: [], location: null }), inEdges: [{ origin: "dataset:s3://lake:raw.csv", destination: "job:jobs:clean" }], outEdges: [{ origin: "job:jobs:clean", destination: "dataset:db:prod:clean" }] },
    ] }, expected("null/null")],
    ["events", { events: [{ eventType: "COMPLETE", eventTime: "2026-03-01T10:00:00Z", schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json", run: { runId: "r" }, job: { namespace: "j", name: "n" }, inputs: [{ namespace: "s3://lake", name: "raw.csv" }], outputs: [{ namespace: "db:prod", name: "clean" }] }], totalCount: 1 }, expected("2026-03-01/2026-03-01")],
  ])("gives %s", async (_, content, all) => {
    const found = await read(content);
    expect([found.problems, links(found), found.read.length]).toEqual([[], all, 1]);
  });

  it.each([
    ["an input of a job without a name", { jobs: [job({ inputs: [{ namespace: "s3://lake" }], location: null })] }, "null/null", 1],
    ["an input of a job that is no object", { jobs: [job({ inputs: ["raw.csv"], location: null })] }, "null/null", 1],
    ["an input of a run without its id", { runs: [run({ inputDatasetVersions: [{ facets: {} }] })] }, "2026-03-01/2026-03-02", 1],
    ["a run without its id, which does not speak of inputs", { runs: [run({ id: "", jobVersion: undefined, inputDatasetVersions: undefined })] }, "2026-03-01/2026-03-02", 1],
    ["an edge from what is no node", { graph: [{ id: "job:jobs:clean", type: "JOB", data: job({ inputs: [], location: null }), inEdges: [{ origin: "dataset:s3://lake:raw.csv", destination: "job:jobs:clean" }], outEdges: [] }] }, "null/null", 1],
    ["an edge without its end", { graph: [{ id: "job:jobs:clean", type: "JOB", data: job({ inputs: [], location: null }), inEdges: [{}], outEdges: [] }] }, "null/null", 1],
    ["a node without its type and what it is of", { graph: [
      { id: "dataset:db:prod:clean", type: "DATASET", data: dataset("db:prod", "clean"), inEdges: [], outEdges: [] }, { id: "job:jobs:clean", inEdges: [], outEdges: [{ origin: "job:jobs:clean", destination: "dataset:db:prod:clean" }] },
    ] }, "null/null", 1],
  ])("keeps that something was named where it cannot be read: %s", async (_, content, period, told) => {
    const found = await read(content);
    expect(links(found)).toEqual([`?curate openlineage:db:prod/clean#dataset/unreadable > openlineage:db:prod/clean ${period}`]);
    expect(found.problems).toHaveLength(told);
    expect(found.problems).toMatchObject([{ file: "answer.json", line: expect.any(Number) as number, hint: expect.stringMatching(/something of which nothing is known stands for it$/) as string }]);
  });

  it.each([
    ["a run without its id", { runs: [run({ id: "" })] }, expected("2026-03-01/2026-03-02")],
    ["an edge to an input that is named beside it", { graph: [{ id: "job:jobs:clean", type: "JOB", data: job({ location: null }), inEdges: [{ origin: "dataset:s3://lake:raw.csv", destination: "job:jobs:clean" }], outEdges: [] }] }, expected("null/null")],
    ["a source that was deleted since", { graph: [
      { id: "dataset:s3://lake:raw.csv", type: "DATASET", data: dataset("s3://lake", "raw.csv", { deleted: true }), inEdges: [], outEdges: [] }, { id: "job:jobs:clean", type: "JOB", data: job({ inputs: [], location: null }), inEdges: [{ origin: "dataset:s3://lake:raw.csv", destination: "job:jobs:clean" }], outEdges: [] },
    ] }, expected("null/null")],
  ])("reads %s", async (_, content, all) => {
    const found = await read(content);
    expect([found.problems, links(found)]).toEqual([[], all]);
  });

  it("tells of a record that is lost", async () => {
    const found = await read({ datasets: [dataset("db", "a"), dataset("", ""), 7], totalCount: 3 });
    expect([[...found.graph.assets.keys()], found.problems.map((each) => [each.code, each.line])]).toEqual([["openlineage:db/a"], [["missing-key", 18], ["wrong-type", 33]]]);
  });

  it("on data sets gives licenses from tags and facets, and leaves out what was deleted", async () => {
    const found = await read({ datasets: [dataset("db", "a", { tags: ["PII", "license: ODbL-1.0"] }), dataset("db", "b", { facets: { tags: { tags: [{ key: "license", value: "MIT" }] } } }), dataset("db", "c", { deleted: true })], totalCount: 3 });
    expect(found.graph.statements.map((each) => [each.about.id, each.what, each.raw, each.value])).toEqual([["openlineage:db/a", "license", "license: ODbL-1.0", "ODbL-1.0"], ["openlineage:db/b", "license", "MIT", "MIT"]]);
    expect([...found.graph.assets.keys()]).toEqual(["openlineage:db/a", "openlineage:db/b"]);
  });

  it("that was cut off is a problem, and gives nothing", async () => {
    const found = await read(JSON.stringify({ jobs: [job()] }).slice(0, -5));
    expect([found.graph.assets.size, found.problems.map((each) => each.code)]).toEqual([0, ["json-syntax"]]);
  });
});
