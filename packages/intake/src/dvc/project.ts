import type { Evidence } from "../evidence.js";
import { valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { unreadSource } from "../unread-source.js";
import type { FileEntry } from "./file-entry.js";
import { assetKind } from "./kind.js";
import { recordMetaLicense, upstreamOf } from "./pointer.js";
import type { Pointer } from "./pointer.js";
import type { Stage } from "./stage.js";

/** What the files of a project say together. */
export interface Project {
  readonly pointers: readonly Pointer[];
  /** As written in `dvc.yaml`. */
  readonly written: readonly Stage[];
  /** As run last, from `dvc.lock`: the facts. */
  readonly locked: readonly Stage[];
  /** By path, what `artifacts` say of it: more than one may. */
  readonly artifacts: ReadonlyMap<string, readonly Artifact[]>;
}

/** A path that a pipeline says is an artifact, with its type and `meta`. */
export interface Artifact {
  readonly type: string | null;
  readonly value: YamlValue;
  readonly file: string;
  readonly sha256: string;
}

/** Kinds whose result is a model. Of data, a description that speaks of training says what it is for. */
const learning = new Set(["train", "finetune", "adapt", "distil"]);

/** Writes a project's assets and derivations. Bytes that have a digest are known by it; a path without one by the path. */
export class ProjectRecorder {
  readonly #digests = new Map<string, string>();

  constructor(private readonly project: Project, private readonly into: Evidence) {
    for (const stage of project.locked) for (const out of stage.outs) this.#learn(out);
    for (const pointer of project.pointers) for (const out of pointer.outs) this.#learn(out);
  }

  #learn(entry: FileEntry): void {
    if (entry.digest !== null && !this.#digests.has(entry.path)) this.#digests.set(entry.path, entry.digest);
  }

  /** Records the asset that an entry names, and returns its id. */
  #asset(entry: FileEntry, source?: string | null): { id: string; kind: string } {
    const digest = entry.digest ?? this.#digests.get(entry.path) ?? null;
    const id = digest === null ? `dvc:path/${entry.path}` : `dvc:${digest.replace(":", "/")}`;
    const artifacts = this.project.artifacts.get(entry.path) ?? [];
    const kind = assetKind(entry.path, entry.type ?? artifacts.findLast((each) => each.type !== null)?.type ?? null);
    this.into.asset({ id, kind, digest, source: source ?? `dvc:${entry.path}` });
    if (digest === null) this.into.finding("no-digest", id, `\`${entry.path}\` has no recorded digest, so only its path identifies it`, "run the pipeline and commit the lock file");
    for (const artifact of artifacts) recordMetaLicense(valueAt(artifact.value, "meta"), { id, kind }, artifact.file, artifact.sha256, this.into);
    return { id, kind };
  }

  /** Records a tracked file: its license, and the copy it was made by. Returns the number of links. */
  pointer(pointer: Pointer): number {
    let links = 0;
    for (const out of pointer.outs) {
      const { id, kind } = this.#asset(out, pointer.origin);
      recordMetaLicense(valueAt(pointer.root, "meta"), { id, kind }, pointer.file, pointer.sha256, this.into);
      recordMetaLicense(valueAt(out.value, "meta"), { id, kind }, pointer.file, pointer.sha256, this.into);
      const from = pointer.deps.map((dep) => {
        const upstream = upstreamOf(dep);
        return upstream === null ? this.#asset(dep).id : this.into.mention(upstream, kind);
      });
      if (pointer.open) from.push(unreadSource(id, kind, this.into));
      this.into.derivation({ from, to: id, by: "copy", who: this.into.us });
      links += from.length;
    }
    return links;
  }

  /** Records what a stage made. Code that it reads is run, not taken in. Returns the number of links. */
  stage(stage: Stage): number {
    const sources = stage.deps.map((dep) => {
      const upstream = upstreamOf(dep);
      return upstream === null ? this.#asset(dep) : { id: this.into.mention(upstream, assetKind(dep.path, dep.type)), kind: assetKind(dep.path, dep.type) };
    });
    let links = 0;
    const derive = (from: string[], to: string, by: string, assumed?: string) => {
      this.into.derivation({ from, to, by, who: this.into.us, ...(assumed === undefined ? {} : { assumed }) });
      links += from.length;
    };
    for (const out of stage.outs.filter((each) => !stage.measured.has(each.path))) {
      const { id, kind } = this.#asset(out);
      const taken = stage.open ? [...sources, { id: unreadSource(id, "dataset", this.into), kind: "dataset" }] : sources;
      const of = (...kinds: string[]) => taken.filter((source) => kinds.includes(source.kind)).map((source) => source.id);
      const ground = `the stage \`${stage.name}\` of \`${stage.file}\` does not say what it does`;
      derive(of("code"), id, "generate", `${ground}; code that it depends on is taken as run`);
      const said = stage.kind ?? (stage.described !== null && (kind === "model" || !learning.has(stage.described)) ? stage.described : null);
      if (said !== null) derive(of("dataset", "model"), id, said);
      else if (kind === "model" && of("model").length > 0) derive(of("dataset", "model"), id, of("dataset").length > 0 ? "finetune" : "convert", ground);
      else if (kind === "model") derive(of("dataset"), id, "train", ground);
      else {
        derive(of("dataset"), id, "curate", ground);
        derive(of("model"), id, "synthesize", ground);
      }
    }
    return links;
  }

  /** Tells where the lock no longer fits: other paths than `dvc.yaml` names, or an input that has changed since. */
  stale(locked: Stage, written: Stage | undefined): void {
    const say = (detail: string) => this.into.finding("lock-stale", null, `the stage \`${locked.name}\` of \`${locked.file}\` ${detail}`, "run the pipeline again and commit the lock file");
    const paths = (stage: Stage) => [...stage.deps, ...stage.outs].map((each) => each.path).filter((path) => !locked.measured.has(path)).toSorted().join("\n");
    if (written !== undefined && paths(locked) !== paths(written)) say("reads or writes other files than `dvc.yaml` says");
    for (const dep of locked.deps) {
      const now = this.#digests.get(dep.path);
      if (now !== undefined && dep.digest !== null && now !== dep.digest) say(`was run on another \`${dep.path}\` than the one that is tracked now`);
    }
  }
}
