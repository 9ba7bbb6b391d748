import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { smallest, withManifest } from "../../packages/intake/src/c2pa/made-manifest.fixture.js";
import { databaseBytes } from "../../packages/intake/src/mlflow/made-database.fixture.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const built = join(root, "apps/cli/dist/program");
const folder = mkdtempSync(join(tmpdir(), "cleartitle-program-"));
afterAll(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string): string => join(folder, name);
const program = (...args: readonly string[]): SpawnSyncReturns<string> => spawnSync(process.execPath, [join(root, "apps/cli/bin/cleartitle.mjs"), ...args], { cwd: root, encoding: "utf8", timeout: 100_000, killSignal: "SIGKILL" });
const launch = ["memo", "examples/hosted-assistant/cleartitle.yaml", "--use", "launch"];

/** A run by which a model was made of another. */
const run = `CREATE TABLE experiments (experiment_id INTEGER, lifecycle_stage TEXT); INSERT INTO experiments VALUES (7, 'active');
CREATE TABLE runs (run_uuid TEXT, user_id TEXT, lifecycle_stage TEXT, start_time BIGINT, end_time BIGINT, experiment_id INTEGER); INSERT INTO runs VALUES ('${"a".repeat(32)}', 'jane', 'active', 1748696156348, 1748786186237, 7);
CREATE TABLE params (key TEXT, value TEXT, run_uuid TEXT); INSERT INTO params VALUES ('base_model', 'acme/base', '${"a".repeat(32)}');
CREATE TABLE logged_models (model_id TEXT, source_run_id TEXT, lifecycle_stage TEXT, experiment_id INTEGER); INSERT INTO logged_models VALUES ('m-${"b".repeat(32)}', '${"a".repeat(32)}', 'active', 7);`;

/** What the built program loads from other packages when it needs it. */
function packagesAskedFor(): string[] {
  const texts = readdirSync(built).filter((name) => name.endsWith(".js")).map((name) => readFileSync(join(built, name), "utf8"));
  const asked = texts.flatMap((text) => [...text.matchAll(/^(?:import|export) .*?from "([^".][^"]*)";$|\bimport\("([^".][^"]*)"\)|\bimport\.meta\.resolve\("([^"]*)"\)/gm)].map(([, from, later, where]) => (from ?? later ?? where)!));
  return [...new Set(asked)].filter((name) => !isBuiltin(name)).toSorted();
}

// The program is built into few files: what reads files that lie beside its own has to find them from there.
describe("the program as it is built", () => {
  it("finds every package that it leaves where it is", () => {
    const { resolve } = createRequire(join(built, "main.js"));
    const names = packagesAskedFor();
    expect(names).toEqual(expect.arrayContaining(["@electric-sql/pglite", "docxodus/core", "hash-wasm", "pdfkit", "unpdf"]));
    const isThere = (name: string): boolean => resolve.paths(name)!.some((each) => existsSync(join(each, ...name.split("/").slice(0, name.startsWith("@") ? 2 : 1))));
    expect(names.filter((name) => !isThere(name))).toEqual([]);
  });

  it("writes documents and reads them again", () => {
    expect([program(...launch, "--format", "pdf", "-o", inFolder("memo.pdf")), program(...launch, "--format", "docx", "-o", inFolder("memo.docx"))].map(({ status }) => status)).toEqual([0, 0]);
    const [north, south] = ["north", "south"].map((name) => [`examples/data-pool/agreement/${name}.yaml`, inFolder(`${name}.docx`)] as const) as [readonly [string, string], readonly [string, string]];
    for (const [deal, output] of [north, south, [north[0], inFolder("north.pdf")]] as const) expect(program("draft", deal, "--output", output)).toMatchObject({ status: 0 });
    expect(program("read", north[1])).toMatchObject({ status: 0, stdout: expect.stringMatching(/north\.docx \(docx, \d+ characters\)/) as string });
    expect(program("read", inFolder("north.pdf"))).toMatchObject({ status: 0, stdout: expect.stringMatching(/north\.pdf \(pdf, \d+ pages, \d+ characters\)/) as string });
    expect(program("diff", north[1], south[1], "--redline", inFolder("redline.docx"))).toMatchObject({ status: 0 });
    expect(readdirSync(folder)).toContain("redline.docx");
  });

  it("reads what only the libraries of others can", async () => {
    const [name, format, image] = smallest[0]!;
    writeFileSync(inFolder("mlflow.db"), databaseBytes(run));
    writeFileSync(inFolder(name), await withManifest(format, image));
    expect(program("import", inFolder("mlflow.db"), "--from", "mlflow")).toMatchObject({ status: 0, stdout: expect.stringContaining("acme/base") as string });
    expect(program("import", inFolder(name), "--from", "c2pa")).toMatchObject({ status: 0, stdout: expect.stringContaining("notAllowed") as string });
  });

  it("names licenses beside the records of its catalogue", () => {
    expect(program("identify", "LICENSE")).toMatchObject({ status: 0, stdout: expect.stringContaining("Apache-2.0") as string });
  });
});
