import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digestOf } from "@cleartitle/norms";
import { readTitleFile } from "@cleartitle/title";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Io } from "../../apps/cli/src/io.js";
import { rooms } from "../../apps/cli/src/rooms.js";
import { run } from "../../apps/cli/src/run.js";
import { madeServer } from "../../packages/connect/src/made-server.fixture.js";
import type { Asked, Said } from "../../packages/connect/src/made-server.fixture.js";

// No license text is named here, and the index of texts takes seconds to load for each import.
vi.mock("@cleartitle/catalogue", async (original) => ({ ...(await original<object>()), openCatalogue: () => ({ catalogue: null, directory: null, problems: [], from: "built", notes: [] }) }));

let folder: string;
let cache: string;
let ends: (() => Promise<void>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "connect-"));
  cache = mkdtempSync(join(tmpdir(), "cache-"));
});
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
  for (const each of [folder, cache]) rmSync(each, { recursive: true });
});

const never = new Promise<void>(() => undefined);
async function cli(args: readonly string[], env: Record<string, string> = {}, interrupted: Promise<void> = never): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = { stdout: { write: (text) => out.push(text) }, stderr: { write: (text) => err.push(text) }, env: { XDG_CACHE_HOME: cache, ...env }, folder, today: () => "2026-11-28", interrupted, rooms };
  const exit = await run(args, io);
  return { exit, out: out.join(""), err: err.join("") };
}
async function served(say: (asked: Asked, nth: number) => Said) {
  const server = await madeServer(say);
  ends.push(server.end);
  return server;
}
/** What a title file says in short: links, and licenses. */
function told(text: string): { links: string[]; licenses: string[] } {
  const { graph, problems } = readTitleFile(text, { file: "cleartitle.yaml" });
  expect(problems).toEqual([]);
  return {
    links: [...graph!.derivations.values()].flatMap((each) => each.from.map((from) => `${each.by} ${from} > ${each.to}`)).toSorted(),
    licenses: graph!.statements.filter((each) => each.what === "license").map((each) => `${each.about.id} ${String(each.value)}`).toSorted(),
  };
}

const hex = (digit: string) => digit.repeat(32);
const guid = (digit: string) => `${digit.repeat(8)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(12)}`;
const end = (name: string) => ({ namespace: "db", name });
const model = `m-${hex("b")}`;
const edges = (...nodes: object[]) => ({ pageInfo: { hasNextPage: false, endCursor: null }, edges: nodes.map((node) => ({ node })) });

/** Answers in the shapes that the documentation of each server gives, by what is asked. */
const servers: Readonly<Record<string, { readonly names: readonly string[]; readonly say: (asked: Asked) => Said; readonly links: readonly string[]; readonly licenses: readonly string[] }>> = {
  "hugging-face": {
    names: ["acme/net", "datasets/acme/notes"],
    say({ path }) {
      if (path.startsWith("/api/models/acme/net?")) return { body: { _id: "0123456789abcdef01234567", id: "acme/net", modelId: "acme/net", sha: "abcdef1", gated: false, cardData: { license: "apache-2.0", datasets: ["acme/notes"] }, tags: [], siblings: [{ rfilename: "README.md" }, { rfilename: "adapter_config.json" }, { rfilename: "net.safetensors" }] } };
      if (path.startsWith("/api/datasets/acme/notes?")) return { body: { _id: "0123456789abcdef01234567", id: "acme/notes", description: "", cardData: { license: "cc-by-4.0" }, siblings: [] } };
      if (path === "/acme/net/raw/abcdef1/README.md") return { headers: { "content-type": "text/plain" }, body: "---\nlicense: mit\n---\n# net\n" };
      return path.endsWith("adapter_config.json") ? { body: { base_model_name_or_path: "acme/base" } } : { status: 404 };
    },
    links: ["adapt hf:model/acme/base > hf:model/acme/net", "train hf:dataset/acme/notes > hf:model/acme/net"],
    licenses: ["hf:dataset/acme/notes cc-by-4.0", "hf:model/acme/net apache-2.0", "hf:model/acme/net mit"],
  },
  mlflow: {
    names: [],
    say({ path }) {
      if (path.includes("experiments/search")) return { body: { experiments: [{ experiment_id: "7", name: "x", artifact_location: "s3://a", lifecycle_stage: "active" }] } };
      if (path.includes("runs/search")) return { body: { runs: [{ info: { run_id: hex("a"), experiment_id: "7", lifecycle_stage: "active" }, data: { params: [{ key: "base_model", value: "acme/base" }] }, outputs: { model_outputs: [{ model_id: model }] } }] } };
      return { body: path.includes("logged-models") ? { models: [{ info: { model_id: model, source_run_id: hex("a"), tags: [{ key: "license", value: "mit" }] } }] } : {} };
    },
    links: [`finetune hf:model/acme/base > mlflow:model/${model}`],
    licenses: [`mlflow:model/${model} mit`],
  },
  wandb: {
    names: ["acme/demo"],
    say: ({ body }) => {
      const { cursor } = (body as { variables: { cursor: string | null } }).variables;
      const made = { digest: hex("2"), versionIndex: 0, artifactType: { name: "model" }, artifactSequence: { name: "net", project: { name: "demo", entityName: "acme" } }, metadata: '{"license": "mit"}' };
      const node = { name: cursor === null ? "r1" : "r2", createdAt: "2026-03-01T00:00:00Z", config: "{}", inputArtifacts: edges({ ...made, digest: hex(cursor === null ? "1" : "3"), artifactType: { name: "dataset" }, metadata: null }), outputArtifacts: edges(made) };
      return { body: { data: { project: { name: "demo", entityName: "acme", runs: { ...edges(node), pageInfo: { hasNextPage: cursor === null, endCursor: "c" } } } } } };
    },
    links: [`train wandb:md5/${hex("1")} > wandb:md5/${hex("2")}`, `train wandb:md5/${hex("3")} > wandb:md5/${hex("2")}`],
    licenses: [`wandb:md5/${hex("2")} mit`, `wandb:md5/${hex("2")} mit`],
  },
  marquez: {
    names: ["jobs"],
    say({ path }) {
      if (path.includes("/runs?")) return { body: { runs: [{ id: "r", state: "COMPLETED", startedAt: "2026-03-01T00:00:00Z", jobVersion: { ...end("j"), version: "v" }, inputDatasetVersions: [{ datasetVersionId: end("a") }], outputDatasetVersions: [{ datasetVersionId: end("b") }] }], totalCount: 1 } };
      if (path.includes("/jobs?")) return { body: { jobs: [{ ...end("j"), simpleName: "j", inputs: [], outputs: [], latestRun: null }], totalCount: 1 } };
      return { body: { datasets: [{ ...end("b"), physicalName: "b", sourceName: "s", tags: ["license:mit"] }], totalCount: 1 } };
    },
    links: ["curate openlineage:db/a > openlineage:db/b"],
    licenses: ["openlineage:db/b mit"],
  },
  atlas: {
    names: [],
    say({ path, body }) {
      const table = (digit: string, more: object = {}) => ({ typeName: "hive_table", guid: guid(digit), status: "ACTIVE", attributes: { qualifiedName: `db.${digit}@cl1`, ...more } });
      const process = { typeName: "hive_process", guid: guid("3"), attributes: { qualifiedName: "p", inputs: [{ typeName: "hive_table", guid: guid("1") }], outputs: [{ typeName: "hive_table", guid: guid("2") }] } };
      if (path.includes("typedefs")) return { body: { entityDefs: [{ name: "hive_table", superTypes: ["DataSet"] }, { name: "hive_process", superTypes: ["Process"] }] } };
      if (path.includes("search/basic")) return { body: { entities: (body as { typeName: string }).typeName === "Process" ? [process] : [table("1"), table("2")] } };
      return { body: { entities: path.includes(guid("3")) ? [process] : [table("1", { license: "ODbL-1.0" }), table("2")], referredEntities: {} } };
    },
    links: ["curate atlas:hive_table/db.1@cl1 > atlas:hive_table/db.2@cl1"],
    licenses: ["atlas:hive_table/db.1@cl1 ODbL-1.0"],
  },
};

describe.each(Object.entries(servers))("import --connect %s", (kind, { names, say, links, licenses }) => {
  it("gives the chain of title that the server knows, through the readers of files, and keeps its answers where it is told", async () => {
    const server = await served(say);
    const { exit, out, err } = await cli(["import", "--connect", kind, server.address, ...names, "--keep", "answers"]);
    expect([exit, told(out)]).toEqual([0, { links, licenses }]);
    expect(err).toContain("read as");
    const again = await cli(["import", "answers"]);
    expect(told(again.out)).toEqual({ links, licenses });
  });

  it("gives the same where an answer breaks off in the middle, and leaves no answers behind", async () => {
    let count = 0;
    const server = await served((asked) => ({ ...say(asked), cut: ++count === 2 }));
    const { out } = await cli(["import", "--connect", kind, server.address, ...names]);
    expect(told(out)).toEqual({ links, licenses });
    expect([readdirSync(join(cache, "cleartitle/answers")), readdirSync(folder)]).toEqual([[], []]);
  });
});

const say = servers["mlflow"]!.say;

describe("import --connect", () => {
  it("writes nothing where the server stops answering, and goes on when it is run again", async () => {
    let isRefused = true;
    const server = await served((asked) => (isRefused && asked.path.includes("logged-models") ? { status: 429, headers: { "retry-after": "100000" } } : say(asked)));
    const args = ["import", "--connect", "mlflow", server.address, "-o", "cleartitle.yaml"];
    const first = await cli(args);
    expect([first.exit, first.out, existsSync(join(folder, "cleartitle.yaml"))]).toEqual([1, "", false]);
    expect(first.err).toContain("run the same command again to go on");
    isRefused = false;
    const before = server.asked.length;
    expect((await cli(args)).exit).toBe(0);
    expect(server.asked.slice(before).some((each) => each.path.includes("runs/search"))).toBe(false);
    expect(told(readFileSync(join(folder, "cleartitle.yaml"), "utf8")).links).toEqual(servers["mlflow"]!.links);
  });

  it("ends with 130 when it is interrupted", async () => {
    const server = await served(say);
    expect((await cli(["import", "--connect", "mlflow", server.address], {}, Promise.resolve())).exit).toBe(130);
  });

  it("keeps the answers where the title file could not be written", async () => {
    const server = await served(say);
    writeFileSync(join(folder, "there.yaml"), "");
    expect((await cli(["import", "--connect", "mlflow", server.address, "-o", "there.yaml"])).exit).toBe(1);
    expect([readdirSync(join(cache, "cleartitle/answers")).length, existsSync(join(folder, ".cleartitle"))]).toEqual([1, false]);
  });

  it.each<[string, (working: string, home: string) => Record<string, string>]>([
    ["is not said", (_, home) => ({ XDG_CACHE_HOME: "", HOME: home })],
    ["is no whole path", (_, home) => ({ XDG_CACHE_HOME: "answers", HOME: home })],
    ["lies in the working folder", (working, home) => ({ XDG_CACHE_HOME: join(working, ".cache"), HOME: home })],
  ])("keeps answers in the home of the user where the cache %s", async (_, env) => {
    const server = await served(() => ({ status: 429, headers: { "retry-after": "100000" } }));
    await cli(["import", "--connect", "mlflow", server.address], env(folder, cache));
    expect([readdirSync(join(cache, ".cache/cleartitle/answers")).length, readdirSync(folder)]).toEqual([1, []]);
  });

  it("takes no answers that came with the working folder for the server's", async () => {
    const server = await served(say);
    const name = `mlflow-${server.address.replace("http://", "").replace(":", "-")}-${digestOf([server.address, []]).slice(7, 15)}`;
    const planted = join(folder, ".cleartitle/answers", name);
    mkdirSync(planted, { recursive: true });
    await cli(["import", "--connect", "mlflow", server.address, "--keep", planted]);
    const journal = join(planted, "connection.jsonl");
    writeFileSync(journal, readFileSync(journal, "utf8").replace('{"done":true}\n', ""));
    for (const file of readdirSync(planted, { recursive: true, withFileTypes: true }).filter((each) => each.isFile() && each.parentPath.includes("logged-models"))) {
      const path = join(file.parentPath, file.name);
      writeFileSync(path, readFileSync(path, "utf8").replace('"mit"', '"cc0-1.0"'));
    }
    cpSync(planted, join(folder, "answers"), { recursive: true });
    expect(told((await cli(["import", "--connect", "mlflow", server.address, "--keep", "answers"])).out).licenses).toEqual([`mlflow:model/${model} cc0-1.0`]);
    expect(told((await cli(["import", "--connect", "mlflow", server.address])).out).licenses).toEqual(servers["mlflow"]!.licenses);
  });

  it("reads what there is where some of it is refused, and says what", async () => {
    const server = await served((asked) => (asked.path.includes("registered-models") ? { status: 500 + 1 } : say(asked)));
    const { exit, out, err } = await cli(["import", "--connect", "mlflow", server.address]);
    expect([exit, told(out).links]).toEqual([1, servers["mlflow"]!.links]);
    expect(readTitleFile(out, { file: "x" }).graph?.statements[0]?.source?.locator).toContain(`${server.address.replace("http://", "").replace(":", "-")}/api/2.0/mlflow/`);
    expect(err).toContain("registered-models/search`: the server answers 501");
  });

  it("says that answers are gone where somebody took them away in between", async () => {
    let isRefused = true;
    const server = await served((asked) => (isRefused && asked.path.includes("model-versions") ? { status: 429, headers: { "retry-after": "100000" } } : say(asked)));
    const args = ["import", "--connect", "mlflow", server.address, "--keep", "answers"];
    await cli(args);
    isRefused = false;
    rmSync(join(folder, "answers", server.address.replace("http://", "").replace(":", "-"), "api/2.0/mlflow/experiments"), { recursive: true });
    expect((await cli(args)).err).toContain("1 of 5 answers are gone");
  });

  it("is not stopped by what a mistaken name left behind", async () => {
    const server = await served(servers["hugging-face"]!.say);
    expect((await cli(["import", "--connect", "hugging-face", server.address, "acme/nett"])).exit).toBe(1);
    expect((await cli(["import", "--connect", "hugging-face", server.address, "acme/net"])).exit).toBe(0);
  });

  it("takes the token of the environment and writes it nowhere", async () => {
    const server = await served((asked) => ({ ...say(asked), headers: { "x-echo": "a-long-secret" } }));
    const { out, err } = await cli(["import", "--connect", "mlflow", server.address], { MLFLOW_TRACKING_TOKEN: "a-long-secret" });
    expect(server.asked.every((each) => each.authorization === "Bearer a-long-secret")).toBe(true);
    expect(out + err).not.toContain("a-long-secret");
  });

  it.each<[readonly string[], number, string]>([
    [["--connect", "mlflow", "https://jane:a-long-secret@example.org"], 64, "holds a name or a password"],
    [["--connect", "mlflow", "mlflow.example.org"], 64, "is no address"],
    [["--connect", "hugging-face", "https://huggingface.co"], 64, "needs what to ask for"],
    [["--connect", "wandb", "https://api.wandb.ai", "a b"], 64, "is nothing to ask"],
    [["--connect", "pigeon", "https://example.org"], 64, "hugging-face"],
    [["--keep", "x", "."], 64, "for a connection"],
  ])("%j is told what is wrong", async (args, exit, message) => {
    const ended = await cli(["import", ...args]);
    expect([ended.exit, ended.err]).toEqual([exit, expect.stringContaining(message)]);
    expect(ended.err).not.toContain("a-long-secret");
  });
});
