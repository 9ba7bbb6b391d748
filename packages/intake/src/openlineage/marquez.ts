import { dayAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { placedAt } from "../name-place.js";
import { apartIn } from "./dataset-name.js";
import { datasetFrom, eventFrom } from "./event.js";
import type { EventDataset, LineageEvent } from "./event.js";
import { entriesOf } from "./lineage.js";

/** Whether a text begins like an answer of Marquez: a lineage graph, jobs, runs, data sets or their versions. */
export function looksLikeAnswer(head: string): boolean {
  if (!/^\s*\{/.test(head)) return false;
  if (/"graph"\s*:\s*\[/.test(head) && /"(?:inEdges|outEdges)"\s*:/.test(head)) return true;
  if (/"(?:inputDatasetVersions|outputDatasetVersions|createdByRun)"\s*:/.test(head) || (/"jobVersion"\s*:/.test(head) && /"state"\s*:/.test(head))) return true;
  if (/"physicalName"\s*:/.test(head) && /"sourceName"\s*:/.test(head)) return true;
  return /"(?:simpleName|latestRun|latestRuns)"\s*:/.test(head) && /"(?:inputs|outputs)"\s*:\s*\[/.test(head);
}

const nothing = { act: null, apart: false, silent: false, run: null, job: null, type: null, day: null, inputs: [], outputs: [], unread: { inputs: [], outputs: [] }, lineage: { read: [], unread: [] }, code: null, own: null } as const;
const ended: Readonly<Record<string, string>> = { COMPLETED: "COMPLETE", FAILED: "FAIL", ABORTED: "ABORT" };

/** A data set as others name it; the version of one has its facets beside its id. */
function datasetIn(value: YamlValue | undefined): EventDataset | null {
  const id = valueAt(value, "datasetVersionId") ?? (textAt(value, "namespace") === null ? valueAt(value, "id") : undefined);
  if (value?.entries == null) return null;
  return datasetFrom(id?.entries == null ? value : { ...value, entries: [...id.entries, ...value.entries] });
}

const isDeleted = (value: YamlValue | undefined): boolean => valueAt(value, "deleted")?.scalar === true;

/** What was taken in and made, which stays although it was deleted since. */
function endsOf(value: YamlValue, taken: readonly string[], made: readonly string[]): Pick<LineageEvent, "inputs" | "outputs" | "unread"> {
  const [inputs, outputs] = [taken, made].map((keys) => apartIn(keys.flatMap((key) => placedAt(value, key)), datasetIn)) as [Found, Found];
  return { inputs: inputs.read, outputs: outputs.read, unread: { inputs: inputs.unread, outputs: outputs.unread } };
}

type Found = ReturnType<typeof apartIn<EventDataset>>;

/** What a server answers, as the events from which it put it together; `null` for what is no such answer. */
export function eventsOfAnswer(root: YamlValue): LineageEvent[] | null {
  if (root.entries === null) return null;
  const graph = valueAt(root, "graph")?.items;
  if (graph != null) return graphEvents(graph);
  const lists = (["jobs", "runs", "datasets", "versions", "events"] as const).filter((key) => valueAt(root, key)?.items != null);
  if (lists.length > 0) return lists.flatMap((key) => placedAt(root, key)).flatMap((item) => recordEvents(item) ?? [eventFrom(item) ?? lost(item)]);
  return recordEvents(root);
}

/** A record of which nothing can be read: that there was one is told. */
const lost = (value: YamlValue): LineageEvent => ({ ...nothing, value, unread: { inputs: [], outputs: [value] } });

/** One record: what it is shows in its keys. */
function recordEvents(value: YamlValue): LineageEvent[] | null {
  const has = (...keys: readonly string[]): boolean => keys.some((key) => valueAt(value, key) !== undefined);
  if (has("eventType", "eventTime")) return [eventFrom(value) ?? lost(value)];
  if (has("inputDatasetVersions", "outputDatasetVersions", "inputVersions", "outputVersions") || (has("state") && has("jobVersion", "startedAt"))) return runEvents(value, []);
  if (has("physicalName", "sourceName", "createdByRun")) return isDeleted(value) ? [] : datasetEvents(value);
  // What has a job within it is an event, and no job.
  return has("simpleName", "latestRun", "latestRuns", "inputs", "outputs") && !has("job", "run", "dataset") ? [jobEvent(value)] : null;
}

function datasetEvents(value: YamlValue): LineageEvent[] {
  const dataset = datasetIn(value);
  const run = valueAt(value, "createdByRun");
  return [dataset === null ? lost(value) : { ...nothing, value, outputs: [dataset] }, ...(run?.entries == null ? [] : runEvents(run, dataset === null ? [] : [dataset]))];
}

function jobEvent(value: YamlValue): LineageEvent {
  const name = textAt(value, "name") ?? textAt(value, "id", "name");
  const job = name === null ? null : `${textAt(value, "namespace") ?? textAt(value, "id", "namespace") ?? ""}/${name}`;
  const location = textAt(value, "location");
  // The newest run may have failed; what a job takes in and makes is known from all of them.
  return { ...nothing, value, act: job === null ? null : `job ${job}`, apart: job === null, silent: valueAt(value, "inputs") === undefined, job, ...endsOf(value, ["inputs"], ["outputs"]), lineage: entriesOf(valueAt(value, "facets", "lineage")), code: location === null ? null : { address: location, version: null } };
}

function runEvents(value: YamlValue, made: readonly EventDataset[]): LineageEvent[] {
  const [id, location] = [textAt(value, "id") ?? textAt(value, "runId"), textAt(value, "location")];
  const job = textAt(value, "jobVersion", "name") === null ? null : `${textAt(value, "jobVersion", "namespace") ?? ""}/${textAt(value, "jobVersion", "name")}`;
  const ends = endsOf(value, ["inputDatasetVersions", "inputVersions"], ["outputDatasetVersions", "outputVersions"]);
  const run: LineageEvent = {
    ...nothing, value, act: id ?? (job === null ? null : `job ${job}`), apart: id === null, silent: valueAt(value, "inputDatasetVersions") === undefined && valueAt(value, "inputVersions") === undefined, job, type: ended[textAt(value, "state") ?? ""] ?? null, day: dayAt(value, "startedAt"), code: location === null ? null : { address: location, version: null },
    ...ends, outputs: [...ends.outputs, ...made],
  };
  return [run, { ...run, inputs: [], outputs: [], unread: nothing.unread, day: dayAt(value, "endedAt") }];
}

const typeOf = (node: YamlValue): string | undefined => textAt(node, "type") ?? /^(?:DATASET|JOB)(?=:)/.exec((textAt(node, "id") ?? "").toUpperCase())?.[0];

/** A graph of jobs and data sets. The ends of an edge are nodes by their ids, which hold colons in either part and cannot be taken apart. */
function graphEvents(graph: readonly YamlValue[]): LineageEvent[] {
  const nodes = graph.filter((node) => typeOf(node) === "DATASET");
  const datasets = new Map(nodes.flatMap((node) => {
    const dataset = datasetIn(valueAt(node, "data"));
    return dataset === null ? [] : [[textAt(node, "id") ?? "", dataset] as const];
  }));
  const told = nodes.filter((node) => !isDeleted(valueAt(node, "data"))).map((node) => {
    const dataset = datasetIn(valueAt(node, "data"));
    return dataset === null ? lost(node) : { ...nothing, value: node, outputs: [dataset] };
  });
  return [...told, ...graph.filter((node) => typeOf(node) === "JOB").map((node) => nodeEvent(node, datasets))];
}

/** A job of a graph, with what only its edges name. */
function nodeEvent(node: YamlValue, datasets: ReadonlyMap<string, EventDataset>): LineageEvent {
  const event = jobEvent(valueAt(node, "data") ?? node);
  const along = (edges: string, end: string, named: readonly EventDataset[]): Found => {
    const known = new Map(named.map((each) => [`dataset:${textAt(each.value, "namespace")}:${textAt(each.value, "name")}`, each]));
    return apartIn(placedAt(node, edges), (edge) => {
      const id = textAt(edge, end) ?? "";
      return datasets.get(id) ?? known.get(id) ?? null;
    });
  };
  const [into, out] = [along("inEdges", "origin", event.inputs), along("outEdges", "destination", event.outputs)];
  return { ...event, inputs: [...event.inputs, ...into.read], outputs: [...event.outputs, ...out.read], unread: { inputs: [...event.unread.inputs, ...into.unread], outputs: [...event.unread.outputs, ...out.unread] } };
}
