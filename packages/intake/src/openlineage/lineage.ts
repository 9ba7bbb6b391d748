import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { isNothing, listedIn, placedAt } from "../name-place.js";
import { apartIn, namedIn } from "./dataset-name.js";

/** A job as another record names it; `null` for the one whose event names it. */
export type JobName = string | null;

/** What is named as the sources of something. */
export interface Sources {
  readonly datasets: readonly string[];
  /** Jobs of which something that they made went in. */
  readonly jobs: readonly JobName[];
  /** What stands in the place for sources and cannot be read. */
  readonly unread: readonly YamlValue[];
}

/** The sources of one target, as the facet of a job has them. */
export interface Entry {
  /** A data set, or a job, which made something of these sources. */
  readonly target: { readonly dataset: string } | { readonly job: JobName; readonly run: string | null };
  readonly sources: Sources;
}

export interface Entries {
  readonly read: readonly Entry[];
  readonly unread: readonly YamlValue[];
}

/** What a value says of each of the fields of something, whatever the fields are called. */
function fieldsIn(value: YamlValue): readonly YamlValue[] {
  const fields = valueAt(value, "fields");
  return fields === undefined ? [] : (fields.entries?.map(([, field]) => field) ?? listedIn(fields));
}

const ofFields = (value: YamlValue, key: string): YamlValue[] => fieldsIn(value).flatMap((field) => (field.entries === null ? listedIn(field) : placedAt(field, key)));

/** A job by its two names; by none of them the event's own. `undefined` where it cannot be read. */
function jobIn(value: YamlValue): JobName | undefined {
  const [namespace, name] = [textAt(value, "namespace"), textAt(value, "name")];
  if (namespace !== null && name !== null) return `${namespace}/${name}`;
  return ["namespace", "name"].every((key) => placedAt(value, key).every(isNothing)) ? null : undefined;
}

/** Whether it is of a job or of a data set, which is what most are. */
const kindOf = (value: YamlValue): "job" | "dataset" | null => {
  const kind = textAt(value, "type")?.toUpperCase() ?? "DATASET";
  return kind === "JOB" ? "job" : kind === "DATASET" ? "dataset" : null;
};

/** A data set or a job; `null` for what is neither. */
function entityIn(value: YamlValue): { readonly dataset: string } | { readonly job: JobName } | null {
  const kind = kindOf(value);
  const [dataset, job] = [kind === "dataset" ? namedIn(value) : null, kind === "job" && value.entries !== null ? jobIn(value) : undefined];
  return dataset !== null ? { dataset } : job !== undefined ? { job } : null;
}

/** What went into a whole, and what went into its fields. */
function inputsIn(value: YamlValue): Sources {
  const inputs = apartIn([...placedAt(value, "inputs"), ...ofFields(value, "inputs")], entityIn);
  return { datasets: inputs.read.flatMap((each) => ("dataset" in each ? [each.dataset] : [])), jobs: inputs.read.flatMap((each) => ("job" in each ? [each.job] : [])), unread: inputs.unread };
}

/** What the facets of a data set name as its sources: those of its columns, those on which the whole depends, as by a filter, and those that its lineage states. */
export function sourcesOf(dataset: YamlValue): Sources {
  const [columns, lineage] = ["columnLineage", "lineage"].map((key) => valueAt(dataset, "facets", key));
  const ofColumns = columns === undefined ? [] : columns.entries === null ? listedIn(columns) : [...ofFields(columns, "inputFields"), ...placedAt(columns, "dataset")];
  const named = apartIn(ofColumns, namedIn);
  const stated = lineage === undefined ? { datasets: [], jobs: [], unread: [] } : lineage.entries === null ? { datasets: [], jobs: [], unread: listedIn(lineage) } : inputsIn(lineage);
  return { datasets: [...new Set([...named.read, ...stated.datasets])], jobs: [...new Set(stated.jobs)], unread: [...named.unread, ...stated.unread] };
}

/** What the facet of a job says of the sources of each of its targets. */
export function entriesOf(lineage: YamlValue | undefined): Entries {
  const values = lineage === undefined ? [] : lineage.entries === null ? listedIn(lineage) : placedAt(lineage, "entries");
  return apartIn(values, (value): Entry | null => {
    const target = entityIn(value);
    if (target === null) return null;
    return { target: "dataset" in target ? target : { ...target, run: textAt(value, "runId") }, sources: inputsIn(value) };
  });
}

/** Whether one run waits for the other because of data. That is written into the type, which is free; Airflow also tells which. */
const isOfData = (value: YamlValue): boolean => /asset|data/i.test(textAt(value, "dependency_type") ?? "") || placedAt(value, "airflow", "asset_events").length > 0;

const dependedOn = (value: YamlValue): string | null => jobIn(valueAt(value, "job") ?? value) ?? null;

/**
 * What a run says of others before and after it. That one waits for the other is said of when it runs, and not of what went into it, so that by itself it names no source; where it waits for data, the
 * job before it made them.
 */
export function dependenciesOf(run: YamlValue | undefined): Entry[] {
  const dependencies = (side: string): YamlValue[] => placedAt(run, "facets", "jobDependencies", side).filter(isOfData);
  const before = dependencies("upstream").map((value): Entry => {
    const job = dependedOn(value);
    return { target: { job: null, run: null }, sources: { datasets: [], jobs: job === null ? [] : [job], unread: job === null ? [value] : [] } };
  });
  const after = dependencies("downstream").flatMap((value): Entry[] => {
    const job = dependedOn(value);
    return job === null ? [] : [{ target: { job, run: textAt(value, "run", "runId") }, sources: { datasets: [], jobs: [null], unread: [] } }];
  });
  return [...before, ...after];
}
