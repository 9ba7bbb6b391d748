import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

/**
 * Runs a program of `bench/` on the packages as they are built and as people run them: `node scripts/run-built.mjs bench/bench.ts rights`. A runner that compiles while it
 * loads names every function as it is made, which makes ours slower than they are and leaves those of peers alone.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const to = join(root, "node_modules", ".cache", "built");
const [program, ...args] = process.argv.slice(2);
const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, sourceMap: false };
const specifier = /(from\s+|import\(\s*|import\s+)"(\.{1,2}\/[^"]+)\.js"/g;
const inPackage = /^((?:packages|apps)\/[^/]+)\/src\/(.+)$/;

/** What a file of ours imports: built, where it is of a package; else it is written beside it. */
function written(file, waiting) {
  const text = readFileSync(join(root, file), "utf8").replaceAll(specifier, (whole, before, path) => {
    const target = relative(root, resolve(root, dirname(file), path));
    const found = inPackage.exec(target);
    if (found !== null) return `${before}"${pathToFileURL(join(root, found[1], "dist", `${found[2]}.js`)).href}"`;
    waiting.push(`${target}.ts`);
    return whole;
  });
  const out = join(to, file.replace(/\.ts$/, ".js"));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, ts.transpileModule(text, { compilerOptions, fileName: file }).outputText);
}

const waiting = readdirSync(join(root, "bench")).filter((name) => name.endsWith(".ts")).map((name) => `bench/${name}`);
const done = new Set();
for (const file of waiting) {
  if (done.has(file) || !existsSync(join(root, file))) continue;
  done.add(file);
  written(file, waiting);
}
writeFileSync(join(to, "package.json"), '{ "type": "module" }\n');
spawn(process.execPath, [...process.execArgv, join(to, program.replace(/\.ts$/, ".js")), ...args], { cwd: root, stdio: "inherit" }).on("exit", (code) => (process.exitCode = code ?? 1));
