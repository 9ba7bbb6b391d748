import { ownDerivationKind, ownParty, ownWord, type Period } from "@cleartitle/title";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { identified } from "../identifier.js";
import { withoutPersons } from "../personal.js";

export interface EventDataset {
  readonly id: string;
  readonly value: YamlValue;
  /** Other names of the same thing. */
  readonly symlinks: readonly string[];
  /** Data sets from which its columns come. */
  readonly columns: readonly string[];
  /** What an event of ours says of it. */
  readonly own: YamlValue | null;
}

/** One event: of a run, of a job without a run, or of a data set alone. */
export interface LineageEvent {
  /** What events of one act have in common; `null` for an event of a data set. */
  readonly act: string | null;
  readonly job: string | null;
  readonly type: string | null;
  readonly day: string | null;
  readonly inputs: readonly EventDataset[];
  readonly outputs: readonly EventDataset[];
  /** Address and version of the code. */
  readonly code: { readonly address: string; readonly version: string | null } | null;
  /** What was done, by whom and when, where an event of ours says so. */
  readonly own: { readonly by: string; readonly who: string | null; readonly during: Period } | null;
}

/** A data set is known by namespace and name; a store's address is the same whichever program spells it. */
function datasetId(namespace: string, name: string): string {
  const store = namespace.trim().replace(/^s3[an]:\/\//i, "s3://").replace(/\/+$/, "");
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(store)) return withoutPersons(`url:${store}/${name.trim().replace(/^\/+/, "")}`);
  return withoutPersons(`openlineage:${store}/${name.trim()}`);
}

function namedIn(value: YamlValue): string | null {
  const [namespace, name] = [textAt(value, "namespace"), textAt(value, "name")];
  return namespace === null || name === null ? null : datasetId(namespace, name);
}

export function datasetFrom(value: YamlValue): EventDataset | null {
  const own = valueAt(value, "facets", "cleartitle") ?? null;
  const uri = textAt(own, "uri");
  const id = uri === null ? namedIn(value) : (identified(uri)?.id ?? uri);
  if (id === null) return null;
  const symlinks = (valueAt(value, "facets", "symlinks", "identifiers")?.items ?? []).map(namedIn).filter((each) => each !== null);
  const columns = (valueAt(value, "facets", "columnLineage", "fields")?.entries ?? []).flatMap(([, field]) => valueAt(field, "inputFields")?.items ?? []).map(namedIn).filter((each) => each !== null);
  return { id, value, symlinks, columns: [...new Set(columns)], own };
}

function ownOf(facet: YamlValue | undefined): LineageEvent["own"] {
  const by = ownDerivationKind(ownWord(textAt(facet, "by") ?? ""));
  const day = (key: string): string | null => /^(\d{4}-\d{2}-\d{2})$/.exec(textAt(facet, key) ?? "")?.[1] ?? null;
  return by === null ? null : { by, who: ownParty(textAt(facet, "who")), during: { from: day("from"), to: day("to") } };
}

/** Reads an event; `null` for what is none. A data set without a namespace or a name is counted by the caller. */
export function eventFrom(value: YamlValue): LineageEvent | null {
  if (value.entries === null) return null;
  const job = textAt(value, "job", "name") === null ? null : `${textAt(value, "job", "namespace") ?? ""}/${textAt(value, "job", "name")}`;
  const run = textAt(value, "run", "runId");
  const single = valueAt(value, "dataset");
  if (job === null && run === null && single === undefined && valueAt(value, "inputs") === undefined && valueAt(value, "outputs") === undefined) return null;
  const datasets = (key: string): EventDataset[] => (valueAt(value, key)?.items ?? []).map(datasetFrom).filter((each) => each !== null);
  const location = valueAt(value, "job", "facets", "sourceCodeLocation");
  const address = textAt(location, "repoUrl") ?? textAt(location, "url");
  return {
    // Programs that test themselves give one id to all runs: with the job it is of one run.
    act: run === null && job === null ? null : `${run ?? ""} ${job ?? ""}`.trim(), job, type: textAt(value, "eventType"), day: /^(\d{4}-\d{2}-\d{2})T/.exec(textAt(value, "eventTime") ?? "")?.[1] ?? null,
    inputs: datasets("inputs"), outputs: [...datasets("outputs"), ...(single === undefined ? [] : [datasetFrom(single)].filter((each) => each !== null))],
    own: ownOf(valueAt(value, "job", "facets", "cleartitle")),
    code: address === null ? null : { address, version: textAt(location, "version") },
  };
}
