import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Asker } from "./asker.js";
import { connect } from "./connect.js";
import type { ConnectOptions } from "./connect.js";
import { madeServer } from "./made-server.fixture.js";
import { mlflow } from "./mlflow.js";
import type { Asked, Said } from "./made-server.fixture.js";

let folder: string;
let ends: (() => Promise<void>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "connect-"));
});
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
  rmSync(folder, { recursive: true });
});

const waits: number[] = [];
const passing = { now: () => Date.parse("2026-11-28T06:00:00Z"), wait: async (milliseconds: number) => void waits.push(milliseconds) };
async function served(say: (asked: Asked, nth: number) => Said) {
  const server = await madeServer(say);
  ends.push(server.end);
  waits.length = 0;
  const below = server.address.replace("http://", "").replace(":", "-");
  const run = async (more: Partial<ConnectOptions> = {}) => {
    const ended = await connect({ kind: "mlflow", address: server.address, names: [], folder, env: {}, signal: new AbortController().signal, clock: passing, ...more });
    return { ...ended, kept: ended.kept.map((path) => path.replace(`${below}/`, "")) };
  };
  return { ...server, below, run };
}

const runs = (...ids: string[]) => ids.map((id) => ({ info: { run_id: id } }));
/** Two pages of runs, one of anything else. */
const tracking = (asked: Asked): Said => {
  if (asked.path.includes("experiments/search")) return { body: { experiments: [{ experiment_id: "1" }, { experiment_id: "2" }] } };
  if (asked.path.includes("runs/search")) return { body: (asked.body as { page_token?: string }).page_token === "t" ? { runs: runs("c") } : { runs: runs("a", "b"), next_page_token: "t" } };
  return { body: {} };
};
const all = ["experiments/search.json", "logged-models/search-1-0.json", "model-versions/search.json", "registered-models/search.json", "runs/search-1-0.json", "runs/search-1-0~2.json"].map((path) => `api/2.0/mlflow/${path}`);
const everything = (): string => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => readFileSync(join(each.parentPath, each.name), "utf8")).join("\n");

describe("a connection", () => {
  it("asks page after page, keeps every answer as it came, and says how far it is", async () => {
    const steps: string[] = [];
    const server = await served(tracking);
    const ended = await server.run({ step: (done, known) => steps.push(`${done}/${known}`) });
    expect(ended).toEqual({ ended: "whole", kept: all, problems: [] });
    expect(JSON.parse(readFileSync(join(folder, server.below, all[4]!), "utf8"))).toEqual({ runs: runs("a", "b"), next_page_token: "t" });
    expect(server.asked.find((each) => each.path.includes("runs/search"))?.body).toMatchObject({ experiment_ids: ["1", "2"] });
    expect(steps.at(-1)).toBe("6/6");
    expect(readdirSync(folder).toSorted()).toEqual([server.below, "connection.jsonl"]);
  });

  it("that was done begins anew, and keeps nothing that is no longer there", async () => {
    const server = await served(tracking);
    await server.run();
    const before = server.asked.length;
    expect((await server.run()).ended).toBe("whole");
    expect(server.asked.length).toBe(2 * before);
  });

  it.each<[string, (nth: number) => Said | null, readonly number[]]>([
    ["is overloaded", (nth) => (nth < 3 ? { status: 503 } : null), [1_000, 2_000]],
    ["breaks off in the middle of an answer", (nth) => (nth < 2 ? { body: { runs: runs("a", "b", "c") }, cut: true } : null), [1_000]],
    ["never answers", (nth) => (nth < 2 ? { silent: true } : null), [1_000]],
    ["says how long to wait", (nth) => (nth < 2 ? { status: 429, headers: { "retry-after": "7" } } : null), [7_000]],
    ["says until when to wait", (nth) => (nth < 2 ? { status: 429, headers: { "retry-after": "Sat, 28 Nov 2026 06:00:30 GMT" } } : null), [30_000]],
    ["says when its limit is lifted", (nth) => (nth < 2 ? { status: 429, headers: { ratelimit: '"api";r=0;t=55' } } : null), [55_000]],
  ])("waits and asks again where the server %s", async (_, first, expected) => {
    const server = await served((asked, nth) => {
      const said = asked.path.includes("runs/search") && (asked.body as { page_token?: string }).page_token === "t" ? first(nth) : null;
      return said ?? tracking(asked);
    });
    const told: number[] = [];
    expect(await server.run({ timeout: 2_000, waiting: (seconds) => told.push(seconds * 1_000) })).toEqual({ ended: "whole", kept: all, problems: [] });
    expect(waits).toEqual(expected);
    expect(told).toEqual(expected.filter((wait) => wait > 4_000));
  });

  it("waits before it asks again where the answer says that the limit is used up", async () => {
    const limit = { ratelimit: '"api";r=0;t=9', "ratelimit-policy": '"fixed window";"api";q=500;w=300' };
    const server = await served((asked) => ({ ...tracking(asked), ...(asked.path.includes("registered-models") ? { headers: limit } : {}) }));
    expect((await server.run()).ended).toBe("whole");
    expect(waits).toEqual([9_000]);
  });

  it.each<[string, Said, string]>([
    ["goes on failing", { status: 500 }, "asked 6 times"],
    ["asks for more patience than there is", { status: 429, headers: { "retry-after": "86400" } }, "asks to wait 86400 s"],
  ])("stops where the server %s, keeps what there is, and goes on from there", async (_, said, message) => {
    let isBroken = true;
    const server = await served((asked) => (isBroken && asked.path.includes("runs/search") ? said : tracking(asked)));
    const stopped = await server.run();
    expect([stopped.ended, stopped.kept, stopped.problems.map((each) => each.code)]).toEqual(["stopped", [], ["io"]]);
    expect(stopped.problems[0]?.message).toContain(message);
    isBroken = false;
    const before = server.asked.length;
    expect(await server.run()).toEqual({ ended: "whole", kept: all, problems: [] });
    expect(server.asked.slice(before).some((each) => each.path.includes("experiments/search"))).toBe(false);
  });

  it("goes on after a crash at any line of its journal", async () => {
    const server = await served(tracking);
    await server.run();
    const journal = join(folder, "connection.jsonl");
    const whole = readFileSync(journal, "utf8");
    for (let at = 0; at < whole.length; at += 37) {
      writeFileSync(journal, whole.slice(0, at));
      writeFileSync(join(folder, "connection.lock"), "999999999");
      writeFileSync(join(folder, server.below, `${all[0]}.part`), "{");
      expect(await server.run()).toEqual({ ended: "whole", kept: all, problems: [] });
    }
  });

  it("is interrupted at once, and goes on later", async () => {
    const stop = new AbortController();
    const server = await served((asked) => {
      if (asked.path.includes("runs/search")) stop.abort();
      return tracking(asked);
    });
    expect(await server.run({ signal: stop.signal })).toMatchObject({ ended: "stopped", problems: [{ message: "interrupted" }] });
    expect((await server.run()).ended).toBe("whole");
  });

  it("reads the rest where one thing is refused, and asks for that again the next time", async () => {
    let isRefused = true;
    const server = await served((asked) => (isRefused && asked.path.includes("runs/search") ? { status: 403 } : tracking(asked)));
    const parts = await server.run();
    expect([parts.ended, parts.kept.length, parts.problems.map((each) => [each.code, each.hint])]).toEqual(["parts", 4, [["not-allowed", "set `MLFLOW_TRACKING_TOKEN` or `MLFLOW_TRACKING_USERNAME`"]]]);
    isRefused = false;
    expect(await server.run()).toEqual({ ended: "whole", kept: all, problems: [] });
  });

  it.each<[string, Said, string]>([
    ["refuses the first thing", { status: 401 }, "not-allowed"],
    ["is no such server", { status: 404 }, "not-found"],
    ["answers with a page", { body: "<html>sign in</html>" }, "json-syntax"],
    ["answers in a way that was not asked for", { headers: { "content-encoding": "gzip" } }, "not-allowed"],
  ])("ends where the server %s", async (_, said, code) => {
    const ended = await (await served(() => said)).run();
    expect([ended.ended, ended.problems.map((each) => each.code)]).toEqual(["stopped", [code]]);
    expect(ended.problems[0]?.hint).not.toBeNull();
  });

  it.each<[string, Said, string]>([
    ["is too large", { body: "x".repeat(4_194_305) }, "too-large"],
    ["needs a token", { status: 401 }, "not-allowed"],
    ["is not for everybody", { status: 403 }, "not-allowed"],
  ])("says that a text beside a card %s, and asks for it again the next time", async (_, said, code) => {
    let isRefused = true;
    const server = await served(({ path }) => {
      if (path.startsWith("/api/")) return { body: { sha: "abcdef1", siblings: [{ rfilename: "README.md" }, { rfilename: "LICENSE" }] } };
      return path.endsWith("LICENSE") && isRefused ? said : { body: "text" };
    });
    const hub = { kind: "hugging-face", names: ["acme/net"] };
    const first = await server.run(hub);
    expect([first.ended, first.kept.length, first.problems.map((each) => each.code)]).toEqual(["parts", 2, [code]]);
    expect(first.problems[0]?.message).toContain("acme/net/raw/abcdef1/LICENSE`");
    isRefused = false;
    const again = await server.run(hub);
    expect([again.ended, again.kept.length, again.problems, server.asked.filter((each) => each.path.endsWith("LICENSE")).length]).toEqual(["whole", 3, [], 2]);
  });

  it("tells in every run what a bound cuts off, and asks for none of it", async () => {
    const server = await served(({ path }) => ({ body: path.startsWith("/api/") ? { sha: "abcdef1", siblings: Array.from({ length: 22 }, (_, at) => ({ rfilename: `LICENSE-${at}` })) } : "text" }));
    for (const _ of ["first", "resumed"]) {
      const ended = await server.run({ kind: "hugging-face", names: ["acme/net"] });
      expect([ended.ended, ended.kept.length, ended.problems]).toEqual(["parts", 21, [expect.objectContaining({ code: "too-many", message: expect.stringContaining("2 more texts than the 20 that are asked for: `LICENSE-20`, `LICENSE-21`") as string })]]);
    }
    expect(server.asked.length).toBe(21);
  });

  it("does without what older servers have not", async () => {
    const server = await served((asked) => (asked.path.includes("logged-models") ? { status: 404 } : tracking(asked)));
    expect(await server.run()).toEqual({ ended: "whole", kept: all.filter((path) => !path.includes("logged-models")), problems: [] });
  });
});

const cursorOf = ({ body }: Asked): unknown => (body as { variables?: { cursor?: unknown } } | null)?.variables?.cursor ?? null;
const entities = (from: number, count: number) => Array.from({ length: count }, (_, at) => ({ typeName: "hive_table", guid: `00000000-0000-0000-0000-${String(from + at).padStart(12, "0")}` }));

/** Answers of two pages in the shapes that the documentation of each server gives, and which question is that of the second page. */
const paging: Readonly<Record<string, { readonly names: readonly string[]; readonly isSecond: (asked: Asked) => boolean; readonly say: (asked: Asked) => Said }>> = {
  "hugging-face": {
    names: ["acme/*"],
    isSecond: ({ path }) => path.includes("cursor=c2"),
    say: ({ path }) => {
      if (path.includes("cursor=c2")) return { body: [{ id: "acme/two" }] };
      if (path.includes("/api/models?")) return { headers: { link: '<https://huggingface.co/api/models?author=acme&limit=500&cursor=c2>; rel="next"' }, body: [{ id: "acme/net" }] };
      return { body: path.includes("/api/datasets?") ? [] : { id: "acme/net", cardData: { license: "mit" } } };
    },
  },
  mlflow: { names: [], isSecond: ({ body }) => (body as { page_token?: string } | null)?.page_token === "t", say: tracking },
  wandb: {
    names: ["acme/demo"],
    isSecond: (asked) => cursorOf(asked) === "c",
    say: (asked) => ({ body: { data: { project: { name: "demo", entityName: "acme", runs: { pageInfo: { hasNextPage: cursorOf(asked) === null, endCursor: "c" }, edges: [{ node: { name: cursorOf(asked) === null ? "r1" : "r2" } }] } } } } }),
  },
  marquez: {
    names: ["db"],
    isSecond: ({ path }) => path.includes("offset=100"),
    say: ({ path }) => ({ body: path.includes("/datasets?") ? { datasets: Array.from({ length: path.includes("offset=100") ? 1 : 100 }, (_, at) => ({ name: `d${at}` })), totalCount: 101 } : { jobs: [], totalCount: 0 } }),
  },
  atlas: {
    names: [],
    isSecond: ({ body }) => (body as { offset?: number } | null)?.offset === 100,
    say: ({ path, body }) => {
      if (!path.includes("search/basic")) return { body: { entities: [] } };
      const { typeName, offset = 0 } = body as { typeName: string; offset?: number };
      return { body: { entities: typeName !== "DataSet" ? [] : offset === 0 ? entities(0, 100) : entities(100, 1) } };
    },
  },
};

describe.each(Object.entries(paging))("a connection to %s", (kind, { names, isSecond, say }) => {
  it("asks the pages below its address alone, waits for the server's limit, says how far it is, and goes on where it was stopped", async () => {
    const other = await served(() => ({ body: {} }));
    const said: Said[] = [{ status: 429, headers: { "retry-after": "7" } }, { status: 503 }, { status: 429, headers: { "retry-after": "86400" } }, { status: 307, headers: { location: `${other.address}/page` } }];
    const server = await served((asked) => (isSecond(asked) ? said.shift() : undefined) ?? say(asked));
    const steps: (readonly [number, number])[] = [];
    const run = (): ReturnType<typeof server.run> => server.run({ kind, names, address: `${server.address}/base`, step: (done, known) => steps.push([done, known]) });
    // The limit and the overload are waited for; then the server asks for a day, which is not.
    expect((await run()).problems.map((each) => each.message)).toEqual([expect.stringContaining("asks to wait 86400 s")]);
    expect(waits).toEqual([7_000, 2_000]);
    const before = server.asked.length;
    // Elsewhere nobody is asked.
    const elsewhere = await run();
    expect([elsewhere.ended, elsewhere.problems.map((each) => each.code), other.asked]).toEqual(["stopped", ["not-allowed"], []]);
    const whole = await run();
    expect([whole.ended, whole.problems, steps.at(-1)]).toEqual(["whole", [], [whole.kept.length, whole.kept.length]]);
    expect(steps.every(([done, known]) => done <= known)).toBe(true);
    // What was answered is not asked again.
    const keys = server.asked.slice(before).filter((asked) => !isSecond(asked)).map((asked) => `${asked.path} ${JSON.stringify(asked.body)}`);
    expect(keys.filter((key) => server.asked.slice(0, before).some((asked) => `${asked.path} ${JSON.stringify(asked.body)}` === key))).toEqual([]);
    expect(server.asked.filter((asked) => !asked.path.startsWith("/base/"))).toEqual([]);
    expect(server.asked.filter(isSecond).length).toBe(5);
  });
});

describe("a connection goes nowhere else", () => {
  it.each<[string, (own: string, other: string) => string, string]>([
    ["to another server", (_, other) => `${other}/api`, "stopped"],
    ["to the same server by another way of speaking", (own) => own.replace("http:", "https:"), "stopped"],
    ["to an address that is none", () => "http://[", "stopped"],
    ["round in a circle", (own) => `${own}/base/api/2.0/mlflow/experiments/search`, "stopped"],
    ["out of the path that was named", (own) => `${own}/other`, "stopped"],
  ])("where the server sends on %s", async (_, to, expected) => {
    const other = await served(() => ({ body: {} }));
    const server = await madeServer((asked) => ({ status: 307, headers: { location: to(`http://${asked.path === "" ? "" : address}`, other.address) } }));
    const address: string = server.address.replace("http://", "");
    ends.push(server.end);
    const ended = await connect({ kind: "mlflow", address: `${server.address}/base`, names: [], folder, env: { MLFLOW_TRACKING_TOKEN: "a-long-secret" }, signal: new AbortController().signal, clock: passing });
    expect([ended.ended, ended.problems.map((each) => each.code), other.asked]).toEqual([expected, ["not-allowed"], []]);
  });

  it("where the address that was named has a path of two slashes", async () => {
    const server = await served(tracking);
    await server.run({ address: `${server.address}//example.org` });
    expect(server.asked[0]?.path).toBe("//example.org/api/2.0/mlflow/experiments/search");
  });

  it.each(["../secret", "x/../../secret", "%2e%2e/secret", "..\\secret"])("where the journal asks for %s", async (path) => {
    const server = await served(tracking);
    const named = { address: `${server.address}/base` };
    await server.run(named);
    const journal = join(folder, "connection.jsonl");
    writeFileSync(journal, readFileSync(journal, "utf8").replace('{"done":true}\n', ""));
    appendFileSync(journal, `${JSON.stringify({ ask: { keep: "x.json", path, step: "names" } })}\n`);
    expect(await server.run(named)).toMatchObject({ ended: "stopped", problems: [{ code: "not-allowed", hint: "the journal of the answers was changed: remove their folder" }] });
    expect(server.asked.filter((each) => !each.path.startsWith("/base/"))).toEqual([]);
  });

  it("where the guard of a server lets nobody, though it is named as it is", async () => {
    const server = await served(tracking);
    expect(await server.run({ guard: () => "it leads inside" })).toMatchObject({ ended: "stopped", problems: [{ code: "not-allowed", message: expect.stringMatching(/it leads inside/), hint: "an administrator of the server may allow it" }] });
    expect(server.asked).toEqual([]);
  });

  it("to a name that leads inside, and says how to mean it", async () => {
    const asker = new Asker(mlflow, { url: new URL("http://localhost:9/"), isNamed: false }, null, { signal: new AbortController().signal }, passing);
    expect(await asker.ask({ step: "names", path: "x", keep: "x.json" })).toMatchObject({ end: "stop", problems: [{ code: "not-allowed", hint: "say `--private` if it is meant, or name the address itself" }] });
  });

  it("but follows the server to a new name of the same thing", async () => {
    const server = await served((asked) => (asked.path.startsWith("/api/2.0/mlflow/experiments") ? { status: 308, headers: { location: "/api/2.0/mlflow/moved/experiments/search" } } : tracking(asked)));
    expect((await server.run()).ended).toBe("whole");
  });
});

describe("a secret", () => {
  it.each([
    [{ MLFLOW_TRACKING_TOKEN: "a-long-secret" }, "Bearer a-long-secret"],
    [{ MLFLOW_TRACKING_USERNAME: "jane", MLFLOW_TRACKING_PASSWORD: "a-long-secret" }, `Basic ${Buffer.from("jane:a-long-secret").toString("base64")}`],
    [{ MLFLOW_TRACKING_USERNAME: "jane" }, null],
  ])("of the environment is sent and kept nowhere, also where the server says it back: %o", async (env, header) => {
    const server = await served((asked) => (asked.path.includes("model-versions") ? { status: 418, body: "a-long-secret" } : { body: { ...(tracking(asked).body as object), echo: `${asked.authorization} a-long-secret` } }));
    const ended = await server.run({ env });
    expect(new Set(server.asked.map((each) => each.authorization))).toEqual(new Set([header]));
    // Where nothing was sent there is no secret to hide.
    expect((everything() + JSON.stringify(ended)).includes("a-long-secret")).toBe(header === null);
    expect(everything()).not.toContain("amFuZTp");
  });

  it.each([["HF_TOKEN", "hugging-face", "a-long\nsecret"], ["MLFLOW_TRACKING_TOKEN", "mlflow", "a-long secrét"]])("of %s with a sign that no header may have is refused, and nothing is asked", async (name, kind, token) => {
    const server = await served(tracking);
    const ended = await server.run({ kind, names: kind === "mlflow" ? [] : ["acme/net"], env: { [name]: token } });
    expect(ended).toMatchObject({ ended: "stopped", problems: [{ code: "usage", message: `\`${name}\` holds a sign that no header may have` }] });
    expect([server.asked, JSON.stringify(ended).includes("a-long")]).toEqual([[], false]);
  });

  it("is not sent unencrypted off this machine", async () => {
    const ended = await connect({ kind: "mlflow", address: "http://10.1.2.3", names: [], folder, env: { MLFLOW_TRACKING_TOKEN: "a-long-secret" }, signal: new AbortController().signal, clock: passing });
    expect(ended.problems).toMatchObject([{ code: "usage", message: "`MLFLOW_TRACKING_TOKEN` is set and would go to `10.1.2.3` unencrypted" }]);
  });
});

describe("a folder of answers", () => {
  it("is of one connection", async () => {
    const server = await served(tracking);
    await server.run();
    expect((await server.run({ names: ["1"] })).problems).toMatchObject([{ code: "conflict" }]);
  });

  it("that cannot be written is told, and what is no matter of the disk is not called so", async () => {
    const server = await served(tracking);
    writeFileSync(join(folder, "file"), "");
    expect((await server.run({ folder: join(folder, "file") })).problems).toMatchObject([{ code: "io", message: "the folder of answers cannot be written", hint: "EEXIST" }]);
    await expect(server.run({ folder: join(folder, "a\0b") })).rejects.toMatchObject({ code: "ERR_INVALID_ARG_VALUE" });
  });

  it("is filled by one program at a time", async () => {
    const server = await served(tracking);
    writeFileSync(join(folder, "connection.lock"), String(process.ppid));
    expect((await server.run()).problems).toMatchObject([{ code: "conflict", message: "another program is filling this folder" }]);
    expect(server.asked).toEqual([]);
  });

  it("keeps nothing outside itself, whatever its journal says", async () => {
    const server = await served(tracking);
    await server.run();
    const journal = join(folder, "connection.jsonl");
    writeFileSync(journal, readFileSync(journal, "utf8").replace('{"done":true}\n', ""));
    appendFileSync(journal, ["../out.json", "/tmp/out.json", "a\\..\\out.json", "connection.jsonl"].map((keep) => `${JSON.stringify({ ask: { keep, path: "x", step: "names" } })}\n`).join(""));
    expect(await server.run()).toEqual({ ended: "whole", kept: all, problems: [] });
    expect(existsSync(join(folder, "..", "out.json"))).toBe(false);
  });
});
