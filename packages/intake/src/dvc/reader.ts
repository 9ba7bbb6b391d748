import { listsBy, pushAll } from "@cleartitle/norms";
import { readYamlMappings } from "../document.js";
import type { Evidence } from "../evidence.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import type { Reader } from "../reader.js";
import { folderOf, joined } from "./file-entry.js";
import { pointerFrom } from "./pointer.js";
import { ProjectRecorder } from "./project.js";
import type { Artifact, Project } from "./project.js";
import { stageFrom, stagesOf } from "./stage.js";
import type { Stage } from "./stage.js";

const maxBytes = 8_388_608;

interface Parsed {
  readonly path: string;
  readonly folder: string;
  readonly sha256: string;
  readonly root: YamlValue;
  /** There is more in its file, which cannot be read. */
  readonly lost: boolean;
}

/** What was read of the documents of a file, by its path; a pipeline is one, in however many documents it was written. */
const byFile = <T>(files: readonly Parsed[], read: (file: Parsed) => readonly T[]): Map<string, T[]> =>
  new Map([...listsBy(files, ({ path }) => [path])].map(([path, documents]) => [path, documents.flatMap(read)] as const));

const opened = (stages: readonly Stage[], { lost }: Parsed): readonly Stage[] => (lost ? stages.map((stage) => ({ ...stage, open: true })) : stages);

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const isPointer = (path: string): boolean => /[^/]\.dvc$/.test(path);

/** Data version control: tracked files (`*.dvc`), pipelines (`dvc.yaml`) and their last run (`dvc.lock`). */
export const dvc: Reader = {
  id: "dvc",
  title: "Data version control: tracked files, pipelines and their lock (DVC)",
  detect(entry) {
    const name = nameOf(entry.path);
    if (name === "dvc.yaml" || name === "dvc.lock" || isPointer(entry.path)) return "yes";
    return name === "params.yaml" ? "maybe" : "no";
  },
  async read(files, into) {
    const parsed: Parsed[] = [];
    for (const file of files) {
      const { documents, lost } = await readYamlMappings(file, maxBytes, into);
      pushAll(parsed, documents.map(({ root, sha256 }) => ({ path: file.path, folder: folderOf(file.path), root, sha256, lost })));
    }
    record(parsed, into);
  },
};

function record(files: readonly Parsed[], into: Evidence): void {
  const named = (name: string) => files.filter((file) => nameOf(file.path) === name);
  const written = byFile(named("dvc.yaml"), (file) => opened(stagesOf(file.root, file.path, file.folder, scopeOf(file, named("params.yaml")), into), file));
  const planned = new Map([...written.values()].flat().map((stage) => [keyOf(stage), stage]));
  const locked = byFile(named("dvc.lock"), (file) => opened(lockedStages(file, planned, into), file));
  const pointers = files.filter((file) => isPointer(file.path)).map((file) => pointerFrom(file.root, file.path, file.sha256, file.lost, into));
  const project: Project = { pointers, written: [...written.values()].flat(), locked: [...locked.values()].flat(), artifacts: artifactsOf(named("dvc.yaml")) };
  const recorder = new ProjectRecorder(project, into);
  const run = new Set(project.locked.map(keyOf));
  for (const stage of project.locked) recorder.stale(stage, planned.get(keyOf(stage)));
  for (const pointer of pointers) into.read.push({ file: pointer.file, records: pointer.outs.length, links: recorder.pointer(pointer) });
  const count = (stages: readonly Stage[]) => stages.reduce((sum, stage) => sum + recorder.stage(stage), 0);
  for (const [file, stages] of locked) into.read.push({ file, records: stages.length, links: count(stages) });
  // What the lock records is what happened; a stage of the pipeline that it lacks was written and perhaps never run.
  for (const [file, stages] of written) into.read.push({ file, records: stages.length, links: count(stages.filter((stage) => !run.has(keyOf(stage)))) });
  for (const path of new Set(named("params.yaml").map((file) => file.path))) {
    if (written.has(`${folderOf(path)}dvc.yaml`)) into.read.push({ file: path, records: 0, links: 0 });
    else into.skipped.push({ file: path, why: "no pipeline beside it reads it" });
  }
}

const keyOf = (stage: Stage): string => `${folderOf(stage.file)}\n${stage.name}`;

/** Parameters beside the pipeline, below what its `vars` set. */
function scopeOf(file: Parsed, parameters: readonly Parsed[]): YamlValue[] {
  const own = (valueAt(file.root, "vars")?.items ?? []).filter((each) => each.entries !== null);
  return [...own.toReversed(), ...parameters.filter((each) => each.folder === file.folder).map((each) => each.root)];
}

/** A lock knows no descriptions and no measurements apart: both are taken from the stage as written. */
function lockedStages(file: Parsed, planned: ReadonlyMap<string, Stage>, into: Evidence): Stage[] {
  const stages: Stage[] = [];
  for (const [name, body] of valueAt(file.root, "stages")?.entries ?? []) {
    const stage = stageFrom(name, body, file.path, file.folder, into);
    if (body.entries === null) into.problem("wrong-type", `the stage \`${name}\` is no mapping`, { file: file.path, line: body.line, column: body.column }, "let the tool write the lock file");
    else {
      const { kind = null, described = null, measured = stage.measured } = planned.get(keyOf(stage)) ?? {};
      stages.push({ ...stage, kind, described, measured });
    }
  }
  return stages;
}

function artifactsOf(files: readonly Parsed[]): Project["artifacts"] {
  const artifacts = new Map<string, Artifact[]>();
  for (const file of files) {
    for (const [, value] of valueAt(file.root, "artifacts")?.entries ?? []) {
      const [path, artifact] = [textAt(value, "path"), { type: textAt(value, "type"), value, file: file.path, sha256: file.sha256 }];
      if (path === null) continue;
      const known = artifacts.get(joined(file.folder, path));
      if (known === undefined) artifacts.set(joined(file.folder, path), [artifact]);
      else known.push(artifact);
    }
  }
  return artifacts;
}
