import { ownDerivationKind, ownParty, ownWord, type Period } from "@cleartitle/title";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { identified } from "../identifier.js";
import { placedAt } from "../name-place.js";
import { apartIn, namedIn } from "./dataset-name.js";
import { dependenciesOf, entriesOf, sourcesOf } from "./lineage.js";
import type { Entries, Sources } from "./lineage.js";

export interface EventDataset {
  readonly id: string;
  readonly value: YamlValue;
  /** Other names of the same thing. */
  readonly symlinks: readonly string[];
  /** What its own record names as its sources. */
  readonly sources: Sources;
  /** What an event of ours says of it. */
  readonly own: YamlValue | null;
}

/** One event: of a run, of a job without a run, or of a data set alone. */
export interface LineageEvent {
  readonly value: YamlValue;
  /** What events of one act have in common; `null` for an event of a data set. */
  readonly act: string | null;
  /** Whether it lacks a name by which the other events of its act are found. */
  readonly apart: boolean;
  /** Whether it says nothing of inputs, not even that there were none. */
  readonly silent: boolean;
  readonly run: string | null;
  readonly job: string | null;
  readonly type: string | null;
  readonly day: string | null;
  readonly inputs: readonly EventDataset[];
  readonly outputs: readonly EventDataset[];
  /** What stands in the places for data sets and cannot be read. */
  readonly unread: { readonly inputs: readonly YamlValue[]; readonly outputs: readonly YamlValue[] };
  /** What the records of its job and of its run say of the sources of each target. */
  readonly lineage: Entries;
  /** Address and version of the code. */
  readonly code: { readonly address: string; readonly version: string | null } | null;
  /** What was done, by whom and when, where an event of ours says so. */
  readonly own: { readonly by: string; readonly who: string | null; readonly during: Period } | null;
}

export function datasetFrom(value: YamlValue): EventDataset | null {
  const own = valueAt(value, "facets", "cleartitle") ?? null;
  const uri = textAt(own, "uri");
  const id = uri === null ? namedIn(value) : (identified(uri)?.id ?? uri);
  if (id === null) return null;
  // Nothing is decided on another name: one that cannot be read is passed over.
  const symlinks = placedAt(value, "facets", "symlinks", "identifiers").flatMap((each) => namedIn(each) ?? []);
  return { id, value, symlinks, sources: sourcesOf(value), own };
}

function ownOf(facet: YamlValue | undefined): LineageEvent["own"] {
  const by = ownDerivationKind(ownWord(textAt(facet, "by") ?? ""));
  const day = (key: string): string | null => /^(\d{4}-\d{2}-\d{2})$/.exec(textAt(facet, key) ?? "")?.[1] ?? null;
  return by === null ? null : { by, who: ownParty(textAt(facet, "who")), during: { from: day("from"), to: day("to") } };
}

/** Reads an event; `null` for what is none. */
export function eventFrom(value: YamlValue): LineageEvent | null {
  if (value.entries === null) return null;
  const job = textAt(value, "job", "name") === null ? null : `${textAt(value, "job", "namespace") ?? ""}/${textAt(value, "job", "name")}`;
  const run = textAt(value, "run", "runId");
  const single = valueAt(value, "dataset");
  if (job === null && run === null && single === undefined && valueAt(value, "inputs") === undefined && valueAt(value, "outputs") === undefined) return null;
  const [taken, made, alone] = ["inputs", "outputs", "dataset"].map((key) => apartIn(placedAt(value, key), datasetFrom)) as [Found, Found, Found];
  const location = valueAt(value, "job", "facets", "sourceCodeLocation");
  const address = textAt(location, "repoUrl") ?? textAt(location, "url");
  const lineage = entriesOf(valueAt(value, "job", "facets", "lineage"));
  const ofRun = textAt(value, "eventType") !== null || valueAt(value, "run") !== undefined;
  return {
    // Programs that test themselves give one id to all runs: with the job it is of one run.
    value, act: run === null && job === null ? null : `${run ?? ""} ${job ?? ""}`.trim(), run, job, type: textAt(value, "eventType"), day: /^(\d{4}-\d{2}-\d{2})T/.exec(textAt(value, "eventTime") ?? "")?.[1] ?? null,
    apart: job === null ? run !== null || single === undefined || taken.read.length > 0 : ofRun && run === null,
    silent: valueAt(value, "inputs")?.items == null, inputs: taken.read, outputs: [...made.read, ...alone.read], unread: { inputs: taken.unread, outputs: [...made.unread, ...alone.unread] },
    lineage: { ...lineage, read: [...lineage.read, ...dependenciesOf(valueAt(value, "run"))] }, own: ownOf(valueAt(value, "job", "facets", "cleartitle")),
    code: address === null ? null : { address, version: textAt(location, "version") },
  };
}

type Found = ReturnType<typeof apartIn<EventDataset>>;
