import type { Evidence } from "./evidence.js";
import type { SourceFile } from "./source-file.js";

/** What a reader may look at to say whether a file is of its format. */
export interface Entry {
  readonly path: string;
  readonly size: number;
  /** The first characters. */
  readonly head: string;
}

export type Detection = "yes" | "no" | "maybe";

/**
 * The port: one format. A reader takes files and writes evidence; it reads no network, no clock and no other file than it is
 * given, and never throws for what a file holds: what it cannot read is a problem with its place, and it reads on.
 */
export interface Reader {
  readonly id: string;
  readonly title: string;
  /** Whether what it reads lies in files that hold other things besides, as a picture does: such a file goes to every reader that may find something in it. */
  readonly within?: boolean;
  detect(entry: Entry): Detection;
  /** Reads all files of the format together, since one may name what another describes. */
  read(files: readonly SourceFile[], into: Evidence): Promise<void>;
}
