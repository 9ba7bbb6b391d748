import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const read = (files: Record<string, string>) => importFrom(Object.entries(files).map(([path, content]) => memoryFile(path, content)), { us: "acme", recordedAt: "2026-11-21" });
const name = (id: string) => id.replace(/^dvc:(path|md5)\//, "").replace(/(.)\1{31}/, "$1");
const links = ({ graph }: Awaited<ReturnType<typeof read>>) => [...graph.derivations.values()].map((each) => `${each.id.startsWith(`${each.by}-assumed`) ? "?" : ""}${each.by} ${each.from.map(name).join(" ")} > ${name(each.to ?? "")}`);
const hash = (digit: string) => digit.repeat(32);
const stage = (deps: string[], outs: string[], more = "") => `stages:\n  s:\n    cmd: run --token secret\n${more}    deps: [${deps.join(", ")}]\n    outs: [${outs.join(", ")}]\n`;

describe("the kind of a stage", () => {
  it.each([
    [stage(["raw.csv"], ["clean.csv"]), ["?curate raw.csv > clean.csv"]],
    [stage(["raw.csv"], ["net.safetensors"]), ["?train raw.csv > net.safetensors"]],
    [stage(["raw.csv", "base.gguf"], ["net.pt"]), ["?finetune base.gguf raw.csv > net.pt"]],
    [stage(["net.pt"], ["net.onnx"]), ["?convert net.pt > net.onnx"]],
    [stage(["net.pt"], ["answers.csv"]), ["?synthesize net.pt > answers.csv"]],
    [stage(["raw.csv", "make.py"], ["clean.csv"]), ["?curate raw.csv > clean.csv", "?generate make.py > clean.csv"]],
    [stage(["raw.csv"], ["clean.csv"], "    desc: removes what filters catch\n"), ["curate raw.csv > clean.csv"]],
    [stage(["raw.csv"], ["clean.csv"], "    desc: trains and evaluates\n"), ["?curate raw.csv > clean.csv"]],
    [stage(["raw.csv"], ["clean.csv"], "    desc: prepares the benchmark\n"), ["?curate raw.csv > clean.csv"]],
    [stage(["raw.csv"], ["clean.csv"], "    desc: makes training data\n"), ["?curate raw.csv > clean.csv"]],
    [stage(["raw.csv"], ["net.pt"], "    desc: trains it\n"), ["train raw.csv > net.pt"]],
    [stage(["raw.csv"], ["clean.csv"], "    desc: trains\n    meta: { cleartitle: { kind: subset } }\n"), ["subset raw.csv > clean.csv"]],
    [stage(["raw.csv"], ["m.pkl"], "    meta: { cleartitle: train }\n"), ["train raw.csv > m.pkl"]],
    [stage(["raw.csv"], ["clean.csv"], "    meta: { cleartitle: annotate }\n"), ["annotate raw.csv > clean.csv"]],
    [stage(["raw.csv"], ["m.pkl"]).concat("artifacts:\n  it: { path: m.pkl, type: model }\n"), ["?train raw.csv > m.pkl"]],
  ])("%j", async (pipeline, expected) => {
    const result = await read({ "dvc.yaml": pipeline });
    expect(links(result)).toEqual(expected);
    expect(result.graph.findings.filter((each) => each.kind === "derivation-kind-assumed").length).toBe(expected.filter((each) => each.startsWith("?")).length);
    expect(JSON.stringify([...result.graph.assets.values(), ...result.graph.findings])).not.toContain("secret");
  });
});

describe("templates", () => {
  it.each([
    ["a list", "foreach: [de, fr]\n    do: { deps: ['${item}.csv'], outs: ['out/${item}.csv'] }", "", ["?curate de.csv > out/de.csv", "?curate fr.csv > out/fr.csv"]],
    ["a mapping", "foreach: { de: { from: d } }\n    do: { deps: ['${item.from}.csv'], outs: ['${key}.out'] }", "", ["?curate d.csv > de.out"]],
    ["parameters", "foreach: ${langs}\n    do: { deps: ['${dir}/${item}.csv'], outs: ['${item}.out'] }", "langs: [de]\ndir: data\n", ["?curate data/de.csv > de.out"]],
    ["a matrix", "matrix: { a: [x, y], b: ['1'] }\n    deps: ['${item.a}.csv']\n    outs: ['${item.a}${item.b}.out']", "", ["?curate x.csv > x1.out", "?curate y.csv > y1.out"]],
  ])("fills in %s", async (_, body, parameters, expected) => {
    expect(links(await read({ "dvc.yaml": `stages:\n  s:\n    ${body}\n`, "params.yaml": parameters || "unused: 1\n" }))).toEqual(expected);
  });

  it("says what it could not fill in and guesses nothing", async () => {
    const { graph } = await read({ "dvc.yaml": stage(["'${nowhere}.csv'"], ["out.csv"]) });
    expect([...graph.assets.keys()]).toEqual([]);
    expect(graph.findings.map((each) => each.kind)).toEqual(["template-not-filled"]);
  });
});

const lock = (dep: string) => `schema: '2.0'\nstages:\n  s:\n    cmd: x\n    deps:\n    - { path: raw.csv, md5: ${hash(dep)}, size: 1 }\n    outs:\n    - { path: clean.csv, hash: md5, md5: ${hash("2")}.dir }\n`;

describe("digests", () => {
  it("takes the lock for the facts and knows bytes by their digest", async () => {
    const result = await read({ "dvc.yaml": stage(["raw.csv"], ["clean.csv"]), "dvc.lock": lock("1"), "raw.csv.dvc": `outs:\n- { md5: ${hash("1")}, path: raw.csv }\n` });
    expect(links(result)).toEqual(["?curate 1 > 2.dir"]);
    expect(result.graph.assets.get(`dvc:md5/${hash("1")}`)).toMatchObject({ digest: `md5:${hash("1")}`, source: "dvc:raw.csv", placeholder: false });
    expect(result.graph.findings.map((each) => each.kind)).toEqual(["derivation-kind-assumed"]);
  });

  it.each([
    ["    desc: cleans\n", "curate 1 > 2.dir"], ["    desc: trains\n", "?curate 1 > 2.dir"], ["    meta: { cleartitle: train }\n", "train 1 > 2.dir"],
  ])("takes from the stage as written what was done: %s", async (more, expected) => {
    expect(links(await read({ "dvc.yaml": stage(["raw.csv"], ["clean.csv"], more), "dvc.lock": lock("1") }))).toEqual([expected]);
  });

  it.each([
    ["an input that has changed", "3", stage(["raw.csv"], ["clean.csv"])],
    ["other files than the pipeline's", "1", stage(["raw.csv", "more.csv"], ["clean.csv"])],
  ])("reports a lock with %s as stale", async (_, dep, pipeline) => {
    const { graph } = await read({ "dvc.yaml": pipeline, "dvc.lock": lock(dep), "raw.csv.dvc": `outs:\n- { md5: ${hash("1")}, path: raw.csv }\n` });
    expect(graph.findings.filter((each) => each.kind === "lock-stale").length).toBe(1);
  });

  it("takes an etag for no digest", async () => {
    expect([...(await read({ "x.csv.dvc": "outs:\n- { etag: abc, path: x.csv }\n" })).graph.assets.values()]).toMatchObject([{ id: "dvc:path/x.csv", digest: null }]);
  });
});

describe("where data came from", () => {
  it.each([
    ["another repository", "- path: d/x.csv\n  repo: { url: 'https://jane:pw@git.example/r', rev: main, rev_lock: abc }", "git:https://git.example/r@abc#d/x.csv"],
    ["an address", "- path: s3://bucket/x.csv\n  etag: '1'", "url:s3://bucket/x.csv"],
  ])("records an import from %s as a copy", async (_, dep, upstream) => {
    const { graph } = await read({ "x.csv.dvc": `deps:\n${dep}\nouts:\n- { md5: ${hash("1")}, path: x.csv }\n` });
    expect([...graph.derivations.values()]).toMatchObject([{ by: "copy", from: [upstream], to: `dvc:md5/${hash("1")}`, who: "acme" }]);
    expect(graph.assets.get(upstream)?.placeholder).toBe(true);
  });

  it.each([
    ["meta: { license: CC0-1.0 }", ["CC0-1.0"]],
    ["meta: { origin: { producer: Jane Roe, license: { name: CC BY 4.0, url: 'https://x.example/t' }, url_download: 'https://x.example/d.csv' } }", ["CC BY 4.0", "https://x.example/t"]],
    ["meta: { source: { license: { url: 'https://x.example/t' } } }", ["https://x.example/t", "https://x.example/t"]],
    ["meta: { origin: { producer: Jane Roe } }", []],
  ])("keeps the license in %j and no person", async (meta, expected) => {
    const { graph } = await read({ "x.csv.dvc": `${meta}\nouts:\n- { md5: ${hash("1")}, path: x.csv }\n` });
    expect(graph.statements.map((each) => each.raw).toSorted()).toEqual(expected);
    expect(JSON.stringify([graph.statements, ...graph.assets.values()])).not.toContain("Jane");
  });
});

const deps = (written: string, out = "out.csv") => `stages:\n  s:\n    deps: ${written}\n    outs: [${out}]\n`;

describe("what a project names and cannot be read is told, and stands as something of which nothing is known", () => {
  const lost = "out.csv#dataset/unreadable";
  it.each([
    ["a mapping without a path", deps("[{ md5: 'x', size: 1 }]"), [`?curate ${lost} > out.csv`], 1],
    ["a list, beside one that can be read", deps("[[a.csv], b.csv]"), [`?curate b.csv ${lost} > out.csv`], 1],
    ["nothing and an empty text", deps("[~, '']"), [`?curate ${lost} > out.csv`], 2],
    ["what a model came of", deps("[[a.csv]]", "net.pt"), ["?train net.pt#dataset/unreadable > net.pt"], 1],
    ["one path, not in a list", deps("a.csv"), ["?curate a.csv > out.csv"], 0],
    ["an empty list", deps("[]"), [], 0],
    ["no list", deps("~"), [], 0],
    ["a result", "stages:\n  s:\n    deps: [a.csv]\n    outs: [[out.csv]]\n", [], 1],
  ])("in a stage: %s", async (_, pipeline, expected, told) => {
    for (const file of ["dvc.yaml", "dvc.lock"]) {
      const found = await read({ [file]: pipeline });
      expect([links(found), found.problems.length]).toEqual([expected, told]);
      expect(found.problems.every((each) => each.file === file && each.line !== null && each.column !== null)).toBe(true);
    }
  });

  it("in a tracked file", async () => {
    const found = await read({ "x.csv.dvc": `deps:\n- { etag: '1', size: 2 }\nouts:\n- { md5: ${hash("1")}, path: x.csv }\n` });
    expect([links(found), found.problems.map((each) => each.line)]).toEqual([["copy 1#dataset/unreadable > 1"], [2]]);
  });

  it.each([
    ["a mapping without a name", "{ id: MIT }", ['{"id":"MIT"}'], 1], ["a list with a mapping", "[MIT, { id: ISC }]", ['MIT\n{"id":"ISC"}'], 1], ["a list", "[MIT, ISC]", ["MIT\nISC"], 0], ["an empty mapping", "{}", [], 0],
  ])("keeps a license in meta: %s", async (_, license, values, told) => {
    const found = await read({ "x.csv.dvc": `meta: { license: ${license} }\nouts:\n- { md5: ${hash("1")}, path: x.csv }\n` });
    expect(found.graph.statements.filter((each) => each.what === "license").map((each) => each.value)).toEqual(values);
    expect(found.problems).toHaveLength(told);
  });
});
