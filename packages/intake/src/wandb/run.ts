import type { Place } from "../evidence.js";
import type { Logged } from "../telling.js";

export interface Artifact {
  readonly type: string;
  readonly name: string;
  /** Digest of the list of its files: the same for the same bytes. */
  readonly digest: string | null;
  readonly metadata: string | null;
  readonly at: Place;
}

/** What a run's folder says, from whichever of its files. */
export interface Run {
  readonly id: string;
  entity: string | null;
  project: string | null;
  /** A calendar date. */
  day: string | null;
  repository: string | null;
  commit: string | null;
  /** Who ran it, and where that stands. */
  user: { readonly name: string; readonly at: Place } | null;
  readonly logged: Logged[];
  readonly made: Artifact[];
  /** What it took in and cannot be read. */
  readonly unread: Set<"model" | "dataset">;
  readonly used: (Pick<Artifact, "type" | "name" | "at"> & Partial<Artifact>)[];
}

/** The run whose folder a file lies in, and the day in the folder's name. */
export function runAt(path: string): { readonly id: string; readonly day: string } | null {
  const [, year, month, date, id] = /(?:^|\/)(?:offline-)?run-(\d{4})(\d{2})(\d{2})_\d{6}-([A-Za-z0-9_-]{1,128})\//.exec(path) ?? [];
  return id === undefined ? null : { id, day: `${year}-${month}-${date}` };
}

export const emptyRun = (id: string, day: string | null): Run => ({ id, entity: null, project: null, day, repository: null, commit: null, user: null, logged: [], made: [], unread: new Set(), used: [] });
