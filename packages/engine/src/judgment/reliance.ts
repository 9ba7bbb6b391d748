import type { Interval } from "@cleartitle/norms";

/** What is not known of the things that went into an asset others made, and whether we rely on its publisher for it. */
export interface Reliance {
  readonly asset: string;
  readonly path: readonly string[];
  readonly interval: Interval;
  readonly relies: boolean;
  readonly why: string;
  readonly option: string | null;
}
