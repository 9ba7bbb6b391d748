import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectors } from "./connect.js";
import type { Ask } from "./connector.js";

const of = (kind: string) => connectors.find((each) => each.kind === kind)!;
/** Asks as a server's answers lead to them, in the order in which they come up. */
function walk(kind: string, names: readonly string[], answer: (ask: Ask) => unknown, cursor: (ask: Ask) => string | null = () => null): Ask[] {
  const asked: Ask[] = [];
  const open = [...of(kind).start({ names })];
  for (let ask = open.shift(); ask !== undefined && asked.length < 100; ask = open.shift()) {
    asked.push(ask);
    open.push(...of(kind).next(ask, { value: ask.text === true ? undefined : answer(ask), cursor: cursor(ask) }));
  }
  return asked;
}
const keeps = (asked: readonly Ask[]) => asked.map((each) => each.keep);
const guid = (digit: string) => `${digit.repeat(8)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(12)}`;

const organization = (ask: Ask): unknown => {
  if (ask.step === "list-models") return ask.query?.["cursor"] === undefined ? [{ id: "acme/net" }, { id: "../x" }] : [{ id: "acme/two" }];
  if (ask.step.startsWith("list-")) return [{ id: "acme/notes" }];
  return { id: "x", sha: "abcdef1", siblings: ["README.md", "LICENSE", "LICENSE-weights.txt", "net.safetensors", "sub/README.md", "adapter_config.json", "LICENSE\0"].map((rfilename) => ({ rfilename })) };
};

describe("what is asked", () => {
  it("of the hub: what an organization has, page by page, and the texts beside each", () => {
    const asked = walk("hugging-face", ["acme/*"], organization, (ask) => (ask.step === "list-models" && ask.query?.["cursor"] === undefined ? "c2" : null));
    expect(keeps(asked).filter((keep) => !keep.includes("snapshots"))).toEqual(["api/models.of-acme.json", "api/datasets.of-acme.json", "api/models/acme/net.json", "api/models.of-acme~2.json", "api/datasets/acme/notes.json", "api/models/acme/two.json"]);
    expect(asked.filter((each) => each.keep.includes("acme--net")).map((each) => [each.path, each.keep])).toEqual(["README.md", "LICENSE", "adapter_config.json", "LICENSE-weights.txt"].map((name) => [`acme/net/raw/abcdef1/${name}`, `models--acme--net/snapshots/abcdef1/${name}`]));
    expect(asked.find((each) => each.keep.startsWith("datasets--"))?.path).toBe("datasets/acme/notes/raw/abcdef1/README.md");
  });

  it("of the hub: of many texts the card and the license first, and what is cut off is told", () => {
    const many = Array.from({ length: 30 }, (_, at) => `LICENSE-${at}`);
    const asked = walk("hugging-face", ["acme/net"], () => ({ sha: "abcdef1", siblings: [...many, "use_policy.md", "LICENSE.txt", "README.md"].map((rfilename) => ({ rfilename })) }));
    const texts = asked.filter((each) => each.step === "file").map((each) => each.path.split("/").at(-1));
    expect(texts).toEqual(["README.md", "use_policy.md", "LICENSE.txt", ...many.slice(0, 17)]);
    expect(asked.filter((each) => each.beyond !== undefined).map((each) => each.beyond)).toEqual(["13 more texts than the 20 that are asked for: `LICENSE-17`, `LICENSE-18`, `LICENSE-19`, `LICENSE-20`, `LICENSE-21`, …"]);
  });

  it("of a tracking server: runs and models of a hundred experiments at a time, the registry", () => {
    const ids = Array.from({ length: 150 }, (_, at) => ({ experiment_id: String(at) }));
    const asked = walk("mlflow", [], (ask) => (ask.step === "experiments" && (ask.body as { page_token?: string }).page_token === undefined ? { experiments: ids, next_page_token: "p" } : ask.step === "experiments" ? { experiments: [{ experiment_id: "x" }] } : {}));
    expect(keeps(asked.filter((each) => each.step === "runs")).map((keep) => keep.split("/").at(-1))).toEqual(["search-1-0.json", "search-1-1.json", "search-2-0.json"]);
    expect(asked.find((each) => each.keep.endsWith("runs/search-1-1.json"))?.body).toMatchObject({ experiment_ids: Array.from({ length: 50 }, (_, at) => String(100 + at)) });
    expect(walk("mlflow", ["7"], () => ({})).map((each) => each.step)).toEqual(["runs", "models", "names", "versions"]);
  });

  it("of Marquez: namespaces, their data sets and jobs, the runs of each job, whatever their names", () => {
    const asked = walk("marquez", [], (ask) => {
      if (ask.step === "namespaces") return { namespaces: [{ name: "s3://lake/.." }] };
      if (ask.step === "jobs") return { jobs: [{ name: "a.b" }], totalCount: 1 };
      return ask.step === "datasets" && ask.query?.["offset"] === "0" ? { datasets: [{}], totalCount: 101 } : {};
    });
    expect(keeps(asked)).toEqual(["api/v1/namespaces.json", ...["jobs", "datasets", "jobs/a%2Eb/runs", "datasets~2"].map((name) => `api/v1/namespaces/s3%3A%2F%2Flake%2F%2E%2E/${name}.json`)]);
  });

  it("of Weights & Biases: runs of a project, and lists of artifacts to their end", () => {
    const more = { pageInfo: { hasNextPage: true, endCursor: "e" }, edges: [] };
    const asked = walk("wandb", ["acme"], (ask) => {
      const { cursor } = (ask.body as { variables: { cursor: string | null } }).variables;
      if (ask.step === "projects") return { data: { models: { pageInfo: { hasNextPage: false }, edges: [{ node: { name: "demo" } }] } } };
      if (ask.step === "runs") return { data: { project: { runs: { pageInfo: { hasNextPage: cursor === null, endCursor: "r" }, edges: [{ node: { name: "abc", inputArtifacts: cursor === null ? more : {} } }] } } } };
      return { data: { project: { run: { inputArtifacts: { ...more, pageInfo: { hasNextPage: cursor === "e", endCursor: "f" } } } } } };
    });
    expect(keeps(asked)).toEqual(["projects", "demo/runs", "demo/abc/inputArtifacts~2", "demo/runs~2", "demo/abc/inputArtifacts~3"].map((name) => `graphql/acme/${name}.json`));
  });

  it("of a catalogue: types, data and processes, their records by 25, and lineage of what is named", () => {
    const asked = walk("atlas", [], (ask) => (ask.step === "search-DataSet" ? { entities: Array.from({ length: ask.keep.includes("~2.") ? 1 : 100 }, () => ({ guid: guid("1") })) } : {}));
    expect(keeps(asked).map((keep) => keep.replace("api/atlas/v2/", ""))).toEqual([
      "types/typedefs.json", "search/DataSet.json", "search/Process.json", "entity/bulk-DataSet-1-0.json", "entity/bulk-DataSet-1-1.json", "entity/bulk-DataSet-1-2.json", "entity/bulk-DataSet-1-3.json", "search/DataSet~2.json", "entity/bulk-DataSet-2-0.json",
    ]);
    const named = walk("atlas", [guid("1")], (ask) => (ask.step === "lineage" ? { guidEntityMap: { [guid("2")]: {} }, relations: [] } : {}));
    expect(keeps(named).map((keep) => keep.split("v2/")[1])).toEqual(["types/typedefs.json", `lineage/${guid("1")}.json`, `entity/bulk-${guid("1")}.json`, `entity/bulk-lineage-${guid("1")}-0.json`]);
    // A lineage of very many is asked for to its end: what bounds it is the number of all answers, and that is told.
    const many = Object.fromEntries(Array.from({ length: 1_234 }, (_, n) => [`00000000-0000-0000-0000-${String(n).padStart(12, "0")}`, {}]));
    const asks = of("atlas").next(named.find((ask) => ask.step === "lineage")!, { value: { guidEntityMap: many }, cursor: null });
    expect(asks.flatMap((ask) => ask.query?.["guid"]?.split(",") ?? []).length).toBe(1_234);
  });
});

it.each([
  ["hugging-face", ["acme/net", "datasets/acme/notes", "acme/*", "gpt2"], ["../x", "acme/net/more", "/acme", "a b", "*", ""]],
  ["mlflow", ["7"], ["demo", "-1", ""]],
  ["wandb", ["acme", "acme/demo"], ["acme/demo/x", "a b", ""]],
  ["atlas", ["hive_table", guid("1")], ["a-b", "../x", ""]],
] as const)("a name of %s is told from what is none", (kind, names, others) => {
  expect(names.filter((name) => !of(kind).isName(name))).toEqual([]);
  expect(others.filter((name) => of(kind).isName(name))).toEqual([]);
});

it.each(connectors.map((each) => [each.kind, each] as const))("whatever %s answers, nothing is thrown, and what is asked next stays below the address and the folder", (kind, connector) => {
  const names = { "hugging-face": ["acme/*", "acme/net"], mlflow: [], wandb: ["acme", "acme/demo"], marquez: [], atlas: [guid("1")] }[kind] ?? [];
  const keys = ["id", "sha", "siblings", "rfilename", "experiments", "experiment_id", "next_page_token", "namespaces", "jobs", "name", "totalCount", "data", "models", "project", "runs", "edges", "node", "pageInfo", "hasNextPage", "endCursor", "entities", "guid", "guidEntityMap", "__proto__"];
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: "small" }, fc.string(), fc.constantFrom("../../x", "a/b", "LICENSE", "abcdef1", "\ud800", guid("2"), "x".repeat(5_000), "a\\b", ".."), fc.integer(), fc.constant(null), fc.boolean(), fc.array(tie("any"), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...keys), tie("any"), { maxKeys: 6 })),
  })).any;
  fc.assert(fc.property(value, fc.option(fc.string()), (answer, cursor) => {
    const first = connector.start({ names });
    const second = first.flatMap((ask) => connector.next(ask, { value: answer, cursor }));
    for (const ask of [...second, ...second.flatMap((each) => connector.next(each, { value: answer, cursor }))]) {
      const at = new URL(`/base/${ask.path}`, "http://localhost");
      expect([at.origin, at.pathname.startsWith("/base/"), ask.keep.split("/").some((step) => step === "" || step === "." || step === ".."), ask.keep.startsWith("/")]).toEqual(["http://localhost", true, false, false]);
    }
  }), { numRuns: 300 });
});
