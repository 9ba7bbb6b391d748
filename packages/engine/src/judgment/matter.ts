import type { Scope } from "@cleartitle/norms";

/** What of an asset is asked about: the whole, other matter in it, or a part; `scope`: what kind of matter it is. */
export interface Matter {
  readonly part: string | null;
  /** null: of a kind that no taxonomy knows. */
  readonly scope: Scope | null;
}
