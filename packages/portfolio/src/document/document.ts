import type { Amendment, Compiled, DealFile } from "@cleartitle/agreements";
import type { Party } from "./party.js";
import type { Said } from "./place.js";
import type { Term } from "./term.js";

interface Common {
  readonly file: string;
  readonly title: Said<string> | null;
  readonly parties: readonly Party[];
  readonly terms: readonly Term[];
  readonly notes: readonly string[];
}

/** What became of a deal, where that is recorded. */
export interface DealLife {
  /** Last day after the renewals that are recorded; null: none is. */
  readonly until: string | null;
  /** Last day before an end that is recorded; null: none is. */
  readonly over: string | null;
  /** Somebody said in time that it shall not be renewed. */
  readonly isStopped: boolean;
  /** What is asked of notices of which nobody has said whether they count: while there is one, whether it renews is open. */
  readonly asks: readonly string[];
}

/** A deal as somebody wrote it, as a drafted document carries it, or as it is recorded. */
export interface DealDocument extends Common {
  readonly form: "deal" | "draft" | "record";
  readonly deal: DealFile;
  /** What it comes to as it was written, without amendments, as if it were signed. */
  readonly compiled: Compiled;
  /** null: nothing is recorded of it. */
  readonly life: DealLife | null;
}

/** An amendment of a deal, which counts as agreed. */
export interface AmendmentDocument extends Common {
  readonly form: "amendment";
  readonly amendment: Amendment;
}

/** A document of others, as it was read. */
export interface ReadingDocument extends Common {
  readonly form: "reading";
  /** Days that it names as those from which it speaks or on which it was made, and that of what it changes among them. */
  readonly days: { readonly effective: readonly Said<string>[]; readonly dated: readonly Said<string>[] };
  /** What its title says of it; `of`: words of the title of what it amends. */
  readonly changes: { readonly how: "amends" | "restates"; readonly of: readonly string[] } | null;
}
