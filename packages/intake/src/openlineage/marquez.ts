import { dayAt, itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { datasetFrom, eventFrom } from "./event.js";
import type { EventDataset, LineageEvent } from "./event.js";

/** Whether a text begins like an answer of Marquez: a lineage graph, jobs, runs, data sets or their versions. */
export function looksLikeAnswer(head: string): boolean {
  if (!/^\s*\{/.test(head)) return false;
  if (/"graph"\s*:\s*\[/.test(head) && /"(?:inEdges|outEdges)"\s*:/.test(head)) return true;
  if (/"(?:inputDatasetVersions|outputDatasetVersions|createdByRun)"\s*:/.test(head) || (/"jobVersion"\s*:/.test(head) && /"state"\s*:/.test(head))) return true;
  if (/"physicalName"\s*:/.test(head) && /"sourceName"\s*:/.test(head)) return true;
  return /"(?:simpleName|latestRun|latestRuns)"\s*:/.test(head) && /"(?:inputs|outputs)"\s*:\s*\[/.test(head);
}

const nothing: LineageEvent = { act: null, job: null, type: null, day: null, inputs: [], outputs: [], code: null, own: null };
const ended: Readonly<Record<string, string>> = { COMPLETED: "COMPLETE", FAILED: "FAIL", ABORTED: "ABORT" };

/** A data set as others name it; the version of one has its facets beside its id. */
function datasetIn(value: YamlValue | undefined): EventDataset | null {
  const id = valueAt(value, "datasetVersionId") ?? (textAt(value, "namespace") === null ? valueAt(value, "id") : undefined);
  if (value?.entries == null || valueAt(value, "deleted")?.scalar === true) return null;
  return datasetFrom(id?.entries == null ? value : { ...value, entries: [...id.entries, ...value.entries] });
}

const datasetsAt = (value: YamlValue, ...keys: readonly string[]): EventDataset[] => keys.flatMap((key) => itemsAt(value, key)).map(datasetIn).filter((each) => each !== null);

/** What a server answers, as the events from which it put it together; `null` for what is no such answer. */
export function eventsOfAnswer(root: YamlValue): LineageEvent[] | null {
  if (root.entries === null) return null;
  const graph = valueAt(root, "graph")?.items;
  if (graph != null) return graphEvents(graph);
  const lists = (["jobs", "runs", "datasets", "versions", "events"] as const).filter((key) => valueAt(root, key)?.items != null);
  if (lists.length > 0) return lists.flatMap((key) => itemsAt(root, key)).flatMap((item) => recordEvents(item) ?? []);
  return recordEvents(root);
}

/** One record: what it is shows in its keys. */
function recordEvents(value: YamlValue): LineageEvent[] | null {
  const has = (...keys: readonly string[]): boolean => keys.some((key) => valueAt(value, key) !== undefined);
  if (has("eventType", "eventTime")) return [eventFrom(value)].filter((each) => each !== null);
  if (has("inputDatasetVersions", "outputDatasetVersions", "inputVersions", "outputVersions") || (has("state") && has("jobVersion", "startedAt"))) return runEvents(value, []);
  if (has("physicalName", "sourceName", "createdByRun")) {
    const dataset = datasetIn(value);
    if (dataset === null) return [];
    const run = valueAt(value, "createdByRun");
    return [{ ...nothing, outputs: [dataset] }, ...(run?.entries == null ? [] : runEvents(run, [dataset]))];
  }
  return has("simpleName", "latestRun", "latestRuns", "inputs", "outputs") && (textAt(value, "name") ?? textAt(value, "id", "name")) !== null ? [jobEvent(value)] : null;
}

function jobEvent(value: YamlValue): LineageEvent {
  const job = `${textAt(value, "namespace") ?? textAt(value, "id", "namespace") ?? ""}/${textAt(value, "name") ?? textAt(value, "id", "name") ?? ""}`;
  const location = textAt(value, "location");
  // The newest run may have failed; what a job takes in and makes is known from all of them.
  return { ...nothing, act: `job ${job}`, job, inputs: datasetsAt(value, "inputs"), outputs: datasetsAt(value, "outputs"), code: location === null ? null : { address: location, version: null } };
}

function runEvents(value: YamlValue, made: readonly EventDataset[]): LineageEvent[] {
  const [id, location] = [textAt(value, "id") ?? textAt(value, "runId"), textAt(value, "location")];
  if (id === null) return [];
  const job = textAt(value, "jobVersion", "name") === null ? null : `${textAt(value, "jobVersion", "namespace") ?? ""}/${textAt(value, "jobVersion", "name")}`;
  const run: LineageEvent = {
    ...nothing, act: id, job, type: ended[textAt(value, "state") ?? ""] ?? null, day: dayAt(value, "startedAt"), code: location === null ? null : { address: location, version: null },
    inputs: datasetsAt(value, "inputDatasetVersions", "inputVersions"), outputs: [...datasetsAt(value, "outputDatasetVersions", "outputVersions"), ...made],
  };
  return [run, { ...run, inputs: [], outputs: [], day: dayAt(value, "endedAt") }];
}

/** A graph of jobs and data sets. The ends of an edge are nodes by their ids, which hold colons in either part and cannot be taken apart. */
function graphEvents(graph: readonly YamlValue[]): LineageEvent[] {
  const datasets = new Map<string, EventDataset>();
  for (const node of graph) {
    const dataset = textAt(node, "type") === "DATASET" ? datasetIn(valueAt(node, "data")) : null;
    if (dataset !== null) datasets.set(textAt(node, "id") ?? "", dataset);
  }
  const ends = (node: YamlValue, edges: string, end: string): EventDataset[] => itemsAt(node, edges).map((edge) => datasets.get(textAt(edge, end) ?? "")).filter((each) => each !== undefined);
  const jobs = graph.filter((node) => textAt(node, "type") === "JOB" && valueAt(node, "data")?.entries != null).map((node) => {
    const event = jobEvent(valueAt(node, "data") ?? node);
    return { ...event, inputs: [...event.inputs, ...ends(node, "inEdges", "origin")], outputs: [...event.outputs, ...ends(node, "outEdges", "destination")] };
  });
  return [...[...datasets.values()].map((dataset) => ({ ...nothing, outputs: [dataset] })), ...jobs];
}
