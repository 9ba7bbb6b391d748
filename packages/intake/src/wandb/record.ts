import type { Evidence, Place } from "../evidence.js";
import { hubId } from "../hub-id.js";
import { identified } from "../identifier.js";
import { partOfLicenseKey, scopeOfWord } from "../license-scope.js";
import { hubNameIn, isPath, isUnreadBase, localBase, loggedAs } from "../telling.js";
import { standsFor, unreadSource } from "../unread-source.js";
import type { Artifact, Run } from "./run.js";

/** Artifacts that the program makes by itself for each run: they say nothing of data or models. */
const automatic = /^(?:job|code|run_table|wandb-history|wandb-events|wandb-summary)$/i;

export function kindOf(type: string): "model" | "dataset" | null {
  if (automatic.test(type)) return null;
  return /model|checkpoint|weights|adapter/i.test(type) ? "model" : "dataset";
}

/** Writes what a run says. Parameters are weak: a kind that they give is assumed. Returns the number of links. */
export function recordRun(run: Run, into: Evidence): number {
  const during = { from: run.day, to: run.day };
  let links = 0;
  const derive = (from: string[], to: string | null, by: string, assumed?: string): void => {
    into.derivation({ from, to, by, who: into.us, during, ...(to === null ? { activity: `wandb/${run.id}` } : {}), ...(assumed === undefined ? {} : { assumed }) });
    links += from.length;
  };
  const used = run.used.flatMap((each) => {
    const kind = kindOf(each.type);
    // A server gives the digest also of what was taken in; the log of a run knows its name alone.
    if (digestOf(each) !== null) return recordArtifact({ digest: null, metadata: null, ...each }, run, into).map((artifact) => ({ kind: artifact.kind, id: artifact.to }));
    return kind === null ? [] : [{ kind, id: into.mention(nameId(each, run), kind) }];
  });
  const data = used.filter((each) => each.kind === "dataset").map((each) => each.id);
  const models = used.filter((each) => each.kind === "model").map((each) => each.id);
  const named = loggedAs(run.logged, "training-data").flatMap(({ key, value, at, unread }) => {
    if (unread === true) return [unreadName("dataset", key, at, run, into)];
    const name = hubNameIn(value.trim());
    return [name === null ? nameless("dataset", value, at, run, into) : into.mention(hubId("dataset", name), "dataset")];
  });
  const bases = loggedAs(run.logged, "base").flatMap(({ key, value, at, unread }) => {
    if (unread === true) return [unreadName("model", key, at, run, into)];
    const name = hubNameIn(value.trim());
    if (name === null) return isPath(value.trim()) || localBase({ key, value, at }) !== null ? [nameless("model", value, at, run, into)] : isUnreadBase({ key, value, at }) ? [unreadName("model", key, at, run, into)] : [];
    return [into.mention(hubId("model", name), "model")];
  });
  const made = run.made.flatMap((artifact) => recordArtifact(artifact, run, into));
  if (run.user !== null) for (const { to } of made) into.person(to, "user", run.user.name, run.user.at);
  for (const { to, kind } of made.length === 0 ? [{ to: null, kind: "model" as const }] : made) {
    const ground = kind === "model" ? "the run took the data in and does not say what for" : "the run does not say what it did";
    const lost = (of: "model" | "dataset"): string[] => (to !== null && run.unread.has(of) ? [unreadSource(to, of, into)] : []);
    derive([...data, ...lost("dataset")], to, kind === "model" ? "train" : "curate", ground);
    derive([...models, ...lost("model")], to, kind === "model" ? "finetune" : "synthesize", "the run took the model in and does not say what for");
    if (kind !== "model") continue;
    derive([...new Set(named)], to, "train", "a parameter of the run names the data");
    derive([...new Set(bases)], to, "finetune", "a parameter of the run names the model");
    if (to !== null) derive(codeOf(run, into), to, "generate", "the run's code is taken as run, not as taken in");
  }
  return links;
}

/** Folders in which what was fetched from a hub lies by its namespace and name. */
const holdsModels = /^(?:models?|hub|huggingface|hf|weights|checkpoints?|pretrained(?:_models?)?)$/i;

/** A title or a path of somebody's disk, which means this within the run and nothing beyond it. A path that ends as an id of the hub does may be a copy of what has that id. */
function nameless(kind: "model" | "dataset", value: string, at: Place, run: Run, into: Evidence): string {
  const steps = value.trim().split(/[/\\]/).filter((step) => step !== "" && step !== "." && step !== "..");
  const last = steps.at(-1) ?? kind;
  const id = into.mention(`wandb:run/${run.id}#${kind}/${last.slice(0, 200)}`, kind);
  into.finding("not-an-identifier", id, `\`${last.slice(0, 100)}\` is a name, which others may use for something else`, "name the source by its id");
  const hub = holdsModels.test(steps.at(-3) ?? "") ? hubNameIn(steps.slice(-2).join("/")) : null;
  if (hub !== null) into.alternate(id, into.mention(hubId(kind, hub), kind), "low", "the path on somebody's disk ends as this id does", at);
  return id;
}

/** What a run names in a way that is no id and no name. */
function unreadName(kind: "model" | "dataset", key: string, at: Place, run: Run, into: Evidence): string {
  into.problem("bad-value", `\`${key.slice(0, 100)}\` of the run \`${run.id.slice(0, 100)}\` names a ${kind === "model" ? "model" : "data set"} in a way that is no id and no name`, { file: at.file, line: at.line, column: 1 }, `log its id as a text; ${standsFor}`);
  return unreadSource(`wandb:run/${run.id}`, kind, into);
}

/** Names of artifacts are given within a project. */
const qualified = (name: string, run: Run): string => (name.split("/").length >= 3 || run.entity === null || run.project === null ? name : `${run.entity}/${run.project}/${name}`);

const nameId = (artifact: Pick<Artifact, "name">, run: Run): string => `wandb:artifact/${qualified(artifact.name, run)}`;

const digestOf = ({ digest }: Partial<Artifact>): string | null => (digest != null && /^[0-9a-f]{32}$/i.test(digest) ? digest.toLowerCase() : null);

/** An artifact by its digest, and the name that a server gives it. */
export interface NamedDigest {
  readonly id: string;
  readonly name: string;
  readonly at: Place;
}

/** What a run names of which a digest is known. */
export const namedDigests = (run: Run): NamedDigest[] =>
  [...run.made, ...run.used].flatMap((artifact) => {
    const digest = digestOf(artifact);
    return digest === null || kindOf(artifact.type) === null ? [] : [{ id: `wandb:md5/${digest}`, name: nameId(artifact, run), at: artifact.at }];
  });

/** Where one record names an artifact and another gives that name a digest, they may be one: names of versions can be given anew. */
export function matchNames(named: Iterable<NamedDigest>, into: Evidence): void {
  for (const { id, name, at } of named) if (into.mentions.has(name)) into.alternate(id, name, "high", "the server gives that name this digest", at);
}

function recordArtifact(artifact: Artifact, run: Run, into: Evidence): { readonly to: string; readonly kind: "model" | "dataset" }[] {
  const kind = kindOf(artifact.type);
  if (kind === null) return [];
  const digest = digestOf(artifact);
  const to = digest === null ? `wandb:run/${run.id}/${artifact.name}` : `wandb:md5/${digest}`;
  into.asset({ id: to, kind, source: nameId(artifact, run), upstream: "partial" });
  if (kind === "dataset" && !/data/i.test(artifact.type)) into.finding("kind-assumed", to, `an artifact of the type \`${artifact.type}\` was taken as a data set`, "state the kind");
  for (const [part, names] of licensesIn(artifact.metadata)) into.license({ asset: to, names, scope: scopeOfWord(part, kind), at: artifact.at });
  return [{ to, kind }];
}

/** By the part that they are of; none where the metadata has no place for a license. */
function licensesIn(metadata: string | null): Map<string, string[]> {
  const licenses = new Map<string, string[]>();
  try {
    const value: unknown = JSON.parse(metadata ?? "");
    for (const [key, each] of typeof value === "object" && value !== null ? Object.entries(value) : []) {
      const part = partOfLicenseKey(key);
      const found = Array.isArray(each) ? (each as unknown[]) : [each as unknown];
      // What is no text says something all the same, and nobody knows what.
      if (part !== null && found.length > 0) licenses.set(part, [...(licenses.get(part) ?? []), ...found.filter((one) => one !== null).map((one) => (typeof one === "string" ? one : JSON.stringify(one).slice(0, 200)))]);
    }
  } catch {
    // The language's only way of saying that a text is no JSON.
  }
  return licenses;
}

/** The remote is often what was forked: it is where the code came from, all the same. */
function codeOf(run: Run, into: Evidence): string[] {
  const repository = run.repository === null ? null : (identified(run.repository)?.id ?? null);
  if (repository !== null) return [into.mention(repository, "code")];
  return run.commit !== null && /^[0-9a-f]{40}$/i.test(run.commit) ? [into.mention(`git:commit/${run.commit.toLowerCase()}`, "code")] : [];
}
